/**
 * The texts of the guidance that are translated, by an id that stays when the text is changed. The English in `data/` is
 * the source; `data/translations/<language>/` says what another language makes of it, and of which English.
 */
import { createHash } from 'node:crypto';
import type { Guidance } from '../data/read.ts';

/** The files of a language's folder: one for each kind of text. */
export const TRANSLATION_FILES = ['points', 'guides', 'glossary', 'practices', 'law', 'questions'] as const;
export type TranslationFile = (typeof TRANSLATION_FILES)[number];

/** A text to translate. */
export interface SourceText {
  id: string;
  file: TranslationFile;
  english: string;
  /** Languages in which the curators' own file has it beside the English: nothing else says it there. */
  inPlace: readonly string[];
}

/** By this a translation remembers which English it was made from: the first 8 hex digits of its SHA-256. */
export function hashOf(english: string): string {
  return createHash('sha256').update(english).digest('hex').slice(0, 8);
}

/**
 * Every text of the guidance that a language has to say, in the order of the files.
 * @throws Error where two have the same id
 */
export function guidanceTexts({ points, guides, glossary, practices, law, questions }: Guidance): SourceText[] {
  const texts: SourceText[] = [
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
    ...questions.flatMap(({ about, text }) => said('questions', `${about}.${hashOf(text)}`, text)),
  ];
  const seen = new Set<string>();
  for (const { id } of texts) {
    if (seen.has(id)) throw new Error(`two texts have the id ${id}`);
    seen.add(id);
  }
  return texts;
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
