/** What of a kept plan is due first. No React. */
import type { Directory } from '../directory/directory.ts';
import { type Deadline, dayAfter } from './deadline.ts';
import { planReferral } from './plan.ts';
import { parseSituation } from './situation.ts';

export interface Due {
  deadline: Deadline;
  /** `YYYY-MM-DD` */
  day: string;
}

/** What is known of a plan: its ticks, and the days from which limits count. */
interface Known {
  ticks: readonly string[];
  days: Readonly<Record<string, string>>;
}

/**
 * The limit of a plan that ends first, of the steps that are not done.
 * @param key the situation as its address has it
 * @returns undefined where no day is known from which a limit counts
 */
export function dueFirst(key: string, { ticks, days }: Known, directory: Directory, now: Date): Due | undefined {
  if (Object.keys(days).length === 0) return undefined;
  const { steps } = planReferral(parseSituation(key), directory, { now });
  return steps
    .filter(({ id }) => !ticks.includes(id))
    .flatMap(({ deadlines }) => deadlines)
    .flatMap((deadline): Due[] => {
      const from = days[deadline.from];
      return from === undefined ? [] : [{ deadline, day: dayAfter(from, deadline) }];
    })
    .sort((a, b) => a.day.localeCompare(b.day))[0];
}

/** Plans with what is due first; those of which nothing is known to be due follow in the order they came in. */
export function byDue<T extends { due: Due | undefined }>(plans: readonly T[]): T[] {
  const last = '9999-99-99';
  return [...plans].sort((a, b) => (a.due?.day ?? last).localeCompare(b.due?.day ?? last));
}

/** How many days lie between two, both `YYYY-MM-DD`; negative for a day that has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
