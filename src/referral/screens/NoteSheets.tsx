import { comparing, languageName, reviewedNames } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { LANGUAGES, REVIEWED } from '../../i18n/languages.ts';
import { type NotePart, noteText } from '../note.ts';
import styles from './NoteScreen.module.css';

interface Props {
  mine: string;
  theirs: string;
  onMine(language: string): void;
  onTheirs(language: string): void;
  /** The text in one's own language, and in theirs; undefined until its messages are there. */
  texts: readonly [NotePart[] | undefined, NotePart[] | undefined];
}

/** A note or an answer in the languages of both sides, and which these are. */
export function NoteSheets({ mine, theirs, onMine, onTheirs, texts: [first, second] }: Props) {
  const t = useT();
  return (
    <>
      <div className={`${styles.languages} no-print`}>
        <LanguageField name={t('plan.note.mine')} value={mine} onChange={onMine} />
        <LanguageField name={t('plan.note.theirs')} value={theirs} onChange={onTheirs} />
      </div>
      <div className={styles.notes}>
        {first && <NoteText parts={first} language={mine} />}
        {second && theirs !== mine && <NoteText parts={second} language={theirs} />}
      </div>
      {[mine, theirs].some((code) => !(REVIEWED as readonly string[]).includes(code)) && (
        <p className={`${styles.soft} no-print`}>
          {t('settings.drafts', { languages: reviewedNames(currentLanguage()) })}
        </p>
      )}
    </>
  );
}

/** What is sent: the counterpart's language first. */
export function bothTexts({ mine, theirs, texts: [first, second] }: Pick<Props, 'mine' | 'theirs' | 'texts'>): string {
  const both = mine === theirs ? [first] : [second, first];
  return both.map((parts) => (parts ? noteText(parts) : '')).join('\n\n----------\n\n');
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
      {parts.map(({ heading, lines }, place) => (
        <section key={heading}>
          {place === 0 ? <h2>{heading}</h2> : <h3>{heading}</h3>}
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
