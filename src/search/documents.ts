/** What can be found: the one place that turns the directory into documents. A new kind of thing to find is added here. */
import { type Confidence, confidenceOf, type Evidence, judgingDay } from '../directory/confidence.ts';
import type { Directory } from '../directory/directory.ts';
import { formerNumbers } from '../directory/former.ts';
import { isRoundTheClock, openingAt } from '../directory/opening.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';
import { type Legal, MEASURES, type Region, type Taxonomy } from '../directory/schema.ts';
import type { HitType } from './types.ts';

/** One text of a document. */
export interface Field {
  /** Shown as {@link Match.field}: `name`, `city`, `coverage`, `channel`, `about`, … */
  name: FieldName;
  text: string;
  language?: string;
}

export const FIELDS = ['name', 'city', 'topic', 'channel', 'coverage', 'address', 'purpose', 'about', 'text'] as const;
export type FieldName = (typeof FIELDS)[number];

/** What takes long to put together is asked for when it is needed: with tables made at build, that is hardly ever. */
export interface SearchDocument {
  type: HitType;
  id: string;
  country: Region;
  /** What it is called, by language; of the guidance only: the directory knows its own. */
  title?: Readonly<Record<string, string>>;
  fields(): Field[];
  /** Codes of the taxonomy that hold for it, as `kind:code`; a recognised concept is looked up here. */
  concepts(): string[];
  /** Telephone numbers as digits: in full with the country's code, and as people of the country dial them; former ones, too. */
  numbers(): string[];
  /** Whether it is answerable for the whole country, so that it also serves a town it does not name. */
  nationwide: boolean;
  /** Whether somebody answers the telephone at that moment; undefined where no page gives hours. */
  open?(now: Date): boolean | undefined;
  /** Breaks ties, 0 to 1: first contacts, confidence, round the clock. */
  standing(): number;
}

/** All documents of a directory, in its order. `today` dates the confidence. */
export function documentsOf(directory: Directory, today: Date): SearchDocument[] {
  return [...directory.countries.values()].flatMap((country) => [
    ...responderDocuments(country, directory, today),
    ...(country.country === 'eu' ? [] : [countryDocument(country)]),
    ...pointDocuments(country),
    ...legalDocuments(country, directory.taxonomy),
  ]);
}

function responderDocuments(country: CountryPack, { places, taxonomy }: Directory, today: Date): SearchDocument[] {
  let sure: Map<string, Confidence> | undefined;
  return country.responders.map((responder) => ({
    type: 'responder',
    id: responder.id,
    country: responder.country,
    fields: () => responderFields(responder, taxonomy),
    concepts: () => [
      ...responderConcepts(responder, taxonomy),
      ...countryCovered(responder, places),
      ...(isFirst(responder, country) ? [FIRST_CONTACT] : []),
    ],
    numbers: () =>
      digitsOf([
        ...responder.channels.flatMap(({ tel, national }) => [tel ?? '', national ?? '']),
        ...formerNumbers(country, responder).map(({ was }) => was),
      ]),
    nationwide: NATIONWIDE.test(responder.coverage),
    open: (now) => openAt(responder, country, now),
    standing: () => {
      sure ??= confidences(country, today);
      return standingOf(responder, country, sure);
    },
  }));
}

/** Holds for a country's contact point and its anti-trafficking lines. */
export const FIRST_CONTACT = 'contact:first';

function isFirst({ id }: PackResponder, country: CountryPack): boolean {
  return country.contactPoint === id || country.antiTraffickingLine.includes(id);
}

/** An international body may have an office for one country: it is of that country, too. */
function countryCovered({ country, coverage }: PackResponder, { countries }: Directory['places']): string[] {
  if (country !== 'eu') return [];
  return Object.entries(countries).flatMap(([code, { name }]) => (name.en === coverage ? [`country:${code}`] : []));
}

