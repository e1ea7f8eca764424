import { useId, useRef, useState } from 'react';
import { deleteEverything, type LeftOver } from '../device/storage.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import styles from './DeleteEverything.module.css';
import { showEmptyPage } from './emptyPage.ts';

/** Deletes all that Harbour keeps on the device, after one question, and then shows an empty page; or says what is left. */
export function DeleteEverything() {
  const t = useT();
  const question = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [deleting, setDeleting] = useState(false);
  const [left, setLeft] = useState<LeftOver[]>([]);

  async function run() {
    question.current?.close();
    setDeleting(true);
    const result = await deleteEverything();
    if (result.length === 0) {
      showEmptyPage({ title: t('delete.done'), text: t('delete.doneMore'), link: t('delete.again') });
      return;
    }
    setLeft(result);
    setDeleting(false);
  }

  return (
    <>
      <p>{t('delete.what')}</p>
      <Button variant="danger" disabled={deleting} onClick={() => question.current?.showModal()}>
        {t('delete.button')}
      </Button>
      <dialog ref={question} className={styles.question} aria-labelledby={title}>
        <h2 id={title}>{t('delete.question')}</h2>
        <p>{t('delete.noWayBack')}</p>
        <div className={styles.answers}>
          <Button variant="danger" onClick={() => void run()}>
            {t('delete.yes')}
          </Button>
          <Button onClick={() => question.current?.close()}>{t('delete.no')}</Button>
        </div>
      </dialog>
      <div role="alert">
        {left.length > 0 && (
          <>
            <p>
              <strong>{t('delete.partly')}.</strong>
            </p>
            <ul>
              {left.map(({ what, reason, detail }) => (
                <li key={what}>
                  {t(reason === 'open-elsewhere' ? 'delete.openElsewhere' : 'delete.refused', { what, detail })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
