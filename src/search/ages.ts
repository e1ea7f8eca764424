/** How old somebody is said to be: "boy 14", "pige på 15 år", "15-jähriges Mädchen", "дівчина 16 років". Under eighteen is a child. */
import { fold } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import type { Sense, Span } from './lexicon.ts';
import type { QueryPart } from './query.ts';

/** Of full age from here on, in each of the countries. */
const OF_AGE = 18;
/** A smaller number behind a person counts as often as it says an age: "woman 3 children". */
const PLAINLY_AN_AGE = 6;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));

/** What follows the number of somebody's years, and may follow that of the years something took. */
const YEARS = set(
  'years year yrs år jahre v vuotta aastat a gadi gadus metai metų lat ani ára let лет г года років роки р години г',
);
/** What only follows somebody's years, or begins so. */
const OLD = set('old yo gammel gammal gamall gömul gammelt alt');
const OF_YEARS =
  /^(?:aring|arig|jahrig|jaehrig|vuotia|aasta(?:ne|se)|gad(?:ig|nie)|летн|річн|годишн)|^letni(?:a|e|ej|ego|emu|m|ch|mi)?$|^met(?:e|es|ei|is)$|^mec(?:io|iui|iai|iu)$/;

/** A number and its letter in one: "17v", "14j", "16л". */
const IN_ONE = /^(\d{1,2})(?:v|y|yo|j|ar|г|л|р)$/;

const CHILD: Sense & { quality: number } = { kind: 'age', code: 'child', quality: 1 };

/**
 * The ages among the parts of a query, as spans of their own.
 * @param spans what was recognised: a number behind whom somebody speaks of is an age, behind all else it is one of many things
 */
export function agesIn(parts: readonly QueryPart[], spans: readonly Span[]): Span[] {
  const taken = new Set(spans.flatMap(({ first, length }) => Array.from({ length }, (_, k) => first + k)));
  const isPerson = (i: number) =>
    spans.some(
      ({ first, length, senses }) =>
        i >= first && i < first + length && senses.some(({ kind }) => kind === 'sex' || kind === 'age'),
    );
  return parts.flatMap((part, i): Span[] => {
    if (part.kind !== 'word' || taken.has(i)) return [];
    const [, inOne] = IN_ONE.exec(part.text) ?? [];
    const years = /^\d{1,2}$/.test(part.text) || inOne ? Number(inOne ?? part.text) : Number.NaN;
    if (!(years > 0 && years < OF_AGE)) return [];
    const [next, after] = [textAt(parts, i + 1), textAt(parts, i + 2)];
    const isOld = (text: string | undefined) => text !== undefined && (OLD.has(text) || OF_YEARS.test(text));
    const length = isOld(next) ? 2 : next && YEARS.has(next) ? (isOld(after) ? 3 : 2) : 1;
    const isSaid = isOld(next) || (length === 3 && isOld(after));
    const behind = isPerson(i - 1) || (isPerson(i - 2) && isFunctionWord(textAt(parts, i - 1) ?? ''));
    const before = (length > 1 || inOne !== undefined) && isPerson(i + length);
    const counts =
      length === 1 && inOne === undefined && (isPerson(i + 1) || years < PLAINLY_AN_AGE || isMeasure(next));
    if (!isSaid && !before && !(behind && !counts)) return [];
    return [{ first: i, length, senses: [CHILD], complete: true, sure: true }];
  });
}

/** How weeks, months, days, hours and money begin, which are counted behind a person as well: "pregnant 12 weeks". */
const MEASURE =
  /^(week|month|day|hour|minut|eur|kr|uge|uke|veck|woche|monat|tag|stund|maned|manad|dag|dogn|tim|viik|kuukau|paiv|tunti|nadal|kuu|paev|tund|nedel|menes|dien|savait|val|tydz|tygod|miesi|dni|godz|saptam|lun|zile|ore|vik|manud|недел|месяц|дн|час|тижн|місяц|годин|седмиц|ден|руб|грн|лв|zl|lei)/;

function isMeasure(text: string | undefined): boolean {
  return text !== undefined && MEASURE.test(text);
}

function textAt(parts: readonly QueryPart[], i: number): string | undefined {
  const part = parts[i];
  return part?.kind === 'word' ? part.text : undefined;
}
