/** Numbers, sizes, lengths of time and choices as people write them: the later part of `format.ts`. */
import { locale } from './format.ts';
import type { Language } from './languages.ts';
import { tableOf } from './tables.ts';

/** Numbers as the language groups them. */
export function number(value: number, language: Language): string {
  return digits(value, language, {});
}

/** A factor as a percentage, e.g. 1.25 → "125%". */
export function percent(factor: number, language: Language): string {
  const own = tableOf(language)?.percent.replace('{0}', number(Math.round(factor * 100), language));
  return own ?? digits(factor, language, { style: 'percent' });
}

/** Sizes in bytes, e.g. "1.2 MB". */
export function bytes(value: number, language: Language): string {
  return value >= 1_000_000
    ? amount(value / 1_000_000, 'megabyte', language, { maximumFractionDigits: 1 })
    : amount(value / 1_000, 'kilobyte', language, { maximumFractionDigits: 0 });
}

/** A length of time as the language counts, e.g. "3 months", without any inflection of ours. */
export function lengthOfTime(value: number, unit: 'hour' | 'day' | 'month' | 'year', language: Language): string {
  return amount(value, unit, language, { unitDisplay: 'long' });
}

/** A day by how far it is, e.g. "tomorrow", "in 3 days", "5 days ago". */
export function inDays(days: number, language: Language): string {
  const table = tableOf(language);
  if (!table) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  return table.days.named[days] ?? counted(table.days[days < 0 ? 'past' : 'future'], Math.abs(days), language);
}

/** One or another, e.g. "age, sex or nationality". */
export function either(words: readonly string[], language: Language): string {
  const or = tableOf(language)?.or;
  if (or === undefined) return new Intl.ListFormat(language, { type: 'disjunction' }).format(words);
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(or);
}

function amount(value: number, unit: string, language: Language, options: Intl.NumberFormatOptions): string {
  const table = tableOf(language);
  if (!table) return digits(value, language, { style: 'unit', unit, ...options });
  const { maximumFractionDigits } = options;
  return counted(table.units[unit] ?? {}, value, language, maximumFractionDigits);
}

/** A phrase with a number, in the plural form that the number wants. */
function counted(
  forms: Readonly<Record<string, string>>,
  value: number,
  language: Language,
  maximumFractionDigits?: number,
) {
  const form = forms[new Intl.PluralRules(language).select(value)] ?? forms.other ?? '{0}';
  return form.replace(
    '{0}',
    digits(value, language, maximumFractionDigits === undefined ? {} : { maximumFractionDigits }),
  );
}

function digits(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const table = tableOf(language);
  const english = new Intl.NumberFormat(table ? 'en' : locale(language), options).format(value);
  return table ? english.replace(/[.,]/g, (mark) => (mark === '.' ? table.decimal : table.group)) : english;
}
