import { Screen } from '../ui/Screen.tsx';

export default function Responders() {
  return <Screen title="Responders">{null}</Screen>;
}
