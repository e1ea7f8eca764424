import { openDate } from '../../directory/confidence.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import type { Say } from '../../i18n/say.ts';

/**
 * The date of a page in words: "October 2019"; "2024 or later" where only its content dates it.
 * @param date as the newest date of pages is given: `2019-10`, `2024/..`
 * @param precision how much of it is told
 */
export function evidenceDate(date: string, t: Say, precision: 'full' | 'year' = 'full'): string {
  const { date: bound, orLater } = openDate(date);
  const shown = precision === 'year' ? bound.slice(0, 4) : partialDate(bound, currentLanguage());
  return orLater ? t('facts.orLater', { date: shown }) : shown;
}
