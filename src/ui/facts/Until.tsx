import { Link } from 'wouter';
import type { CountryPack, PackChannel } from '../../directory/pack.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './Until.module.css';

interface Props {
  channel: Pick<PackChannel, 'type' | 'value'>;
  country: Pick<CountryPack, 'changes'>;
  responder: string;
}

/** What stood in this number's place until a later edition: who has it on paper can tell that it is the same line. */
export function Until({ channel, country, responder }: Props) {
  const t = useT();
  for (const { date, changes } of country.changes) {
    const change = changes.find(
      ({ what, responder: whose, type, value, was }) =>
        what === 'contact' && whose === responder && type === channel.type && value === channel.value && was,
    );
    if (!change) continue;
    return (
      <p className={styles.until}>
        <Link className={styles.link} href="/changes">
          {t('changes.until', { date: partialDate(date, currentLanguage()), was: change.was })}
        </Link>
      </p>
    );
  }
  return null;
}
