import { Screen } from '../ui/Screen.tsx';
import { OnThisDevice } from './OnThisDevice.tsx';

export default function Settings() {
  return (
    <Screen title="Settings">
      <OnThisDevice />
    </Screen>
  );
}
