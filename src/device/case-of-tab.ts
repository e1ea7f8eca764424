/**
 * The case at hand: a plan's situation, the words of a search, a correction that is being written. It is there for as long as this tab is, and until it is
 * forgotten. Neither the address nor the browser's history says anything of it: an entry there holds a number, which means
 * nothing once the case is gone.
 *
 * Forgetting reaches every tab, also one that is frozen, or was closed and is opened again by the browser: what a tab holds
 * counts only under the mark that all tabs see, and forgetting draws a new one.
 */
import { whenIdle } from './idle.ts';
import { observable } from './observable.ts';

const PREFIX = 'harbour.case.';
const MARK = 'harbour.mark';

/** What this page knows, also where the browser keeps nothing for a tab. */
const known = new Map<string, unknown>();
/** Those that the browser does not have yet as they are known here. */
const unstored = new Set<string>();
let markHere = markOfTab();
let forgotten = 0;
const changes = observable(0);

/** For React: changes whenever a case does. */
export const caseStore = { getSnapshot: changes.getSnapshot, subscribe: changes.subscribe };

/** A number for a case that begins. */
export function newCase(): string {
  return Math.random().toString(36).slice(2);
}

/** What is known of a case; undefined when nothing is, or it was forgotten. */
export function readCase(id: string): unknown {
  dropForgotten();
  if (!known.has(id)) {
    const stored = quietly(() => JSON.parse(sessionStorage.getItem(PREFIX + id) ?? 'null') as unknown);
    if (stored) known.set(id, stored);
  }
  return known.get(id);
}

/**
 * Takes down what is known of a case, for this tab.
 * @param soon the browser is given it once it has nothing else to do, or when this page goes: for what changes with every letter,
 *   which would wait for it
 */
export function writeCase(id: string, value: unknown, soon = false): void {
  dropForgotten();
  if (markHere === undefined) quietly(() => localStorage.setItem(MARK, newCase()));
  if (markHere === undefined || markOfTab() !== markHere) takeMark();
  known.set(id, value);
  if (unstored.size === 0 && soon) whenIdle(store);
  unstored.add(id);
  if (!soon) store();
  tell();
}

/** Gives the browser what it does not have yet, unless the cases of this tab were forgotten meanwhile. */
function store(): void {
  quietly(() => {
    if (markOfTab() !== markHere || markOfAll() !== markHere) return;
    for (const id of unstored) sessionStorage.setItem(PREFIX + id, JSON.stringify(known.get(id)));
  });
  unstored.clear();
}

/** Forgets one case, which has come to its end. */
export function endCase(id: string): void {
  known.delete(id);
  unstored.delete(id);
  quietly(() => sessionStorage.removeItem(PREFIX + id));
  tell();
}

/** What a link into a case needs: the case is taken down when somebody goes there, and the entry has its number only. */
export function wayToCase(value: unknown): { state: { case: string }; onClick(): void } {
  const id = newCase();
  return { state: { case: id }, onClick: () => writeCase(id, value) };
}

/** Forgets the cases of this tab and of all others. */
export function forgetCasesAtHand(): void {
  quietly(() => localStorage.setItem(MARK, newCase()));
  drop();
  tell();
}

/** Somebody forgot the cases since this tab knew of them, perhaps together with everything else. */
function dropForgotten(): void {
  if (markOfAll() !== markHere) drop();
}

/** Whether what this tab had begun was forgotten in another one, and nobody here has asked for it since. */
export function wereForgotten(): boolean {
  return markHere !== undefined && markOfAll() !== markHere;
}

/** How often the cases of this tab were forgotten, here or in another one. */
export function timesForgotten(): number {
  dropForgotten();
  return forgotten;
}

/** Forgets the cases of this tab alone: for one that has ended. */
export const dropCases = drop;

function drop(): void {
  forgotten += 1;
  known.clear();
  unstored.clear();
  quietly(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  });
  takeMark();
}

function markOfTab(): string | undefined {
  return quietly(() => sessionStorage.getItem(MARK)) ?? undefined;
}

function markOfAll(): string | undefined {
  return quietly(() => localStorage.getItem(MARK)) ?? undefined;
}

function takeMark(): void {
  const mark = markOfAll();
  markHere = mark;
  quietly(() => (mark === undefined ? sessionStorage.removeItem(MARK) : sessionStorage.setItem(MARK, mark)));
}

function tell(): void {
  changes.set(changes.getSnapshot() + 1);
}

/** Where storage is blocked or full, what is known holds until the page is closed. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

// A tab that the browser opens again may hold what was forgotten meanwhile, on a screen that asks for no case.
if (wereForgotten()) drop();
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === MARK || key === null) tell();
});
for (const going of ['pagehide', 'visibilitychange'])
  globalThis.addEventListener?.(going, () => unstored.size > 0 && store(), { capture: true });
// A frozen page hears nothing.
globalThis.addEventListener?.('pageshow', tell);
