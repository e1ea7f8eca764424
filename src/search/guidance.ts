/** The guidance as documents of its own index, and the two searches as one: it never delays or outranks whom to call. */
import { REGIONS, type Region, SCREENS } from '../directory/codes.ts';
import type { GlossaryPack, GuidesPack, LawPack, NetworksPack, PracticesPack } from '../directory/pack.ts';
import type { Term } from '../directory/schema.ts';
import type { Field, SearchDocument } from './documents.ts';
import type { Hit, Search } from './types.ts';

export interface Guidance {
  guides: GuidesPack;
  glossary: GlossaryPack;
  practices: PracticesPack;
  law: LawPack;
  networks: NetworksPack;
}

/** What only the build knows: it goes into the index, and no phone carries it beside. */
export interface Beside {
  /** The English title of a guide as each language says it. */
  titles(english: string): Readonly<Record<string, string>>;
  /** What the app's own screens are called, and what people type for them. */
  screens: Readonly<Record<string, Pick<Term, 'label' | 'words'>>>;
}

const NOTHING: Beside = { titles: () => ({}), screens: {} };

/**
 * Guides, instruments of law, terms, practices and networks as documents, and the app's own screens. An instrument is a
 * guide with the id `law#<id>`.
 */
export function guidanceDocuments(
  { guides, glossary, practices, law, networks }: Guidance,
  { titles, screens }: Beside = NOTHING,
): SearchDocument[] {
  return [
    ...guides.guides.map((guide) =>
      documentOf('guide', guide.slug, 'eu', guide.title, () => [
        ...labelled('name', { ...titles(guide.title.en ?? ''), ...guide.title }),
        ...labelled('topic', guide.summary ?? {}),
        ...guide.sections.flatMap(({ title }) => labelled('topic', title)),
        ...guide.sections.flatMap(({ items }) =>
          items.flatMap(({ point }) => english('text', guides.points[point]?.text)),
        ),
      ]),
    ),
    ...law.instruments.map((instrument) =>
      documentOf('guide', `law#${instrument.id}`, 'eu', { en: instrument.title }, () => [
        ...english('name', instrument.title),
        ...instrument.points.flatMap(({ article, text }) => [...english('topic', article), ...english('text', text)]),
      ]),
    ),
    ...glossary.terms.map((term) =>
      documentOf('term', term.id, 'eu', namesOf(term), () => [
        ...labelled('name', namesOf(term)),
        ...Object.entries(term.equivalents).flatMap(([language, { also = [] }]) =>
          also.map(({ text }): Field => ({ name: 'name', text, language })),
        ),
        ...english('text', term.definition),
      ]),
    ),
    ...practices.practices.map((practice) => {
      const country = REGIONS.find((region) => region === practice.country) ?? 'eu';
      return documentOf('practice', practice.id, country, { en: practice.title }, () => [
        ...english('name', practice.title),
        ...practice.themes.flatMap((theme) => labelled('topic', practices.themes[theme] ?? {})),
        ...english('text', practice.text),
      ]);
    }),
    ...networks.networks.flatMap(({ country, bodies }) =>
      bodies.map(({ id, name, about, leads, members, reach }) =>
        documentOf('network', id, country, name, () => [
          ...labelled('name', name),
          ...english('topic', leads?.who),
          ...(members?.who ?? []).flatMap((member) => english('topic', member.name)),
          ...english('text', about.text),
          ...english('text', reach?.text),
        ]),
      ),
    ),
    // What a screen is called stands in the messages.
    ...SCREENS.map((id) => {
      const { label = {}, words = {} } = screens[id] ?? {};
      return documentOf('screen', id, 'eu', undefined, () => [
        ...labelled('name', label),
        ...Object.entries(words).flatMap(([language, some]) =>
          some.map((text): Field => ({ name: 'topic', text, language })),
        ),
      ]);
    }),
  ];
}

function namesOf({ term, equivalents }: GlossaryPack['terms'][number]): Record<string, string> {
  return {
    en: term,
    ...Object.fromEntries(Object.entries(equivalents).map(([language, { text }]) => [language, text])),
  };
}

function documentOf(
  type: SearchDocument['type'],
  id: string,
  country: Region,
  title: Readonly<Record<string, string>> | undefined,
  fields: () => Field[],
): SearchDocument {
  // A screen is about nothing: who asks for trafficking is not led to what they keep.
  const concepts = () => (type === 'screen' ? [] : ['subject:trafficking']);
  return {
    type,
    id,
    country,
    ...(title && { title }),
    fields,
    concepts,
    numbers: () => [],
    nationwide: false,
    standing: () => 0,
  };
}

function labelled(name: Field['name'], labels: Readonly<Record<string, string>>): Field[] {
  return Object.entries(labels).map(([language, text]) => ({ name, text, language }));
}

function english(name: Field['name'], text: string | undefined): Field[] {
  return text === undefined ? [] : [{ name, text, language: 'en' }];
}

/**
 * One search out of two: the directory's answer, and what the guidance has that meets everything asked for. Where only
 * the guidance meets everything, the directory's nearest hits are left away.
 */
export function withGuidance(directory: Search, guidance: Search): Search {
  return {
    prepare() {
      directory.prepare();
      guidance.prepare();
    },
    search(text, options) {
      const answer = directory.search(text, options);
      let found: Hit[] | undefined;
      const meeting = () => {
        if (found === undefined) {
          const { nearest, hits } = guidance.search(text, options);
          found = nearest ? [] : hits;
        }
        return found;
      };
      if (answer.nearest && meeting().length > 0) return { ...answer, hits: [], nearest: false, guidance: meeting };
      return { ...answer, guidance: meeting };
    },
  };
}