/** How sure each channel of a country is by its value: the same rule as `channelConfidence`, for all of them in one go. */
function confidences(country: CountryPack, today: Date): Map<string, Confidence> {
  const evidence = new Map<string, Evidence[]>();
  for (const { channels } of country.responders) {
    for (const { value, sources, checks = [] } of channels) {
      const known = evidence.get(value) ?? [];
      evidence.set(value, known);
      for (const id of sources) {
        const source = country.sources[id];
        if (source) known.push(source);
      }
      for (const { by, day, outcome } of checks) known.push({ publisher: by, date: day, check: outcome });
    }
  }
  const day = judgingDay(country.checked, today);
  return new Map([...evidence].map(([value, known]) => [value, confidenceOf(known, day)]));
}

function responderFields(responder: PackResponder, { coverage, purposes }: Taxonomy): Field[] {
  const fields: Field[] = Object.entries(responder.name).map(([language, text]) => ({ name: 'name', text, language }));
  const add = (name: FieldName, text: string | undefined) => {
    if (text !== undefined) fields.push({ name, text });
  };
  for (const address of responder.addresses ?? []) {
    add('city', address.city);
    add('address', address.text);
  }
  fields.push({ name: 'coverage', text: coverage[responder.coverage]?.label.en ?? responder.coverage, language: 'en' });
  for (const channel of responder.channels) {
    if (channel.tel === undefined) add('channel', channel.value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''));
    if (channel.purpose !== undefined) {
      const text = purposes[channel.purpose]?.label.en ?? channel.purpose;
      fields.push({ name: 'purpose', text, language: 'en' });
    }
  }
  fields.push({ name: 'about', text: responder.about, language: 'en' });
  return fields;
}

function responderConcepts(responder: PackResponder, taxonomy: Taxonomy): string[] {
  return [
    `kinds:${responder.kind}`,
    // A mission is of the state that it represents; the lines of a ministry are of its own.
    ...(responder.kind === 'consular' ? [`represents:${responder.represents ?? responder.country}`] : []),
    ...responder.services.map((code) => `services:${code}`),
    ...responder.measures.map((code) => `measures:${code}`),
    ...Object.entries(responder.serves ?? {}).flatMap(([kind, codes]) =>
      (codes ?? []).map((code) => `${kind}:${code}`),
    ),
    ...hoursOf(responder),
    ...(responder.channels.some(isFree) ? ['channels:free'] : []),
    ...responder.channels.flatMap(({ tel = '' }) => (HARMONISED.test(tel) ? [`number:${tel}`] : [])),
    ...subjectsOf(responderFields(responder, taxonomy)),
    ...new Set(responder.channels.flatMap(({ languages }) => (languages ?? []).map((code) => `language:${code}`))),
  ];
}

/** How the English texts tell what they are about. */
const SUBJECTS = { trafficking: /traffick/i, union: /trade union|confederation of labour/i };

/** What its texts are about. Nearly everything here is, but not all say so. */
export function subjectsOf(fields: readonly Field[]): string[] {
  return Object.entries(SUBJECTS).flatMap(([code, words]) =>
    fields.some(({ text }) => words.test(text)) ? [`subject:${code}`] : [],
  );
}

/** The numbers that mean the same in all of Europe: 116 000 for missing children. */
const HARMONISED = /^116\d{3}$/;

/** Whether a call costs nothing: a page says so, or the number does, as 0800 and the harmonised ones do. */
function isFree({ free, freephone, tel = '' }: PackChannel): boolean {
  return free === true || HARMONISED.test(tel) || (freephone === true && /^\+\d{1,3}800/.test(tel));
}

/** When it answers the telephone, where a page says so. */
function hoursOf({ channels }: PackResponder): string[] {
  if (channels.some(answersAlways)) return ['hours:always'];
  return channels.some(({ tel, hours }) => tel !== undefined && hours !== undefined) ? ['hours:some'] : [];
}

function openAt({ channels }: PackResponder, { timeZone, holidays }: CountryPack, now: Date): boolean | undefined {
  const known = channels.filter(({ tel, week }) => tel !== undefined && week !== undefined);
  if (known.length === 0) return undefined;
  return known.some(({ week }) => ['open', 'always'].includes(openingAt(week, timeZone, holidays, now).state));
}

