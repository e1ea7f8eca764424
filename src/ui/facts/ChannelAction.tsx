import {
  isCall,
  isEmergency,
  isReachable,
  type NumberHome,
  openingOf,
  type Standing,
} from '../../directory/dialling.ts';
import { channelChecks, channelEvidence, channelSources, sourcesOf } from '../../directory/directory.ts';
import type { CountryPack, PackChannel } from '../../directory/pack.ts';
import { languageName, timeThere } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { ActionLink } from './ActionLink.tsx';
import styles from './ChannelAction.module.css';
import { Checks } from './Checks.tsx';
import { InEnglish } from './InEnglish.tsx';
import { numberText } from './number-text.ts';
import { OpeningState } from './OpeningState.tsx';
import { Purpose } from './Purpose.tsx';
import { SeenMark } from './SeenMark.tsx';
import { Sources } from './Sources.tsx';
import { TellLink } from './TellLink.tsx';
import { Until } from './Until.tsx';

interface Props {
  channel: PackChannel;
  country: CountryPack;
  /** Whose it is: its id. */
  responder: string;
  /** All channels of the same responder. */
  others: readonly PackChannel[];
  /** Where the user stands: numbers of another country are shown as dialled from there. */
  standing: Standing;
  now: Date;
}

/** One way to reach a responder: the action, whether it answers now, from where, and how sure it is. */
export function ChannelAction({ channel, country, responder, others, standing, now }: Props) {
  const t = useT();
  const sources = channelSources(country, channel);
  const call = isCall(channel);
  const tell = (
    <TellLink
      about={{ responder, type: channel.type, value: channel.value }}
      name={numberText(channel, country, others, standing, t)}
    />
  );
  // A number for danger is answered at every hour and needs no page to vouch for it.
  const emergency = isEmergency(channel, country);
  return (
    <div className={styles.channel}>
      <ActionLink channel={channel} home={country} others={others} standing={standing} />
      <div className={styles.facts}>
        {channel.purpose !== undefined && (
          <p className={styles.purpose}>
            <Purpose channel={channel} />
          </p>
        )}
        {call && (
          <p className={styles.marks}>
            <OpeningState opening={openingOf(channel, country, now)} />
            {standing !== country.country && channel.week !== undefined && !emergency && (
              <span className={`${styles.soft} no-print`}>
                {t('opening.there', { time: timeThere(country.timeZone, now) })}
              </span>
            )}
          </p>
        )}
        {call && !emergency && <Reach channel={channel} home={country} others={others} standing={standing} />}
        <Until channel={channel} country={country} responder={responder} />
        <Checks checks={channelChecks(country, channel)} />
        {channel.disagreement && (
          <div className={styles.disagreement}>
            <p>
              <strong>{t('facts.disagree')}</strong> <InEnglish>{channel.disagreement.text}</InEnglish>
            </p>
            <Sources sources={sourcesOf(country, channel.disagreement.sources)} />
          </div>
        )}
        {emergency ? (
          <Sources sources={sources} tell={tell} />
        ) : (
          <Sources
            sources={sources}
            tell={tell}
            mark={
              <SeenMark
                evidence={channelEvidence(country, channel)}
                checked={country.checked}
                now={now}
                disputed={channel.disagreement !== undefined}
              />
            }
          />
        )}
      </div>
    </div>
  );
}

interface ReachProps {
  channel: PackChannel;
  home: NumberHome;
  others: readonly PackChannel[];
  standing: Standing;
}

/** What it costs, in which languages it answers, and to people elsewhere whether it works from there. */
export function Reach({ channel, home, others, standing }: ReachProps) {
  const t = useT();
  const language = currentLanguage();
  // Of a number that does not work from here the link itself says so.
  const asked = standing !== home.country && isReachable(channel, home, standing, others);
  const parts = [
    asked && t(channel.fromAbroad ? 'reach.anywhere' : 'reach.unknown'),
    channel.free === true && t('reach.free'),
    channel.languages?.map((code) => languageName(code, language)).join(', '),
  ].filter((part): part is string => typeof part === 'string');
  return parts.length > 0 && <p className={styles.soft}>{parts.join(' · ')}</p>;
}
