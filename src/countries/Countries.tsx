import { Screen } from '../ui/Screen.tsx';

export default function Countries() {
  return <Screen title="Countries">{null}</Screen>;
}
