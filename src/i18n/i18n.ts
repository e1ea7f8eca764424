/** Messages: one folder a language, its files merged and loaded as one piece when that language is chosen. */
import { createInstance, type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from './languages.ts';

type Messages = Record<string, unknown>;

const loaders = import.meta.glob<Messages>('./messages/*/index.ts', { import: 'messages' });

const i18n = createInstance();
const listeners = new Set<() => void>();
let current: TFunction = i18n.t;

/** Loads a language and makes it the one that screens speak. */
export async function speak(language: Language): Promise<void> {
  const messages = await loaders[`./messages/${language}/index.ts`]?.();
  if (!messages) throw new Error(`no messages for ${language}`);
  if (!i18n.isInitialized) {
    await i18n.init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  }
  i18n.addResourceBundle(language, 'translation', messages, true, true);
  await i18n.changeLanguage(language);
  current = i18n.getFixedT(language);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
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
