import { deleteEverything } from '../device/delete.ts';
import { useT } from '../i18n/i18n.ts';
import { Deletion } from '../ui/deletion/Deletion.tsx';

/** Deletes all that Harbour keeps on the device. */
export function DeleteEverything() {
  const t = useT();
  return (
    <Deletion
      work={deleteEverything}
      words={{
        what: t('delete.what'),
        button: t('delete.button'),
        question: t('delete.question'),
        noWayBack: t('delete.noWayBack'),
        yes: t('delete.yes'),
        no: t('delete.no'),
        done: t('delete.done'),
        doneMore: t('delete.doneMore'),
        again: t('delete.again'),
      }}
    />
  );
}
