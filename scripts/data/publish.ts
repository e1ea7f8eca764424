/** Turns the curators' data into packs and their manifest. The same data gives the same bytes. */
import { createHash } from 'node:crypto';
import parsePhoneNumber, { getCountryCallingCode } from 'libphonenumber-js/max';
import { isWrittenFor } from '../../src/directory/dialled.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { PACK_FORMAT } from '../../src/directory/format.ts';
import { GUIDE_GROUPS } from '../../src/directory/guides-schema.ts';
import type {
  CountryPack,
  FirstWordsPack,
  Manifest,
  NetworksPack,
  Pack,
  PackChannel,
  PackHarmonised,
  PackSource,
  PlacesPack,
  SearchPack,
} from '../../src/directory/pack.ts';
import {
  type Channel,
  COUNTRIES,
  type HarmonisedNumber,
  type Region,
  type Sources,
} from '../../src/directory/schema.ts';
import { fingerprint } from '../../src/i18n/fingerprint.ts';
import { documentsOf } from '../../src/search/documents.ts';
import { type Beside, guidanceDocuments, type Guidance as SearchedGuidance } from '../../src/search/guidance.ts';
import { packSearch } from '../../src/search/packed.ts';
import { toldBy } from '../edition/changes.ts';
import { outOfDate } from './first-words.ts';
import { publicHolidays, weekOf } from './hours.ts';
import { publisherOf } from './publisher.ts';
import type { Data, Guidance, RegionData } from './read.ts';
import { sourceUses } from './source-uses.ts';

/** A pack as it is written: its name carries its content's hash. */
export interface PackFile {
  id: string;
  file: string;
  sha256: string;
  text: string;
  pack: Pack;
}

/** Builds all packs of an edition, in a fixed order. */
export function buildPacks(data: Data): PackFile[] {
  const { $schema: _, ...taxonomy } = data.taxonomy;
  const international = data.regions.find((entry) => entry.region === 'eu');
  if (!international) throw new Error('data/international is missing');
  const told = toldBy(data);
  const guidance = { ...guidancePacks(data.guidance), networks: networksPack(data) };
  const files = [
    packFile('taxonomy', { format: PACK_FORMAT, kind: 'taxonomy', ...taxonomy }),
    packFile('places', placesPack(data)),
    ...data.regions.map((entry) =>
      packFile(entry.region, { ...countryPack(entry, data, international), changes: told[entry.region] }),
    ),
    ...Object.values(guidance).map((pack) => packFile(pack.kind, pack)),
    packFile('first-words', firstWordsPack(data)),
  ];
  return [...files, packFile('search', searchPack(data, files, guidance))];
}

/** The search's tables over the directory that these packs make, and over the guidance. */
function searchPack(data: Data, files: readonly PackFile[], guidance: SearchedGuidance): SearchPack {
  const directory = createDirectory(
    { ...data.edition, packs: buildManifest(data, files).packs },
    files.map(({ pack }) => pack),
  );
  // The day decides only how sure a number is, which is no part of the tables.
  const documents = documentsOf(directory, new Date(data.edition.date));
  return {
    format: PACK_FORMAT,
    kind: 'search',
    ...packSearch(directory, documents, guidanceDocuments(guidance, besideGuidance(data)), data),
  };
}

/** What guides are called in other languages, and the screens: both are searched, and neither is a pack. */
export function besideGuidance({ guideTitles, screens }: Data): Beside {
  return {
    screens,
    titles(english) {
      const of = fingerprint(english);
      return Object.fromEntries(
        Object.entries(guideTitles).flatMap(([language, titles]) => {
          const text = titles[of];
          return text === undefined ? [] : [[language, text]];
        }),
      );
    },
  };
}

