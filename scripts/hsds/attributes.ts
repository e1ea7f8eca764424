/** What a record carries for want of a field: terms of vocabularies, and facts with their value. */
import { newestDate, newestOf } from '../../src/directory/confidence.ts';
import type { PackSource } from '../../src/directory/pack.ts';
import type { Check } from '../../src/directory/schema.ts';
import { idOf } from './ids.ts';
import type { LINK_ENTITIES, Row } from './schema.ts';
import { FACTS, FACTS_TAXONOMY, type FactCode, termId, type Vocabulary } from './vocabulary.ts';

/** What an attribute hangs on. */
export interface Link {
  link_id: string;
  link_entity: (typeof LINK_ENTITIES)[number];
}

/** A fact about a record. @param label what a person reads; else what kind of fact it is */
export function fact(link: Link, code: FactCode, value: string, label: string = FACTS[code][0]): Row<'attributes'> {
  return {
    id: idOf('attribute', link.link_id, code, value, code === 'name' ? label : ''),
    ...link,
    taxonomy_term_id: termId(FACTS_TAXONOMY, code),
    value,
    label,
  };
}

/** Terms of a vocabulary that hold for a record. */
export function terms(
  link: Link,
  vocabulary: Vocabulary,
  codes: readonly string[] | undefined,
  labelOf: (code: string) => string,
): Row<'attributes'>[] {
  return (codes ?? []).map((code) => ({
    id: idOf('attribute', link.link_id, vocabulary, code),
    ...link,
    taxonomy_term_id: termId(vocabulary, code),
    label: labelOf(code),
  }));
}

/** The pages that state a record, each with who publishes it and how old it is. */
export function sourceFacts(
  link: Link,
  sources: readonly PackSource[],
  code: 'source' | 'hours-source' = 'source',
): Row<'attributes'>[] {
  const once = new Map(sources.map((source) => [source.url, source]));
  return [...once.values()].map((source) =>
    fact(
      link,
      code,
      source.url,
      [source.publisher, newestOf(source) ?? 'no date', ...(source.dateNote ? [source.dateNote] : [])].join(' · '),
    ),
  );
}

export function checkFacts(link: Link, checks: readonly Check[] | undefined): Row<'attributes'>[] {
  return (checks ?? []).map(({ outcome, how, by, day, note }) =>
    fact(link, 'check', [outcome, how, by, day, ...(note ? [note] : [])].join(' · ')),
  );
}

/** The date of the newest page or check, where one has a date. */
export function newestFacts(link: Link, evidence: Parameters<typeof newestDate>[0]): Row<'attributes'>[] {
  const newest = newestDate(evidence);
  return newest === undefined ? [] : [fact(link, 'newest-date', newest)];
}

/** Where pages contradict each other, with the pages in question in the label. */
export function disagreementFact(link: Link, text: string, sources: readonly PackSource[]): Row<'attributes'> {
  return fact(link, 'disagreement', text, [FACTS.disagreement[0], ...sources.map(({ url }) => url)].join(' · '));
}
