/** The taxonomies that are published: the directory's own vocabularies, and words for what HSDS has no field for. */
import type { Taxonomy as OurTaxonomy } from '../../src/directory/schema.ts';
import { idOf } from './ids.ts';
import type { Row } from './schema.ts';

/** What is said of a record in its attributes, for want of a field. A reader who knows these words loses nothing. */
export const FACTS = {
  'own-id': ['Id in this directory', 'What this directory calls the body. It is never used again for another.'],
  country: ['Country', 'ISO 3166-1 code in lower case; "eu" for international bodies.'],
  name: ['Name in a language', 'The name in the language whose ISO 639 code is the label.'],
  represents: ['State it represents', 'Whose embassy or consulate it is, ISO 3166-1 code in lower case.'],
  'same-as': ['Same body', 'The id in this directory of the entry for the same body in another country.'],
  role: [
    'Role in its country',
    '"contact-point": where the country is entered for referral. "anti-trafficking-line-1": the first line to call about trafficking, and so on.',
  ],
  measure: ['Measure', 'One of the seven measures of the Transnational Referral Mechanism that the body acts in.'],
  coverage: ['Where it works', 'In the words of its pages; "national" is the whole country.'],
  source: [
    'Source',
    'A page that states this. The label says who publishes it and the date of the page: "2019", "2019-10", "2019-10-31"; "2024/.." is 2024 or later; "no date".',
  ],
  'hours-source': ['Source of the hours', 'A page that states the hours; label as for a source.'],
  confidence: [
    'How sure',
    '"confirmed": two publishers or more, each within five years. "single": one. "dated": none; the pages are older or carry no date. As of the day of the edition.',
  ],
  'newest-date': [
    'Newest date',
    'The date of the newest page or check behind it; "2024/.." is 2024 or later. Absent: no page carries a date.',
  ],
  disagreement: ['Sources disagree', 'Where pages contradict each other: what is published, and what the others say.'],
  check: ['Check', 'An office tried it: outcome (right, no-answer, wrong), how, who, when.'],
  'opening-hours': [
    'Opening hours',
    "In OpenStreetMap's opening_hours syntax, by the clock of the time zone. The schedules are worked out from it.",
  ],
  'time-zone': ['Time zone', 'IANA name. The clock by which the hours are meant.'],
  'holidays-unknown': ['Public holidays', 'The pages do not say whether the hours hold on public holidays.'],
  'schedule-of': [
    'Whose hours',
    'The id of the phone, contact or web address that the schedule is about. The other ways in of the service may keep other hours.',
  ],
  channel: ['Kind of way in', 'phone, sms, email, web, chat, form or telegram.'],
  purpose: ['What it is for', 'A code of the vocabulary "purposes", or the words of the page.'],
  language: ['Language', 'ISO 639 code of a language in which one is answered there.'],
  free: ['Free of charge', 'A page says that it costs nothing ("yes") or something ("no").'],
  via: ['Through another body', 'The id in this directory of the body that it leads to or through.'],
  'from-abroad': [
    'From other countries',
    '"yes": a page says that it works from other countries. "not-said": an ordinary number; no page says. "unlikely": made for callers in its country (freephone, shared cost), and no page says that it works from elsewhere. "no": it works in its own country alone; dialled elsewhere it may ring somebody else.',
  ],
  'instead-from-abroad': [
    'Number from other countries',
    'Reaches the same body from elsewhere, where the number itself does not work.',
  ],
  'emergency-number': ['Emergency number', 'A number for danger: answered at every hour.'],
} as const;
export type FactCode = keyof typeof FACTS;
export const FACTS_TAXONOMY = 'facts';

/** The directory's vocabularies of which records carry terms. */
export const VOCABULARIES = ['kinds', 'services', 'sex', 'age', 'nationality', 'exploitation', 'emergency'] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];

const NAMES: Record<Vocabulary, [name: string, description: string]> = {
  kinds: ['Kinds of body', 'What kind of body it is.'],
  services: ['Services', 'What the body gives.'],
  sex: ['Sex', 'Whom it serves. No term: no page says.'],
  age: ['Age', 'Whom it serves. No term: no page says.'],
  nationality: ['Nationality', 'Whom it serves. No term: no page says.'],
  exploitation: ['Form of exploitation', 'Whom it serves. No term: no page says.'],
  emergency: ['Emergency', 'Whom an emergency number brings.'],
};

export const termId = (taxonomy: string, code: string) => idOf('taxonomy-term', taxonomy, code);

/** @param version the edition, whose words these are */
export function taxonomyRows(taxonomy: OurTaxonomy, version: string): TaxonomyTables {
  const taxonomies = [
    ...VOCABULARIES.map((code) => taxonomyRow(code, ...NAMES[code], version)),
    taxonomyRow(FACTS_TAXONOMY, 'Facts', 'What is known of a record and has no field in the standard.', version),
  ];
  const term = (vocabulary: string, code: string, name: string, description: string): Row<'taxonomy_terms'> => ({
    id: termId(vocabulary, code),
    code,
    name,
    description,
    language: 'en',
    taxonomy_id: idOf('taxonomy', vocabulary),
  });
  const terms = [
    ...VOCABULARIES.flatMap((vocabulary) =>
      Object.entries(taxonomy[vocabulary]).map(([code, { label, hint }]) =>
        term(vocabulary, code, label.en ?? code, hint?.en ?? label.en ?? code),
      ),
    ),
    ...Object.entries(FACTS).map(([code, [name, description]]) => term(FACTS_TAXONOMY, code, name, description)),
  ];
  return { taxonomies, taxonomy_terms: terms };
}

interface TaxonomyTables {
  taxonomies: Row<'taxonomies'>[];
  taxonomy_terms: Row<'taxonomy_terms'>[];
}

function taxonomyRow(code: string, name: string, description: string, version: string): Row<'taxonomies'> {
  return { id: idOf('taxonomy', code), name, description, version };
}
