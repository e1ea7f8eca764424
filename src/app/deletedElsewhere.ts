import { dropCases, wereForgotten } from '../device/case-of-tab.ts';
import { closeDatabases } from '../device/delete.ts';
import { hearDeletion } from '../device/deletion.ts';
import { sayNow } from '../i18n/i18n.ts';
import { showEmptyPage } from '../ui/deletion/emptyPage.ts';

/** Ends this tab when another one deletes what is the user's: it shows, holds and writes nothing of it from that moment on. */
export function endWhenDeletedElsewhere(): void {
  let ended = false;
  hearDeletion((step) => {
    if (step === 'begun' && !ended) {
      ended = true;
      closeDatabases();
      // Who deletes in need must not be told on: no word of what was done.
      showEmptyPage({ title: sayNow('app.name'), link: sayNow('delete.again') });
      dropCases();
      sessionStorage.clear();
    }
    if (step === 'over' && ended) location.replace(import.meta.env.BASE_URL);
  });
  // A frozen page hears nothing: thawed, it still shows what somebody has forgotten meanwhile.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted && wereForgotten()) location.reload();
    },
    { capture: true },
  );
}
