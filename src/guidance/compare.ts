/** The same questions put to several countries, and their answers as the sources have them. No React. */

import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import { sourcesOf } from '../directory/directory.ts';
import type { CountryPack, PackResponder, PackSource } from '../directory/pack.ts';
import type { Legal, Measure } from '../directory/schema.ts';
import { type Days, daysMessage, withoutDays } from '../i18n/days.ts';

/** What can be compared, by the name it has in addresses, in the order in which a case meets it. */
export const QUESTIONS = [
  'contact',
  'identifies',
  'reflection',
  'cooperation',
  'permit',
  'assistance',
  'duration',
  'children',
  'compensation',
  'nonpunishment',
  'return',
  'municipalities',
  'data',
  'offence',
  'statistics',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** The legal fact that answers a question; the two that are none are answered from elsewhere. */
const LEGAL: Record<Exclude<Question, 'contact' | 'statistics'>, keyof Legal> = {
  identifies: 'formalIdentifiers',
  reflection: 'reflectionPeriodDays',
  cooperation: 'assistanceConditionalOnCooperation',
  permit: 'residencePermit',
  assistance: 'assistanceByNationality',
  duration: 'assistanceDurationDays',
  children: 'children',
  compensation: 'compensation',
  nonpunishment: 'nonPunishment',
  return: 'return',
  municipalities: 'municipalRole',
  data: 'dataProtection',
  offence: 'offence',
};

/** The message that asks a question. */
export function questionTitle(question: Question): string {
  if (question === 'contact') return 'countries.contactPoint.title';
  if (question === 'statistics') return 'countries.statistics.title';
  return `countries.legal.${LEGAL[question]}`;
}

/** The message that names a legal fact. */
export function legalTitle(name: keyof Legal): string {
  return `countries.legal.${name}`;
}

/** A piece of an answer. Texts and lists are English, as in the data; what is `said` comes from the messages. */
export type Part =
  | { kind: 'said'; message: string; values?: Record<string, string | number> }
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  /** `group` is a code of the vocabulary `nationality`. An empty list means: not found. */
  | { kind: 'list'; items: readonly string[]; group?: string }
  | { kind: 'responder'; responder: PackResponder }
  | { kind: 'year'; year: number; identified?: number | undefined; texts: readonly string[] };

export interface Answer {
  /** Whether our sources answer the question; else the parts say what they have beside it, if anything. */
  found: boolean;
  /** When the country's pages were gathered, and so when this was looked for. */
  looked: string;
  parts: Part[];
  sources: PackSource[];
}

/** So many lines of statistics are compared; the country's page has all. */
const LINES = 3;

/** What our sources say to a question of one country. */
export function answerTo(country: CountryPack, question: Question): Answer {
  if (question === 'contact') return contactAnswer(country);
  if (question === 'statistics') return statisticsAnswer(country);
  // Its measure is about nothing else, so what the pages say of that is an answer of a kind.
  if (question === 'reflection' && !country.legal.reflectionPeriodDays) return notFound(country, country.measures['4']);
  return legalAnswer(country, LEGAL[question]);
}

/** A legal fact of a country as an answer. */
export function legalAnswer(country: CountryPack, name: keyof Legal): Answer {
  const fact = country.legal[name];
  if (!fact) return notFound(country);
  const parts = saidOf(country.legal, name);
  if ('text' in fact) parts.push({ kind: 'text', text: fact.text });
  if ('note' in fact && fact.note !== undefined) parts.push({ kind: 'note', text: fact.note });
  return { found: true, looked: country.checked, parts, sources: sourcesOf(country, fact.sources) };
}

/** @param beside what the pages say near it: "none was found in the law" says more than silence */
function notFound(country: CountryPack, beside: CountryPack['measures'][Measure] = []): Answer {
  return {
    found: false,
    looked: country.checked,
    parts: beside.map(({ text }) => ({ kind: 'note', text })),
    sources: sourcesOf(country, [...new Set(beside.flatMap(({ sources }) => sources))]),
  };
}

function saidOf(legal: Legal, name: keyof Legal): Part[] {
  switch (name) {
    case 'formalIdentifiers': {
      const who = legal.formalIdentifiers?.who ?? [];
      return who.length > 0
        ? [{ kind: 'list', items: who }]
        : [{ kind: 'said', message: 'countries.legal.nobodyDesignated' }];
    }
    case 'reflectionPeriodDays':
      return [days(legal.reflectionPeriodDays ?? {}, name)];
    case 'assistanceDurationDays': {
      const count = legal.assistanceDurationDays?.days;
      return [days({ min: count, max: count }, name)];
    }
    case 'assistanceConditionalOnCooperation': {
      const conditional = legal.assistanceConditionalOnCooperation?.value;
      return [{ kind: 'said', message: conditional ? 'countries.legal.conditional' : 'countries.legal.unconditional' }];
    }
    case 'assistanceByNationality':
      return (['national', 'eu', 'third-country'] as const).map((group) => ({
        kind: 'list',
        group,
        items: legal.assistanceByNationality?.[group] ?? [],
      }));
    default:
      return [];
  }
}

function days(range: Days, of: keyof Legal): Part {
  const said = daysMessage(range);
  if (!said) return { kind: 'said', message: withoutDays(of) };
  const { message, ...values } = said;
  return { kind: 'said', message: `countries.days.${message}`, values };
}

function contactAnswer(country: CountryPack): Answer {
  const responder = country.responders.find(({ id }) => id === country.contactPoint);
  const { contactPointNote: note } = country;
  if (!responder && !note) return notFound(country);
  return {
    found: true,
    looked: country.checked,
    parts: [
      responder ? { kind: 'responder', responder } : { kind: 'said', message: 'countries.contactPoint.none' },
      ...(note ? [{ kind: 'note' as const, text: note.text }] : []),
    ],
    sources: sourcesOf(country, [...new Set([...(responder?.sources ?? []), ...(note?.sources ?? [])])]),
  };
}

function statisticsAnswer(country: CountryPack): Answer {
  const lines = [...country.statistics].sort((a, b) => b.year - a.year).slice(0, LINES);
  if (lines.length === 0) return notFound(country);
  return {
    found: true,
    looked: country.checked,
    parts: lines.map(({ year, identified, note, breakdown }) => ({
      kind: 'year',
      year,
      identified,
      texts: [note, breakdown?.text].filter((text) => text !== undefined),
    })),
    sources: sourcesOf(country, [
      ...new Set(lines.flatMap(({ sources, breakdown }) => [...sources, ...(breakdown?.sources ?? [])])),
    ]),
  };
}

/** The pages that answers rest on, each once, in the order in which they are first met. */
export function pagesBehind(answers: readonly Answer[]): PackSource[] {
  const pages = answers.flatMap(({ sources }) => sources);
  return [...new Map(pages.map((page) => [page.url, page])).values()];
}

/** What is compared. Neither list is ever empty. */
export interface Comparison {
  countries: CountryCode[];
  questions: Question[];
}

/** What one sees who comes without an address: who identifies, and the reflection period. */
const FIRST_QUESTIONS: readonly Question[] = ['identifies', 'reflection'];

/**
 * The comparison that an address asks for (`?c=lv,se&q=reflection,identifies`). What it does not know is passed over;
 * where nothing is left, all countries and the first two questions stand.
 */
export function comparisonOf(search: string): Comparison {
  const params = new URLSearchParams(search);
  const wanted = (name: string) => (params.get(name) ?? '').toLowerCase().split(',');
  const countries = unique(wanted('c').flatMap((code) => COUNTRIES.find((known) => known === code) ?? []));
  const questions = unique(wanted('q').flatMap((name) => QUESTIONS.find((known) => known === name) ?? []));
  return {
    countries: countries.length > 0 ? countries : [...COUNTRIES],
    questions: questions.length > 0 ? questions : [...FIRST_QUESTIONS],
  };
}

/** The address of a comparison, without the path. All fourteen countries need not be named. */
export function queryOf({ countries, questions }: Comparison): string {
  const parts = [
    ...(countries.length < COUNTRIES.length ? [`c=${countries.join(',')}`] : []),
    `q=${questions.join(',')}`,
  ];
  return `?${parts.join('&')}`;
}

/** A list with something put in or taken out; the last one stays, since there must be something to compare. */
export function toggled<T>(list: readonly T[], item: T, order: readonly T[]): T[] {
  const next = list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
  return next.length === 0 ? [...list] : order.filter((other) => next.includes(other));
}

/** How codes and parts are put into words of the reader's language. */
export interface Words {
  country(code: CountryCode): string;
  question(question: Question): string;
  part(part: Part, looked: string): string;
  notFound(looked: string): string;
  /** Who publishes a page. */
  page(source: PackSource): string;
  pageDate(source: PackSource): string;
  /** The names of the columns: country, question, answer; publishers, addresses and dates of its pages; gathered; edition and its date. */
  header: readonly [string, string, string, string, string, string, string, string, string];
}

/**
 * The comparison as CSV (RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8): a row an answer. The edition
 * stands in each row, since rows are sorted, cut and pasted elsewhere; an answer's pages are lines of one cell.
 */
export function csvOf(
  countries: readonly CountryPack[],
  questions: readonly Question[],
  words: Words,
  { edition, date }: { edition: number; date: string },
): string {
  const rows = countries.flatMap((country) =>
    questions.map((question) => {
      const { found, looked, parts, sources } = answerTo(country, question);
      const said = parts.map((part) => words.part(part, looked));
      return [
        words.country(country.country as CountryCode),
        words.question(question),
        (found ? said : [words.notFound(looked), ...said]).join('\n'),
        sources.map((source) => words.page(source)).join('\n'),
        sources.map(({ url }) => url).join('\n'),
        sources.map((source) => words.pageDate(source)).join('\n'),
        looked,
        String(edition),
        date,
      ];
    }),
  );
  return `\ufeff${[words.header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** What a spreadsheet takes for the beginning of a formula, also in the wide forms that some read alike. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A field as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line break; a text, never a formula. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** How many of the answers were found. */
export function countAnswers(countries: readonly CountryPack[]): { found: number; notFound: number } {
  const found = countries.flatMap((country) =>
    QUESTIONS.filter((question) => answerTo(country, question).found),
  ).length;
  return { found, notFound: countries.length * QUESTIONS.length - found };
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
