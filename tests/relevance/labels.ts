/** The labelled queries: what people type, and what is right for it. Labels come from the data by rule, never from an engine. */
import { readFileSync } from 'node:fs';
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
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Every responder that meets all of these is right. */
export interface Rule {
  country?: string;
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
}

export interface Query {
  query: string;
  language: string;
  category: Category;
  /** A third is never looked at while tuning: FNV-1a of the query's UTF-8 bytes, divisible by three. */
  split: 'dev' | 'test';
  /** Ids of responders, countries or legal facts, or the rule that finds the responders. */
  right: string[] | Rule;
}

export interface LabelledQuery extends Omit<Query, 'right'> {
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

export function readQueries(): Query[] {
  return JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8')) as Query[];
}

/** The queries with the ids that are right for each. */
export function labelledQueries(directory: Directory): LabelledQuery[] {
  return readQueries().map((query) => ({
    ...query,
    right: new Set(
      Array.isArray(query.right)
        ? query.right
        : directory.responders.filter(meets(query.right)).map((responder) => responder.id),
    ),
  }));
}

function meets(rule: Rule): (responder: PackResponder) => boolean {
  const has = (codes: readonly string[] | undefined, code: string | undefined) =>
    code === undefined || codes?.includes(code) === true;
  return (responder) => {
    const names = Object.values(responder.name).join(' ');
    const places = [...(responder.addresses ?? []).map(({ city }) => city), names, responder.coverage].join(' ');
    return (
      has([responder.country], rule.country) &&
      has([responder.kind], rule.kind) &&
      (has(responder.services, rule.service) || KIND_OF_SERVICE[rule.service ?? ''] === responder.kind) &&
      has(responder.serves?.sex, rule.sex) &&
      has(responder.serves?.age, rule.age) &&
      has(responder.serves?.exploitation, rule.exploitation) &&
      (rule.in === undefined || rule.in.split('|').some((place) => places.includes(place))) &&
      (rule.name === undefined || names.includes(rule.name)) &&
      (rule.digits === undefined ||
        responder.channels.some(({ tel }) => tel?.replace(/\D/g, '').includes(rule.digits ?? '')))
    );
  };
}
