import { useId } from 'react';
import { COUNTRIES, type CountryCode } from '../../directory/codes.ts';
import { comparing, countryName, partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { type Answer, CANNOT, FROM, LONGEST, NEXT, OFFERS, offerKey } from '../answer.ts';
import type { CallBack } from '../call-back.ts';
import { bareCode, readCode } from '../code.ts';
import { ROLES, type Role } from '../situation.ts';
import { CallBackFields, FromAbroad } from './CallBackFields.tsx';
import { NoteChoice, withCode } from './NoteChoice.tsx';
import styles from './NoteScreen.module.css';

interface Props {
  answer: Answer;
  /** Who answers. */
  role: Role | undefined;
  onChange(part: Partial<Answer>): void;
}

/** Which note is answered, and what is said to it. */
export function AnswerForm({ answer, role, onChange }: Props) {
  const t = useT();
  const language = currentLanguage();
  const id = useId();
  const compare = comparing(language);
  const countries = COUNTRIES.map((code) => ({ code, name: countryName(code, language) }));
  const { code, to, offers, from, next, call, cannot, instead } = answer;
  const isWrong = bareCode(code).length >= 8 && readCode(code) === undefined;
  const day = FROM.some((known) => known === from) ? '' : (from ?? '');
  const callBack = (at: 0 | 1, part: Partial<CallBack>) => {
    const changed = { ...call[at], ...part };
    onChange({ call: at === 0 ? [changed, call[1]] : [call[0], changed] });
  };
  return (
    <>
      <div className={styles.typed}>
        <label className={styles.language} htmlFor={id}>
          <span>{t('answer.code')}</span>
          <input
            id={id}
            type="text"
            value={code}
            maxLength={LONGEST.code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={isWrong}
            aria-describedby={`${id}-hint`}
            onChange={({ currentTarget }) => onChange({ code: currentTarget.value })}
          />
        </label>
        <p className={styles.soft} id={`${id}-hint`}>
          {t('answer.codeHint')}
        </p>
        <div role="status">{isWrong && <p className={styles.notice}>{t('answer.codeWrong')}</p>}</div>
        <label className={styles.language}>
          <span>{t('answer.to')}</span>
          <select
            value={to ?? ''}
            onChange={({ currentTarget }) => onChange({ to: (currentTarget.value || undefined) as CountryCode })}
          >
            <option value="">{t('plan.notSaid')}</option>
            {countries
              .toSorted((a, b) => compare(a.name, b.name))
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </select>
        </label>
      </div>
      <NoteChoice
        legend={t('plan.field.role')}
        values={ROLES}
        chosen={role ? [role] : []}
        text={(value) => t(`plan.value.role.${value}`)}
        onChoose={(value) => onChange({ role: value })}
      />
      <NoteChoice
        several
        legend={t('answer.offersTitle')}
        values={OFFERS}
        chosen={offers}
        text={(value) => t(offerKey(value))}
        onChoose={(value, on) => onChange({ offers: withCode(OFFERS, offers, value, on) })}
      />
      <NoteChoice
        legend={t('answer.fromTitle')}
        values={FROM}
        chosen={FROM.filter((known) => known === from)}
        text={(value) => t(`answer.from.${value}`)}
        onChoose={(value) => onChange({ from: value })}
        typed={day ? partialDate(day, language) : undefined}
      >
        <label className={styles.language}>
          <span>{t('answer.fromDay')}</span>
          <input
            type="date"
            value={day}
            onChange={({ currentTarget }) => onChange({ from: currentTarget.value || undefined })}
          />
        </label>
      </NoteChoice>
      <NoteChoice
        several
        legend={t('answer.cannotTitle')}
        values={CANNOT}
        chosen={cannot}
        text={(value) => t(`answer.cannot.${value}`)}
        onChoose={(value, on) => onChange({ cannot: withCode(CANNOT, cannot, value, on) })}
        typed={instead.trim() && '…'}
      >
        <label className={styles.language}>
          <span>{t('answer.insteadLabel')}</span>
          <input
            type="text"
            value={instead}
            maxLength={LONGEST.instead}
            autoComplete="off"
            aria-describedby={`${id}-instead`}
            onChange={({ currentTarget }) => onChange({ instead: currentTarget.value })}
          />
        </label>
        <FromAbroad id={`${id}-instead`} written={NUMBER.exec(instead)?.[0] ?? ''} />
      </NoteChoice>
      <NoteChoice
        legend={t('answer.nextTitle')}
        values={NEXT}
        chosen={next ? [next] : []}
        text={(value) => t(`answer.next.${value}`)}
        onChoose={(value) => onChange({ next: value })}
      />
      <CallBackFields legend={t('answer.callTitle')} call={call[0]} onChange={(part) => callBack(0, part)} />
      <CallBackFields legend={t('answer.secondTitle')} call={call[1]} onChange={(part) => callBack(1, part)} />
    </>
  );
}

/** A number among words. */
const NUMBER = /[+(]?\d[\d\s()./-]{3,}\d/;
