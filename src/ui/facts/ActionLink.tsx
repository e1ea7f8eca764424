import { ExternalLink, Mail, MessageSquare, Phone } from 'lucide-react';
import { dialling, isCall, isEmergency, type NumberHome, type Standing } from '../../directory/dialling.ts';
import { COMMON } from '../../directory/emergency.ts';
import { callHref, hostOf, hrefOf } from '../../directory/links.ts';
import type { PackChannel } from '../../directory/pack.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './ActionLink.module.css';

/** Made once: React passes over an element that is the same as before. */
const CALL = <Phone aria-hidden size={20} />;
const TEXT = <MessageSquare aria-hidden size={20} />;
const WRITE = <Mail aria-hidden size={20} />;

interface Props {
  channel: PackChannel;
  /** The country whose number it is. */
  home: NumberHome;
  /** All channels of the same responder: one of them may work where this one does not. */
  others: readonly PackChannel[];
  /** Where the user stands and dials from. */
  standing: Standing;
  /** `wide`: the whole row is the link; `card`: as wide as its text; `small`: within a line of text. */
  look?: 'wide' | 'card' | 'small';
  /** Whom it reaches, where that does not stand in the link: said to whoever hears it. */
  whose?: string;
}

/**
 * The link that calls, writes or opens; it always shows what it reaches. A number that does not ring the right place from
 * where one stands is text, below the number that does.
 */
export function ActionLink({ channel, home, others, standing, look = 'wide', whose }: Props) {
  if (!isCall(channel)) return <WriteOrOpen channel={channel} look={look} whose={whose} />;
  const way = dialling(channel, home, standing, others);
  if (way.how === 'as-is' || way.how === 'abroad')
    return <CallLink type={channel.type} {...way} look={look} whose={whose} />;
  return (
    <div className={styles.both}>
      {way.how === 'inside' && <CallLink type={channel.type} {...way.instead} look={look} whose={whose} />}
      <OnlyThere shown={way.shown} home={home} emergency={isEmergency(channel, home)} />
    </div>
  );
}

interface LinkProps {
  type: PackChannel['type'];
  tel: string;
  shown: string;
  look: NonNullable<Props['look']>;
  whose: string | undefined;
}

function CallLink({ type, tel, shown, look, whose }: LinkProps) {
  const t = useT();
  const text = type === 'sms';
  const Icon = text ? MessageSquare : Phone;
  const verb = t(text ? 'act.text' : 'act.call');
  const href = text ? hrefOf({ type: 'sms', value: tel }) : callHref(tel);
  const label = whose === undefined && look === 'wide' ? undefined : `${verb} ${whose ? `${whose}, ` : ''}${shown}`;
  if (look !== 'wide') {
    return (
      <a className={`${styles[look]} ${styles.number}`} href={href} aria-label={label}>
        <Icon aria-hidden size={look === 'card' ? 20 : 18} /> <span>{shown}</span>
      </a>
    );
  }
  return (
    <a className={`${styles.action} ${styles.call}`} href={href} aria-label={label}>
      <span className={styles.number}>{shown}</span>
      <span className={styles.verb}>
        {text ? TEXT : CALL}
        {` ${verb}`}
      </span>
    </a>
  );
}

/** A number that would ring somebody else here: to read and pass on, not to tap. */
export function OnlyThere({ shown, home, emergency }: { shown: string; home: NumberHome; emergency: boolean }) {
  const t = useT();
  const { country } = home;
  const where = country === 'eu' ? undefined : countryName(country, currentLanguage());
  return (
    <p className={styles.there}>
      <b className={styles.silent}>{shown}</b>{' '}
      {where === undefined
        ? t('reach.onlyOwn')
        : t(emergency ? 'reach.emergencyThere' : 'reach.onlyInside', { country: where })}
      {emergency && ` ${t('reach.emergencyHere', { number: COMMON })}`}
    </p>
  );
}

function WriteOrOpen({ channel, look, whose }: Pick<LinkProps, 'look' | 'whose'> & { channel: PackChannel }) {
  const t = useT();
  const mail = channel.type === 'email';
  const address = mail ? channel.value : channel.value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  const verb = t(`act.${mail ? 'write' : channel.type === 'web' ? 'open' : channel.type}`);
  const Icon = mail ? Mail : ExternalLink;
  const href = hrefOf(channel);
  const elsewhere = mail ? {} : { target: '_blank', rel: 'noreferrer' };
  if (look === 'wide') {
    return (
      <a className={styles.action} href={href} {...elsewhere}>
        <span className={styles.address}>{address}</span>
        <span className={styles.verb}>
          {mail ? WRITE : <Icon aria-hidden size={20} />} {verb}
        </span>
      </a>
    );
  }
  const host = mail ? address : hostOf(channel.value).replace(/^www\./, '');
  return (
    <a className={styles[look]} href={href} {...elsewhere} aria-label={`${verb} ${whose ? `${whose}, ` : ''}${host}`}>
      <Icon aria-hidden size={look === 'card' ? 20 : 18} /> {host}
    </a>
  );
}
