/** What a backup would bring, item by item, beside what is here. */
import { isSameChannel } from '../exchange/ways.ts';
import { readContact } from '../rows.ts';
import { type Contents, fingerprint, isRow, type Row, type Tables } from './contents.ts';

/**
 * - `new`: not here
 * - `same`: here, as it is
 * - `older`: here it was changed later, and stays
 * - `newer`: the backup has the later one, which takes its place
 * - `joined`: of both: ticks, and a contact that one of them has by a card
 * - `conflict`: both differ, and no time tells which is meant
 */
export type Fate = 'new' | 'same' | 'older' | 'newer' | 'joined' | 'conflict';

/** One item of a backup. */
export interface Item {
  table: string;
  key: string;
  /** What stands here now. */
  here: unknown;
  /** What the backup has; of what is joined, both. */
  there: Row;
  fate: Fate;
}

export interface Comparison {
  items: Item[];
  /** How many rows belong to tables that this Harbour does not have. */
  unknown: number;
  /** How many rows nothing can be done with. */
  unreadable: number;
}

/** Whose word counts. */
export type Side = 'here' | 'there';

/**
 * Compares.
 * @param here all rows that are here
 * @param keys the field that names a row, by table
 */
export function compare(here: Tables, contents: Contents, keys: Record<string, string>): Comparison {
  const comparison: Comparison = { items: [], unknown: 0, unreadable: contents.unreadable };
  for (const [table, rows] of Object.entries(contents.tables)) {
    // A file may call a table `constructor`.
    const field = Object.hasOwn(keys, table) ? keys[table] : undefined;
    if (field === undefined) {
      comparison.unknown += rows.length;
      continue;
    }
    const byKey = new Map((here[table] ?? []).map((row) => [(row as Row)[field], row]));
    const seen = new Set<string>();
    for (const row of rows) {
      const key = row[field];
      if (typeof key !== 'string' || key === '' || seen.has(key)) {
        comparison.unreadable++;
        continue;
      }
      seen.add(key);
      comparison.items.push(itemOf(table, key, byKey.get(key), table === 'contacts' ? oneCard(row, key, byKey) : row));
    }
  }
  return comparison;
}

function itemOf(table: string, key: string, here: unknown, there: Row): Item {
  const item = { table, key, here, there };
  if (here === undefined) return { ...item, fate: 'new' };
  if (fingerprint(here) === fingerprint(there)) return { ...item, fate: 'same' };
  if (table === 'ticks' && isRow(here)) {
    const done = [...new Set([...list(here.done), ...list(there.done)])];
    const joined = { ...there, ...here, done };
    return { ...item, there: joined, fate: fingerprint(joined) === fingerprint(here) ? 'same' : 'joined' };
  }
  const whole = table === 'contacts' ? wholeContact(here, there) : undefined;
  if (whole) return { ...item, there: whole, fate: fingerprint(whole) === fingerprint(here) ? 'same' : 'joined' };
  const [before, after] = [momentOf(here), momentOf(there)];
  if (before === undefined || after === undefined || before === after) return { ...item, fate: 'conflict' };
  return { ...item, fate: before > after ? 'older' : 'newer' };
}

/**
 * A contact of which one side has only what a card gave away: what either says, the later word where both say something, and the
 * words that were written for oneself of both.
 * @returns undefined where neither has it by a card, or one cannot be read
 */
function wholeContact(here: unknown, there: Row): Row | undefined {
  const [mine, theirs] = [readContact(here), readContact(there)];
  if (!mine || !theirs || !(mine.byCard || theirs.byCard)) return undefined;
  const rows = mine.at >= theirs.at ? [here as Row, there] : [there, here as Row];
  const [later, earlier] = mine.at >= theirs.at ? [mine, theirs] : [theirs, mine];
  const { byCard: _, ...whole } = { ...rows[1], ...rows[0] };
  const more = earlier.channels.filter((channel) => !later.channels.some((one) => isSameChannel(one, channel)));
  const texts = (['met', 'note'] as const).map((field) => [field, ofBoth(later[field], earlier[field])]);
  return {
    ...whole,
    channels: [...later.channels, ...more],
    languages: [...new Set([...later.languages, ...earlier.languages])],
    ...Object.fromEntries(texts.filter(([, text]) => text)),
    ...(mine.byCard && theirs.byCard && { byCard: true }),
  };
}

/** Two texts, one of which may have the other in it. */
function ofBoth(later: string | undefined, earlier: string | undefined): string | undefined {
  if (!later || !earlier) return later ?? earlier;
  if (later.includes(earlier)) return later;
  return earlier.includes(later) ? earlier : `${later}\n${earlier}`;
}

/** At most one contact is the user's own card: that of this phone. */
function oneCard(row: Row, key: string, here: ReadonlyMap<unknown, unknown>): Row {
  if (row.mine !== true || ![...here].some(([other, one]) => other !== key && (one as Row).mine === true)) return row;
  const { mine: _mine, ...rest } = row;
  return rest;
}

/** Whose word counts when nobody is asked; undefined where somebody has to be. */
export function sideOf(fate: Fate): Side | undefined {
  if (fate === 'conflict') return undefined;
  return fate === 'same' || fate === 'older' ? 'here' : 'there';
}

function momentOf(row: unknown): number | undefined {
  const at = (row as Row).at;
  return typeof at === 'number' && Number.isFinite(at) ? at : undefined;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
