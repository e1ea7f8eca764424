/** The guidance as documents of its own index, and the two searches as one: it never delays or outranks whom to call. */
import type { GlossaryPack, GuidesPack, LawPack, NetworksPack, PracticesPack } from '../directory/pack.ts';
import { REGIONS, type Region } from '../directory/schema.ts';
import type { Field, SearchDocument } from './documents.ts';
import type { Hit, Search } from './types.ts';

export interface Guidance {
  guides: GuidesPack;
  glossary: GlossaryPack;
  practices: PracticesPack;
  law: LawPack;
  networks: NetworksPack;
}

/** Guides, instruments of law, terms, practices and networks as documents. An instrument is a guide with the id `law#<id>`. */
export function guidanceDocuments({ guides, glossary, practices, law, networks }: Guidance): SearchDocument[] {
  return [
    ...guides.guides.map((guide) =>
      documentOf('guide', guide.slug, 'eu', guide.title, () => [
        ...labelled('name', guide.title),
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
  title: Readonly<Record<string, string>>,
  fields: () => Field[],
): SearchDocument {
  const concepts = () => ['subject:trafficking'];
  return { type, id, country, title, fields, concepts, numbers: () => [], nationwide: false, standing: () => 0 };
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
