import { Screen } from '../ui/Screen.tsx';

export default function Kept() {
  return <Screen title="Kept">{null}</Screen>;
}
