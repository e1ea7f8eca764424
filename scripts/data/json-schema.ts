/** JSON Schema of the curators' files, for editors: completes and checks while one types. Made from the one schema. */
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { FirstSentence } from '../../src/directory/first-words-schema.ts';
import {
  Equivalent,
  GlossaryTerm,
  GuideItem,
  GuideSection,
  Instrument,
  LawPoint,
  Point,
  Practice,
} from '../../src/directory/guides-schema.ts';
import { NetworkBody } from '../../src/directory/networks-schema.ts';
import {
  Act,
  Address,
  Channel,
  Check,
  City,
  Emergency,
  Fact,
  Happening,
  MeasurePoint,
  OpenQuestion,
  People,
  Responder,
  Serves,
  Source,
  Statistic,
  type Taxonomy,
  Term,
  type Vocabulary,
} from '../../src/directory/schema.ts';
import { schemaOf } from './check-shape.ts';

/** The kinds of files that have a schema of their own: `country` is `data/schema/country.schema.json`. */
export const SCHEMA_NAMES = [
  'country',
  'responders',
  'network',
  'sources',
  'harmonised',
  'taxonomy',
  'places',
  'happenings',
  'peoples',
  'screens',
  'edition',
  'points',
  'guide',
  'questions',
  'glossary',
  'practices',
  'law',
  'first-words',
  'first-words-language',
  'proposals',
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** What an editor says of a key when one rests on it. */
const DESCRIPTIONS: Record<string, string> = {
  id: 'Never used again for anything else.',
  name: 'By language; English always, and the own language where a page gives it.',
  measures: 'The measures of the Transnational Referral Mechanism, 1 to 7.',
  serves: 'Whom the responder serves. Leave out what no page says.',
  channels: 'Ways to reach the responder, the one to try first in front.',
  value: 'The number in full (+37167898343) or a short number, the mail address, or the web address.',
  short: 'true for a number that is dialled as it is inside the country, such as 116006.',
  via: 'The responder whose number or address this is, when the way in is another body.',
  purpose: 'What this number or address is for, in a few words.',
  hours:
    'OpenStreetMap opening hours in local time: "Mo-Fr 09:00-17:00", "24/7". Join with "," when both rules hold on one day. Leave out when no page says.',
  languages: 'Languages spoken, ISO 639: "lv", "ru". Leave out when no page says.',
  free: 'Whether the call costs nothing. Leave out when no page says.',
  fromAbroad: 'Whether it can be reached from another country. Leave out when no page says.',
  checks: 'Which offices tried it, when, and what came of it: the newest last. Never a person.',
  by: 'The office that tried it, never a person.',
  outcome: 'right: it leads there. no-answer: nobody answered. wrong: it leads elsewhere, or nowhere.',
  disagreement: 'Where pages disagree: what is shown is the narrower, and this says why.',
  sources: 'Ids of sources.json in the same folder. A fact without a source does not build.',
  hoursSources: 'Ids of the sources that give the hours, when they are others than those of the number.',
  represents: 'Embassies and consulates: the state they represent, as a country code.',
  sameAs: 'The same body under another id, where an international and a national entry meet.',
  checked: 'When the pages were gathered: YYYY, YYYY-MM or YYYY-MM-DD.',
  timeZone: 'The time zone in which the hours are read, such as "Europe/Riga".',
  antiTraffickingLine: 'Ids of the responders to call about trafficking, best first.',
  contactPoint: 'Id of the responder through which the country is entered.',
  contactPointNote: 'Why this one is shown, where the sources name no single contact point.',
  openQuestions: 'What the sources leave out or disagree on.',
  date: "The page's own date: YYYY, YYYY-MM or YYYY-MM-DD. Leave out when the page carries none.",
  notBefore: 'What the page cannot be older than, where it prints no date but speaks of something that happened then.',
  dateNote: 'What the page says of its age when that is not one date.',
  publisher: 'Who speaks, when it is not the owner of the domain: a mirror, a reprint.',
  works: 'not-listed: absent from the lists that were seen, which is not a no.',
  reviewed: 'Languages whose labels a native speaker has reviewed.',
  label: 'By language; English always.',
  hint: 'One plain sentence by language, where the label alone could be misread.',
  cities: 'Towns and regions that people name when they search, by a short code.',
  also: 'Historic names and other spellings: understood, never shown.',
  level: 'How far it reaches.',
  leads: 'Who leads it.',
  members: 'Who sits in it; with the responder that it is, where the directory has it.',
  reach: 'How a practitioner reaches it, or brings a case or a lesson to it.',
  since: 'Since when there is this body.',
  meets: 'Whether it still meets, and what shows it. Leave out when no page says.',
  scope: 'Where it comes from: bsr, eu, coe, int or a country code. Points from elsewhere are marked with it.',
  slug: 'The address of the guide, and its file: roles/police.',
  point: "The id of a point, or of a country's point such as lv-m3-2.",
  phase: 'When the section applies. Every role needs signs, first-hour, first-day and first-weeks.',
  own: 'true where no page gave the definition: it is then our wording, and the sources vouch for the term.',
  equivalents: 'The term in other languages, by language, each with its own sources.',
  themes: 'Codes of the themes at the top of the file.',
  peoples: 'Peoples that entries work with, by the code of their country: what people type for them.',
  happenings: 'What happened, by a short code: who acts on it, what is known by it, what people type for it.',
  screens: "The app's own screens that the search leads to.",
  acts: 'Who acts on it, the most fitting first. All that one of them names must hold.',
  situation: 'What is known by it, as in the address of a plan: form=labour&age=child.',
  rests: 'Ids of the points of guidance on which the sentence rests.',
  onlyIfTrue: 'true where the sentence says how things are: it is shown only where they are so.',
  notFor: 'Who does not see it, because in their mouth it would not be true.',
  of: 'The first eight digits of the SHA-256 of the English text that was translated; the check says which it should be.',
  words: 'What people type for it, by language: synonyms and everyday words.',
};

/** Parts that a file's schema names more than once, or that read better with a name. */
const DEFINITIONS: Partial<Record<SchemaName, Record<string, GenericSchema>>> = {
  country: { Emergency, Fact, MeasurePoint, OpenQuestion, Statistic },
  responders: { Address, Channel, Check, Fact, Responder, Serves },
  network: { Fact, NetworkBody },
  sources: { Source },
  taxonomy: { Term },
  places: { City },
  happenings: { Act, Happening },
  peoples: { People },
  screens: { Term },
  points: { Point },
  guide: { GuideSection, GuideItem },
  glossary: { GlossaryTerm, Equivalent },
  practices: { Practice },
  law: { Instrument, LawPoint },
  'first-words': { FirstSentence },
  proposals: { Channel, Check, Responder, Source },
};

/** The JSON Schema of one kind of file, with the codes of the taxonomy in it. */
export function jsonSchemaOf(name: SchemaName, taxonomy: Taxonomy): JsonSchema {
  return toJsonSchema(schemaOf(`${name}.json`), {
    definitions: DEFINITIONS[name] ?? {},
    ignoreActions: ['trim', 'check'],
    overrideAction: ({ valibotAction, jsonSchema }) => {
      const { metadata } = valibotAction as { metadata?: { vocabulary?: Vocabulary } };
      return metadata?.vocabulary && codesOf(taxonomy, metadata.vocabulary, jsonSchema);
    },
    overrideSchema: ({ jsonSchema }) => {
      for (const [key, property] of Object.entries(jsonSchema.properties ?? {})) {
        const description = DESCRIPTIONS[key];
        if (description && typeof property === 'object') property.description = description;
      }
      return jsonSchema;
    },
  });
}

/** The codes that may stand here; a picklist keeps its own, which may be fewer than the vocabulary's. */
function codesOf(taxonomy: Taxonomy, vocabulary: Vocabulary, jsonSchema: JsonSchema): JsonSchema {
  const codes = (jsonSchema.enum as string[] | undefined) ?? Object.keys(taxonomy[vocabulary]);
  const enumDescriptions = codes.map((code) => taxonomy[vocabulary][code]?.label.en ?? '');
  return { type: 'string', enum: codes, enumDescriptions } as JsonSchema;
}

/** A schema file as it is written. */
export function schemaText(name: SchemaName, taxonomy: Taxonomy): string {
  return `${JSON.stringify(jsonSchemaOf(name, taxonomy), null, 2)}\n`;
}
