/** What somebody sends in is refused for before anybody looks at what it says: markup, prototype keys, look-alike letters. */
import { hiddenIn } from './visible.ts';

const MAX_DEPTH = 10;
const MAX_VALUES = 2000;
/** How long one text of a proposal may be, in UTF-16 units. */
export const MAX_TEXT = 3000;

/** Why a text is refused. `code` is for screens, which say it in their own words. */
export interface TextDefect {
  code: 'long' | 'markup' | 'runs' | 'alike';
  reason: string;
}

/** The host of an address as people read it; the phone has no decoder and looks at what was typed. */
export type ReadHost = (host: string) => string;
const AS_TYPED: ReadHost = (host) => host;

/**
 * Why an entry is refused; undefined when it is made of plain text.
 * @param readHost turns `xn--…` into letters, where that can be done
 */
export function hostility(entry: unknown, readHost: ReadHost = AS_TYPED): string | undefined {
  let values = 0;
  const visit = (value: unknown, depth: number): string | undefined => {
    values += 1;
    if (values > MAX_VALUES) return 'It holds more than a proposal can.';
    if (typeof value === 'string') return textDefect(value, readHost)?.reason;
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

/** What one text is refused for; undefined when it is plain. */
export function textDefect(text: string, readHost: ReadHost = AS_TYPED): TextDefect | undefined {
  const defect = (code: TextDefect['code'], reason: string): TextDefect => ({ code, reason });
  if (text.length > MAX_TEXT)
    return defect('long', `A text of ${text.length} characters: more than a proposal can say.`);
  if (/<[a-z!/?]/i.test(text)) return defect('markup', 'It holds markup: "<" right before a letter.');
  if (/^\s*(javascript|data|vbscript|file|blob):/i.test(text))
    return defect('runs', 'It holds an address that runs something.');
  for (const [, host] of text.matchAll(/(?:https?:\/\/|@)([^\s/?#@:]+)/gi)) {
    const alike = host && lookAlike(host, readHost);
    if (alike) return defect('alike', `The address ${host} ${alike}.`);
  }
  const mailbox = /^([^\s@]+)@[^\s@]+$/.exec(text)?.[1];
  if (mailbox && scriptsOf(mailbox).length > 1)
    return defect('alike', `The mailbox ${mailbox} mixes letters of two alphabets.`);
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
function lookAlike(host: string, readHost: ReadHost): string | undefined {
  // A host in full width, in small capitals or with ligatures becomes another one when it is asked for.
  if (host.normalize('NFKC') !== host.normalize('NFC') || /[\u0131\u0251\u0261\u0280\u1d00-\u1dbf]/.test(host))
    return 'has letters that look like others';
  const labels = (readHost(host) || host).normalize('NFC').split('.').filter(Boolean);
  if (labels.some((label) => scriptsOf(label).length > 1)) return 'mixes letters of two alphabets';
  const ending = scriptsOf(labels.at(-1) ?? '')[0] ?? 'Latin';
  const foreign = labels.slice(0, -1).some((label) => scriptsOf(label).some((script) => script !== ending));
  return foreign ? 'is written in another alphabet than its ending' : undefined;
}
