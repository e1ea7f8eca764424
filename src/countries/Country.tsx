import { Screen } from '../ui/Screen.tsx';

export default function Country({ code }: { code: string }) {
  return <Screen title={code}>{null}</Screen>;
}
