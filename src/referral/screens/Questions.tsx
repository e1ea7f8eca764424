import { useId, useRef, useState } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { useSettings } from '../../device/settings.ts';
import { COMMON } from '../../directory/emergency.ts';
import { comparing } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { emergencyFrom } from '../responders-for.ts';
import { type Part, type Situation, valuesOf, withAnswer } from '../situation.ts';
import { answerText } from '../words.ts';
import { EmergencyCall } from './EmergencyCall.tsx';
import { PlaceField } from './PlaceField.tsx';
import styles from './Questions.module.css';
import { type Field, fieldsOf, QUESTIONS, type Question, takesSeveral, valuesFor } from './questions.ts';

interface Props {
  situation: Situation;
  onAnswer(situation: Situation): void;
}

/** All questions on one page. */
export function AllQuestions({ situation, onAnswer }: Props) {
  const t = useT();
  return (
    <div className={styles.all}>
      {QUESTIONS.map((question) => (
        <section key={question.id} className={styles.question}>
          <h3>{t(`plan.question.${question.id}`)}</h3>
          <Fields question={question} situation={situation} onAnswer={onAnswer} />
        </section>
      ))}
    </div>
  );
}

/** The fields of one question. */
export function Fields({ question, situation, onAnswer }: Props & { question: Question }) {
  const { countries } = useDirectory();
  const { country: standing } = useSettings();
  const found = countries.get(situation.found ?? 'eu');
  // From another country than the one found in, 112 where one is reaches those who pass the alarm on.
  const danger = found && emergencyFrom(found, standing ?? found.country);
  return (
    <div className={styles.fields}>
      {fieldsOf(question, situation).map((field) =>
        field.part === 'place' ? (
          <PlaceField key={situation.found} situation={situation} onAnswer={onAnswer} />
        ) : (
          <FieldSet
            key={field.part}
            field={field}
            alone={fieldsOf(question, situation).length === 1}
            situation={situation}
            onAnswer={onAnswer}
          />
        ),
      )}
      {question.id === 'safety' && situation.danger && danger && (
        <EmergencyCall numbers={danger.length > 0 ? danger : [COMMON]} />
      )}
    </div>
  );
}

interface FieldProps extends Props {
  field: Field;
  /** The question says it all: no second heading. */
  alone: boolean;
}

function FieldSet({ field, alone, situation, onAnswer }: FieldProps) {
  const t = useT();
  const name = useId();
  const { country: here } = useSettings();
  const { taxonomy, places } = useDirectory();
  const tongue = { t, language: currentLanguage(), taxonomy, places };
  const chosen = valuesOf(situation, field.part);
  const answer = (part: Part, values: readonly string[]) => onAnswer(withAnswer(situation, part, values));
  // A country that was known on arrival stands alone, so that the place below it is in view.
  const [all, setAll] = useState(field.part !== 'found' || chosen.length === 0);
  const options = useRef<HTMLDivElement>(null);
  // The button goes away: the focus stays with what is chosen.
  const showAll = () => {
    options.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    setAll(true);
  };
  const values = valuesFor(field.part, here).filter((value) => all || chosen.includes(value));
  const compare = comparing(tongue.language);
  const sorted =
    field.part === 'lang'
      ? [...values].sort((a, b) => compare(answerText('lang', a, tongue), answerText('lang', b, tongue)))
      : values;

  const several = takesSeveral(field, situation);
  if (field.number) {
    return (
      <label className={styles.list}>
        <span className={styles.legend}>{t(`plan.field.${field.part}`)}</span>
        <input
          type="number"
          inputMode="numeric"
          min={values[0]}
          max={values.at(-1)}
          value={chosen[0] ?? ''}
          onChange={(event) => answer(field.part, event.currentTarget.value ? [event.currentTarget.value] : [])}
        />
      </label>
    );
  }
  if (field.list) {
    return (
      <label className={styles.list}>
        <span className={styles.legend}>{t(`plan.field.${field.part}`)}</span>
        <select value={chosen[0] ?? ''} onChange={(event) => answer(field.part, [event.currentTarget.value])}>
          <option value="">{t('plan.notSaid')}</option>
          {sorted.map((value) => (
            <option key={value} value={value}>
              {answerText(field.part, value, tongue)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <fieldset className={styles.set}>
      <legend className={alone && !several ? 'visually-hidden' : styles.legend}>
        {t(`plan.field.${field.part}`)}
        {several && field.part !== 'form' && <span className={styles.told}> {t('plan.allThatApply')}</span>}
      </legend>
      <div className={styles.options} ref={options}>
        {sorted.map((value) => (
          <label key={value} className={styles.option} data-chosen={chosen.includes(value)}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(value)}
              onChange={(event) =>
                answer(
                  field.part,
                  several
                    ? event.currentTarget.checked
                      ? [...chosen, value]
                      : chosen.filter((other) => other !== value)
                    : [value],
                )
              }
            />
            <span>{answerText(field.part, value, tongue)}</span>
          </label>
        ))}
        {!all && <Button onClick={showAll}>{t('plan.otherCountry')}</Button>}
        {all && !several && (
          <label className={`${styles.option} ${styles.unsaid}`} data-chosen={chosen.length === 0}>
            <input type="radio" name={name} checked={chosen.length === 0} onChange={() => answer(field.part, [])} />
            <span>{t('plan.notSaid')}</span>
          </label>
        )}
      </div>
    </fieldset>
  );
}
