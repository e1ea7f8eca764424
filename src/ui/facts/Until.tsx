import { Link } from 'wouter';
import { formersOf } from '../../directory/former.ts';
import type { CountryPack, PackChannel } from '../../directory/pack.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './Until.module.css';

interface Props {
  channel: Pick<PackChannel, 'type' | 'value'>;
  country: Pick<CountryPack, 'changes'>;
  responder: string;
  /** Where there is no room for more, only what changed in the month before this moment is said. */
  lately?: Date;
}

const MONTH = 31 * 86_400_000;

/** What stood in this number's place until later editions: who has it on paper can tell that it is the same line. */
export function Until({ channel, country, responder, lately }: Props) {
  const t = useT();
  const formers = formersOf(country, responder, channel).filter(
    ({ until }) => lately === undefined || lately.getTime() - Date.parse(until) < MONTH,
  );
  return formers.map(({ until, was }) => (
    <p key={was} className={styles.until}>
      <Link className={styles.link} href="/changes">
        {t('changes.until', { date: partialDate(until, currentLanguage()), was })}
      </Link>
    </p>
  ));
}
