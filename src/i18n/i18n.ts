/**
 * Messages: one folder a language, loaded in two pieces (`parts.ts`). What the first screen says comes before anything is drawn;
 * the rest right after, and the other screens wait for it.
 */

import { languages } from 'virtual:languages';
import { useSyncExternalStore } from 'react';
import type { Language } from './languages.ts';
import type { Beginning, Group, Messages } from './parts.ts';
import { addSayings, type Say, type Sayings, sayer } from './say.ts';
import { writeAs } from './tables.ts';
import { speakTexts } from './texts.ts';

const sayings = new Map<Language, Sayings>();
const listeners = new Set<() => void>();
let spoken: Language = 'en';
let current: Say = (key) => key;
let others: Promise<void> | undefined;
/** What was added later, and is to be said in the next language too. */
const added = new Set<Group>();

/**
 * Makes a language the one that screens speak, with what the first screen says. The rest follows by itself. Where it
 * cannot be had now, screens speak English: the app starts in any case.
 */
export async function beginToSpeak(wanted: Language): Promise<void> {
  const language = await quietly(() => begin(wanted)).then(
    () => wanted,
    () => begin('en').then(() => 'en' as const),
  );
  show(language);
  otherMessages().catch(() => undefined); // asked for again by the screens that need them
}

/** Resolves when the messages of all screens are there. @throws when they cannot be loaded; then it may be tried again */
export function otherMessages(): Promise<void> {
  const language = currentLanguage();
  others ??= begin(language)
    .then((beginning) => addOthers(language, beginning))
    .then(
      () => show(currentLanguage()),
      (error: unknown) => {
        others = undefined;
        throw error;
      },
    );
  return others;
}

/**
 * Adds what only few screens say, in the language of the screens and in each that they speak later.
 * @throws when it cannot be loaded; then it may be tried again
 */
export async function laterMessages(group: Group): Promise<void> {
  const language = currentLanguage();
  const { groups } = await begin(language);
  add(language, await groups[group]());
  added.add(group);
  // Chosen meanwhile, and without it: it is not to show the names of messages.
  if (language !== currentLanguage()) await laterMessages(group);
}

/** The language that was asked for last. */
let chosen: Language | undefined;

/**
 * Loads all of a language and makes it the one that screens speak, unless another was chosen meanwhile.
 * @returns whether screens speak it now
 * @throws when it cannot be loaded: then nothing changes
 */
export async function speak(language: Language): Promise<boolean> {
  chosen = language;
  let groups: number;
  do {
    groups = added.size;
    await quietly(async () => addOthers(language, await begin(language)));
    // What was asked for meanwhile came in the language of before.
  } while (groups !== added.size);
  if (chosen !== language) return false;
  others = Promise.resolve();
  show(language);
  return true;
}

/** How many languages are being loaded that may not be on this phone. */
let asking = 0;
// That one cannot be had is no sign of a version whose parts are gone. Before anybody else listens: a window asks in this order.
globalThis.addEventListener?.('vite:preloadError', (event) => asking > 0 && event.stopImmediatePropagation());

async function quietly<T>(load: () => Promise<T>): Promise<T> {
  asking++;
  try {
    return await load();
  } finally {
    asking--;
  }
}

/** Loads what a language begins with, once. */
async function begin(language: Language): Promise<Beginning> {
  const beginning = await languages[language]?.();
  if (!beginning) throw new Error(`no messages for ${language}`);
  if (beginning.table) writeAs(language, beginning.table);
  add(language, beginning.messages);
  return beginning;
}

/** Loads all else of a language that is wanted so far: everything, or nothing is added. */
async function addOthers(language: Language, { rest, texts, groups }: Beginning): Promise<void> {
  const parts = [rest(), ...[...added].map((group) => groups[group]())];
  const said = texts();
  // Whoever waits for them hears of a failure only when none of them can fail any more.
  await Promise.allSettled([said, ...parts]);
  const [own, messages] = await Promise.all([said, Promise.all(parts)]);
  for (const some of messages) add(language, some);
  speakTexts(language, own);
}

function add(language: Language, messages: Messages): void {
  const known = sayings.get(language) ?? new Map();
  addSayings(known, messages);
  sayings.set(language, known);
}

function show(language: Language): void {
  spoken = language;
  current = sayer(language, sayings.get(language) ?? new Map());
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** The language that screens speak now. */
export function currentLanguage(): Language {
  return spoken;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The message function of the current language; a component that uses it is drawn again when the language changes. */
export function useT(): Say {
  return useSyncExternalStore(subscribe, () => current);
}

/** Says a message where nothing is drawn again: in the language of this moment. */
export function sayNow(key: string): string {
  return current(key);
}

/** The texts of a message that is a list, each a paragraph. */
export function useTexts(key: string): string[] {
  const t = useT();
  const known = sayings.get(spoken);
  const texts: string[] = [];
  while (known?.has(`${key}.${texts.length}`)) texts.push(t(`${key}.${texts.length}`));
  return texts;
}