function answersAlways({ tel, hours, week }: PackChannel): boolean {
  return tel !== undefined && hours !== undefined && isRoundTheClock(week);
}

const NATIONWIDE = /\b(whole|all of|national|nationwide|country|worldwide|every)\b/i;

const SURE: Record<Confidence, number> = { confirmed: 1, single: 0.6, dated: 0 };

/** First contacts before others, sure ones before doubtful ones, round the clock before office hours. */
function standingOf(responder: PackResponder, country: CountryPack, sure: ReadonlyMap<string, Confidence>): number {
  let best = 0;
  for (const { value } of responder.channels) best = Math.max(best, SURE[sure.get(value) ?? 'dated']);
  const always = responder.channels.some(answersAlways);
  const trafficking = responder.measures.includes(2) || responder.measures.includes(1);
  return (isFirst(responder, country) ? 0.5 : 0) + (trafficking ? 0.1 : 0) + 0.2 * best + (always ? 0.2 : 0);
}

function countryDocument(country: CountryPack): SearchDocument {
  return {
    type: 'country',
    id: country.country,
    country: country.country,
    fields: () => [],
    concepts: () => [],
    numbers: () =>
      digitsOf([...country.emergency.map(({ number }) => number), ...country.harmonised.map(({ number }) => number)]),
    nationwide: true,
    standing: () => 0,
  };
}

function pointDocuments(country: CountryPack): SearchDocument[] {
  return MEASURES.flatMap((measure) =>
    country.measures[measure].map((point) => ({
      type: 'point' as const,
      id: point.id,
      country: country.country,
      fields: () => [{ name: 'text' as const, text: point.text, language: 'en' }],
      concepts: () => [`measures:${measure}`, 'subject:trafficking'],
      numbers: () => [],
      nationwide: true,
      standing: () => 0,
    })),
  );
}

/** Who asks for one of these asks about the legal fact, too: "voluntary return" is a service, a measure and a rule. */
const ALSO_MEANT: Partial<Record<keyof Legal, readonly string[]>> = {
  formalIdentifiers: ['services:identification', 'measures:3'],
  reflectionPeriodDays: ['measures:4'],
  assistanceByNationality: ['nationality:national', 'nationality:eu', 'nationality:third-country'],
  residencePermit: ['kinds:migration-authority'],
  children: ['age:child', 'kinds:child-protection', 'services:child-care'],
  compensation: ['services:compensation', 'kinds:compensation-authority'],
  return: ['services:return', 'measures:6'],
  municipalRole: ['kinds:municipality'],
};

function legalDocuments(country: CountryPack, taxonomy: Taxonomy): SearchDocument[] {
  return (Object.keys(country.legal) as (keyof Legal)[]).flatMap((topic) => {
    const fact = country.legal[topic];
    const { label, words } = taxonomy.legal[topic] ?? {};
    if (!fact) return [];
    return [
      {
        type: 'legal' as const,
        id: `${country.country}.${topic}`,
        country: country.country,
        fields: () => [
          { name: 'topic' as const, text: [label?.en, ...(words?.en ?? [])].join(', '), language: 'en' },
          ...textsOf(fact).map((text) => ({ name: 'text' as const, text, language: 'en' })),
        ],
        concepts: () => [`legal:${topic}`, 'subject:trafficking', ...(ALSO_MEANT[topic] ?? [])],
        numbers: () => [],
        nationwide: true,
        standing: () => 0,
      },
    ];
  });
}

/** Every text of a fact, its sources left out. */
function textsOf(fact: object): string[] {
  return Object.entries(fact).flatMap(([key, value]) => {
    if (key === 'sources') return [];
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  });
}

function digitsOf(numbers: readonly string[]): string[] {
  return [...new Set(numbers.map((number) => number.replace(/\D/g, '')))].filter((digits) => digits.length > 1);
}
