import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { canTranslate, translated } from '../../device/translator.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { said } from '../../i18n/texts.ts';
import styles from './InEnglish.module.css';

/** A part of a screen that says once, above, in what language its texts are. */
interface Part {
  /** Whether any of its texts is translated. */
  translated: boolean;
  noteTranslated(): void;
  /** Whether any of its texts is English and no name. */
  english: boolean;
  noteEnglish(): void;
  /** Whether its reader wants to see the texts as they are in the source. */
  asInSource: boolean;
  change(asInSource: boolean): void;
  /** Whether its reader wants the browser to translate what we have not. */
  byMachine: boolean;
  changeMachine(byMachine: boolean): void;
}

const Part = createContext<Part | undefined>(undefined);

/**
 * A text of the data, which are English: in the language of the screen where it is translated, with the English one tap
 * away; else as it is, marked so for readers and for screen readers.
 * @param isName of an office or a person, which no machine is to translate
 */
export function InEnglish({ children, isName = false }: { children: ReactNode; isName?: boolean }) {
  const t = useT();
  const part = useContext(Part);
  const [alone, setAlone] = useState(false);
  const language = currentLanguage();
  const own = useTranslated(typeof children === 'string' ? children : undefined);
  if (language === 'en') return <>{children}</>;
  if (own !== undefined && part) return part.asInSource ? <span lang="en">{children}</span> : own;
  if (own !== undefined) {
    return (
      <>
        {alone ? <span lang="en">{children}</span> : own}
        <button
          type="button"
          className={`${styles.mark} ${styles.turn} no-print`}
          aria-pressed={alone}
          title={t('guidance.translation.asInSource')}
          onClick={() => setAlone(!alone)}
        >
          {t('settings.draft')}
        </button>
      </>
    );
  }
  return part && typeof children === 'string' && !isName ? (
    <Untranslated part={part}>{children}</Untranslated>
  ) : (
    <English isMarked={!part || part.translated}>{children}</English>
  );
}

function English({ children, isMarked }: { children: ReactNode; isMarked: boolean }) {
  return (
    <>
      <span lang="en">{children}</span>
      {isMarked && <Mark />}
    </>
  );
}

function Mark() {
  const t = useT();
  return (
    <span className={styles.mark} title={t('facts.inEnglish')} aria-hidden="true">
      EN
    </span>
  );
}

/** An English text that is cut into pieces, as {@link InEnglish} has it: these as `children`, marked where nobody has translated the whole. */
export function InEnglishPieces({ english, children }: { english: string; children: ReactNode }) {
  const part = useContext(Part);
  const isUntranslated = currentLanguage() !== 'en' && said(english, currentLanguage()) === undefined;
  const noteEnglish = isUntranslated ? part?.noteEnglish : undefined;
  useEffect(() => noteEnglish?.(), [noteEnglish]);
  if (isUntranslated && part?.byMachine) return <InEnglish>{english}</InEnglish>;
  return (
    <>
      <span lang="en">{children}</span>
      {isUntranslated && part?.translated && <Mark />}
    </>
  );
}

/**
 * A few words of the data beside what they belong to, e.g. what a number is for. As {@link InEnglish}, but where they are
 * translated no mark stands behind each: in a list of numbers it would drown them.
 */
export function InPassing({ children }: { children: string }) {
  useT();
  const part = useContext(Part);
  const translated = useTranslated(children);
  if (translated === undefined) return <InEnglish>{children}</InEnglish>;
  return part?.asInSource ? <span lang="en">{children}</span> : translated;
}

