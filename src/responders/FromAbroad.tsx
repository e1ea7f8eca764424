import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { isReachable } from '../directory/dialling.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';
import { shownNumber } from '../directory/shown-number.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Section } from '../ui/Section.tsx';
import { phonesOf } from './gaps.ts';
import styles from './Responder.module.css';

/** How each number is dialled from another country, and what to dial where it cannot be. */
export function FromAbroad({ responder, country }: { responder: PackResponder; country: CountryPack }) {
  const t = useT();
  const directory = useDirectory();
  const phones = phonesOf(responder);
  if (phones.length === 0) return null;
  const working = phones.filter(({ fromAbroad }) => fromAbroad === true);
  const contactPoint = directory.responder(country.contactPoint ?? '');
  const elsewhere =
    contactPoint && contactPoint.id !== responder.id && phonesOf(contactPoint).some((c) => c.fromAbroad);
  return (
    <Section title={t('responders.one.abroad.title')}>
      <ul role="list" className={styles.rows}>
        {phones.map((channel) => (
          <li key={`${channel.type}${channel.value}`} className={styles.dial}>
            <span className="tabular">
              {isReachable(channel, country, undefined, responder.channels)
                ? (channel.international ?? channel.value)
                : shownNumber(channel, false)}
            </span>
            <span className={styles.soft}>{t(`responders.one.abroad.${reach(channel)}`)}</span>
          </li>
        ))}
      </ul>
      {working.length === 0 && (
        <p>
          {t('responders.one.abroad.none')}{' '}
          {elsewhere && (
            <Link className={styles.inlineLink} href={`/responders/${contactPoint.id}`}>
              {names(contactPoint.name, currentLanguage()).main.text}
            </Link>
          )}
        </p>
      )}
      {working.length > 0 && working.length < phones.length && (
        <p>
          {t('responders.one.abroad.use')}{' '}
          <strong className="tabular">
            {working.map((channel) => channel.international ?? channel.value).join(', ')}
          </strong>
        </p>
      )}
    </Section>
  );
}

function reach(channel: PackChannel): 'works' | 'inside' | 'short' | 'unknown' {
  if (channel.fromAbroad === true) return 'works';
  if (channel.fromAbroad === false) return 'inside';
  return channel.short ? 'short' : 'unknown';
}
