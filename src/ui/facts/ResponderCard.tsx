import { ExternalLink, Mail, MessageSquare, Phone } from 'lucide-react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { newestDate } from '../../directory/confidence.ts';
import { channelConfidence, channelSources, responderConfidence, sourcesOf } from '../../directory/directory.ts';
import { firstChannel } from '../../directory/first-contacts.ts';
import { hostOf, hrefOf } from '../../directory/links.ts';
import { openingAt } from '../../directory/opening.ts';
import type { CountryPack, PackChannel, PackResponder } from '../../directory/pack.ts';
import type { CountryCode } from '../../directory/schema.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { label, names } from '../../i18n/labels.ts';
import { isCall, shownNumber } from './ChannelAction.tsx';
import { ConfidenceMark } from './ConfidenceMark.tsx';
import { InEnglish } from './InEnglish.tsx';
import { OpeningState } from './OpeningState.tsx';
import styles from './ResponderCard.module.css';

interface Props {
  responder: PackResponder;
  country: CountryPack;
  /** Where the user stands: numbers of another country are shown as dialled from there. */
  standing?: CountryCode | undefined;
  now: Date;
}

/** A responder in a list: who, where, the first way to reach it, whether it answers now and how sure that is. */
export function ResponderCard({ responder, country, standing, now }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy, responder: find } = useDirectory();
  const { main, others } = names(responder.name, language);
  const channel = firstChannel(responder);
  const via = channel?.via === undefined ? undefined : find(channel.via);
  const evidence = channel ? channelSources(country, channel) : sourcesOf(country, responder.sources);
  return (
    <article className={styles.card}>
      <div className={styles.who}>
        <Link className={styles.name} href={`/responders/${responder.id}`} lang={main.language}>
          {main.text}
        </Link>
        {others.map((other) => (
          <p key={other.language} className={styles.soft} lang={other.language}>
            {other.text}
          </p>
        ))}
        <p className={styles.soft}>
          {label(taxonomy, 'kinds', responder.kind, language)} · <InEnglish>{responder.coverage}</InEnglish>
        </p>
      </div>
      <div className={styles.reach}>
        {channel && <FirstChannel channel={channel} abroad={standing !== undefined && standing !== country.country} />}
        {via && <p className={styles.soft}>{t('facts.through', { name: names(via.name, language).main.text })}</p>}
        <p className={styles.marks}>
          {channel && isCall(channel) && (
            <OpeningState opening={openingAt(channel.week, country.timeZone, country.holidays, now)} />
          )}
          <ConfidenceMark
            confidence={
              channel ? channelConfidence(country, channel, now) : responderConfidence(country, responder, now)
            }
            newest={newestDate(evidence)}
          />
        </p>
      </div>
    </article>
  );
}

/** The number, mailbox or page itself, to tap. */
function FirstChannel({ channel, abroad }: { channel: PackChannel; abroad: boolean }) {
  const t = useT();
  if (isCall(channel)) {
    const Icon = channel.type === 'sms' ? MessageSquare : Phone;
    const number = shownNumber(channel, abroad);
    return (
      <a
        className={`${styles.channel} ${styles.number}`}
        href={hrefOf(channel)}
        aria-label={`${t(channel.type === 'sms' ? 'act.text' : 'act.call')} ${number}`}
      >
        <Icon aria-hidden size={20} /> {number}
      </a>
    );
  }
  if (channel.type === 'email') {
    return (
      <a className={styles.channel} href={hrefOf(channel)} aria-label={`${t('act.write')} ${channel.value}`}>
        <Mail aria-hidden size={20} /> {channel.value}
      </a>
    );
  }
  const host = hostOf(channel.value);
  return (
    <a
      className={styles.channel}
      href={hrefOf(channel)}
      target="_blank"
      rel="noreferrer"
      aria-label={`${t(channel.type === 'web' ? 'act.open' : `act.${channel.type}`)} ${host}`}
    >
      <ExternalLink aria-hidden size={20} /> {host.replace(/^www\./, '')}
    </a>
  );
}
