import { Link } from 'wouter';
import { COUNTRIES } from '../../directory/codes.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import type { OwnContact } from '../../workspace/own.ts';
import styles from './own.module.css';

/** An own contact as a line: the name leads to it. */
export function ContactRow({ contact }: { contact: OwnContact }) {
  const t = useT();
  return (
    <Link className={styles.row} href={`/workspace/contacts/${contact.id}`} data-hit="">
      <span className={styles.rowName}>{contact.name}</span>
      <span className={styles.soft}>
        {[contact.mine && t('corner.contact.mine'), whoText(contact)].filter(Boolean).join(' · ')}
      </span>
    </Link>
  );
}

/** What somebody is, where and for whom, in a line. */
export function whoText({ role, organisation, country }: OwnContact): string {
  const known = COUNTRIES.find((code) => code === country);
  return [role, organisation, known && countryName(known, currentLanguage())].filter(Boolean).join(' · ');
}
