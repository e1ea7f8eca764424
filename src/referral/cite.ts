/** What a step rests on: references into the directory and the guidance, looked up when a plan is made. No React. */
import { type Directory, sourcesOf } from '../directory/directory.ts';
import type { CountryPack, PackSource } from '../directory/pack.ts';
import type { Legal, Region } from '../directory/schema.ts';

export type LegalKey = keyof Legal;

/**
 * A reference:
 *
 * - `lv:legal.children`: a legal fact of a country;
 * - `lv:emergency`: its emergency numbers; `lv:contact`: why this contact point is shown;
 * - `lv:116111`: a harmonised number as it stands there;
 * - `lv:responder:lv-siva`: what the pages say of a responder;
 * - `lv-m3-2`: a measure point of a country; `g-ind-12`: a point of guidance; `law-…-3`: a point of law.
 */
export type Cite = string;

export const legal = (country: Pick<CountryPack, 'country'>, key: LegalKey): Cite => `${country.country}:legal.${key}`;
export const emergencyOf = (country: Pick<CountryPack, 'country'>): Cite => `${country.country}:emergency`;
export const contactOf = (country: Pick<CountryPack, 'country'>): Cite => `${country.country}:contact`;
export const harmonised = (country: Pick<CountryPack, 'country'>, number: string): Cite =>
  `${country.country}:${number}`;

/** A sourced statement as it is shown under "why". */
export interface Statement {
  cite: Cite;
  /** Absent for guidance that is no country's own. */
  country?: Region | undefined;
  /** English, as in the data. Empty where the sources alone vouch. */
  text: string;
  note?: string | undefined;
  sources: readonly PackSource[];
}

/** Points of guidance by their id, as the guides hold them. */
export type Guidance = ReadonlyMap<string, { text: string; note?: string | undefined; sources: readonly PackSource[] }>;

/**
 * Looks a reference up.
 * @returns undefined when the data hold no such thing: not every country has every legal fact
 */
export function resolve(cite: Cite, directory: Directory, guidance: Guidance): Statement | undefined {
  const known = resolved.get(directory);
  const cache = known?.guidance === guidance ? known.statements : new Map<Cite, Statement | undefined>();
  if (cache !== known?.statements) resolved.set(directory, { guidance, statements: cache });
  if (!cache.has(cite)) cache.set(cite, lookUp(cite, directory, guidance));
  return cache.get(cite);
}

// Plans cite the same facts again and again.
const resolved = new WeakMap<Directory, { guidance: Guidance; statements: Map<Cite, Statement | undefined> }>();

function lookUp(cite: Cite, directory: Directory, guidance: Guidance): Statement | undefined {
  if (/^(g|law)-/.test(cite)) {
    const point = guidance.get(cite);
    return point && { cite, ...point };
  }
  const country = directory.countries.get(cite.slice(0, 2) as Region);
  if (!country) return undefined;
  const found = cite[2] === '-' ? pointOf(country, cite) : factOf(country, cite.slice(3));
  if (!found) return undefined;
  const { sources, ...rest } = found;
  return { cite, country: country.country, ...rest, sources: sourcesOf(country, [...new Set(sources)]) };
}

interface Found {
  text: string;
  note?: string | undefined;
  sources: readonly string[];
}

function pointOf(country: CountryPack, id: string): Found | undefined {
  const measure = id.slice(4, 5) as keyof CountryPack['measures'];
  return country.measures[measure]?.find((point) => point.id === id);
}

function factOf(country: CountryPack, name: string): Found | undefined {
  if (name === 'emergency') {
    return {
      text: country.emergency.flatMap(({ number, note }) => (note ? `${number}: ${note}` : [])).join(' '),
      sources: country.emergency.flatMap(({ sources }) => sources),
    };
  }
  if (name === 'contact') {
    const responder = country.responders.find(({ id }) => id === country.contactPoint);
    return country.contactPointNote ?? (responder && { text: responder.about, sources: responder.sources });
  }
  if (name.startsWith('responder:')) {
    const responder = country.responders.find(({ id }) => id === name.slice('responder:'.length));
    return responder && { text: responder.about, sources: responder.sources };
  }
  if (name.startsWith('legal.')) return legalFact(country.legal, name.slice('legal.'.length) as LegalKey);
  const number = country.harmonised.find((candidate) => candidate.number.replaceAll(' ', '') === name);
  return number && { text: number.service, note: number.note, sources: number.sources };
}

/** A legal fact as one text: what is a list or a number in the data stands as words beside it. */
function legalFact(facts: Legal, key: LegalKey): Found | undefined {
  const fact = facts[key];
  if (!fact) return undefined;
  const note = 'note' in fact ? fact.note : undefined;
  if ('text' in fact) return { text: fact.text, note, sources: fact.sources };
  if ('who' in fact) return { text: fact.who.join('; '), note, sources: fact.sources };
  return { text: note ?? '', sources: fact.sources };
}
