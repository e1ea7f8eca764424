import { useT } from '../i18n/i18n.ts';
import { Deletion } from '../ui/deletion/Deletion.tsx';
import { Section } from '../ui/Section.tsx';
import { deleteAllMine } from './deleting.ts';

/** Deletes all that is the user's. The directory stays, so that the next person can call at once. */
export function Wipe() {
  const t = useT();
  return (
    <Section title={t('wipe.title')}>
      <Deletion
        work={deleteAllMine}
        words={{
          what: t('wipe.what'),
          button: t('wipe.button'),
          question: t('wipe.question'),
          noWayBack: t('wipe.noWayBack'),
          yes: t('wipe.yes'),
          no: t('wipe.no'),
          done: t('wipe.done'),
          doneMore: t('wipe.doneMore'),
          again: t('wipe.again'),
        }}
      />
    </Section>
  );
}
