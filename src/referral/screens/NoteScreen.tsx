import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { useNow } from '../../device/clock.ts';
import { useSettings } from '../../device/settings.ts';
import { comparing, languageName, reviewedNames } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { isLanguage, LANGUAGES, REVIEWED } from '../../i18n/languages.ts';
import { Screen } from '../../ui/Screen.tsx';
import { type Case, caseOf, fearsOwnState, SPOKEN_IN } from '../case.ts';
import { codeOf, drawCode } from '../code.ts';
import { type Additions, type NotePart, newAdditions, noteText, type Recipient, readAdditions } from '../note.ts';
import type { Situation } from '../situation.ts';
import { NoteAdditions } from './NoteAdditions.tsx';
import styles from './NoteScreen.module.css';
import { NoteSend } from './NoteSend.tsx';
import { Unsaved } from './Unsaved.tsx';
import { useCase } from './useCase.ts';
import { useNote } from './useNote.ts';
import { usePlanAtHand } from './usePlanAtHand.ts';

const NOTHING_SAID: Situation = {};

/** The handover note: what is added to the situation, and the note itself in two languages. */
export default function NoteScreen() {
  const t = useT();
  const atHand = useCase(NOTHING_SAID);
  const { situation, entry } = atHand;
  const directory = useDirectory();
  const now = useNow();
  const { country: standing } = useSettings();
  const keeper = usePlanAtHand(atHand, false);
  const c = useMemo(() => caseOf(situation, directory, { now, standing }), [situation, directory, now, standing]);
  const [code] = useState(() => drawCode());
  const additionsOf = (note: unknown) => readAdditions(note, c) ?? newAdditions(c, code);
  const additions = additionsOf(keeper.content.note);
  const change = (edit: (additions: Additions) => Additions) =>
    keeper.change((plan) => ({ ...plan, note: edit(additionsOf(plan.note)) }));

  const mine = currentLanguage();
  const [left, setLeft] = useState<string>(mine);
  const [right, setRight] = useState<string>();
  const theirs = right ?? languageOf(c, additions.to, left);
  const [first, second] = [useNote(left, c, additions, now), useNote(theirs, c, additions, now)];
  const both = left === theirs ? [first] : [second, first];
  const text = both.map((parts) => (parts ? noteText(parts) : '')).join('\n\n----------\n\n');

  return (
    <Screen
      title={t('plan.note.title')}
      wide
      above={
        <p className="no-print">
          <Link className={styles.back} href="/referral" state={entry}>
            ‹ {t('plan.title')}
          </Link>
        </p>
      }
    >
      <p className={`${styles.notice} no-print`}>{t('plan.note.nameless')}</p>
      {fearsOwnState(c) && <p className={styles.notice}>{t('plan.note.feared')}</p>}
      <Unsaved keeper={keeper} />
      <div className={styles.work}>
        <div className={`${styles.form} no-print`}>
          <NoteAdditions c={c} additions={additions} onChange={change} ready={keeper.state !== 'loading'} />
        </div>
        <div className={styles.made}>
          <div className={`${styles.languages} no-print`}>
            <LanguageField name={t('plan.note.mine')} value={left} onChange={setLeft} />
            <LanguageField name={t('plan.note.theirs')} value={theirs} onChange={setRight} />
          </div>
          <div className={styles.notes}>
            {first && <NoteText parts={first} language={left} />}
            {second && theirs !== left && <NoteText parts={second} language={theirs} />}
          </div>
          {[left, theirs].some((code) => !(REVIEWED as readonly string[]).includes(code)) && (
            <p className={`${styles.soft} no-print`}>
              {t('settings.drafts', { languages: reviewedNames(currentLanguage()) })}
            </p>
          )}
        </div>
      </div>
      <NoteSend
        text={text}
        code={additions.code}
        c={c}
        to={additions.to}
        onSend={() => change((same) => same)}
        onKeep={keeper.keep}
        known={codeOf(keeper.content.note) === additions.code ? (keeper.written ? 'kept' : 'here') : undefined}
      />
    </Screen>
  );
}

/** The language in which the counterpart reads: its country's own where we speak it, else English. */
function languageOf(c: Case, to: Recipient, mine: string): string {
  const { origin, found, elsewhere } = c.situation;
  const country = to === 'origin' ? origin : to === 'elsewhere' ? elsewhere : found;
  const spoken = SPOKEN_IN[country as keyof typeof SPOKEN_IN] ?? [];
  return spoken.find((language) => isLanguage(language) && language !== mine) ?? 'en';
}

function LanguageField({ name, value, onChange }: { name: string; value: string; onChange(value: string): void }) {
  const language = currentLanguage();
  const compare = comparing(language);
  const choices = LANGUAGES.map((code) => ({ code, text: languageName(code, language) }));
  return (
    <label className={styles.language}>
      <span>{name}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices
          .toSorted((a, b) => compare(a.text, b.text))
          .map(({ code, text }) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
      </select>
    </label>
  );
}

function NoteText({ parts, language }: { parts: readonly NotePart[]; language: string }) {
  return (
    <article className={styles.note} lang={language}>
      {parts.map(({ heading, lines }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul>
            {lines.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
