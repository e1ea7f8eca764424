import { memo, type RefObject, Suspense, useDeferredValue, useEffect, useSyncExternalStore } from 'react';
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

/** What stands under the search box: where to begin, or what was found. */
export default function SearchScreen({ text, onText, box }: Props) {
  const t = useT();
  const engine = useSyncExternalStore(searchEngine.subscribe, searchEngine.getSnapshot);
  const later = useDeferredValue(text, '');
  useEffect(startSearch, []);

  if (text.trim() === '') return <Beginning onText={onText} box={box} />;
  if (engine.state === 'failed') {
    return (
      <div role="alert" className={styles.notice}>
        <p>{t('search.failed')}</p>
        <p>{t('search.failedMore')}</p>
        <Button onClick={startSearch}>{t('search.again')}</Button>
      </div>
    );
  }
  if (engine.state === 'loading') return <p role="status">{t('search.loading')}</p>;
  return (
    <>
      <Suspense fallback={null}>
        <OwnHits asked={later} />
      </Suspense>
      {/* The directory has no codes: what it would find is near by chance. */}
      {!codeMeant(text) && <Results asked={text} search={engine.search} directory={engine.directory} box={box} />}
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
