import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import type { PackResponder } from '../directory/pack.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Section } from '../ui/Section.tsx';
import { sameBody, sameNumber } from './gaps.ts';
import styles from './Responder.module.css';

/** Entries of the same body, and those that share a number with this one. */
export function Related({ responder }: { responder: PackResponder }) {
  const t = useT();
  const language = currentLanguage();
  const { responders } = useDirectory();
  const bodies = sameBody(responder, responders);
  const numbers = sameNumber(responder, responders).filter((other) => !bodies.includes(other));
  if (bodies.length + numbers.length === 0) return null;
  const row = (other: PackResponder, why: string) => (
    <li key={other.id}>
      <Link className={styles.row} href={`/responders/${other.id}`}>
        {names(other.name, language).main.text}
      </Link>
      <span className={styles.soft}>{why}</span>
    </li>
  );
  return (
    <Section title={t('responders.one.related')}>
      <ul role="list" className={styles.rows}>
        {bodies.map((other) => row(other, t('responders.one.sameBody')))}
        {numbers.map((other) => row(other, t('responders.one.sameNumber')))}
      </ul>
    </Section>
  );
}
