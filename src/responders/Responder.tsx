import { Screen } from '../ui/Screen.tsx';

export default function Responder({ id }: { id: string }) {
  return <Screen title={id}>{null}</Screen>;
}
