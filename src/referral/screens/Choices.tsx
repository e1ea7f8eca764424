import { Mail, MessageSquare, Phone } from 'lucide-react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { newestDate } from '../../directory/confidence.ts';
import { channelSources, countryOf } from '../../directory/directory.ts';
import { callHref, hrefOf } from '../../directory/links.ts';
import type { PackChannel } from '../../directory/pack.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { ActionLink, isCall, shownNumber } from '../../ui/facts/ChannelAction.tsx';
import { ConfidenceMark } from '../../ui/facts/ConfidenceMark.tsx';
import { InEnglish } from '../../ui/facts/InEnglish.tsx';
import { OpeningState } from '../../ui/facts/OpeningState.tsx';
import type { Case } from '../case.ts';
import type { Choice } from '../responders-for.ts';
import { reasonText } from '../words.ts';
import styles from './Choices.module.css';

interface Props {
  choice: Choice;
  c: Case;
}

/** A responder in a step: who, the way to it, whether it answers now, how sure that is, why it is here, what else to try. */
export function ChoiceWhole({ choice, c }: Props) {
  const { responder, channel } = choice;
  return (
    <div className={styles.choice}>
      <Name choice={choice} />
      {channel && channel.type !== 'web' && (
        <div className="no-print">
          <ActionLink channel={channel} abroad={c.standing !== responder.country} />
        </div>
      )}
      <Marks choice={choice} />
      <Reasons choice={choice} />
      <Second choice={choice} c={c} />
    </div>
  );
}

/** A responder that was named in full before: one line. */
export function ChoiceLine({ choice, c }: Props) {
  const { responder, channel } = choice;
  return (
    <div className={styles.line}>
      <Name choice={choice} />
      {channel && channel.type !== 'web' && (
        <span className="no-print">
          <Way channel={channel} abroad={c.standing !== responder.country} />
        </span>
      )}
    </div>
  );
}

function Name({ choice: { responder } }: { choice: Choice }) {
  const { main } = names(responder.name, currentLanguage());
  return (
    <Link className={styles.name} href={`/responders/${responder.id}`} lang={main.language}>
      {main.text}
    </Link>
  );
}

/** A number or mailbox to tap, small. */
export function Way({ channel, abroad }: { channel: PackChannel; abroad: boolean }) {
  const t = useT();
  if (!isCall(channel) && channel.type !== 'email') {
    return (
      <a className={styles.way} href={hrefOf(channel)} target="_blank" rel="noreferrer">
        {t(`act.${channel.type === 'web' ? 'open' : channel.type}`)}
      </a>
    );
  }
  const shown = isCall(channel) ? shownNumber(channel, abroad) : channel.value;
  const Icon = channel.type === 'email' ? Mail : channel.type === 'sms' ? MessageSquare : Phone;
  const verb = { phone: 'call', sms: 'text', email: 'write' }[channel.type as 'phone' | 'sms' | 'email'];
  return (
    <a
      className={`${styles.way} ${isCall(channel) ? styles.number : ''}`}
      href={hrefOf(channel)}
      aria-label={`${t(`act.${verb}`)} ${shown}`}
    >
      <Icon aria-hidden size={18} /> {shown}
    </a>
  );
}

export function Marks({ choice: { responder, channel, opening, confidence } }: { choice: Choice }) {
  const directory = useDirectory();
  const country = countryOf(directory, responder.country);
  return (
    <p className={`${styles.marks} no-print`}>
      {opening && <OpeningState opening={opening} />}
      <ConfidenceMark
        confidence={confidence}
        newest={channel ? newestDate(channelSources(country, channel)) : undefined}
      />
    </p>
  );
}

/** Why it is here, and what to mind. */
export function Reasons({ choice: { reasons, responder } }: { choice: Choice }) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy } = useDirectory();
  const others = reasons.filter(({ code }) => code !== 'local');
  if (reasons.length === 0) return null;
  return (
    <p className={styles.reasons}>
      {others.map((reason) => reasonText(reason, { t, language, taxonomy })).join(' · ')}
      {others.length < reasons.length && (
        <>
          {others.length > 0 && ' · '}
          {t('plan.reason.local')} <InEnglish>{responder.coverage}</InEnglish>
        </>
      )}
    </p>
  );
}

/** What to try when the first way fails. */
export function Second({ choice: { responder, second }, c }: Props) {
  const t = useT();
  const directory = useDirectory();
  if (!second) return null;
  if ('emergency' in second) {
    return (
      <p className={styles.second}>
        {t('plan.second')} <a href={callHref(second.emergency)}>{second.emergency}</a>
      </p>
    );
  }
  const other = second.responder === responder.id ? undefined : directory.responder(second.responder);
  return (
    <p className={styles.second}>
      {t('plan.second')} {other && names(other.name, currentLanguage()).main.text}{' '}
      <Way channel={second.channel} abroad={c.standing !== (other ?? responder).country} />
    </p>
  );
}
