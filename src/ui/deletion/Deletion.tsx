import { useId, useRef, useState } from 'react';
import type { LeftOver } from '../../device/delete.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../Button.tsx';
import styles from './Deletion.module.css';
import { showEmptyPage } from './emptyPage.ts';

type Said = 'what' | 'button' | 'question' | 'noWayBack' | 'yes' | 'no' | 'done' | 'doneMore' | 'again';

interface Props {
  /** Deletes, and says what is still there. */
  work: () => Promise<LeftOver[]>;
  words: Record<Said, string>;
}

/** Deletes something for good, after one question, and then shows an empty page; or says what is left. */
export function Deletion({ work, words }: Props) {
  const t = useT();
  const question = useRef<HTMLDialogElement>(null);
  const title = useId();
  const no = useRef<HTMLButtonElement>(null);
  const [deleting, setDeleting] = useState(false);
  const [left, setLeft] = useState<LeftOver[]>([]);

  /** Whoever presses twice in haste deletes nothing. */
  function ask() {
    question.current?.showModal();
    no.current?.focus();
  }

  async function run() {
    question.current?.close();
    setDeleting(true);
    const result = await work();
    if (result.length === 0) {
      const text = `${words.doneMore} ${t('forget.clipboard')}`;
      showEmptyPage({ title: words.done, text, link: words.again });
      return;
    }
    setLeft(result);
    setDeleting(false);
  }

  return (
    <>
      <p>{words.what}</p>
      <Button variant="danger" disabled={deleting} onClick={ask}>
        {words.button}
      </Button>
      <dialog ref={question} className={styles.question} aria-labelledby={title} aria-describedby={`${title}-more`}>
        <h2 id={title}>{words.question}</h2>
        <p id={`${title}-more`}>{words.noWayBack}</p>
        <div className={styles.answers}>
          <Button variant="danger" onClick={() => void run()}>
            {words.yes}
          </Button>
          <Button ref={no} onClick={() => question.current?.close()}>
            {words.no}
          </Button>
        </div>
      </dialog>
      <p role="status">{deleting && t('delete.working')}</p>
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
