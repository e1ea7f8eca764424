import { ExternalLink, Mail, Phone } from 'lucide-react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { useSettings } from '../../device/settings.ts';
import { COUNTRIES, type CountryCode } from '../../directory/codes.ts';
import { whoseWas } from '../../directory/former.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import type { OwnChannel, OwnContact } from '../../workspace/own.ts';
import { numberIn, type OwnNumber, ownHref } from '../../workspace/reach.ts';
import styles from './own.module.css';

const ICONS = { phone: Phone, email: Mail, web: ExternalLink };
const VERBS = { phone: 'act.call', email: 'act.write', web: 'act.open' } as const;

/** The ways to reach an own contact: a link where it reaches the right place from here, else text that says why not. */
export function OwnReach({ contact }: { contact: Pick<OwnContact, 'channels' | 'country'> }) {
  return (
    <ul role="list" className={styles.reach}>
      {contact.channels.map((channel) => (
        <li key={`${channel.kind} ${channel.value}`}>
          <Way channel={channel} country={contact.country} />
        </li>
      ))}
    </ul>
  );
}

/** Whose number it was, where the directory has another one for them since. */
function Was({ number: { dial, international }, country }: { number: OwnNumber; country: CountryCode | undefined }) {
  const t = useT();
  const directory = useDirectory();
  if (!international && country === undefined) return null;
  const digits = dial.replace(/\D/g, '').replace(/^00/, '');
  return whoseWas(directory, digits, international ? undefined : country).map(({ responder, was, instead }) => {
    const { main } = names(responder.name, currentLanguage());
    const now = instead && (instead.international ?? instead.national ?? instead.value);
    return (
      <p key={responder.id}>
        <Link className={styles.link} href={`/responders/${responder.id}`} lang={main.language}>
          {main.text}
        </Link>
        {` ${now ? t('changes.instead', { now, was }) : t('changes.went', { was })}`}
      </p>
    );
  });
}

function Way({ channel, country }: { channel: OwnChannel; country: string | undefined }) {
  const t = useT();
  const { country: standing } = useSettings();
  const home = COUNTRIES.find((code) => code === country);
  // Whoever wrote it down without a country knows where it rings.
  const rings = home === undefined || standing === undefined || home === standing;
  const href = ownHref(channel, rings);
  const number = channel.kind === 'phone' ? numberIn(channel.value) : undefined;
  const Icon = ICONS[channel.kind];
  return (
    <>
      {href === undefined ? (
        <p className={styles.silent}>{channel.value}</p>
      ) : (
        <a
          className={`${styles.way} ${channel.kind === 'phone' ? styles.call : ''}`}
          href={href}
          {...(channel.kind === 'web' && { target: '_blank', rel: 'noreferrer' })}
        >
          <span className={channel.kind === 'phone' ? styles.number : styles.address}>{channel.value}</span>
          <span className={styles.verb}>
            <Icon aria-hidden size={20} /> {t(VERBS[channel.kind])}
          </span>
        </a>
      )}
      {channel.label !== undefined && <p className={styles.soft}>{channel.label}</p>}
      {number?.extension !== undefined && href !== undefined && (
        <p className={styles.soft}>{t('corner.extension', { extension: number.extension })}</p>
      )}
      {number && href === undefined && home && (
        <p className={styles.soft}>{t('corner.onlyThere', { country: countryName(home, currentLanguage()) })}</p>
      )}
      {channel.kind === 'phone' && !number && <p className={styles.soft}>{t('corner.noNumber')}</p>}
      {number && <Was number={number} country={home} />}
    </>
  );
}
