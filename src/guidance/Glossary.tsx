import { useDeferredValue, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useGlossary } from '../dataset/useGuidance.ts';
import { useSettings } from '../device/settings.ts';
import { sourcesOf } from '../directory/directory.ts';
import type { GlossaryTerm } from '../directory/guides-schema.ts';
import { OWN_NAMES } from '../directory/own-names.ts';
import type { GlossaryPack } from '../directory/pack.ts';
import { comparing, languageName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { InEnglish, InEnglishNote, SaidInEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import { useRevealedAnchor } from '../ui/reveal.ts';
import { Screen } from '../ui/Screen.tsx';
import { useTyped } from '../ui/useTyped.ts';
import { Back } from './Back.tsx';
import styles from './Glossary.module.css';
import { findTerms, languagesOf, nameIn } from './glossary.ts';
import shared from './guidance.module.css';
import { OpenQuestions } from './OpenQuestions.tsx';
import { PrintButton } from './PrintButton.tsx';
import { Sheet } from './Sheet.tsx';

/** The glossary: found from any language, two languages side by side. */
export default function Glossary() {
  const t = useT();
  useRevealedAnchor();
  const language = currentLanguage();
  const pack = useGlossary();
  const { country } = useSettings();
  const [, navigate] = useLocation();
  const params = new URLSearchParams(useSearch());
  const languages = languagesOf(pack.terms);
  const known = (code: string | null | undefined) => languages.find((one) => one === code);
  const one = known(params.get('a')) ?? known(language) ?? 'en';
  const home = known(country && OWN_NAMES[country].language);
  const other = known(params.get('b')) ?? (home !== undefined && home !== one ? home : one === 'en' ? 'uk' : 'en');
  const { typed, type } = useTyped('/glossary');
  const asked = useDeferredValue(typed.text);
  const shown = findTerms(pack.terms, asked);

  const change = (next: Record<string, string>) => {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(next)) {
      if (value === '') query.delete(name);
      else query.set(name, value);
    }
    navigate(`/glossary${query.size > 0 ? `?${query}` : ''}`, { replace: true, state: history.state });
  };

  const compare = comparing(language);
  const sorted = [...languages].sort((a, b) => compare(languageName(a, language), languageName(b, language)));
  const title = t('guidance.glossary.title');
  const select = (name: 'a' | 'b', value: string, label: string) => (
    <label className={shared.field}>
      {label}
      <select value={value} onChange={(event) => change({ [name]: event.target.value })}>
        {sorted.map((code) => (
          <option key={code} value={code}>
            {languageName(code, language)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <SaidInEnglish>
      <Screen wide title={title} above={<Back />} beside={<PrintButton />}>
        <Sheet title={title}>
          <div className={shared.body}>
            <search className={`${shared.fields} no-print`}>
              <label className={shared.field}>
                {t('guidance.glossary.find')}
                <input
                  type="search"
                  value={typed.text}
                  placeholder={t('guidance.glossary.any')}
                  autoComplete="off"
                  onChange={(event) => type({ text: event.target.value })}
                />
              </label>
              {select('a', one, t('guidance.glossary.one'))}
              {select('b', other, t('guidance.glossary.other'))}
            </search>
            <p className={shared.soft}>
              <InEnglishNote />
            </p>
            <p role="status" className={shared.soft}>
              {shown.length === 0 ? t('guidance.glossary.none') : t('guidance.glossary.count', { count: shown.length })}
            </p>
            <ul role="list" className={styles.terms}>
              {shown.map((term) => (
                <Term key={term.id} term={term} pack={pack} one={one} other={other} />
              ))}
            </ul>
            <OpenQuestions about="glossary" />
          </div>
        </Sheet>
      </Screen>
    </SaidInEnglish>
  );
}

interface TermProps {
  term: GlossaryTerm;
  pack: GlossaryPack;
  one: string;
  other: string;
}

function Term({ term, pack, one, other }: TermProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const count = Object.keys(term.equivalents).length;
  return (
    <li id={term.id} className={styles.term}>
      <div className={styles.pair}>
        <h2>
          <Name term={term} language={one} />
        </h2>
        <p className={styles.second}>
          <Name term={term} language={other} />
        </p>
      </div>
      {one !== 'en' && other !== 'en' && (
        <p className={shared.soft} lang="en">
          {term.term}
        </p>
      )}
      <p className={styles.definition}>
        <InEnglish>{term.definition}</InEnglish>
      </p>
      <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('guidance.glossary.languages', { count: count + 1 })}</summary>
        {open && <Equivalents term={term} pack={pack} />}
      </details>
    </li>
  );
}

function Name({ term, language }: { term: GlossaryTerm; language: string }) {
  const t = useT();
  const name = nameIn(term, language);
  return (
    <>
      <span className={styles.language}>{languageName(language, currentLanguage())}</span>
      {name === undefined ? (
        <span className={styles.none}>{t('facts.notFound')}</span>
      ) : (
        <span lang={language}>{name}</span>
      )}
    </>
  );
}

/** All names of a term, each with the pages it was seen on. */
function Equivalents({ term, pack }: { term: GlossaryTerm; pack: GlossaryPack }) {
  const t = useT();
  const language = currentLanguage();
  const compare = comparing(language);
  const entries = Object.entries(term.equivalents).sort(([a], [b]) =>
    compare(languageName(a, language), languageName(b, language)),
  );
  return (
    <div className={styles.inside}>
      <div>
        <p>
          <span className={styles.language}>{languageName('en', language)}</span>
          <span lang="en">{term.term}</span>
        </p>
        {term.own && <p className={shared.soft}>{t('guidance.glossary.own')}</p>}
        <Sources sources={sourcesOf(pack, term.sources)} />
      </div>
      {entries.map(([code, { text, also = [], note, sources }]) => (
        <div key={code}>
          <p>
            <span className={styles.language}>{languageName(code, language)}</span>
            <span lang={code}>{[text, ...also.map((word) => word.text)].join(' · ')}</span>
          </p>
          {[note, ...also.map((word) => word.note)].map(
            (line) =>
              line !== undefined && (
                <p key={line} className={shared.soft}>
                  <InEnglish>{line}</InEnglish>
                </p>
              ),
          )}
          <Sources sources={sourcesOf(pack, [...new Set([...sources, ...also.flatMap((word) => word.sources)])])} />
        </div>
      ))}
    </div>
  );
}
