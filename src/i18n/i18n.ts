/**
 * Messages: one folder a language, loaded in two pieces. What the first screen says comes before anything is drawn; the
 * rest right after, and the other screens wait for it.
 */
import { createInstance, type TFunction, type TOptions } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from './languages.ts';

export type Messages = Record<string, unknown>;

const first = import.meta.glob<Messages>('./messages/*/index.ts', { import: 'messages' });
const rest = import.meta.glob<Messages>('./messages/*/rest.ts', { import: 'messages' });

const i18n = createInstance();
const listeners = new Set<() => void>();
let current: TFunction = i18n.t;
let others: Promise<void> | undefined;
/** What was added later, and is to be said in the next language too. */
const added = new Set<(language: Language) => Promise<Messages>>();

/** Makes a language the one that screens speak, with what the first screen says. The rest follows by itself. */
export async function beginToSpeak(language: Language): Promise<void> {
  await i18n.init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await add(language, first[`./messages/${language}/index.ts`]);
  await show(language);
  otherMessages().catch(() => undefined); // asked for again by the screens that need them
}

/** Resolves when the messages of all screens are there. @throws when they cannot be loaded; then it may be tried again */
export function otherMessages(): Promise<void> {
  const language = currentLanguage();
  others ??= add(language, rest[`./messages/${language}/rest.ts`]).then(
    () => show(currentLanguage()),
    (error: unknown) => {
      others = undefined;
      throw error;
    },
  );
  return others;
}

/** Adds what only few screens say (`later.ts`). @throws when it cannot be loaded; then it may be tried again */
export async function addMessages(load: (language: Language) => Promise<Messages>): Promise<void> {
  await add(currentLanguage(), () => load(currentLanguage()));
  added.add(load);
}

/** Loads all of a language and makes it the one that screens speak. @throws when it cannot be loaded: then nothing changes */
export async function speak(language: Language): Promise<void> {
  await Promise.all([
    add(language, first[`./messages/${language}/index.ts`]),
    add(language, rest[`./messages/${language}/rest.ts`]),
    ...[...added].map((load) => add(language, () => load(language))),
  ]);
  others = Promise.resolve();
  await show(language);
}

async function add(language: Language, load: (() => Promise<Messages>) | undefined): Promise<void> {
  if (!load) throw new Error(`no messages for ${language}`);
  i18n.addResourceBundle(language, 'translation', await load(), true, true);
}

async function show(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  current = remembering(i18n.getFixedT(language));
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

const MOST_REMEMBERED = 1000;

/** A list of results says the same few words again and again: each is put together once. */
function remembering(t: TFunction): TFunction {
  const said = new Map<string, string>();
  const remembered = (key: string, options?: TOptions) => {
    const whole = options === undefined ? key : `${key} ${JSON.stringify(options)}`;
    let text = said.get(whole);
    if (text === undefined) {
      text = options === undefined ? t(key) : t(key, options);
      if (said.size >= MOST_REMEMBERED) said.clear();
      said.set(whole, text);
    }
    return text;
  };
  return remembered as unknown as TFunction;
}

/** The language that screens speak now. */
export function currentLanguage(): Language {
  return i18n.language as Language;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The message function of the current language; a component that uses it is drawn again when the language changes. */
export function useT(): TFunction {
  return useSyncExternalStore(subscribe, () => current);
}
