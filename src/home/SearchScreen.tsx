import { Activity, memo, type RefObject, Suspense, useDeferredValue, useEffect, useSyncExternalStore } from 'react';
import { useSettings } from '../device/settings.ts';
import { useT } from '../i18n/i18n.ts';
import { codeMeant } from '../referral/code.ts';
import { Button } from '../ui/Button.tsx';
import { ownPart } from '../ui/own/part.ts';
import { Section } from '../ui/Section.tsx';
import { useRecent } from '../workspace/useWorkspace.ts';
import { NotedList } from './Lately.tsx';
import { Needs } from './Needs.tsx';
import { Results } from './Results.tsx';
import styles from './SearchScreen.module.css';
import { searchEngine, startSearch } from './searchEngine.ts';

interface Props {
  text: string;
  onText(text: string): void;
  box: RefObject<HTMLInputElement | null>;
}

/** One's own stands apart, and the directory's results do not wait for it. */
const OwnHits = memo(ownPart((late) => late.OwnHits));

/** Drawn unseen below an empty box, when there is time: the first letter then changes rows that are there, as every other does. */
const REHEARSED = 's';

/** What stands under the search box: where to begin, or what was found. */
export default function SearchScreen({ text, onText, box }: Props) {
  const t = useT();
  const engine = useSyncExternalStore(searchEngine.subscribe, searchEngine.getSnapshot);
  const later = useDeferredValue(text, '');
  useEffect(startSearch, []);

  const begins = text.trim() === '';
  return (
    <>
      <Activity mode={begins ? 'visible' : 'hidden'}>
        <Beginning onText={onText} box={box} />
      </Activity>
      {engine.state === 'ready' && (
        <>
          {!begins && (
            <Suspense fallback={null}>
              <OwnHits asked={later} />
            </Suspense>
          )}
          {/* The directory has no codes: what it would find is near by chance. */}
          {!codeMeant(text) && (
            <Activity mode={begins ? 'hidden' : 'visible'}>
              <Results
                asked={begins ? REHEARSED : text}
                unseen={begins}
                search={engine.search}
                directory={engine.directory}
                box={box}
              />
            </Activity>
          )}
        </>
      )}
      {!begins && engine.state === 'loading' && <p role="status">{t('search.loading')}</p>}
      {!begins && engine.state === 'failed' && (
        <div role="alert" className={styles.notice}>
          <p>{t('search.failed')}</p>
          <p>{t('search.failedMore')}</p>
          <Button onClick={startSearch}>{t('search.again')}</Button>
        </div>
      )}
    </>
  );
}

const EXAMPLES = ['one', 'two', 'three', 'four'] as const;

/** An empty box: what one looked at last, what is often needed, and what can be typed. */
function Beginning({ onText, box }: Pick<Props, 'onText' | 'box'>) {
  const t = useT();
  const { country } = useSettings();
  const recent = useRecent().items.slice(0, 5);
  return (
    <>
      <Section title={t('search.examples')}>
        <ul role="list" className={styles.chips}>
          {EXAMPLES.map((name) => (
            <li key={name}>
              <button
                type="button"
                className={styles.chip}
                onClick={() => {
                  onText(t(`search.example.${name}`));
                  box.current?.focus();
                }}
              >
                {t(`search.example.${name}`)}
              </button>
            </li>
          ))}
        </ul>
      </Section>
      <Needs country={country} />
      {recent.length > 0 && (
        <Section title={t('home.recent')}>
          <NotedList items={recent} />
        </Section>
      )}
    </>
  );
}
