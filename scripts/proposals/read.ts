/** Reads files of proposals that anybody may have written: what is broken or hostile is refused, entry by entry. */
import { domainToUnicode } from 'node:url';
import * as v from 'valibot';
import { Proposal, ProposalsFile } from '../../src/directory/proposal.ts';
import { REGIONS, type Region } from '../../src/directory/schema.ts';
import { hiddenIn } from '../../src/directory/visible.ts';
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
const MAX_DEPTH = 10;
const MAX_VALUES = 2000;
const MAX_TEXT = 3000;

/**
 * Reads one file.
 * @param file its name: `.csv` is a review sheet, all else is JSON
 */
export function readProposals(file: string, bytes: Uint8Array): Reading {
  const whole = (reason: string): Reading => ({ entries: [], refused: [{ where: file, reason }] });
  if (bytes.length > MAX_BYTES) return whole(`${bytes.length} bytes: more than a file of proposals can be.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return whole('The file is not written in UTF-8.');
  }
  if (/\.csv$/i.test(file)) {
    const { proposals, refused } = proposalsOfSheet(text);
    const read = proposals.map(({ row, proposal }) => entryOf(`${file}, row ${row}`, proposal, undefined));
    return split([...read, ...refused.map(({ row, reason }) => ({ where: `${file}, row ${row}`, reason }))]);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return whole(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof json !== 'object' || json === null) return whole('The file is no object with "proposals".');
  const { proposals, ...head } = json as Record<string, unknown>;
  const envelope = v.safeParse(v.omit(ProposalsFile, ['proposals']), head);
  if (!envelope.success) return whole(`The head of the file: ${reasonOf(envelope.issues[0])}`);
  if (!Array.isArray(proposals)) return whole('The file has no list "proposals".');
  return split(proposals.map((entry, i) => entryOf(nameOf(entry) ?? `${file}, entry ${i + 1}`, entry, head.country)));
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
  const hostile = hostility(entry);
  if (hostile) return { where, reason: hostile };
  const parsed = v.safeParse(Proposal, entry);
  if (!parsed.success) return { where, reason: reasonOf(parsed.issues[0]) };
  return { where, country: REGIONS.find((region) => region === country), proposal: parsed.output };
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  const place = (issue.path ?? []).map(({ key }) => key).join('.');
  if (issue.expected === 'never') return `The key "${place}" is not known here.`;
  const known = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].flatMap((match) => match[1] ?? []);
  const hint = typeof issue.input === 'string' && known.length > 1 ? didYouMean(issue.input, known) : '';
  return `${place}: ${issue.message}.${hint}`;
}

/** Why an entry is refused before anybody looks at what it says; undefined when it is made of plain text. */
export function hostility(entry: unknown): string | undefined {
  let values = 0;
  const visit = (value: unknown, depth: number): string | undefined => {
    values += 1;
    if (values > MAX_VALUES) return 'It holds more than a proposal can.';
    if (typeof value === 'string') return textDefect(value);
    if (typeof value !== 'object' || value === null) return undefined;
    if (depth >= MAX_DEPTH) return 'It is nested deeper than a proposal can be.';
    for (const key of Object.keys(value)) {
      if (['__proto__', 'constructor', 'prototype'].includes(key)) return `The key "${key}" has no place in data.`;
      const inner = visit((value as Record<string, unknown>)[key], depth + 1);
      if (inner) return inner;
    }
    return undefined;
  };
  const found = visit(entry, 0);
  if (found) return found;
  const hidden = hiddenIn(entry);
  return hidden && `In ${hidden.place.join('.')} stands ${hidden.character}, which nobody sees.`;
}

function textDefect(text: string): string | undefined {
  if (text.length > MAX_TEXT) return `A text of ${text.length} characters: more than a proposal can say.`;
  if (/<[a-z!/?]/i.test(text)) return 'It holds markup: "<" right before a letter.';
  if (/^\s*(javascript|data|vbscript|file|blob):/i.test(text)) return 'It holds an address that runs something.';
  for (const [, host] of text.matchAll(/(?:https?:\/\/|@)([^\s/?#@:]+)/gi)) {
    const alike = host && lookAlike(host);
    if (alike) return `The address ${host} ${alike}.`;
  }
  const mailbox = /^([^\s@]+)@[^\s@]+$/.exec(text)?.[1];
  if (mailbox && scriptsOf(mailbox).length > 1) return `The mailbox ${mailbox} mixes letters of two alphabets.`;
  return undefined;
}

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Hebrew',
  'Arabic',
  'Georgian',
  'Han',
  'Cherokee',
  'Coptic',
].map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

function scriptsOf(text: string): string[] {
  const known = SCRIPTS.flatMap(([script, letter]) => (letter.test(text) ? script : []));
  const rest = [...text].some((char) => /\p{L}/u.test(char) && !SCRIPTS.some(([, letter]) => letter.test(char)));
  return rest ? [...known, 'another'] : known;
}

/** Letters that look like others: two alphabets in one part of a host, or a whole part in another than its ending's. */
function lookAlike(host: string): string | undefined {
  // A host in full width, in small capitals or with ligatures becomes another one when it is asked for.
  if (host.normalize('NFKC') !== host.normalize('NFC') || /[\u0131\u0251\u0261\u0280\u1d00-\u1dbf]/.test(host))
    return 'has letters that look like others';
  const labels = (domainToUnicode(host) || host).normalize('NFC').split('.').filter(Boolean);
  if (labels.some((label) => scriptsOf(label).length > 1)) return 'mixes letters of two alphabets';
  const ending = scriptsOf(labels.at(-1) ?? '')[0] ?? 'Latin';
  const foreign = labels.slice(0, -1).some((label) => scriptsOf(label).some((script) => script !== ending));
  return foreign ? 'is written in another alphabet than its ending' : undefined;
}
