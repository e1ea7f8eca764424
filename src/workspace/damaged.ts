/** Rows of the database `workspace` that no screen can read. They stay as they are until the user takes them out. */
import type { Table } from 'dexie';
import { READERS, readCorrection, readNoted, readPlanRow, readTicksRow } from './rows.ts';
import { withDatabase } from './store.ts';

export interface DamagedRow {
  table: string;
  key: IDBValidKey;
  raw: unknown;
}

/** How the rows of each table are read. */
const READS: Record<string, (row: unknown) => unknown> = {
  kept: readNoted,
  recent: readNoted,
  ticks: readTicksRow,
  plans: readPlanRow,
  outbox: readCorrection,
  ...READERS,
};

/** All of them. @throws whatever IndexedDB throws */
export function readDamaged(): Promise<DamagedRow[]> {
  return withDatabase(async (database) => {
    const damaged: DamagedRow[] = [];
    for (const [table, read] of Object.entries(READS)) {
      const rows = rowsOf(database.table(table));
      const keyPath = rows.schema.primKey.keyPath as string;
      for (const raw of await rows.toArray()) {
        if (read(raw) === undefined)
          damaged.push({ table, key: (raw as Record<string, IDBValidKey>)[keyPath] ?? '', raw });
      }
    }
    return damaged;
  });
}

/** Takes one out, if it is still one: another tab may have put something readable in its place. @throws whatever IndexedDB throws */
export function deleteDamaged({ table, key }: DamagedRow): Promise<void> {
  return withDatabase((database) => {
    const rows = rowsOf(database.table(table));
    return database.transaction('rw', rows, async () => {
      if (READS[table]?.(await rows.get(key)) === undefined) await rows.delete(key);
    });
  });
}

function rowsOf(table: unknown): Table<unknown, IDBValidKey> {
  return table as Table<unknown, IDBValidKey>;
}

/** The row as text, as far as there is any. */
export function rawText(raw: unknown): string {
  const seen = new Set<unknown>();
  try {
    return JSON.stringify(
      raw,
      (_, value: unknown) => {
        if (typeof value === 'bigint') return `${value}n`;
        if (value instanceof Map || value instanceof Set) return [...value];
        if (value instanceof Uint8Array) return btoa(String.fromCharCode(...value));
        if (typeof value !== 'object' || value === null) return value;
        if (seen.has(value)) return '…';
        seen.add(value);
        return value;
      },
      1,
    );
  } catch {
    return String(raw);
  }
}
