/** What was typed, taken apart: words and fragments of telephone numbers. */
import { eachWord } from './fold.ts';

/** Longer text is cut: nobody types it, and time must stay bounded. */
const LONGEST_TEXT = 160;
const MOST_WORDS = 18;

export interface QueryWord {
  kind: 'word';
  /** Folded. */
  text: string;
  /** As typed. */
  typed: string;
  start: number;
  end: number;
  /** The web or mail address that it is part of, in small letters; such a word is never a concept or place. */
  address?: string;
  /** Typed in capitals: a code such as LV rather than a word such as "is". */
  capitals: boolean;
}

export interface QueryNumber {
  kind: 'number';
  digits: string;
  international: boolean;
  typed: string;
  start: number;
  end: number;
}

export type QueryPart = QueryWord | QueryNumber;

/** Digits with what people put between them. A slash parts only an area code or a country's code: 24/7 is no number. */
const NUMBER =
  /(?<![\p{L}\p{N}@.])\(?\+?\(?\d(?:[\d\s().\-\u2010-\u2015\u00a0]|(?<=\b0\d{1,4}|\+\d{1,4})\/)*\d(?![\p{L}\p{N}@])/gu;
const SHORTEST_NUMBER = 3;
/** What is written before a telephone number in the fifteen languages, shortened or not: says nothing more than the digits do. */
const NUMBER_MARK =
  /(?<!\p{L})(?:(?:tel|tlf|tfn|tāl|tālr|mob|puh|gsm|fax|тел|моб|т|s|t|ph|sími|telefon|telefonas|puhelin|tālrunis|телефон|phone)(?:\.?\s?(?:nr|no|num))?[.:]?:?\s*)(?=\(?\+?\(?\d[\d\s()./-]{4})/giu;
/** An extension behind a number, which nobody can dial from outside. */
const EXTENSION =
  /(?<=\d)[\s,;]*(?:ext(?:ension)?|wew|dw|durchwahl|app|anknytning|ankn|alanr|int|interior|lokāl\p{L}*|vid|доб|вн|внутр|x)\.?:?\s*\d{1,5}(?!\d)/giu;
const ADDRESS = /@|\p{L}[.]\p{L}|:\/\//u;
const OF_ADDRESSES = new Set(['www', 'http', 'https']);

export function parseQuery(text: string): QueryPart[] {
  const blank = (found: string) => ' '.repeat(found.length);
  const cut = text.slice(0, LONGEST_TEXT).replace(NUMBER_MARK, blank).replace(EXTENSION, blank);
  const parts: QueryPart[] = [];
  let rest = cut;
  for (const match of cut.matchAll(NUMBER)) {
    const digits = match[0].replace(/\D/g, '');
    const start = match.index;
    const end = start + match[0].length;
    if (digits.length < SHORTEST_NUMBER || ADDRESS.test(chunkAround(cut, start))) continue;
    parts.push({ kind: 'number', digits, international: /^\(?\+/.test(match[0]), typed: match[0], start, end });
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  eachWord(rest, (word, start, end) => {
    const chunk = chunkAround(cut, start);
    const address = ADDRESS.test(chunk) ? chunk.toLowerCase().replace(/^(https?:\/\/)?(www\.)?/, '') : undefined;
    if (address !== undefined && OF_ADDRESSES.has(word)) return;
    const typed = cut.slice(start, end);
    const capitals = typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase();
    parts.push({ kind: 'word', text: word, typed, start, end, capitals, ...(address !== undefined && { address }) });
  });
  return parts.sort((a, b) => a.start - b.start).slice(0, MOST_WORDS);
}

/** What stands without a space around a place in the text. */
function chunkAround(text: string, place: number): string {
  const start = text.slice(0, place).search(/\S+$/);
  const end = text.slice(place).search(/\s/);
  return text.slice(start < 0 ? place : start, end < 0 ? text.length : place + end);
}
