/** What an entry of a backup is called on the screen. */

import { localDay } from '../../device/clock.ts';
import { partialDate } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Say } from '../../i18n/say.ts';
import { parseSituation } from '../../referral/situation.ts';
import { summaryOf } from '../../referral/words.ts';
import type { Item, Side } from '../../workspace/backup/compare.ts';

const LONGEST = 120;

const TABLES: Record<string, string> = {
  kept: 'workspace.kept',
  recent: 'workspace.recent',
  plans: 'workspace.plans',
  outbox: 'workspace.corrections',
  ticks: 'backup.table.ticks',
  contacts: 'backup.table.contacts',
  notes: 'backup.table.notes',
  visits: 'backup.table.visits',
};

/** What the entries of a table are called. */
export function tableName(table: string, t: Say): string {
  return t((Object.hasOwn(TABLES, table) && TABLES[table]) || 'backup.table.other');
}

/** What one would know an entry by. */
export function nameOf({ table, key, there, here }: Item, words: Parameters<typeof summaryOf>[1]): string {
  const row = { ...(here as object), ...there };
  const { name, title, text, day } = row as Record<string, unknown>;
  const said = [name, title, text, day].find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof said === 'string') return short(said);
  if (typeof name === 'object' && name !== null) return short(textsIn(name)[0] ?? key);
  return table === 'plans' ? summaryOf(parseSituation(key), words) : short(key);
}

/** When a side was changed, and what it says that the other does not. */
export function differenceOf({ here, there }: Item, side: Side, language: Language): string {
  const [own, other] = (side === 'here' ? [here, there] : [there, here]) as Record<string, unknown>[];
  const differing = Object.entries(own ?? {}).filter(
    ([field, value]) => field !== 'at' && JSON.stringify(value) !== JSON.stringify(other?.[field]),
  );
  const at = own?.at;
  const when = typeof at === 'number' && at > 0 && at < 8.64e15 ? [partialDate(localDay(new Date(at)), language)] : [];
  return short([...when, ...differing.flatMap(([, value]) => textsIn(value))].join(' · '));
}

/** All texts and numbers in a value, in order. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
}
