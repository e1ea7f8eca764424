import { useId } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { type Case, fearsOwnState } from '../case.ts';
import { type Additions, DONE, NEEDED, RECIPIENTS, REPLIES, type Recipient, recipientsOf, URGENCIES } from '../note.ts';
import { placeName, type Tongue } from '../words.ts';
import styles from './NoteScreen.module.css';

interface Props {
  c: Case;
  additions: Additions;
  ready: boolean;
  onChange(part: Partial<Additions>): void;
}

/** The coded additions: to whom, how soon, what is done, what is needed, what is asked back. */
export function NoteAdditions({ c, additions, ready, onChange }: Props) {
  const t = useT();
  const { taxonomy } = useDirectory();
  const tongue: Tongue = { t, language: currentLanguage(), taxonomy };
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
        onChoose={([to]) => to && onChange({ to })}
      />
      <Choice
        legend={t('plan.note.urgency')}
        values={URGENCIES}
        chosen={additions.urgency ? [additions.urgency] : []}
        text={(value) => t(`note.urgency.${value}`)}
        ready={ready}
        onChoose={([urgency]) => onChange({ urgency })}
      />
      <Choice
        several
        legend={t('note.doneTitle')}
        values={DONE}
        chosen={additions.done}
        text={(value) => t(`note.done.${value}`)}
        ready={ready}
        onChoose={(done) => onChange({ done })}
      />
      <Choice
        several
        legend={t('note.neededTitle')}
        values={NEEDED}
        chosen={additions.needed}
        text={(value) => t(`note.needed.${value}`)}
        ready={ready}
        onChoose={(needed) => onChange({ needed })}
      />
      <Choice
        several
        legend={t('note.replyTitle')}
        values={fearsOwnState(c) ? REPLIES.filter((reply) => reply !== 'consulate') : REPLIES}
        chosen={additions.reply}
        text={(value) => t(`note.reply.${value}`)}
        ready={ready}
        onChoose={(reply) => onChange({ reply })}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  legend: string;
  values: readonly Value[];
  chosen: readonly Value[];
  text(value: Value): string;
  several?: boolean;
  ready: boolean;
  onChoose(values: Value[]): void;
}

function Choice<Value extends string>({ legend, values, chosen, text, several, ready, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.set} disabled={!ready}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className={styles.option}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChoose(
                several
                  ? values.filter((other) => (other === value ? event.currentTarget.checked : chosen.includes(other)))
                  : [value],
              )
            }
          />
          <span>{text(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
