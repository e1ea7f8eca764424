import { useId } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import type { Case } from '../case.ts';
import {
  type Additions,
  doneFor,
  neededFor,
  RECIPIENTS,
  type Recipient,
  recipientsOf,
  repliesFor,
  URGENCIES,
} from '../note.ts';
import { placeName, type Tongue } from '../words.ts';
import styles from './NoteScreen.module.css';

interface Props {
  c: Case;
  additions: Additions;
  ready: boolean;
  /** The change is made to what stands there, which another tab may have changed. */
  onChange(edit: (additions: Additions) => Additions): void;
}

/** The coded additions: to whom, how soon, what is done, what is needed, what is asked back. */
export function NoteAdditions({ c, additions, ready, onChange }: Props) {
  const t = useT();
  const { taxonomy, places } = useDirectory();
  const tongue: Tongue = { t, language: currentLanguage(), taxonomy, places };
  const recipients = recipientsOf(c);
  const country = (to: Recipient) => (to === 'found' ? c.situation.found : c.situation[to]);
  return (
    <>
      <Choice
        legend={t('plan.note.to')}
        values={RECIPIENTS.filter((to) => recipients.includes(to))}
        chosen={[additions.to]}
        text={(to) => [t(`plan.note.recipient.${to}`), placeName(country(to) ?? 'here', tongue)].join(': ')}
        ready={ready}
        onChoose={(to) => onChange((note) => ({ ...note, to }))}
      />
      <Choice
        legend={t('plan.note.urgency')}
        values={URGENCIES}
        chosen={additions.urgency ? [additions.urgency] : []}
        text={(value) => t(`note.urgency.${value}`)}
        ready={ready}
        onChoose={(urgency) => onChange((note) => ({ ...note, urgency }))}
      />
      <Choice
        several
        legend={t('note.doneTitle')}
        values={doneFor(c)}
        chosen={additions.done}
        text={(value) => t(`note.done.${value}`)}
        ready={ready}
        onChoose={(code, on) => onChange((note) => ({ ...note, done: withCode(doneFor(c), note.done, code, on) }))}
      />
      <Choice
        several
        legend={t('note.neededTitle')}
        values={neededFor(c)}
        chosen={additions.needed}
        text={(value) => t(`note.needed.${value}`)}
        ready={ready}
        onChoose={(code, on) =>
          onChange((note) => ({ ...note, needed: withCode(neededFor(c), note.needed, code, on) }))
        }
      />
      <Choice
        several
        legend={t('note.replyTitle')}
        values={repliesFor(c)}
        chosen={additions.reply}
        text={(value) => t(`note.reply.${value}`)}
        ready={ready}
        onChoose={(code, on) => onChange((note) => ({ ...note, reply: withCode(repliesFor(c), note.reply, code, on) }))}
      />
    </>
  );
}

/** The codes with one put in or taken out, in their order. */
function withCode<Code extends string>(all: readonly Code[], chosen: readonly Code[], code: Code, on: boolean): Code[] {
  return all.filter((one) => (one === code ? on : chosen.includes(one)));
}

interface ChoiceProps<Value extends string> {
  legend: string;
  values: readonly Value[];
  chosen: readonly Value[];
  text(value: Value): string;
  several?: boolean;
  ready: boolean;
  onChoose(value: Value, on: boolean): void;
}

function Choice<Value extends string>({ legend, values, chosen, text, several, ready, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    // One at a time, so that the note below stays in view as it grows.
    <details className={styles.set} name="additions">
      <summary>
        <span>{legend}</span>
        <span className={styles.chosen}>{several ? chosen.length || '' : chosen.map(text).join(' · ')}</span>
      </summary>
      <fieldset disabled={!ready}>
        <legend className="visually-hidden">{legend}</legend>
        {values.map((value) => (
          <label key={value} className={styles.option}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(value)}
              onChange={(event) => onChoose(value, event.currentTarget.checked)}
            />
            <span>{text(value)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
