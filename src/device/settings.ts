/** What the user chose: language, country, theme, text size, the role at work. Kept in localStorage so that it is there before the first paint. */
import { useSyncExternalStore } from 'react';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import { isLanguage, type Language, preferredLanguage } from '../i18n/languages.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Text size as a factor of the normal size. */
export const TEXT_SCALES = [1, 1.25, 1.5, 2] as const;

export interface Settings {
  language: Language;
  /** Undefined until the user has chosen: never guessed from the place. */
  country: CountryCode | undefined;
  theme: Theme;
  textScale: number;
  /** What the user is at work, a code of the referral's roles; undefined until it was answered. */
  role: string | undefined;
}

/** The key under which index.html's first script finds the settings as well. */
export const SETTINGS_KEY = 'harbour.settings';

let settings = read();
const listeners = new Set<() => void>();

function read(): Settings {
  const stored = readStored();
  return {
    language: isLanguage(stored.language) ? stored.language : preferredLanguage(navigator.languages ?? ['en']),
    country: COUNTRIES.find((code) => code === stored.country),
    theme: THEMES.find((theme) => theme === stored.theme) ?? 'system',
    textScale: TEXT_SCALES.find((scale) => scale === stored.textScale) ?? 1,
    role: typeof stored.role === 'string' && /^[a-z-]{1,30}$/.test(stored.role) ? stored.role : undefined,
  };
}

/** What was stored, or nothing when storage is blocked or holds nonsense. */
function readStored(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The settings now. */
export function getSettings(): Settings {
  return settings;
}

/** Changes some settings, keeps them (as far as storage allows) and applies theme and text size at once. */
export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  try {
    localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings));
  } catch {
    // Blocked or full storage: the choice holds until the page is closed.
  }
  applyAppearance();
  for (const listener of listeners) listener();
}

/** Writes theme and text size onto the document, where the style sheet reads them, and names the manifest of the language. */
export function applyAppearance(): void {
  const root = document.documentElement;
  if (settings.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
  root.style.setProperty('--text-scale', String(settings.textScale));
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  const own = settings.language === 'en' ? '' : `.${settings.language}`;
  if (manifest) manifest.href = `${import.meta.env.BASE_URL}manifest${own}.webmanifest`;
}

/** The settings, redrawing the component when they change. */
export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, getSettings);
}

/** Always the same function: a new one would be subscribed anew by every component at every drawing. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
