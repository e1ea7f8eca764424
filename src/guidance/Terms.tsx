import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { preloadGuidance } from '../dataset/useGuidance.ts';
import { useSettings } from '../device/settings.ts';
import { sourcesOf } from '../directory/directory.ts';
import { OWN_NAMES } from '../directory/own-names.ts';
import type { GlossaryPack } from '../directory/pack.ts';
import { languageName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { InEnglish, InEnglishPieces, useSaid } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import { markTerms, nameIn, type Piece, type TermFinder, termFinder } from './glossary.ts';
import styles from './Terms.module.css';

interface TermsState {
  finder: TermFinder | undefined;
  explain(term: string): void;
}

const Terms = createContext<TermsState>({ finder: undefined, explain: () => undefined });

/** Lets texts below it explain the words of the glossary. Reading never waits for the glossary. */
export function TermsProvider({ children }: { children: ReactNode }) {
  const [glossary, setGlossary] = useState<GlossaryPack>();
  const [term, setTerm] = useState<string>();
  const popup = useRef<HTMLDivElement>(null);
  const from = useRef<Element | null>(null);
  useEffect(() => {
    let here = true;
    preloadGuidance('glossary').then(
      (pack) => here && setGlossary(pack),
      () => undefined, // then no word is explained; the glossary's own screen says why
    );
    return () => {
      here = false;
    };
  }, []);
  const state = useMemo<TermsState>(
    () => ({
      finder: glossary && termFinder(glossary.terms),
      explain(id) {
        from.current = document.activeElement;
        setTerm(id);
        popup.current?.showPopover();
      },
    }),
    [glossary],
  );
  const goBack = (event: { nativeEvent: Event }) => {
    if ((event.nativeEvent as ToggleEvent).newState !== 'closed') return;
    // A click elsewhere has moved the focus already, Esc has not.
    if (from.current instanceof HTMLElement && !popup.current?.contains(from.current)) {
      if (document.activeElement === document.body || popup.current?.contains(document.activeElement)) {
        from.current.focus({ preventScroll: true });
      }
    }
  };
  return (
    <Terms value={state}>
      {children}
      <div
        ref={popup}
        popover="auto"
        role="dialog"
        aria-labelledby="term-title"
        className={styles.popup}
        onToggle={goBack}
      >
        {glossary && term !== undefined && (
          <Explained key={term} glossary={glossary} id={term} close={() => popup.current?.hidePopover()} />
        )}
      </div>
    </Terms>
  );
}

function Explained({ glossary, id, close }: { glossary: GlossaryPack; id: string; close: () => void }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const { country } = useSettings();
  const term = glossary.terms.find((candidate) => candidate.id === id);
  useEffect(() => heading.current?.focus(), []);
  if (!term) return null;
  const shown = [...new Set([currentLanguage() as string, ...(country ? [OWN_NAMES[country].language] : [])])].filter(
    (language) => language !== 'en' && nameIn(term, language) !== undefined,
  );
  return (
    <>
      <h2 id="term-title" ref={heading} tabIndex={-1} lang="en">
        {term.term}
      </h2>
      <p>
        <InEnglish>{term.definition}</InEnglish>
      </p>
      {shown.map((language) => (
        <p key={language}>
          <span className={styles.language}>{languageName(language, currentLanguage())}</span>{' '}
          <strong lang={language}>{nameIn(term, language)}</strong>
        </p>
      ))}
      <Sources sources={sourcesOf(glossary, term.sources)} />
      <div className={styles.ways}>
        <Button onClick={close}>{t('guidance.term.close')}</Button>
        <Link className={styles.all} href={`/glossary#${term.id}`}>
          {t('guidance.term.all')}
        </Link>
      </div>
    </>
  );
}

/** The pieces of texts that are read one after the other, by text; without a glossary each text is one piece. */
export function useMarked(texts: readonly string[]): ReadonlyMap<string, Piece[]> {
  const { finder } = useContext(Terms);
  const key = texts.join('\n');
  return useMemo(() => {
    const list = key.split('\n');
    const marked = finder ? markTerms(list, finder) : [];
    return new Map(list.map((text, i) => [text, marked[i] ?? [{ text }]]));
  }, [key, finder]);
}

/** An English text in which terms can be asked for. The plain parts are labels of the control named by `labels`. */
export function TermText({ pieces, labels, id }: { pieces: readonly Piece[]; labels?: string; id?: string }) {
  const t = useT();
  const { explain } = useContext(Terms);
  const own = useId();
  const english = pieces.map(({ text }) => text).join('');
  const shown = useSaid(english);
  // Terms are found in English; what is translated stands as it is.
  if (shown.language !== 'en')
    return (
      <span id={id ?? own}>
        <Plain text={shown.text} labels={labels} />
      </span>
    );
  return (
    <span id={id ?? own}>
      <InEnglishPieces english={english}>
        {pieces.map(({ text, term }, i) =>
          term === undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change their places
            <Plain key={i} text={text} labels={labels} />
          ) : (
            <button
              key={term}
              type="button"
              className={styles.term}
              aria-haspopup="dialog"
              title={t('guidance.term.explain')}
              onClick={() => explain(term)}
            >
              {text}
            </button>
          ),
        )}
      </InEnglishPieces>
    </span>
  );
}

function Plain({ text, labels }: { text: string; labels: string | undefined }) {
  return labels === undefined ? text : <label htmlFor={labels}>{text}</label>;
}
