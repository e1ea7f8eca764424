/** Reads files of proposals that anybody may have written: what is broken or hostile is refused, entry by entry. */
import { domainToUnicode } from 'node:url';
import PostalMime from 'postal-mime';
import * as v from 'valibot';
import type { Proposal } from '../../src/directory/proposal.ts';
import { ProposalsHead, proposalsWithin, readProposal, reasonOf } from '../../src/directory/proposal-text.ts';
import { REGIONS, type Region } from '../../src/directory/schema.ts';
import { didYouMean } from '../data/findings.ts';
import { proposalsOfSheet } from './sheet.ts';

/** One proposal of a file, in the right form. */
export interface Entry {
  /** Which one it is, for the report: its id, or the file and its place there. */
  where: string;
  /** The country of a fact that does not name its own. */
  country?: Region | undefined;
  proposal: Proposal;
}

/** What was not applied, and why. */
export interface Refusal {
  where: string;
  reason: string;
}

export interface Reading {
  entries: Entry[];
  refused: Refusal[];
}

/** Nobody writes this much by hand; a file that is larger is not one of ours. */
export const MAX_BYTES = 5 * 1024 * 1024;

const NOTHING: Reading = { entries: [], refused: [] };
const whole = (where: string, reason: string): Reading => ({ entries: [], refused: [{ where, reason }] });

/** Which of Unicode's forms a file begins with: spreadsheets call UTF-16 "Unicode text". */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * Reads one file.
 * @param file its name: `.csv` is a review sheet; all else is JSON, or a text in which the JSON of a phone stands
 */
export function readProposals(file: string, bytes: Uint8Array): Reading {
  if (bytes.length > MAX_BYTES) return whole(file, `${bytes.length} bytes: more than a file of proposals can be.`);
  let text: string;
  const isSheet = /\.csv$/i.test(file);
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    const what = isSheet ? ' Open it in the spreadsheet and save it as "CSV UTF-8".' : '';
    return whole(file, `The file is not written in UTF-8.${what}`);
  }
  if (isSheet) {
    const { proposals, refused } = proposalsOfSheet(text);
    const read = proposals.map(({ row, proposal }) => entryOf(`${file}, row ${row}`, proposal, undefined));
    return split([...read, ...refused.map(({ row, reason }) => ({ where: `${file}, row ${row}`, reason }))]);
  }
  try {
    return fileOf(file, JSON.parse(text));
  } catch (error) {
    const within = proposalsWithin(text);
    if (within.length > 0) return joined(within.map((json) => fileOf(file, json)));
    return whole(file, `The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reads a mail as it was saved (`.eml`): what stands in it, and the files that hang on it. */
export async function readMail(file: string, bytes: Uint8Array): Promise<Reading> {
  if (bytes.length > MAX_BYTES) return whole(file, `${bytes.length} bytes: more than a mail with proposals can be.`);
  const { text = '', html = '', attachments } = await PostalMime.parse(bytes);
  const within = proposalsWithin(text);
  const inText = within.length > 0 ? within : proposalsWithin(withoutMarkup(html));
  const hanging = attachments.filter(({ filename }) => /\.(json|txt|csv)$/i.test(filename ?? ''));
  if (inText.length + hanging.length === 0)
    return whole(file, 'In this mail stands no correction, and none hangs on it.');
  return joined([
    ...inText.map((json) => fileOf(file, json)),
    ...hanging.map(({ filename, content }) =>
      readProposals(
        `${file}, ${filename}`,
        typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
      ),
    ),
  ]);
}

const NAMED: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ', apos: "'" };

/** The words of a mail that was sent as a page only. */
function withoutMarkup(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(quot|amp|lt|gt|nbsp|apos);/g, (_, name: string) => NAMED[name] ?? '');
}

function fileOf(file: string, json: unknown): Reading {
  if (typeof json !== 'object' || json === null) return whole(file, 'The file is no object with "proposals".');
  const { proposals, ...head } = json as Record<string, unknown>;
  const envelope = v.safeParse(ProposalsHead, head);
  if (!envelope.success) return whole(file, `The head of the file: ${explained(envelope.issues[0])}`);
  if (!Array.isArray(proposals)) return whole(file, 'The file has no list "proposals".');
  return split(proposals.map((entry, i) => entryOf(nameOf(entry) ?? `${file}, entry ${i + 1}`, entry, head.country)));
}

function joined(readings: readonly Reading[]): Reading {
  return readings.reduce(
    (all, one) => ({ entries: [...all.entries, ...one.entries], refused: [...all.refused, ...one.refused] }),
    NOTHING,
  );
}

function split(read: readonly (Entry | Refusal)[]): Reading {
  return {
    entries: read.filter((one): one is Entry => 'proposal' in one),
    refused: read.filter((one): one is Refusal => 'reason' in one),
  };
}

function nameOf(entry: unknown): string | undefined {
  const id = typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }).id : undefined;
  return typeof id === 'string' && /^[\w.-]{1,100}$/.test(id) ? id : undefined;
}

function entryOf(where: string, entry: unknown, country: unknown): Entry | Refusal {
  const read = readProposal(entry, domainToUnicode);
  if ('reason' in read) return { where, reason: read.issue ? explained(read.issue) : read.reason };
  return { where, country: REGIONS.find((region) => region === country), proposal: read.proposal };
}

/** The reason with the word that was perhaps meant. */
function explained(issue: v.BaseIssue<unknown>): string {
  const known = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].flatMap((match) => match[1] ?? []);
  const hint = typeof issue.input === 'string' && known.length > 1 ? didYouMean(issue.input, known) : '';
  return `${reasonOf(issue)}${issue.expected === 'never' ? '' : hint}`;
}