/** A text that nobody has translated: in English, or as the browser says it where its reader wants that. */
function Untranslated({ children, part }: { children: string; part: Part }) {
  const t = useT();
  const language = currentLanguage();
  const { noteEnglish, byMachine } = part;
  const [text, setText] = useState<string>();
  useEffect(noteEnglish, [noteEnglish]);
  useEffect(() => {
    let here = true;
    setText(undefined);
    if (byMachine) void translated(children, language).then((said) => here && setText(said));
    return () => {
      here = false;
    };
  }, [byMachine, children, language]);
  if (text === undefined) return <English isMarked={part.translated || byMachine}>{children}</English>;
  return (
    <>
      {text}
      <span className={styles.mark} title={t('guidance.translation.byMachine')} aria-hidden="true">
        ≈
      </span>
    </>
  );
}

/** The text as it is shown here and now, with its language: for places that cut it, label with it or print it. */
export function useSaid(english: string): { text: string; language: string } {
  const part = useContext(Part);
  const translated = useTranslated(english);
  return translated === undefined || part?.asInSource
    ? { text: english, language: 'en' }
    : { text: translated, language: currentLanguage() };
}

/** What the language of the screen says of a text; the part around it learns that there is something to turn. */
function useTranslated(english: string | undefined): string | undefined {
  const noteTranslated = useContext(Part)?.noteTranslated;
  const translated = english === undefined ? undefined : said(english, currentLanguage());
  const isTranslated = translated !== undefined;
  useEffect(() => {
    if (isTranslated) noteTranslated?.();
  }, [isTranslated, noteTranslated]);
  return translated;
}

/**
 * Says above a part in what language its texts are, both where some are translated and some are not, and leads to them
 * as they are in the source; {@link SaidInEnglish} around the part then leaves it at that.
 */
export function InEnglishNote() {
  const t = useT();
  const part = useContext(Part);
  if (currentLanguage() === 'en') return null;
  return (
    <>
      {part?.translated ? (
        <>
          <span className={styles.mark}>{t(part.asInSource ? 'facts.inEnglish' : 'guidance.translation.draft')}</span>{' '}
          {!part.asInSource && part.english && (
            <>
              <span className={styles.legend}>EN: {t('facts.inEnglish')}</span>{' '}
            </>
          )}
          <button type="button" className={styles.choose} onClick={() => part.change(!part.asInSource)}>
            {t(part.asInSource ? 'guidance.translation.show' : 'guidance.translation.asInSource')}
          </button>
        </>
      ) : (
        !part?.byMachine && <span className={styles.mark}>{t('facts.inEnglish')}</span>
      )}
      {part?.english && <Machine part={part} />}
    </>
  );
}

/** Offers the browser's own translator for what nobody has translated; nothing where there is none. */
function Machine({ part: { byMachine, changeMachine } }: { part: Part }) {
  const t = useT();
  const language = currentLanguage();
  const [can, setCan] = useState(false);
  useEffect(() => {
    let here = true;
    void canTranslate(language).then((able) => here && setCan(able));
    return () => {
      here = false;
    };
  }, [language]);
  if (!can) return null;
  return (
    <>
      {byMachine && <span className={styles.mark}>≈ {t('guidance.translation.byMachine')}</span>}{' '}
      <button
        type="button"
        className={styles.choose}
        aria-pressed={byMachine}
        onClick={() => changeMachine(!byMachine)}
      >
        {byMachine && <span aria-hidden="true">✓ </span>}
        {t('guidance.translation.machine')}
      </button>
    </>
  );
}

/** Around a part of which {@link InEnglishNote} says in what language it is. */
export function SaidInEnglish({ children }: { children: ReactNode }) {
  const [translated, setTranslated] = useState(false);
  const [english, setEnglish] = useState(false);
  const [asInSource, change] = useState(false);
  const [byMachine, changeMachine] = useState(false);
  const noteTranslated = useCallback(() => setTranslated(true), []);
  const noteEnglish = useCallback(() => setEnglish(true), []);
  const part = useMemo<Part>(
    () => ({ translated, noteTranslated, english, noteEnglish, asInSource, change, byMachine, changeMachine }),
    [translated, noteTranslated, english, noteEnglish, asInSource, byMachine],
  );
  return <Part value={part}>{children}</Part>;
}