/** Guides, glossary, practices and law, each with the sources it rests on and no others. */
function guidancePacks(guidance: Guidance): Omit<SearchedGuidance, 'networks'> {
  const { glossary, practices, law } = guidance;
  const points = guidance.points.flatMap((file) => file.points);
  const guides = guidance.guides.map(({ guide: { $schema: _, ...guide } }) => guide);
  const bySlug = guides.sort((a, b) => GUIDE_GROUPS.indexOf(a.group) - GUIDE_GROUPS.indexOf(b.group));
  const sources = (...parts: unknown[]) => sourcesUsed(parts, guidance.sources);
  const format = PACK_FORMAT;
  return {
    guides: {
      format,
      kind: 'guides',
      points: Object.fromEntries(points.map((point) => [point.id, point])),
      guides: bySlug,
      questions: guidance.questions,
      sources: sources(points),
    },
    glossary: { format, kind: 'glossary', terms: glossary.terms, sources: sources(glossary.terms) },
    practices: {
      format,
      kind: 'practices',
      themes: practices.themes,
      practices: practices.practices,
      sources: sources(practices.practices),
    },
    law: { format, kind: 'law', instruments: law.instruments, sources: sources(law.instruments) },
  };
}

/** The networks, each with the sources it rests on and no others. */
function networksPack({ regions }: Data): NetworksPack {
  return {
    format: PACK_FORMAT,
    kind: 'networks',
    networks: regions.map(({ network: { $schema: _, ...network }, sources }) => ({
      ...network,
      sources: sourcesUsed(network, sources),
    })),
  };
}

/** The first words; a text whose English has changed since is named as out of date. */
function firstWordsPack({ firstWords, firstWordsIn }: Data): FirstWordsPack {
  const texts = (spoken: Record<string, { text: string }>) =>
    Object.fromEntries(Object.entries(spoken).map(([id, { text }]) => [id, text]));
  const english = {
    code: 'en',
    name: 'English',
    direction: 'ltr' as const,
    status: 'original' as const,
    outOfDate: [],
    sentences: Object.fromEntries(firstWords.sentences.map(({ id, text }) => [id, text])),
    answers: firstWords.answers,
  };
  const others = Object.entries(firstWordsIn).map(([code, language]) => ({
    code,
    name: language.name,
    direction: language.direction,
    status: language.status,
    outOfDate: outOfDate(firstWords, language).map(({ id }) => id),
    sentences: texts(language.sentences),
    answers: texts(language.answers),
  }));
  const { compare } = new Intl.Collator('en');
  return {
    format: PACK_FORMAT,
    kind: 'first-words',
    sentences: firstWords.sentences.map(({ text: _, ...sentence }) => sentence),
    languages: [english, ...others].sort((a, b) => compare(a.name, b.name)),
  };
}

function sourcesUsed(content: unknown, sources: Sources): Record<string, PackSource> {
  const used = new Set(sourceUses('', content).map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(sources)
      .filter(([id]) => used.has(id))
      .map(([id, source]) => [id, { ...source, publisher: publisherOf(source) }]),
  );
}

/** The manifest that names the packs of an edition. */
export function buildManifest(data: Data, files: readonly PackFile[]): Manifest {
  return {
    format: PACK_FORMAT,
    edition: data.edition.edition,
    date: data.edition.date,
    packs: files.map(({ id, file, sha256, text }) => ({ id, file, sha256, bytes: Buffer.byteLength(text) })),
  };
}

function packFile(id: string, pack: Pack): PackFile {
  const text = JSON.stringify(pack);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { id, file: `${id}.${sha256.slice(0, 12)}.json`, sha256, text, pack };
}

/** The languages in which a country is recognised by name. */
const NAME_LANGUAGES = ['en', 'bg', 'da', 'de', 'et', 'fi', 'is', 'lt', 'lv', 'nb', 'pl', 'ro', 'ru', 'sv', 'uk'];

/** Country names come from the build machine's CLDR, so that no phone has to carry fifteen languages of it. */
function placesPack({ places: { $schema: _, ...places }, regions }: Data): PlacesPack {
  const names = NAME_LANGUAGES.map(
    (language) => [language, new Intl.DisplayNames(language, { type: 'region' })] as const,
  );
  const countries = COUNTRIES.map((code) => {
    const country = code.toUpperCase() as Uppercase<typeof code>;
    const name = Object.fromEntries(names.map(([language, display]) => [language, display.of(country) ?? country]));
    return [code, { name, calling: getCountryCallingCode(country) }] as const;
  });
  return {
    format: PACK_FORMAT,
    kind: 'places',
    countries: Object.fromEntries(countries) as PlacesPack['countries'],
    languages: Object.fromEntries(spokenLanguages(regions).map((code) => [code, languageNames(code)])),
    ...places,
  };
}

