/** In which language somebody writes, and so whose country may be meant where none is named. */
import { COUNTRY_OF_LANGUAGE } from '../directory/country-of-language.ts';
import type { Region } from '../directory/schema.ts';
import { isPlace } from './conditions.ts';
import { joinsIn, languagesOf } from './function-words.ts';
import type { Recognised } from './happenings.ts';
import type { Span } from './lexicon.ts';
import type { Places } from './places.ts';
import type { QueryPart } from './query.ts';

/** Letters that of the languages here only these few write. */
const LETTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[łćńśźż]/, ['pl']],
  [/[āēīģķļņ]/, ['lv']],
  [/[ėįų]/, ['lt']],
  [/[ăâîșțşţ]/, ['ro']],
  [/õ/, ['et']],
  [/[ðþ]/, ['is']],
  [/ß/, ['de']],
  [/[øæ]/, ['da', 'nb']],
  [/[іїєґ]/, ['uk']],
  [/[ыэё]/, ['ru']],
];
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** So much must speak for a language, and so much more than for any other. */
const LEAST = 1;
const LEAD = 0.5;

/**
 * The country of the language of a query, where that leaves no doubt: told by its small words, its letters, and what is meant by it.
 * @param spans what is recognised
 * @param needs whether the words for what is needed count as well
 */
export function countryOfLanguage(
  parts: readonly QueryPart[],
  happening: Recognised | undefined,
  spans: readonly Span[],
  needs: boolean,
  places: Places,
): Region | undefined {
  const votes = new Map<string, number>();
  const vote = (languages: readonly string[]) => {
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  };
  const named = new Set(
    spans.filter(isPlace).flatMap(({ first, length }) => Array.from({ length }, (_, k) => first + k)),
  );
  parts.forEach((part, i) => {
    if (part.kind !== 'word') return;
    vote(languagesOf(part.text));
    vote(joinsIn(part.text));
    // In the Latin script a place is written with its own letters by everybody.
    if (named.has(i) && !CYRILLIC.test(part.typed)) return;
    const typed = part.typed.toLowerCase();
    for (const [letters, languages] of LETTERS) if (letters.test(typed)) vote(languages);
  });
  if (happening) vote([happening.language]);
  for (const span of spans) {
    const languages = span.languages ?? [];
    if (isPlace(span) ? !languages.some((language) => isAtHome(language, span, places)) : needs) vote(languages);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < LEAST || first[1] - (second?.[1] ?? 0) < LEAD) return undefined;
  return COUNTRY_OF_LANGUAGE[first[0]];
}

/** Whether a place is called so where it lies: then everybody may call it so. */
function isAtHome(language: string, { senses }: Span, places: Places): boolean {
  return senses.some(
    ({ kind, code }) => COUNTRY_OF_LANGUAGE[language] === (kind === 'city' ? places.countryOf(code) : code),
  );
}
