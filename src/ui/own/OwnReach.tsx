import { ExternalLink, Mail, Phone } from 'lucide-react';
import { useSettings } from '../../device/settings.ts';
import { COUNTRIES } from '../../directory/codes.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import type { OwnChannel, OwnContact } from '../../workspace/own.ts';
import { numberIn, ownHref } from '../../workspace/reach.ts';
import { WhoseWas } from '../facts/WhoseWas.tsx';
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
      {number && <WhoseWas written={channel.value} where={home} />}
    </>
  );
}
