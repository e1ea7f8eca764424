import { Screen } from '../ui/Screen.tsx';

export default function SearchScreen() {
  return <Screen title="SearchScreen">{null}</Screen>;
}
