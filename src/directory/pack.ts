/**
 * Packs: what is published and read on the phone. A pack is a country's data as curators wrote it, plus what is
 * better worked out once at build than on every phone: formatted numbers, opening hours as minutes, who publishes a source.
 */
import * as v from 'valibot';
import { EditionChanges } from './changes-schema.ts';
import { isWrittenFor } from './dialled.ts';
import { FirstSentence, PackedLanguage } from './first-words-schema.ts';
import { PACK_FORMAT } from './format.ts';
import { GlossaryTerm, GuidanceQuestions, Guide, Instrument, Point, PracticesFile } from './guides-schema.ts';
import type { LaterPackId } from './later-packs.ts';
import { NetworkFile } from './networks-schema.ts';
import {
  Address,
  type Channel,
  COUNTRIES,
  Country,
  Dialled,
  EmailChannel,
  NumberChannel,
  PartialDate,
  Places,
  REGIONS,
  Responder,
  ResponderId,
  ShortNumber,
  Source,
  Taxonomy,
  WebChannel,
  Works,
  WrittenChannel,
} from './schema.ts';
import { hiddenIn } from './visible.ts';

const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 * 24 * 60));
const Interval = v.tuple([Minutes, Minutes]);

/**
 * Opening hours as minutes of the responder's local day. `days[0]` is Monday. An interval that runs past midnight
 * ends after 1440. `holiday` holds the hours on public holidays where the page names them; without it nobody knows.
 */
export const Week = v.strictObject({
  days: v.pipe(v.array(v.array(Interval)), v.length(7)),
  holiday: v.optional(v.array(Interval)),
});

/** Absent = no page gives hours. */
const week = { week: v.optional(Week) };

/** A curator's number, with how it is dialled and written. */
const PackNumber = v.pipe(
  v.strictObject({
    ...NumberChannel.entries,
    /** What the link dials: E.164, or the short number as it is. */
    tel: Dialled,
    /** Freephone, shared cost: a line people know by its national form, and that may not be reached from abroad. */
    freephone: v.optional(v.literal(true)),
    /** The number as people of that country group it. */
    national: v.string(),
    /** The number as dialled from another country. Absent for short numbers. */
    international: v.optional(v.string()),
    ...week,
  }),
  v.check(({ tel, value }) => tel === value, 'dials another number than it names'),
  v.check(({ tel, short }) => (short === true) !== tel.startsWith('+'), 'is short and full at once, or neither'),
  v.check(({ tel, national }) => isWrittenFor(tel, national), 'shows another number than it dials'),
  v.check(
    ({ tel, international = tel }) =>
      international.startsWith('+') === tel.startsWith('+') && isWrittenFor(tel, international),
    'shows another international number than it dials',
  ),
);

/** One way to reach a responder: any of them may be asked for its number. */
export interface PackChannel extends Omit<v.InferOutput<typeof NumberChannel>, 'type'> {
  type: Channel['type'];
  tel?: string | undefined;
  freephone?: true | undefined;
  national?: string | undefined;
  international?: string | undefined;
  week?: Week | undefined;
}

/** A channel, held to the curators' rules once more: what it dials, writes to and opens is checked on the phone. */
export const PackChannel: v.GenericSchema<PackChannel> = v.variant('type', [
  PackNumber,
  v.strictObject({ ...EmailChannel.entries, ...week }),
  v.strictObject({ ...WebChannel.entries, ...week }),
  v.strictObject({ ...WrittenChannel.entries, ...week }),
]);

export const PackResponder = v.strictObject({
  ...Responder.entries,
  country: v.picklist(REGIONS),
  channels: v.array(PackChannel),
  addresses: v.optional(v.array(Address)),
});

export const PackSource = v.strictObject({ ...Source.entries, publisher: v.string() });

/** A harmonised number (112, 116 000 …) as it stands in one country. */
export const PackHarmonised = v.pipe(
  v.strictObject({
    number: ShortNumber,
    national: v.string(),
    service: v.string(),
    works: Works,
    operator: v.optional(v.string()),
    responder: v.optional(ResponderId),
    note: v.optional(v.string()),
    sources: v.array(v.string()),
  }),
  v.check(({ number, national }) => isWrittenFor(number, national), 'shows another number than it dials'),
);

const countryEntries = (({ $schema: _, ...entries }) => entries)(Country.entries);

/** One country (or `eu`): everything its screens need, with its own sources. */
export const CountryPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('country'),
  ...countryEntries,
  /** Public holidays of the country as local dates, for "may be closed today". */
  holidays: v.array(PartialDate),
  harmonised: v.array(PackHarmonised),
  responders: v.array(PackResponder),
  /** What the last editions changed here, the newest first. */
  changes: v.array(EditionChanges),
  sources: v.record(v.string(), PackSource),
});

