/** The report of a visit, as a page and as a text: what was agreed stands first. No React. */
import type { About, Visit } from '../own.ts';
import { byDay } from './days.ts';

export interface ReportPart {
  heading: string;
  lines: string[];
}

/** How the report is put into words. */
export interface ReportWords {
  say(key: string, values?: Record<string, string | number>): string;
  /** `2027-05-03` → "3 May 2027". */
  day(date: string): string;
  country: string;
  /** Whom one met: name, and what they are; undefined where nobody knows any more. */
  whom(about: About): string | undefined;
}

/** Where and when it was, in a line. */
export function whereAndWhen(
  visit: Visit,
  { say, day, country }: Pick<ReportWords, 'say' | 'day' | 'country'>,
): string {
  const { place, from, to, people, organisations } = visit;
  const days =
    from && to && from !== to
      ? say('visits.fromTo', { from: day(from), to: day(to) })
      : (from ?? to) && day(from ?? to ?? '');
  const parts = [
    [place?.trim(), country].filter(Boolean).join(', '),
    days,
    people !== undefined && say('visits.delegation', { number: people }),
    organisations?.trim(),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What was agreed, whom one met, what was asked and what is still to be asked, how the days went, what was noted. Empty parts are left out. */
export function reportOf(visit: Visit, notes: readonly string[], words: ReportWords): ReportPart[] {
  const { say, day, whom } = words;
  const asked = (done: boolean) =>
    visit.questions.filter((one) => (one.done ?? false) === done).map(({ text }) => line(text));
  const parts: ReportPart[] = [
    {
      heading: say('visits.agreed.title'),
      lines: [...visit.agreed]
        .sort((a, b) => (a.by ?? '9').localeCompare(b.by ?? '9'))
        .map(({ text, by, done }) =>
          [line(text), by && say('visits.agreed.by', { date: day(by) }), done && say('visits.agreed.done')]
            .filter(Boolean)
            .join(' · '),
        ),
    },
    { heading: say('visits.met.title'), lines: visit.met.flatMap((about) => whom(about) ?? say('visits.met.gone')) },
    { heading: say('visits.report.asked'), lines: asked(true) },
    { heading: say('visits.report.open'), lines: asked(false) },
    {
      heading: say('visits.programme.title'),
      lines: byDay(visit.programme).flatMap(({ day: date, parts }) =>
        parts.map(({ text }) => `${day(date)}: ${line(text)}`),
      ),
    },
    { heading: say('visits.report.noted'), lines: notes.map(line) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** One line of each: a list shows where the next begins. */
function line(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

/** The report as plain text, as it goes into a mail. */
export function reportText(title: string, about: string, parts: readonly ReportPart[]): string {
  return [
    [title, about].filter(Boolean).join('\n'),
    ...parts.map(({ heading, lines }) => [heading, ...lines.map((text) => `- ${text}`)].join('\n')),
  ].join('\n\n');
}
