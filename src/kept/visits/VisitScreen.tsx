import { useEffect, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { localDay } from '../../device/clock.ts';
import { countryName, partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useNotKept } from '../../ui/useNotKept.ts';
import { useOwnDraft, type Visit } from '../../workspace/useOwn.ts';
import { STAGES, type Stage, stageOf } from '../../workspace/visits/days.ts';
import { whereAndWhen } from '../../workspace/visits/report.ts';
import { Back } from '../Back.tsx';
import { After } from './After.tsx';
import { Before } from './Before.tsx';
import type { VisitKeeper } from './keeper.ts';
import { There } from './There.tsx';
import { useVisitCountries } from './useVisitCountries.ts';
import styles from './visits.module.css';

/** A visit: what one does before, there and after. Which of the three one looks at stands in the address. */
export function VisitScreen({ id }: { id: string }) {
  const t = useT();
  const notKept = useNotKept();
  const draft = useOwnDraft('visits', id);
  const [seen, setSeen] = useState<Visit>();
  const visit = draft.value;
  if (visit && visit !== seen) setSeen(visit);
  if (draft.state === 'loading') return <Loading />;
  if (!visit) return <Missing refused={draft.state === 'refused'} deleted={seen !== undefined} retry={draft.retry} />;
  const keeper: VisitKeeper = {
    visit,
    stored: draft.stored,
    state: draft.state,
    change: (edit) => void draft.edit(edit),
  };
  return (
    <Screen
      title={visit.title}
      tabTitle={t('visits.title')}
      above={
        <div className="no-print">
          <Back />
        </div>
      }
    >
      <div role="status" className={`${styles.status} no-print`}>
        {draft.state === 'refused' && <p className={styles.notice}>{notKept(t('visits.refused'), 'copy')}</p>}
        {draft.state === 'unsaved' && (
          <div className={styles.notice}>
            <p>{notKept(t('visits.unsaved'), 'copy')}</p>
            <Button onClick={() => void draft.retry()}>{t('saving.retry')}</Button>
          </div>
        )}
      </div>
      <Parts keeper={keeper} />
    </Screen>
  );
}

function Parts({ keeper }: { keeper: VisitKeeper }) {
  const t = useT();
  const language = currentLanguage();
  const { visit } = keeper;
  const countries = useVisitCountries(visit.country, visit.home);
  const asked = new URLSearchParams(useSearch()).get('part');
  // Where one is by the calendar when the visit is opened; it does not change under one's hands when days are filled in.
  const [stage] = useState(() => stageOf(visit, localDay(new Date())));
  const part: Stage = STAGES.find((name) => name === asked) ?? stage;
  // Whoever goes by ear hears that another part stands there, and goes on in it.
  const shown = useRef<HTMLElement>(null);
  const before = useRef(part);
  useEffect(() => {
    if (before.current !== part) shown.current?.focus({ preventScroll: true });
    before.current = part;
  }, [part]);
  const words = {
    say: (key: string, values?: Record<string, string | number>) => t(key, values ?? {}),
    day: (date: string) => partialDate(date, language),
    country: countries ? countryName(countries.to, language) : visit.country,
  };
  return (
    <>
      <p className={styles.where}>{whereAndWhen(visit, words)}</p>
      <nav className={`${styles.parts} no-print`} aria-label={t('visits.parts')}>
        {STAGES.map((name) => (
          <Link
            key={name}
            href={`/workspace/visits/${visit.id}?part=${name}`}
            replace
            aria-current={name === part ? 'page' : undefined}
          >
            {t(`visits.stage.${name}`)}
          </Link>
        ))}
      </nav>
      <section ref={shown} tabIndex={-1} className={styles.part} aria-label={t(`visits.stage.${part}`)}>
        {part === 'before' && <Before keeper={keeper} countries={countries} />}
        {part === 'there' && <There keeper={keeper} countries={countries} />}
        {part === 'after' && <After keeper={keeper} words={words} />}
      </section>
    </>
  );
}

/** Nothing of this id can be read. */
function Missing({ refused, deleted, retry }: { refused: boolean; deleted: boolean; retry(): void }) {
  const t = useT();
  return (
    <Screen title={t('visits.title')} above={<Back />}>
      <p className={styles.notice}>
        {t(refused ? 'visits.noDatabase' : deleted ? 'visits.deleted' : 'visits.notHere')}
      </p>
      <p className={styles.row}>
        {refused && <Button onClick={retry}>{t('saving.retry')}</Button>}
        <Link className={styles.link} href="/workspace/visits/new">
          {t('visits.new.title')}
        </Link>
      </p>
    </Screen>
  );
}
