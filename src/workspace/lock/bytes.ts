/** A row as bytes and back, also one that JSON alone could not say: a damaged one must come back as it was. */

/** What a string that begins so means, e.g. `~n` a number that JSON has none for. */
const MARK = '~';
/** Rows are made a whole number of these long, so that their length says little. */
const BLOCK = 256;

/** It holds what this cannot say, e.g. a file or itself. */
export class Unsayable extends Error {
  override name = 'Unsayable';
}

/** @throws Unsayable */
export function toBytes(row: unknown): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(said(row, [])));
  const bytes = new Uint8Array(Math.ceil((text.length + 1) / BLOCK) * BLOCK).fill(0x20);
  bytes.set(text);
  return bytes;
}

/** @throws when they are none of ours */
export function fromBytes(bytes: Uint8Array): unknown {
  return meant(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
}

/** In a way that JSON has: marked where it says more than JSON does. */
function said(value: unknown, above: readonly unknown[]): unknown {
  switch (typeof value) {
    case 'string':
      return value.startsWith(MARK) ? `~s${value}` : value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : `~n${Object.is(value, -0) ? '-0' : value}`;
    case 'bigint':
      return `~b${value}`;
    case 'undefined':
      return '~u';
    case 'boolean':
      return value;
    case 'object':
      break;
    default:
      throw new Unsayable(typeof value);
  }
  if (value === null) return value;
  if (above.includes(value)) throw new Unsayable('it holds itself');
  const below = [...above, value];
  const list = (items: Iterable<unknown>) => Array.from(items, (item) => said(item, below));
  if (Array.isArray(value)) return list(value);
  if (value instanceof Date) return { '~d': said(value.getTime(), below) };
  if (value instanceof Map) return { '~m': list([...value].flat()) };
  if (value instanceof Set) return { '~S': list(value) };
  if (value instanceof ArrayBuffer) return { '~a': list(new Uint8Array(value)) };
  if (value instanceof Uint8Array) return { '~A': list(value) };
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) throw new Unsayable(String(value));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.startsWith(MARK) ? `~~${name}` : name, said(item, below)]),
  );
}

function meant(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? ofMark(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(meant);
  const entries = Object.entries(value);
  const [[name, item] = ['', undefined]] = entries;
  if (name.startsWith(MARK) && !name.startsWith('~~')) return ofMarked(name, item);
  return Object.fromEntries(entries.map(([key, one]) => [key.startsWith('~~') ? key.slice(2) : key, meant(one)]));
}

function ofMark(text: string): unknown {
  const rest = text.slice(2);
  switch (text[1]) {
    case 'n':
      return Number(rest);
    case 'b':
      return BigInt(rest);
    case 'u':
      return undefined;
    default:
      return rest;
  }
}

function ofMarked(name: string, item: unknown): unknown {
  if (name === '~d') return new Date(meant(item) as number);
  const items = meant(item) as unknown[];
  switch (name) {
    case '~m':
      return new Map(items.flatMap((key, at) => (at % 2 === 0 ? [[key, items[at + 1]]] : [])) as [unknown, unknown][]);
    case '~S':
      return new Set(items);
    case '~a':
      return Uint8Array.from(items as number[]).buffer;
    default:
      return Uint8Array.from(items as number[]);
  }
}
