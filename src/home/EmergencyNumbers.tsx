import { Phone } from 'lucide-react';
import type { CountryCode } from '../directory/codes.ts';
import {
  areMuchRemarked,
  COMMON,
  type FirstEmergency,
  inOrder,
  insideAndAbroad,
  isUrgent,
  readable,
  remarks,
} from '../directory/emergency.ts';
import { callHref } from '../directory/links.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { InEnglish, InEnglishNote, SaidInEnglish } from '../ui/facts/InEnglish.tsx';
import styles from './EmergencyNumbers.module.css';

/** A country's emergency numbers: one of them large, the others beside it. */
export function EmergencyNumbers({ numbers }: { numbers: readonly FirstEmergency[] }) {
  const t = useT();
  const [main, ...others] = inOrder(numbers);
  if (!main) return null;
  return (
    <section className={styles.emergency} aria-label={t('home.emergency.label')}>
      <BigCall number={main.number} reaches={main.for.map((purpose) => t(`home.emergency.${purpose}`)).join(' · ')} />
      <SmallCalls numbers={others} />
      <Remarks numbers={numbers} />
    </section>
  );
}

/** The emergency numbers of a country for who stands in another: 112, which helps where one is, and to read those that would ring somebody else. */
export function EmergencyElsewhere({ numbers, country }: { numbers: readonly FirstEmergency[]; country: CountryCode }) {
  const t = useT();
  const { inside } = insideAndAbroad(numbers);
  return (
    <section className={styles.emergency} aria-label={t('home.emergency.label')}>
      <BigCall number={COMMON} reaches={t('home.commonReaches')} />
      {inOrder(inside).map((entry) => (
        <p key={entry.number} className={styles.remark}>
          <b className="tabular">{readable(entry.number)}</b>{' '}
          {entry.for.map((purpose) => t(`home.emergency.${purpose}`)).join(', ')}{' '}
          {t('reach.emergencyThere', { country: countryName(country, currentLanguage()) })}
        </p>
      ))}
    </section>
  );
}

/** Numbers one beside the other. */
export function SmallCalls({ numbers }: { numbers: readonly FirstEmergency[] }) {
  if (numbers.length === 0) return null;
  return (
    <ul role="list" className={styles.others}>
      {numbers.map((entry) => (
        <li key={entry.number}>
          <SmallCall entry={entry} />
        </li>
      ))}
    </ul>
  );
}

/** What has to be known about numbers; folded where it is much. */
export function Remarks({ numbers }: { numbers: readonly FirstEmergency[] }) {
  const t = useT();
  const found = remarks(numbers);
  const known = found.map((remark) => (
    <p key={remark.text} className={styles.remark}>
      {remark.numbers.join(', ')}: <InEnglish>{remark.text}</InEnglish>
    </p>
  ));
  // What they all are is said once.
  const said =
    known.length < 2 || currentLanguage() === 'en' ? (
      known
    ) : (
      <SaidInEnglish>
        {known}
        <p className={styles.remark}>
          <InEnglishNote />
        </p>
      </SaidInEnglish>
    );
  if (!areMuchRemarked(numbers)) return said;
  return (
    <details className={styles.remarks}>
      <summary>
        {t('home.remarks')}: {found.flatMap((remark) => remark.numbers).join(', ')}
      </summary>
      {said}
    </details>
  );
}

/** The one number, as large as the screen bears; the whole card calls. */
export function BigCall({ number, reaches }: { number: string; reaches: string }) {
  const t = useT();
  return (
    <a id="emergency" className={styles.big} href={callHref(number)}>
      <span className={styles.told}>
        <span className={styles.number}>{readable(number)}</span> <span className={styles.reaches}>{reaches}</span>
      </span>{' '}
      <span className={styles.verb}>
        <Phone aria-hidden size={24} /> {t('act.call')}
      </span>
    </a>
  );
}

/** A number with what it is for, to tap. */
export function SmallCall({ entry }: { entry: FirstEmergency }) {
  const t = useT();
  return (
    <a className={`${styles.small} ${isUrgent(entry) ? styles.urgent : ''}`} href={callHref(entry.number)}>
      <b>{entry.shown ?? readable(entry.number)}</b>{' '}
      {entry.for.map((purpose) => t(`home.emergency.${purpose}`)).join(', ')}
    </a>
  );
}
