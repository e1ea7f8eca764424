import { useEffect, useId, useRef, useState } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { localDay } from '../../device/clock.ts';
import { number } from '../../i18n/amounts.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { type Comparison, type Fate, type Item, type Side, sideOf } from '../../workspace/backup/compare.ts';
import type { Contents } from '../../workspace/backup/contents.ts';
import styles from './Backup.module.css';
import { differenceOf, nameOf, tableName } from './words.ts';

/** In the order of what will be done. */
const FATES: readonly Fate[] = ['new', 'newer', 'joined', 'conflict', 'older', 'same'];
/** So many that differ are shown one by one; of more nobody reads each. */
const SHOWN = 50;

interface Props {
  contents: Contents;
  comparison: Comparison;
  onBring: (items: readonly Item[], sideFor: (item: Item) => Side | undefined) => void;
  onCancel: () => void;
}

/** What a backup would bring, by kind, and whose word counts where both differ. */
export function Coming({ contents, comparison: { items, unknown, unreadable }, onBring, onCancel }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy, places } = useDirectory();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [sides, setSides] = useState<ReadonlyMap<Item, Side>>(new Map());
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => heading.current?.focus(), []);

  const tables = [...new Set(items.map(({ table }) => table))];
  const differing = items.filter(({ fate }) => fate === 'newer' || fate === 'older' || fate === 'conflict');
  const shown = [...differing].sort((a, b) => Number(b.fate === 'conflict') - Number(a.fate === 'conflict'));
  const sideFor = (item: Item) => sides.get(item) ?? sideOf(item.fate);
  const undecided = differing.filter((item) => sideFor(item) === undefined);
  const coming = items.filter((item) => item.fate !== 'same' && sideFor(item) === 'there').length;
  const words = { t, language, taxonomy, places };

  function bring() {
    setIsAsked(true);
    if (undecided.length === 0) return onBring(items, sideFor);
    document.getElementById(`${id}-${items.indexOf(undecided[0] as Item)}-here`)?.focus();
  }

  return (
    <section className={styles.coming} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {t('backup.coming')}
      </h3>
      {contents.made > 0 && (
        <p className={styles.soft}>
          {t('backup.made', { date: partialDate(localDay(new Date(contents.made)), language) })}
        </p>
      )}
      <dl className={styles.kinds}>
        {tables.map((table) => (
          <div key={table}>
            <dt>{tableName(table, t)}</dt>
            {FATES.map((fate) => {
              const count = items.filter((item) => item.table === table && item.fate === fate).length;
              return count > 0 && <dd key={fate}>{`${t(`backup.fate.${fate}`)}: ${number(count, language)}`}</dd>;
            })}
          </div>
        ))}
      </dl>
      {unknown > 0 && <p>{t('backup.unknown', { number: number(unknown, language) })}</p>}
      {unreadable > 0 && <p>{t('backup.unreadable', { number: number(unreadable, language) })}</p>}
      {differing.length > 0 && <h4>{t('backup.differing')}</h4>}
      {shown.slice(0, SHOWN).map((item) => (
        <fieldset key={`${item.table} ${item.key}`} className={styles.set}>
          <legend>{t('backup.which', { table: tableName(item.table, t), name: nameOf(item, words) })}</legend>
          {(['here', 'there'] as const).map((side) => (
            <label key={side} className={styles.choice} data-chosen={sideFor(item) === side}>
              <input
                type="radio"
                id={`${id}-${items.indexOf(item)}-${side}`}
                name={`${id}-${items.indexOf(item)}`}
                checked={sideFor(item) === side}
                onChange={() => setSides(new Map(sides).set(item, side))}
              />
              <span>
                {t(`backup.${side}`)}
                <span className={styles.what}>{differenceOf(item, side, language)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {undecided.some((item) => !shown.slice(0, SHOWN).includes(item)) && (
        <div className={styles.pair}>
          {(['here', 'there'] as const).map((side) => (
            <Button
              key={side}
              onClick={() => setSides(new Map([...sides, ...undecided.map((item) => [item, side] as const)]))}
            >
              {t(`backup.${side}`)}: {number(undecided.length, language)}
            </Button>
          ))}
        </div>
      )}
      <p role="status" className={styles.mistake}>
        {isAsked && undecided.length > 0 && t('backup.undecided')}
      </p>
      {coming + undecided.length === 0 && <p>{t('backup.nothing')}</p>}
      <div className={styles.pair}>
        {coming + undecided.length > 0 && (
          <Button variant="primary" onClick={bring}>
            {t('backup.restore')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('backup.cancel')}</Button>
      </div>
    </section>
  );
}
