import { useDirectory } from '../dataset/useDirectory.ts';
import { useGuides } from '../dataset/useGuidance.ts';
import { useSettings } from '../device/settings.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { useSaid } from '../ui/facts/InEnglish.tsx';
import { useTicks } from '../workspace/useTicks.ts';
import { CallsOnPaper } from './Calls.tsx';
import { byKind, type Guide, isOutside, readPoint } from './guides.ts';
import styles from './RolePaper.module.css';

const MARKS = { sign: '◦', do: '☐', dont: '✕', use: '☐', avoid: '✕', know: '–' } as const;

/** A text in the language that the screen shows it in. */
function OnPaper({ children }: { children: string }) {
  const { text, language } = useSaid(children);
  return <span lang={language}>{text}</span>;
}

/** What a profession does, on one sheet of paper: boxes to tick, whom to call, the pages by publisher. */
export function RolePaper({ guide }: { guide: Guide }) {
  const t = useT();
  const language = currentLanguage();
  const pack = useGuides();
  const directory = useDirectory();
  const { country } = useSettings();
  const { done } = useTicks(guide.slug);
  const phases = guide.sections.filter(({ phase }) => phase !== undefined);
  const call = guide.sections.find((section) => section.call)?.call;
  const publishers = new Map<string, number>();
  const numbersOf = (sources: readonly { publisher: string }[]) =>
    [...new Set(sources.map(({ publisher }) => publisher))].map((publisher) => {
      if (!publishers.has(publisher)) publishers.set(publisher, publishers.size + 1);
      return publishers.get(publisher);
    });
  const columns = phases.map((section) => (
    <section key={section.id}>
      <h2>{names(section.title, language).main.text}</h2>
      <ul role="list">
        {byKind(section.items).flatMap(({ as, items }) =>
          items.flatMap(({ point }) => {
            const read = readPoint(pack, directory, point);
            if (!read) return [];
            const ticked = done.has(`${section.id}/${point}`);
            return [
              <li key={point}>
                <span>{ticked ? '☒' : MARKS[as]}</span>
                <span>
                  <OnPaper>{read.text}</OnPaper>
                  {isOutside(read.scope) && ` (${read.scope.toUpperCase()})`}
                  <sup>{numbersOf(read.sources).join(',')}</sup>
                </span>
              </li>,
            ];
          }),
        )}
      </ul>
    </section>
  ));
  return (
    <div className={styles.paper}>
      {call && (
        <section className={styles.calls}>
          <h2>
            {country
              ? t('guidance.call.titleIn', { country: countryName(country, language) })
              : t('guidance.call.title')}
          </h2>
          <CallsOnPaper call={call} />
        </section>
      )}
      {columns}
      <p className={styles.sources}>
        {t('guidance.print.sources')}:{' '}
        {[...publishers].map(([publisher, number]) => `${number} ${publisher}`).join(' · ')}
      </p>
    </div>
  );
}
