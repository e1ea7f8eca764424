/** The days of a visit. No React. */
import type { Visit, VisitPart } from '../own.ts';

/** The parts of a visit, by when they matter. */
export const STAGES = ['before', 'there', 'after'] as const;
export type Stage = (typeof STAGES)[number];

/** Where a visit stands on a day; one without days is yet to come. */
export function stageOf({ from, to = from }: Pick<Visit, 'from' | 'to'>, today: string): Stage {
  if (from === undefined ? to === undefined || today <= to : today < from) return 'before';
  return to !== undefined && today > to ? 'after' : 'there';
}

/** The longest visit whose days are all offered. */
const MOST_DAYS = 31;

/** All its days, `YYYY-MM-DD`; none where they are not known or the wrong way round. */
export function daysOf({ from, to = from }: Pick<Visit, 'from' | 'to'>): string[] {
  if (from === undefined || to === undefined || to < from) return [];
  const days: string[] = [];
  for (let day = from; day <= to && days.length < MOST_DAYS; day = next(day)) days.push(day);
  return days;
}

function next(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The programme day by day. Within a day by the time with which a text begins (`9:30`, `14.00`), else as it was written. */
export function byDay(programme: readonly VisitPart[]): { day: string; parts: VisitPart[] }[] {
  const days = [...new Set(programme.map(({ day }) => day))].sort();
  return days.map((day) => ({
    day,
    parts: programme
      .filter((part) => part.day === day)
      .sort((a, b) => (timeOf(a.text) ?? Number.POSITIVE_INFINITY) - (timeOf(b.text) ?? Number.POSITIVE_INFINITY) || 0),
  }));
}

/** Minutes after midnight. */
function timeOf(text: string): number | undefined {
  const [, hours, minutes] = /^\s*([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d|[.:]\d)/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
