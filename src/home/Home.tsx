import { Screen } from '../ui/Screen.tsx';

export function Home() {
  return <Screen title="Harbour">{null}</Screen>;
}
