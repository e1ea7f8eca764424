import { ExternalLink, Mail, MessageSquare, Phone } from 'lucide-react';
import { newestDate } from '../../directory/confidence.ts';
import {
  channelChecks,
  channelConfidence,
  channelEvidence,
  channelSources,
  sourcesOf,
} from '../../directory/directory.ts';
import { hrefOf } from '../../directory/links.ts';
import { openingAt } from '../../directory/opening.ts';
import type { CountryPack, PackChannel } from '../../directory/pack.ts';
import type { CountryCode, Region } from '../../directory/schema.ts';
import { shownNumber } from '../../directory/shown-number.ts';
import { countryName, languageName, timeThere } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './ChannelAction.module.css';
import { Checks } from './Checks.tsx';
import { ConfidenceMark } from './ConfidenceMark.tsx';
import { InEnglish } from './InEnglish.tsx';
import { OpeningState } from './OpeningState.tsx';
import { Sources } from './Sources.tsx';

export { shownNumber };

interface Props {
  channel: PackChannel;
  country: CountryPack;
  /** Where the user stands: numbers of another country are shown as dialled from there. */
  standing: CountryCode | undefined;
  now: Date;
  /** Leaves sources and disagreement to the responder's own page. */
  brief?: boolean;
}

/** One way to reach a responder: the action, whether it answers now, from where, and how sure it is. */
export function ChannelAction({ channel, country, standing, now, brief = false }: Props) {
  const t = useT();
  const sources = channelSources(country, channel);
  return (
    <div className={styles.channel}>
      <ActionLink channel={channel} abroad={standing !== undefined && standing !== country.country} />
      <div className={styles.facts}>
        {channel.purpose !== undefined && (
          <p className={styles.purpose}>
            <InEnglish>{channel.purpose}</InEnglish>
          </p>
        )}
        <p className={styles.marks}>
          {isCall(channel) && (
            <>
              <OpeningState opening={openingAt(channel.week, country.timeZone, country.holidays, now)} />
              {standing !== country.country && channel.week !== undefined && (
                <span className={`${styles.soft} no-print`}>
                  {t('opening.there', { time: timeThere(country.timeZone, now) })}
                </span>
              )}
            </>
          )}
          <ConfidenceMark
            confidence={channelConfidence(country, channel, now)}
            newest={brief ? newestDate(channelEvidence(country, channel)) : undefined}
          />
        </p>
        {isCall(channel) && <Reach channel={channel} region={country.country} />}
        {!brief && <Checks checks={channelChecks(country, channel)} />}
        {!brief && channel.disagreement && (
          <p className={styles.disagreement}>
            <strong>{t('facts.disagree')}</strong> <InEnglish>{channel.disagreement.text}</InEnglish>
          </p>
        )}
        {!brief && (
          <Sources sources={[...new Set([...sources, ...sourcesOf(country, channel.disagreement?.sources ?? [])])]} />
        )}
      </div>
    </div>
  );
}

/** From where a number can be dialled, what it costs, in which languages it answers. */
export function Reach({ channel, region }: { channel: PackChannel; region: Region }) {
  const t = useT();
  const language = currentLanguage();
  const parts = [
    channel.fromAbroad === true && t('reach.anywhere'),
    channel.fromAbroad === false &&
      t('reach.onlyInside', { country: region === 'eu' ? '' : countryName(region, language) }),
    channel.fromAbroad === undefined && t('reach.unknown'),
    channel.free === true && t('reach.free'),
    channel.languages?.map((code) => languageName(code, language)).join(', '),
  ].filter((part): part is string => typeof part === 'string');
  return <p className={styles.soft}>{parts.join(' · ')}</p>;
}

export function isCall(channel: PackChannel): boolean {
  return channel.type === 'phone' || channel.type === 'sms';
}

/** The large link that calls, writes or opens; it always shows what it reaches. */
export function ActionLink({ channel, abroad }: { channel: PackChannel; abroad: boolean }) {
  const t = useT();
  const { shown, verb, icon } = action(channel, abroad);
  const href = hrefOf(channel);
  const external = href?.startsWith('http');
  return (
    <a
      className={`${styles.action} ${isCall(channel) ? styles.call : ''}`}
      href={href}
      {...(external && { target: '_blank', rel: 'noreferrer' })}
    >
      <span className={isCall(channel) ? styles.number : styles.address}>{shown}</span>
      <span className={styles.verb}>
        {icon} {t(`act.${verb}`)}
      </span>
    </a>
  );
}

function action(channel: PackChannel, abroad: boolean) {
  switch (channel.type) {
    case 'phone':
      return {
        shown: shownNumber(channel, abroad),
        verb: 'call',
        icon: <Phone aria-hidden size={20} />,
      };
    case 'sms':
      return {
        shown: shownNumber(channel, abroad),
        verb: 'text',
        icon: <MessageSquare aria-hidden size={20} />,
      };
    case 'email':
      return {
        shown: channel.value,
        verb: 'write',
        icon: <Mail aria-hidden size={20} />,
      };
    default:
      return {
        shown: channel.value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''),
        verb: channel.type === 'web' ? 'open' : channel.type,
        icon: <ExternalLink aria-hidden size={20} />,
      };
  }
}
