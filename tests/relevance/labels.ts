/** The labelled queries: what people type, and what is right for it. Labels come from the data by rule, never from an engine. */
import { readFileSync } from 'node:fs';
import type { CountryCode } from '../../src/directory/codes.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { PackResponder } from '../../src/directory/pack.ts';

export const CATEGORIES = [
  'exact',
  'prefix',
  'typo',
  'accents',
  'script',
  'exonym',
  'concept',
  'inflected',
  'acronym',
  'phone',
  'mixed',
  'sentence',
  'happening',
  'place',
] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * Names and needs as they are typed in a box; what is typed at night: sentences, what happened, numbers from anywhere, and kinds in
 * which the search was once known to be weak; and both again and again, written by somebody who knew neither the search nor the
 * other queries. Two thirds of those may be tuned for once they have been measured.
 */
export const SETS = {
  words: 'queries.json',
  sentences: 'sentences.json',
  unseen: 'unseen.json',
  later: 'unseen-later.json',
} as const;
export type QuerySet = keyof typeof SETS;

/** Every responder that meets all of these is right. */
export interface Rule {
  country?: string;
  /** Several parted by `|`. */
  kind?: string;
  service?: string;
  sex?: string;
  age?: string;
  exploitation?: string;
  /** Places as the data spells them, parted by `|`: in an address's city, the name or the coverage. */
  in?: string;
  /** Part of a name in any language, capital letters as written. */
  name?: string;
  /** A run of digits of a telephone number. */
  digits?: string;
  /** A language in which one of its channels answers. */
  speaks?: string;
  nationality?: string;
  /** It is the country's contact point or anti-trafficking line. */
  first?: true;
  /** And one of these. */
  any?: readonly Rule[];
}

export interface Query {
  query: string;
  language: string;
  category: Category;
  /** The country that is chosen while it is typed; none unless said. */
  country?: CountryCode;
  /** A third is never looked at while tuning: FNV-1a of the query's UTF-8 bytes, divisible by three. */
  split: 'dev' | 'test';
  /** Ids of responders, countries or legal facts, or the rule that finds the responders. */
  right: string[] | Rule;
}

export interface LabelledQuery extends Omit<Query, 'right'> {
  set: QuerySet;
  right: ReadonlySet<string>;
}

/** Kinds that say by themselves that a service is given. */
const KIND_OF_SERVICE: Record<string, string> = {
  shelter: 'shelter',
  hotline: 'hotline',
  legal: 'legal-aid',
  medical: 'health',
  compensation: 'compensation-authority',
};

export function readQueries(set: QuerySet): Query[] {
  return JSON.parse(readFileSync(new URL(SETS[set], import.meta.url), 'utf8')) as Query[];
}

/** The queries with the ids that are right for each. */
export function labelledQueries(directory: Directory): LabelledQuery[] {
  return (Object.keys(SETS) as QuerySet[]).flatMap((set) =>
    readQueries(set).map((query) => ({
      ...query,
      set,
      right: new Set(
        Array.isArray(query.right)
          ? query.right
          : directory.responders.filter(meets(query.right, directory)).map((responder) => responder.id),
      ),
    })),
  );
}

function meets(rule: Rule, directory: Directory): (responder: PackResponder) => boolean {
  const has = (codes: readonly string[] | undefined, code: string | undefined) =>
    code === undefined || codes?.includes(code) === true;
  const any = rule.any?.map((one) => meets(one, directory));
  const isFirst = ({ id, country }: PackResponder) => {
    const pack = directory.countries.get(country);
    return pack?.contactPoint === id || pack?.antiTraffickingLine.includes(id) === true;
  };
  return (responder) => {
    const names = Object.values(responder.name).join(' ');
    const places = [...(responder.addresses ?? []).map(({ city }) => city), names, responder.coverage].join(' ');
    return (
      has([responder.country], rule.country) &&
      (rule.kind === undefined || rule.kind.split('|').includes(responder.kind)) &&
      (has(responder.services, rule.service) || KIND_OF_SERVICE[rule.service ?? ''] === responder.kind) &&
      has(responder.serves?.sex, rule.sex) &&
      has(responder.serves?.age, rule.age) &&
      has(responder.serves?.exploitation, rule.exploitation) &&
      has(responder.serves?.nationality, rule.nationality) &&
      (rule.speaks === undefined || responder.channels.some(({ languages }) => has(languages, rule.speaks))) &&
      (rule.first === undefined || isFirst(responder)) &&
      (any === undefined || any.some((one) => one(responder))) &&
      (rule.in === undefined || rule.in.split('|').some((place) => places.includes(place))) &&
      (rule.name === undefined || names.includes(rule.name)) &&
      (rule.digits === undefined ||
        responder.channels.some(({ tel }) => tel?.replace(/\D/g, '').includes(rule.digits ?? '')))
    );
  };
}
