/** Whom an entry is for by its own words: women, foreigners, a people. Worked out at build and kept as concepts of the index. */
import type { Directory } from '../directory/directory.ts';
import type { People } from '../directory/schema.ts';
import { FIELDS, type SearchDocument } from './documents.ts';
import { words } from './fold.ts';
import type { IndexTable } from './index.ts';
import { Sparse } from './sparse.ts';
import { Vocabulary, wanted } from './vocabulary.ts';

/** `data/peoples.json`, by the code of their country. */
export type Peoples = Readonly<Record<string, People>>;

/** Vocabularies whose words in a name say whom it is for; what is concluded is kept as `named:sex:male`. */
const WHOM = ['sex', 'age', 'nationality'] as const;
const NAME = FIELDS.indexOf('name');
const MENTIONING = new Set([FIELDS.indexOf('purpose'), FIELDS.indexOf('about')]);
/** Fewer letters have no other forms. */
const SHORT = 3;

/**
 * The documents in whose name a group stands, as `named:sex:male` or `named:people:ua`, and those that only tell of a
 * people, as `people:ua`. In its own country a people is no group; an embassy is only told to be one's own.
 */
export function groupsIn(
  table: IndexTable,
  documents: readonly SearchDocument[],
  { taxonomy, places }: Pick<Directory, 'taxonomy' | 'places'>,
  peoples: Peoples,
): Map<string, Set<number>> {
  const vocabulary = new Vocabulary(table.vocabulary);
  const found = new Sparse(vocabulary.words);
  const groups = new Map<string, Set<number>>();
  const put = (concept: string, document: number) => {
    const some = groups.get(concept);
    if (some) some.add(document);
    else groups.set(concept, new Set([document]));
  };
  const eachUse = (text: string, visit: (document: number, field: number) => void) => {
    const [word, more] = words(text);
    if (!word || more) return;
    found.clear();
    vocabulary.same(wanted(word.text), found);
    if (word.text.length > SHORT) vocabulary.inflected(wanted(word.text), found, 'most');
    for (let i = 0; i < found.size; i++) {
      const number = found.touched[i] as number;
      for (let p = table.start[number] as number; p < (table.start[number + 1] as number); p++) {
        visit(table.document[p] as number, table.field[p] as number);
      }
    }
  };

  for (const kind of WHOM) {
    for (const [code, { words: said = {} }] of Object.entries(taxonomy[kind])) {
      for (const text of Object.values(said).flat()) {
        eachUse(text, (document, field) => {
          if (field === NAME) put(`named:${kind}:${code}`, document);
        });
      }
    }
  }

  const consular = documents.map((document) => document.concepts().includes('kinds:consular'));
  for (const [code, { words: said }] of Object.entries(peoples)) {
    const name = places.countries[code as keyof typeof places.countries]?.name;
    const isElsewhere = (document: number) => documents[document]?.country !== code;
    const named = (document: number) => put(consular[document] ? `people:${code}` : `named:people:${code}`, document);
    for (const text of Object.values(said).flat()) {
      eachUse(text, (document, field) => {
        if (!isElsewhere(document)) return;
        if (field === NAME) named(document);
        else if (MENTIONING.has(field)) put(`people:${code}`, document);
      });
    }
    for (const text of Object.values(name ?? {})) {
      eachUse(text, (document, field) => {
        if (field === NAME && isElsewhere(document) && documents[document]?.country !== 'eu') named(document);
      });
    }
    const from = new RegExp(`\\b(from|fled) ${name?.en}\\b`);
    documents.forEach((document, d) => {
      if (isElsewhere(d) && document.fields().some(({ name, text }) => name === 'about' && from.test(text)))
        put(`people:${code}`, d);
    });
  }
  return groups;
}

/** What {@link groupsIn} found, read from a table of the same documents in another order, or of most of them. */
export function groupsOf(table: IndexTable, documents: readonly SearchDocument[]): Map<string, Set<number>> {
  const places = new Map(documents.map(({ id }, d) => [id, d]));
  return new Map(
    table.concepts.flatMap((concept, c) => {
      if (!/^(named|people):/.test(concept)) return [];
      const some = table.conceptDocument.subarray(table.conceptStart[c], table.conceptStart[c + 1]);
      return [[concept, new Set([...some].flatMap((d) => places.get(table.ids[d] as string) ?? []))]];
    }),
  );
}
