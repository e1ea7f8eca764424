import { useState } from 'react';
import type { LeftOver } from '../../device/delete.ts';
import { useT } from '../../i18n/i18n.ts';
import { showEmptyPage } from './emptyPage.ts';
import { Question } from './Question.tsx';

type Said = 'what' | 'button' | 'question' | 'noWayBack' | 'yes' | 'no' | 'done' | 'doneMore' | 'again';

interface Props {
  /** Deletes, and says what is still there. */
  work: () => Promise<LeftOver[]>;
  words: Record<Said, string>;
}

/** Deletes something for good, after one question, and then shows an empty page; or says what is left. */
export function Deletion({ work, words }: Props) {
  const t = useT();
  const [deleting, setDeleting] = useState(false);
  const [left, setLeft] = useState<LeftOver[]>([]);

  async function run() {
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
      <Question
        button={words.button}
        question={words.question}
        more={words.noWayBack}
        yes={words.yes}
        no={words.no}
        disabled={deleting}
        onYes={() => void run()}
      />
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
