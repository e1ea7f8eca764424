/** A proposal as text, the same on the phone that writes it and in the script that reads it. */
import * as v from 'valibot';
import { hostility, type ReadHost } from './hostile.ts';
import { Proposal, ProposalsFile } from './proposal.ts';

/** In the right form, or the first thing that is wrong with it. */
export type ReadProposal = { proposal: Proposal } | { reason: string; issue?: v.BaseIssue<unknown> };

/**
 * Reads one proposal that anybody may have written.
 * @param readHost see {@link hostility}
 */
export function readProposal(entry: unknown, readHost?: ReadHost): ReadProposal {
  const hostile = hostility(entry, readHost);
  if (hostile) return { reason: hostile };
  const parsed = v.safeParse(Proposal, entry);
  if (parsed.success) return { proposal: parsed.output };
  return { reason: reasonOf(parsed.issues[0]), issue: parsed.issues[0] };
}

/** What is wrong, in words, and at which key. */
export function reasonOf(issue: v.BaseIssue<unknown>): string {
  const place = (issue.path ?? []).map(({ key }) => key).join('.');
  if (issue.expected === 'never') return `The key "${place}" is not known here.`;
  return `${place}: ${issue.message}.`;
}

/** The head of a file of proposals, without them. */
export const ProposalsHead = v.omit(ProposalsFile, ['proposals']);

/**
 * A file of proposals in one line, as `npm run data:apply` reads it; it can stand within a mail.
 * @param made the day, `YYYY-MM-DD`
 * @param edition the edition that the sender saw
 */
export function proposalsText(made: string, edition: number, proposals: readonly unknown[]): string {
  return JSON.stringify({ made, edition, proposals });
}

/** Where a file of proposals begins within other text. */
const BEGINNING = /\{\s*"made"\s*:/g;
/** Nobody answers in one mail to more files than this. */
const MAX_BLOCKS = 100;

/**
 * The files of proposals that stand within a text, such as a mail that was saved or answered: quoted, with lines broken
 * at spaces, or with no line breaks left.
 * @returns each as JSON; what only looks like one is passed over
 */
export function proposalsWithin(text: string): unknown[] {
  const flat = text.replace(/\u00a0/g, ' ').replace(/ ?\r?\n(?:[>|] ?)*/g, ' ');
  const found: unknown[] = [];
  let from = 0;
  for (const { index } of [...flat.matchAll(BEGINNING)].slice(0, MAX_BLOCKS)) {
    if (index < from) continue;
    const end = endOfObject(flat, index);
    if (end === undefined) continue;
    try {
      found.push(JSON.parse(flat.slice(index, end)));
      from = end;
    } catch {
      // Only looked like one.
    }
  }
  return found;
}

/** Just behind the bracket that closes the one at `start`; undefined when none does. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let inText = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (inText) {
      if (char === '\\') at++;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