/** The languages in which any channel answers, sorted. */
export function spokenLanguages(regions: readonly RegionData[]): string[] {
  const codes = regions.flatMap(({ responders }) =>
    responders.flatMap(({ channels }) => channels.flatMap(({ languages }) => languages ?? [])),
  );
  return [...new Set(codes)].sort();
}

function languageNames(code: string): Record<string, string> {
  const name = (language: string) => new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  return Object.fromEntries(NAME_LANGUAGES.map((language) => [language, name(language)]));
}

function countryPack(entry: RegionData, data: Data, international: RegionData): Omit<CountryPack, 'changes'> {
  const { region } = entry;
  const { $schema: _, ...country } = entry.country;
  const year = Number(data.edition.date.slice(0, 4));
  const holidays = region === 'eu' ? [] : publicHolidays(region, [year, year + 1, year + 2]);
  const sources: Record<string, PackSource> = {};
  // What only the network rests on comes with the networks.
  Object.assign(sources, sourcesUsed([entry.country, entry.responders], entry.sources));
  const harmonised = region === 'eu' ? [] : data.harmonised.flatMap((number) => harmonisedIn(number, region));
  const usedAbroad = new Set(harmonised.flatMap((number) => number.sources));
  for (const id of usedAbroad) {
    const source = international.sources[id.slice(INTERNATIONAL.length)];
    if (source) sources[id] = { ...source, publisher: publisherOf(source) };
  }
  return {
    format: PACK_FORMAT,
    kind: 'country',
    ...country,
    holidays,
    harmonised,
    responders: entry.responders.map((responder) => ({
      ...responder,
      country: region,
      channels: responder.channels.map((channel) => packChannel(channel, region)),
    })),
    sources,
  };
}

/** Sources that a country's pack borrows from the international folder keep their id behind this mark. */
const INTERNATIONAL = 'eu:';

function harmonisedIn(number: HarmonisedNumber, region: Exclude<Region, 'eu'>): PackHarmonised[] {
  const here = number.byCountry[region];
  if (!here) return [];
  const { sources, ...rest } = here;
  return [
    {
      number: number.number,
      national: groupShort(number.number),
      service: number.service,
      ...rest,
      ...(number.note !== undefined && { note: number.note }),
      sources: sources.map((id) => INTERNATIONAL + id),
    },
  ];
}

function packChannel(channel: Channel, region: Region): PackChannel {
  const week = channel.hours === undefined ? {} : { week: weekOf(channel.hours, region) };
  if (channel.type !== 'phone' && channel.type !== 'sms') return { ...channel, ...week };
  if (channel.short) return { ...channel, ...week, tel: channel.value, national: groupShort(channel.value) };
  const number = parsePhoneNumber(channel.value);
  // The library may take a digit for a trunk prefix, or write one that nobody here dials: then the number stands as it is.
  const written = (form?: string) =>
    form !== undefined && number?.isValid() && isWrittenFor(channel.value, form) ? form : channel.value;
  return {
    ...channel,
    ...week,
    tel: channel.value,
    ...(INSIDE_TYPES.has(number?.getType() ?? '') && { freephone: true }),
    // A line of another country, such as its foreign ministry's, has no form that people dial here.
    national: written(isForeign(number, region) ? number?.formatInternational() : number?.formatNational()),
    international: written(number?.formatInternational()),
  };
}

function isForeign(number: ReturnType<typeof parsePhoneNumber>, region: Region): boolean {
  if (!number || region === 'eu') return false;
  return number.countryCallingCode !== getCountryCallingCode(region.toUpperCase() as Uppercase<typeof region>);
}

/**
 * Kinds of number (libphonenumber) that are made for callers inside the country. Not its "UAN", which are plain numbers
 * without a town (029 in Finland, 010 in Sweden) and are dialled from abroad like any other.
 */
const INSIDE_TYPES = new Set(['TOLL_FREE', 'SHARED_COST', 'PREMIUM_RATE']);

/** Harmonised numbers are written 116 000; other short numbers stand as they are. */
function groupShort(number: string): string {
  return /^116\d{3}$/.test(number) ? `116 ${number.slice(3)}` : number;
}