export const TaxonomyPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('taxonomy'),
  ...(({ $schema: _, ...entries }) => entries)(Taxonomy.entries),
});

/** Names of places as people type them: countries in every language, worked out at build, and the curators' towns. */
export const PlacesPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('places'),
  countries: v.record(
    v.picklist(COUNTRIES),
    v.strictObject({
      name: v.record(v.string(), v.string()),
      /** The country's calling code without `+`. */
      calling: v.string(),
    }),
  ),
  /** The languages in which somebody answers, with their names by language. */
  languages: v.record(v.string(), v.record(v.string(), v.string())),
  ...(({ $schema: _, ...entries }) => entries)(Places.entries),
});

const sources = v.record(v.string(), PackSource);

/** The guides, their points by id, and the pages they rest on. */
export const GuidesPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('guides'),
  points: v.record(v.string(), Point),
  guides: v.array(v.strictObject((({ $schema: _, ...entries }) => entries)(Guide.entries))),
  questions: GuidanceQuestions.entries.questions,
  sources,
});

export const GlossaryPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('glossary'),
  terms: v.array(GlossaryTerm),
  sources,
});

export const PracticesPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('practices'),
  ...(({ $schema: _, ...entries }) => entries)(PracticesFile.entries),
  sources,
});

export const LawPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('law'),
  instruments: v.array(Instrument),
  sources,
});

/** The networks, country by country, and the pages they rest on. */
export const NetworksPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('networks'),
  networks: v.array(v.strictObject({ ...(({ $schema: _, ...entries }) => entries)(NetworkFile.entries), sources })),
});

const { text: _english, ...sentence } = FirstSentence.entries;

/** The first words: the sentences in their order, and what each is in every language, English among them. */
export const FirstWordsPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('first-words'),
  sentences: v.array(v.strictObject(sentence)),
  /** In the order in which somebody looks for their own: by name, one script after the other. */
  languages: v.array(PackedLanguage),
});

/** The search's tables as text, made at build so that no phone has to; `src/search/packed.ts` reads them. */
export const SearchPack = v.strictObject({
  format: v.literal(PACK_FORMAT),
  kind: v.literal('search'),
  /** Which make of tables; a phone that knows another makes its own. */
  tables: v.string(),
  index: v.record(v.string(), v.string()),
  /** The index of guides, terms, practices and law. */
  guidance: v.record(v.string(), v.string()),
  lexicon: v.record(v.string(), v.string()),
});

export const Pack = v.pipe(
  v.variant('kind', [
    CountryPack,
    TaxonomyPack,
    PlacesPack,
    GuidesPack,
    GlossaryPack,
    PracticesPack,
    LawPack,
    NetworksPack,
    FirstWordsPack,
    SearchPack,
  ]),
  v.check(
    (pack) => hiddenIn(pack) === undefined,
    ({ input }) => {
      const { character, place } = hiddenIn(input) ?? { character: '', place: [] };
      return `the hidden character ${character} in ${place.join('.')}`;
    },
  ),
);

/** `edition.json`: which packs make up the published edition, and the hash each must have. */
export const Manifest = v.strictObject({
  format: v.literal(PACK_FORMAT),
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: v.pipe(v.string(), v.isoDate()),
  packs: v.array(
    v.strictObject({
      id: v.string(),
      /** File name beside the manifest, e.g. `lv.3f2a9c1b0d4e.json`. */
      file: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.[0-9a-f]{12}\.json$/)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
  ),
});

export type Week = v.InferOutput<typeof Week>;
export type PackResponder = v.InferOutput<typeof PackResponder>;
export type PackSource = v.InferOutput<typeof PackSource>;
export type PackHarmonised = v.InferOutput<typeof PackHarmonised>;
export type CountryPack = v.InferOutput<typeof CountryPack>;
export type TaxonomyPack = v.InferOutput<typeof TaxonomyPack>;
export type PlacesPack = v.InferOutput<typeof PlacesPack>;
export type GuidesPack = v.InferOutput<typeof GuidesPack>;
export type GlossaryPack = v.InferOutput<typeof GlossaryPack>;
export type PracticesPack = v.InferOutput<typeof PracticesPack>;
export type LawPack = v.InferOutput<typeof LawPack>;
export type FirstWordsPack = v.InferOutput<typeof FirstWordsPack>;
export type SearchPack = v.InferOutput<typeof SearchPack>;
export type Pack = v.InferOutput<typeof Pack>;
export type NetworksPack = v.InferOutput<typeof NetworksPack>;
export type LaterPack<Id extends LaterPackId> = Extract<Pack, { kind: Id }>;
export type Manifest = v.InferOutput<typeof Manifest>;
