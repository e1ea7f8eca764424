/** The ticks of guides in the database `workspace`. */
import type { Edit } from './draft.ts';
import { readTicksRow } from './rows.ts';
import { withDatabase } from './store.ts';

/** What is ticked in a guide; undefined when nothing is. @throws whatever IndexedDB throws */
export function readTicks(guide: string): Promise<string[] | undefined> {
  return withDatabase(async ({ ticks }) => readTicksRow(await ticks.get(guide)));
}

/**
 * Changes what is ticked in a guide: what stands there, also from another tab, with the edits made to it, in one
 * transaction. Nothing ticked leaves nothing behind.
 * @returns what stands there now
 * @throws whatever IndexedDB throws; then nothing is changed
 */
export function editTicks(guide: string, edits: readonly Edit<string[]>[]): Promise<string[] | undefined> {
  return withDatabase((database) =>
    database.transaction('rw', database.ticks, async () => {
      const row = await database.ticks.get(guide);
      const done = edits.reduce<string[] | undefined>((value, edit) => edit(value), readTicksRow(row));
      if (done && done.length > 0) {
        // What a newer version wrote beside it stays.
        await database.ticks.put({ ...row, guide, done });
        return done;
      }
      await database.ticks.delete(guide);
      return undefined;
    }),
  );
}
