import { newestOf } from '../../directory/confidence.ts';
import { hostOf } from '../../directory/links.ts';
import type { PackSource } from '../../directory/pack.ts';
import type { Say } from '../../i18n/say.ts';
import { evidenceDate } from './evidence-date.ts';

/** Who publishes a page; where it stands on somebody else's site, that site as well, since the link leads there. */
export function sourceName({ publisher, url }: PackSource): string {
  const host = hostOf(url).replace(/^www\./, '');
  return publisher.includes('.') && host !== publisher && !host.endsWith(`.${publisher}`)
    ? `${publisher} (${host})`
    : publisher;
}

/** The page's own date; else what it cannot be older than; else what is said of its age, which the curators say in English. */
export function pageDate(source: PackSource, t: Say): { text: string; inEnglish: boolean } {
  const newest = newestOf(source);
  if (source.dateNote !== undefined && source.notBefore === undefined) {
    return { text: source.dateNote, inEnglish: true };
  }
  return { text: newest === undefined ? t('facts.noDate') : evidenceDate(newest, t), inEnglish: false };
}
