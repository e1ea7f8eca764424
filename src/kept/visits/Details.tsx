import { useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import type { Visit } from '../../workspace/useOwn.ts';
import { type Detail, setDetail, setTitle } from '../../workspace/visits/edits.ts';
import { DayField } from './Entries.tsx';
import { savingIn, type VisitKeeper } from './keeper.ts';
import styles from './visits.module.css';

const LONGEST = 200;
const MOST_PEOPLE = 999;

/** Place, days and delegation. Each letter is kept as it is written; there is nothing to press. */
export function Details({ keeper }: { keeper: VisitKeeper }) {
  const t = useT();
  const { visit, change } = keeper;
  const [open] = useState(visit.from === undefined);
  const set = <Name extends Detail>(name: Name, value: Visit[Name] | undefined) => change(setDetail(name, value));
  const text = (name: 'place' | 'organisations') => ({
    value: visit[name] ?? '',
    maxLength: LONGEST,
    // The browser's list of what was typed outlives the visit.
    autoComplete: 'off',
    'data-saving': savingIn(keeper, (of) => of[name]),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => set(name, currentTarget.value || undefined),
  });
  const backwards = visit.from !== undefined && visit.to !== undefined && visit.to < visit.from;
  return (
    <details className={styles.fold} open={open}>
      <summary>
        <h2>{t('visits.details.title')}</h2>
      </summary>
      <div className={styles.form}>
        <Title keeper={keeper} />
        <label className={styles.field}>
          <span>{t('visits.details.place')}</span>
          <input type="text" {...text('place')} />
        </label>
        <div className={styles.two}>
          <DayField
            label={t('visits.details.from')}
            value={visit.from ?? ''}
            saving={savingIn(keeper, ({ from }) => from)}
            onChange={(day) => set('from', day || undefined)}
          />
          <DayField
            label={t('visits.details.to')}
            value={visit.to ?? ''}
            saving={savingIn(keeper, ({ to }) => to)}
            onChange={(day) => set('to', day || undefined)}
          />
        </div>
        <p role="status" className={styles.mistake}>
          {backwards && t('visits.details.backwards')}
        </p>
        <label className={styles.field}>
          <span>{t('visits.details.people')}</span>
          <input
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST_PEOPLE}
            value={visit.people ?? ''}
            data-saving={savingIn(keeper, ({ people }) => people)}
            onChange={({ currentTarget }) => set('people', countOf(currentTarget.value))}
          />
        </label>
        <label className={styles.field}>
          <span>{t('visits.details.organisations')}</span>
          <input type="text" {...text('organisations')} />
        </label>
        <p className={styles.soft}>{t('visits.details.noNames')}</p>
      </div>
    </details>
  );
}

/** The name of the visit: what is empty while it is written anew does not reach the disk. */
function Title({ keeper }: { keeper: VisitKeeper }) {
  const t = useT();
  const { visit, change } = keeper;
  const [empty, setEmpty] = useState(false);
  return (
    <label className={styles.field}>
      <span>{t('visits.details.name')}</span>
      <input
        type="text"
        maxLength={LONGEST}
        autoComplete="off"
        value={empty ? '' : visit.title}
        data-saving={savingIn(keeper, ({ title }) => title)}
        onBlur={() => setEmpty(false)}
        onChange={({ currentTarget: { value } }) => {
          setEmpty(value.trim() === '');
          change(setTitle(value));
        }}
      />
    </label>
  );
}

function countOf(value: string): number | undefined {
  const count = Number.parseInt(value, 10);
  return count > 0 ? Math.min(count, MOST_PEOPLE) : undefined;
}
