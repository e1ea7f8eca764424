import { useId } from 'react';
import { COUNTRIES } from '../directory/codes.ts';
import type { Standing } from '../directory/dialling.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import type { Say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import type { OwnChannel } from '../workspace/own.ts';
import { LONGEST, numberIn } from '../workspace/reach.ts';
import { channelsOf, LIMITS, type ReachRow } from './contact-form.ts';
import styles from './Form.module.css';

interface Props {
  rows: readonly ReachRow[];
  /** The contact's country, where it is said. */
  country: string;
  standing: Standing;
  onChange(rows: ReachRow[]): void;
}

/** Numbers and addresses, typed in any way; below each row stands what it is kept as. */
export function ReachRows({ rows, country, standing, onChange }: Props) {
  const t = useT();
  const id = useId();
  const set = (key: string, part: Partial<ReachRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.set}>
      <legend>{t('corner.contact.reach')}</legend>
      <p className={styles.soft}>{t('corner.contact.reachHint')}</p>
      {rows.map((row, at) => (
        <div key={row.key} className={styles.reachRow}>
          <input
            type="text"
            aria-label={t('corner.contact.reachRow', { number: at + 1 })}
            aria-describedby={`${id}-${row.key}`}
            value={row.typed}
            maxLength={LONGEST}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={({ currentTarget }) => set(row.key, { typed: currentTarget.value })}
          />
          {row.typed.trim() !== '' && (
            <input
              type="text"
              className={styles.for}
              aria-label={t('corner.contact.labelRow', { number: at + 1 })}
              placeholder={t('corner.contact.label')}
              value={row.label}
              maxLength={LIMITS.label}
              autoComplete="off"
              onChange={({ currentTarget }) => set(row.key, { label: currentTarget.value })}
            />
          )}
          <div id={`${id}-${row.key}`} role="status">
            <Kept row={row} country={country} standing={standing} />
          </div>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...rows, { key: nextKey(rows), typed: '', label: '' }])}>
          {t('corner.contact.addReach')}
        </Button>
      </div>
    </fieldset>
  );
}

/** What a row is kept as, where that does not go without saying. */
function Kept({ row, country, standing }: { row: ReachRow; country: string; standing: Standing }) {
  const t = useT();
  const channels = channelsOf(row);
  const home = COUNTRIES.find((code) => code === country);
  const several = channels.length > 1;
  const said = [
    ...(several ? [t('corner.contact.keptAs', { count: channels.length })] : []),
    ...channels.flatMap((channel) => {
      const dials = dialsText(channel, t);
      return several ? [[channel.value, dials].filter(Boolean).join(' · ')] : (dials ?? []);
    }),
    ...(home && standing !== home && channels.some(isNational)
      ? [t('corner.onlyThere', { country: countryName(home, currentLanguage()) })]
      : []),
  ];
  return said.map((line) => (
    <p key={line} className={styles.soft}>
      {line}
    </p>
  ));
}

function isNational({ kind, value }: OwnChannel): boolean {
  return kind === 'phone' && numberIn(value)?.international === false;
}

/** What a number dials, where that is not simply its digits. */
function dialsText({ kind, value }: OwnChannel, t: Say): string | undefined {
  if (kind !== 'phone') return undefined;
  const number = numberIn(value);
  if (!number) return t('corner.noNumber');
  const { dial, extension } = number;
  if (extension !== undefined) return t('corner.contact.dialsThen', { number: dial, extension });
  return dial === value.replace(/[^+\d]/g, '') ? undefined : t('corner.contact.dials', { number: dial });
}

function nextKey(rows: readonly ReachRow[]): string {
  return String(Math.max(-1, ...rows.map(({ key }) => Number(key))) + 1);
}
