import { Screen } from '../ui/Screen.tsx';

export default function Settings() {
  return <Screen title="Settings">{null}</Screen>;
}
