/** Corrections in the database `workspace`: what is to go to the curators, and what went. */
import { type Correction, readCorrection } from './rows.ts';
import { withDatabase } from './store.ts';

/** All of them, the one changed last first. @throws whatever IndexedDB throws */
export function readOutbox(): Promise<Correction[]> {
  return withDatabase(async ({ outbox }) =>
    (await outbox.toArray()).flatMap((row) => readCorrection(row) ?? []).sort((a, b) => b.at - a.at),
  );
}

/**
 * Keeps one that was written or changed. Was the one of this id sent meanwhile, in another tab, it stays as it was sent, and
 * this one is a new one.
 * @param otherwise the id it then gets
 * @throws whatever IndexedDB throws; then it is not kept
 */
export function putCorrection(correction: Correction, otherwise: string): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', database.outbox, async () => {
      const there = await database.outbox.get(correction.id);
      if (there?.sent === undefined) await database.outbox.put({ ...there, ...correction });
      else {
        const proposal = { ...correction.proposal, id: otherwise };
        await database.outbox.put({ ...correction, id: otherwise, proposal });
      }
    }),
  );
}

/** @throws whatever IndexedDB throws; then it is still there */
export async function deleteCorrection(id: string): Promise<void> {
  await withDatabase((database) => database.outbox.delete(id));
}

/**
 * Marks what was sent. What another tab has changed or deleted since is passed over: that is not what went out.
 * @param went each as it was when it was sent
 * @param day `YYYY-MM-DD`
 * @throws whatever IndexedDB throws; then none is marked
 */
export function markSent(went: readonly Pick<Correction, 'id' | 'at'>[], day: string): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', database.outbox, async () => {
      for (const { id, at } of went) {
        const there = await database.outbox.get(id);
        if (there && there.at === at && there.sent === undefined) await database.outbox.put({ ...there, sent: day });
      }
    }),
  );
}
