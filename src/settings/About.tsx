import { Screen } from '../ui/Screen.tsx';

export default function About() {
  return <Screen title="About">{null}</Screen>;
}
