import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { countryOf } from '../../directory/directory.ts';
import { callHref } from '../../directory/links.ts';
import type { PackChannel, PackResponder } from '../../directory/pack.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { ActionLink } from '../../ui/facts/ActionLink.tsx';
import { ChannelMarks } from '../../ui/facts/ChannelMarks.tsx';
import { Coverage } from '../../ui/facts/Coverage.tsx';
import { OpeningState } from '../../ui/facts/OpeningState.tsx';
import { Until } from '../../ui/facts/Until.tsx';
import { type Case, standingOf } from '../case.ts';
import type { Choice } from '../responders-for.ts';
import { lineText, reasonText } from '../words.ts';
import styles from './Choices.module.css';

interface Props {
  choice: Choice;
  c: Case;
}

/** A responder in a step: who, the way to it, whether it answers now, how sure that is, why it is here, what else to try. */
export function ChoiceWhole({ choice, c }: Props) {
  const { responder, channel } = choice;
  const home = countryOf(c.directory, responder.country);
  return (
    <div className={styles.choice}>
      <Name choice={choice} />
      <div className="no-print">
        <ActionLink
          channel={channel}
          home={home}
          others={responder.channels}
          standing={standingOf(c)}
          whose={names(responder.name, currentLanguage()).main.text}
        />
      </div>
      <p className={`${styles.marks} no-print`}>
        <ChannelMarks responder={responder} channel={channel} country={home} now={c.now} />
      </p>
      <div className="no-print">
        <Until channel={channel} country={home} responder={responder.id} lately={c.now} />
      </div>
      <Reasons choice={choice} />
      <Second choice={choice} c={c} />
    </div>
  );
}

/** A responder that was named in full before: its name, and the way to it. */
export function ChoiceLine({ choice, c }: Props) {
  const { responder, channel } = choice;
  const { main } = names(responder.name, currentLanguage());
  return (
    <p className={styles.line}>
      <span lang={main.language}>{main.text}</span>{' '}
      <span className="no-print">
        <Way channel={channel} responder={responder} c={c} />
      </span>
    </p>
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
function Way({ channel, responder, c }: { channel: PackChannel; responder: PackResponder; c: Case }) {
  const home = countryOf(c.directory, responder.country);
  return (
    <ActionLink
      channel={channel}
      home={home}
      others={responder.channels}
      standing={standingOf(c)}
      look="small"
      whose={names(responder.name, currentLanguage()).main.text}
    />
  );
}

/** Why it is here, and what to mind. */
export function Reasons({ choice }: { choice: Choice }) {
  const { reasons, responder } = choice;
  const t = useT();
  const { taxonomy } = useDirectory();
  const tongue = { t, language: currentLanguage(), taxonomy };
  const others = reasons.filter(({ code }) => code !== 'local');
  const said = [
    ...(choice.standsIn ? [lineText(choice, tongue)] : []),
    ...others.map((one) => reasonText(one, tongue)),
  ];
  const local = others.length < reasons.length;
  if (said.length === 0 && !local) return null;
  return (
    <p className={styles.reasons}>
      {said.join(' · ')}
      {local && (
        <>
          {said.length > 0 && ' · '}
          {t('plan.reason.local')} <Coverage responder={responder} />
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
  const name = other && names(other.name, currentLanguage()).main;
  return (
    <p className={styles.second}>
      {t('plan.second')} {name && <span lang={name.language}>{name.text}</span>}{' '}
      <Way channel={second.channel} responder={other ?? responder} c={c} />
      {second.opening && (
        <span className={styles.hours}>
          <OpeningState opening={second.opening} />
        </span>
      )}
    </p>
  );
}
