/** The search's tables, made once at build so that no phone has to: as a pack of the edition, or from the directory. */
import type { Directory } from '../directory/directory.ts';
import type { SearchDocument } from './documents.ts';
import { groupsIn, groupsOf, type Peoples } from './groups.ts';
import { Happenings, type HappeningTable } from './happenings.ts';
import { buildIndexTable, fits, type IndexTable, packIndex, unpackIndex, withConcepts } from './index.ts';
import { buildLexiconTable, type LexiconTable, packLexicon, unpackLexicon } from './lexicon.ts';

/** Raised when tables of before could no longer be read, or would be wrong. */
const TABLES = '7';

/** What is made beforehand for one search. What happened and for whom somebody is by name are only in it: without a pack they are not understood. The telephone numbers are not in it: a changed number changes one pack only. */
export interface PackedSearch {
  tables: string;
  index: Record<string, string>;
  lexicon: Record<string, string>;
}

/** What the pack `search` holds: the directory's index, the guidance's, and the lexicon that both share. */
export interface PackedSearches extends PackedSearch {
  guidance: Record<string, string>;
}

export interface SearchTables {
  index: IndexTable;
  lexicon: LexiconTable;
  happenings(): Happenings;
}

export function packSearch(
  directory: Directory,
  documents: readonly SearchDocument[],
  guidance: readonly SearchDocument[],
  { happenings, peoples }: { happenings: HappeningTable; peoples: Peoples },
): PackedSearches {
  const table = buildIndexTable(documents);
  return {
    tables: TABLES,
    index: { ...packIndex(withConcepts(table, groupsIn(table, documents, directory, peoples))) },
    guidance: { ...packIndex(buildIndexTable(guidance)) },
    lexicon: { ...packLexicon(buildLexiconTable(directory, peoples)), happenings: JSON.stringify(happenings) },
  };
}

/** The tables of a pack, or made here where there is no pack, or one of another make. */
export function tablesOf(
  directory: Directory,
  documents: readonly SearchDocument[],
  packed: PackedSearch | undefined,
): SearchTables {
  if (packed?.tables !== TABLES) {
    return {
      index: buildIndexTable(documents),
      lexicon: lexiconOf(directory, undefined),
      happenings: () => new Happenings({}),
    };
  }
  const index = unpackIndex(packed.index as Parameters<typeof unpackIndex>[0]);
  return {
    index: fits(index, documents) ? index : withConcepts(buildIndexTable(documents), groupsOf(index, documents)),
    lexicon: lexiconOf(directory, packed),
    happenings: () => happeningsOf(packed.lexicon.happenings ?? '{}'),
  };
}

/** One table serves the directory's search and the guidance's. */
let happenings: { text: string; read: Happenings } | undefined;

function happeningsOf(text: string): Happenings {
  if (happenings?.text !== text) happenings = { text, read: new Happenings(JSON.parse(text) as HappeningTable) };
  return happenings.read;
}

/** One lexicon serves every search of a directory. */
const lexicons = new WeakMap<Directory['taxonomy'], LexiconTable>();

function lexiconOf(directory: Directory, packed: PackedSearch | undefined): LexiconTable {
  let table = lexicons.get(directory.taxonomy);
  if (!table) {
    table = packed
      ? unpackLexicon(packed.lexicon as Parameters<typeof unpackLexicon>[0])
      : buildLexiconTable(directory);
    lexicons.set(directory.taxonomy, table);
  }
  return table;
}
