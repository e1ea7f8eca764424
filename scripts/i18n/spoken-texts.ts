/** What the app is built with of a language's translations: those of the words that stand in the data now. */
import { fingerprint } from '../../src/i18n/fingerprint.ts';
import type { Data } from '../data/read.ts';
import { catalogOf, FOLDERS } from './catalog.ts';

/**
 * Translations by the fingerprint of their English. One that is out of date is left out: the English of today is
 * truer than yesterday's translation.
 * @throws Error where two English texts have one fingerprint
 */
export function spokenTexts(language: string, data: Data, folders = FOLDERS): Record<string, string> {
  const texts = new Map<string, { english: string; text: string }>();
  for (const { id, english, text, outOfDate } of catalogOf(language, data, folders)) {
    const { other: source = '' } = english;
    if (id.startsWith('ui:') || outOfDate || text.other === undefined) continue;
    const key = fingerprint(source);
    const known = texts.get(key);
    if (known && known.english !== source) throw new Error(`"${known.english}" and "${source}" have one fingerprint`);
    texts.set(key, { english: source, text: text.other });
  }
  return Object.fromEntries([...texts].map(([key, { text }]) => [key, text]));
}
