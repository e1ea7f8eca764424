/** What the user writes down, for screens: own contacts, notes, visits. The database and Dexie with it are loaded when first asked for. */
import { useMemo, useSyncExternalStore } from 'react';
import { askToKeep } from '../device/storage.ts';
import type { OwnRows, Removed } from './corner.ts';
import { type Draft, draft, type Edit, type Shown } from './draft.ts';
import { type List, type Listed, list } from './list.ts';
import {
  type About,
  type Damaged,
  isSame,
  type Own,
  type OwnContact,
  type OwnKind,
  type OwnNote,
  type Visit,
} from './own.ts';
import { tell } from './tabs.ts';

export type { Removed } from './corner.ts';
export type { About, Agreed, Damaged, OwnChannel, OwnContact, OwnKind, OwnNote, Question, Visit } from './own.ts';

/** One of the tables as screens see it. It is empty unless `ready`. */
export interface OwnList<T> {
  state: Listed<unknown>['state'];
  /** The one changed last first. */
  items: readonly T[];
  /** Rows that cannot be read: shown raw, and taken out one by one. */
  damaged: readonly Damaged[];
}

const store = () => import('./corner.ts');

const lists: { [Kind in OwnKind]: List<OwnRows<Own[Kind]>> } = {
  contacts: list('contacts', async () => (await store()).readOwn('contacts')),
  notes: list('notes', async () => (await store()).readOwn('notes')),
  visits: list('visits', async () => (await store()).readOwn('visits')),
};

const NONE: readonly never[] = [];

function useList<Kind extends OwnKind>(kind: Kind): OwnList<Own[Kind]> {
  const { subscribe, getSnapshot } = lists[kind] as List<OwnRows<Own[Kind]>>;
  const now = useSyncExternalStore(subscribe, getSnapshot);
  return { state: now.state, items: NONE, damaged: NONE, ...(now.state === 'ready' && now.value) };
}

/** The own contacts. */
export function useContacts(): OwnList<OwnContact> {
  return useList('contacts');
}

/** The notes on one thing, or all notes; the latest day first. */
export function useNotes(about?: About): OwnList<OwnNote> {
  const notes = useList('notes');
  const { kind, id } = about ?? {};
  const items = useMemo(
    () =>
      notes.items
        .filter((note) => kind === undefined || id === undefined || isSame(note.about, { kind, id }))
        .sort((a, b) => b.day.localeCompare(a.day) || b.at - a.at),
    [notes.items, kind, id],
  );
  return { ...notes, items };
}

/** The study visits. */
export function useVisits(): OwnList<Visit> {
  return useList('visits');
}

/**
 * Keeps something new, or changes what is there: `(was) => was && { ...was, place }` changes one field, and what another
 * tab did to the others stays.
 * @returns whether it is written; not so either where another tab has taken it out and the edit makes nothing of nothing
 */
export async function changeOwn<Kind extends OwnKind>(kind: Kind, id: string, edit: Edit<Own[Kind]>): Promise<boolean> {
  let there: Own[Kind] | undefined;
  const done = await lists[kind].change(async () => {
    there = await (await store()).editOwn(kind, id, [edit]);
  });
  if (done) keepStorage();
  return done && there !== undefined;
}

/** Keeps several at once, all or none. @returns whether they are written */
export async function keepAll<Kind extends OwnKind>(kind: Kind, items: readonly Own[Kind][]): Promise<boolean> {
  const done = await lists[kind].change(async () => (await store()).putOwn(kind, items));
  if (done) keepStorage();
  return done;
}

/**
 * Takes something out, with the notes on it.
 * @returns what {@link undoRemove} puts back; undefined when it is still there
 */
export async function removeOwn(kind: OwnKind, key: IDBValidKey): Promise<Removed | undefined> {
  let removed: Removed | undefined;
  const done = await lists[kind].change(async () => {
    removed = await (await store()).deleteOwn(kind, key);
  });
  if (done && kind !== 'notes') tell('notes');
  return done ? removed : undefined;
}

/** Puts back what was taken out. @returns whether it is there again */
export async function undoRemove(removed: Removed): Promise<boolean> {
  const kinds = [...new Set(removed.map(({ kind }) => kind))];
  const [first = 'contacts', ...others] = kinds;
  const done = await lists[first].change(async () => (await store()).putBack(removed));
  if (done) for (const kind of others) tell(kind);
  return done;
}

const drafts = new Map<string, Draft<Own[OwnKind]>>();

/**
 * One thing for a screen that changes it bit by bit (a checklist): each change shows at once, counts as written when
 * `stored` says so too, and is tried again when it could not be written.
 */
export function useOwnDraft<Kind extends OwnKind>(
  kind: Kind,
  id: string,
): Shown<Own[Kind]> & Pick<Draft<Own[Kind]>, 'edit' | 'retry'> {
  const key = `${kind} ${id}`;
  let known = drafts.get(key) as Draft<Own[Kind]> | undefined;
  if (!known) {
    known = draft<Own[Kind]>(
      kind,
      async () => (await store()).readOne(kind, id),
      async (edits) => (await store()).editOwn(kind, id, edits),
    );
    drafts.set(key, known as unknown as Draft<Own[OwnKind]>);
  }
  const { edit, retry } = known;
  return { ...useSyncExternalStore(known.subscribe, known.getSnapshot), edit, retry };
}

/** A new id. */
export function newOwnId(): string {
  return crypto.randomUUID();
}

/** What somebody wrote must not be cleared away by the browser. */
function keepStorage(): void {
  void askToKeep({ installed: false, saved: true, readyOffline: false });
}
