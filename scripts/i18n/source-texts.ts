/**
 * The texts of the data that are translated, by an id that stays when the text is changed: the guidance, and what is read in a
 * hurry of a number, into every language; a country's own facts into its language. The English in `data/` is the source; `data/translations/<language>/`
 * says what another language makes of it, and of which English.
 */

import { COUNTRY_OF_LANGUAGE } from '../../src/directory/country-of-language.ts';
import { fingerprint } from '../../src/i18n/fingerprint.ts';
import type { Data, Guidance, RegionData } from '../data/read.ts';

/** The files of a language's folder: one for each kind of text. */
export const TRANSLATION_FILES = [
  'points',
  'guides',
  'glossary',
  'practices',
  'law',
  'questions',
  'numbers',
  'country',
] as const;
export type TranslationFile = (typeof TRANSLATION_FILES)[number];

/** A text to translate. */
export interface SourceText {
  id: string;
  file: TranslationFile;
  english: string;
  /** Languages in which the curators' own file has it beside the English: nothing else says it there. */
  inPlace: readonly string[];
}

/**
 * Every text that a language has to say, in the order of the files.
 * @throws Error where two have the same id
 */
export function sourceTexts(data: Data, language: string): SourceText[] {
  const home = data.regions.find(({ region }) => region === COUNTRY_OF_LANGUAGE[language]);
  const texts = [...guidanceTexts(data.guidance), ...numberTexts(data), ...(home ? countryTexts(home) : [])].filter(
    ({ inPlace }) => !inPlace.includes(language),
  );
  const seen = new Set<string>();
  for (const { id, file } of texts) {
    if (seen.has(`${file}:${id}`)) throw new Error(`two texts have the id ${file}:${id}`);
    seen.add(`${file}:${id}`);
  }
  return texts;
}

function guidanceTexts({ points, guides, glossary, practices, law, questions }: Guidance): SourceText[] {
  return [
    ...points.flatMap(({ points }) =>
      points.flatMap(({ id, text, note }) => [...said('points', id, text), ...said('points', `${id}.note`, note)]),
    ),
    ...guides.flatMap(({ guide: { slug, title, summary, sections } }) => [
      ...labelled(`${slug}.title`, title),
      ...labelled(`${slug}.summary`, summary),
      ...sections.flatMap(({ id, title, items }) => [
        ...labelled(`${slug}#${id}.title`, title),
        ...items.flatMap(({ point, question, pair }) => [
          ...labelled(`${slug}#${id}/${point}.question`, question),
          ...said('guides', `${slug}#${id}/${point}.say`, pair?.say),
          ...said('guides', `${slug}#${id}/${point}.not`, pair?.not),
        ]),
      ]),
    ]),
    ...glossary.terms.flatMap(({ id, definition }) => said('glossary', id, definition)),
    ...Object.entries(practices.themes).flatMap(([code, theme]) => labelled(`theme.${code}`, theme, 'practices')),
    ...practices.practices.flatMap(({ id, title, text, note }) => [
      ...said('practices', `${id}.title`, title),
      ...said('practices', id, text),
      ...said('practices', `${id}.note`, note),
    ]),
    ...law.instruments.flatMap(({ id, title, points }) => [
      ...said('law', `${id}.title`, title),
      ...points.flatMap((point) => [
        ...said('law', point.id, point.text),
        ...said('law', `${point.id}.note`, point.note),
      ]),
    ]),
    // They have no ids of their own: a changed question is another question.
    ...questions.flatMap(({ about, text }) => said('questions', `${about}.${fingerprint(text)}`, text)),
  ];
}

/**
 * What stands beside a number: what it is for, where its responder works, what has to be known of it. Most say the same of many
 * numbers, so each is one text, wherever it stands first.
 */
function numberTexts({ regions, harmonised, taxonomy }: Data): SourceText[] {
  const found = new Map<string, string>();
  const add = (kind: string, english: string | undefined) => {
    if (english !== undefined && !found.has(english)) found.set(english, kind);
  };
  for (const { country, responders } of regions) {
    for (const { note } of country.emergency) add('emergency', note);
    for (const { coverage, channels } of responders) {
      if (!(coverage in taxonomy.coverage)) add('coverage', coverage);
      for (const { purpose = '' } of channels) if (purpose && !(purpose in taxonomy.purposes)) add('purpose', purpose);
    }
  }
  for (const { service, note } of harmonised) for (const text of [service, note]) add('harmonised', text);
  return [...found].flatMap(([english, kind]) => said('numbers', `${kind}.${fingerprint(english)}`, english));
}

/** What a country's page and its responders say in sentences. Lists have no ids: a changed sentence is another one. */
function countryTexts({ country, responders, network }: RegionData): SourceText[] {
  const is = (id: string, english: string | undefined) => said('country', id, english);
  const listed = (id: string, list: readonly string[] = []) =>
    [...new Set(list)].flatMap((english) => is(`${id}.${fingerprint(english)}`, english));
  return [
    ...Object.values(country.measures).flatMap((points) => points.flatMap(({ id, text }) => is(id, text))),
    ...Object.entries(country.legal).flatMap(([topic, fact = {}]) => [
      ...is(`legal.${topic}`, 'text' in fact ? fact.text : undefined),
      ...is(`legal.${topic}.note`, 'note' in fact ? fact.note : undefined),
      ...('who' in fact ? listed(`legal.${topic}`, fact.who) : []),
      ...('national' in fact || 'eu' in fact || 'third-country' in fact
        ? listed(
            `legal.${topic}`,
            [fact.national, fact.eu, fact['third-country']].flatMap((list) => list ?? []),
          )
        : []),
    ]),
    ...listed(
      'statistics',
      (country.statistics ?? []).flatMap(({ note, breakdown }) =>
        [note, breakdown?.text].flatMap((text) => text ?? []),
      ),
    ),
    ...listed(
      'question',
      country.openQuestions.map(({ text }) => text),
    ),
    ...is('contact-point', country.contactPointNote?.text),
    ...responders.flatMap(({ id, about, disagreements, channels }) => [
      ...is(`${id}.about`, about),
      ...listed(`${id}.disagreement`, [
        ...(disagreements ?? []).map(({ text }) => text),
        ...channels.flatMap(({ disagreement }) => disagreement?.text ?? []),
      ]),
    ]),
    ...network.bodies.flatMap(({ id, about, reach, meets, disagreement, leads, members }) => [
      ...is(`${id}.about`, about.text),
      ...is(`${id}.reach`, reach?.text),
      ...is(`${id}.meets`, meets?.text),
      ...is(`${id}.disagreement`, disagreement?.text),
      ...listed(`${id}.who`, [
        ...(leads && leads.responder === undefined ? [leads.who] : []),
        ...(members?.who ?? []).flatMap(({ name, responder }) => (responder === undefined ? name : [])),
      ]),
    ]),
    ...listed('network-question', network.openQuestions),
  ];
}

function said(file: TranslationFile, id: string, english: string | undefined): SourceText[] {
  return english === undefined ? [] : [{ id, file, english, inPlace: ['en'] }];
}

function labelled(
  id: string,
  labels: Readonly<Record<string, string>> | undefined,
  file: TranslationFile = 'guides',
): SourceText[] {
  return labels?.en === undefined ? [] : [{ id, file, english: labels.en, inPlace: Object.keys(labels) }];
}
