/**
 * An edition as one file, from phone to phone: what was published, packed and written in letters that survive every
 * messenger. Nothing in it is trusted for being in a file.
 */
import type { Manifest } from '../directory/pack.ts';
import type { Published } from '../directory/store.ts';
import { EditionError } from './errors.ts';

/** The first line, for whoever opens the file by chance. */
const HEAD = 'Harbour: an edition of the directory. To take it: Harbour, Settings, Take an edition from a file.';
/** A file may have so many bytes: about ten times what an edition needs. */
export const FILE_MAX = 20_000_000;
/** What is in it may have so many bytes: what swells to more is no edition. */
const CONTENT_MAX = 40_000_000;
const LINE = 76;

interface Content {
  text: string;
  signature: string;
  packs: Record<string, string>;
}

export interface EditionFile {
  published: Published;
  /** By file name. Unchecked. */
  texts: ReadonlyMap<string, string>;
}

/**
 * @param texts all packs that the manifest names, by file name
 * @returns the file's text
 */
export async function writeEditionFile(published: Published, texts: ReadonlyMap<string, string>): Promise<string> {
  const content: Content = { ...published, packs: Object.fromEntries(texts) };
  const packed = await throughStream(new TextEncoder().encode(JSON.stringify(content)), new CompressionStream('gzip'));
  const letters = base64(packed).replace(new RegExp(`.{${LINE}}`, 'g'), '$&\n');
  return `${HEAD}\n${letters}\n`;
}

/** The name of the file for an edition, without what says of what kind it is. */
export const fileNameOf = ({ edition }: Pick<Manifest, 'edition'>) => `harbour-edition-${edition}`;

/**
 * Takes a file apart. What a messenger or an editor did to its lines does no harm.
 * @throws EditionError `unfit` when it is no such file, `damaged` when part of it is missing, `endless` when what is in it does not end
 */
export async function openEditionFile(file: string): Promise<EditionFile> {
  const start = file.indexOf('Harbour: an edition');
  if (start < 0) throw new EditionError('unfit', 'it does not begin as an edition does');
  const line = file.indexOf('\n', start);
  const letters = line < 0 ? '' : file.slice(line).replace(/\s+/g, '');
  const content = contentOf(await unpacked(letters));
  return {
    published: { text: content.text, signature: content.signature },
    texts: new Map(Object.entries(content.packs)),
  };
}

async function unpacked(letters: string): Promise<string> {
  try {
    const binary = atob(letters);
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await throughStream(bytes, new DecompressionStream('gzip')),
    );
  } catch (cause) {
    if (cause instanceof EditionError) throw cause;
    throw new EditionError('damaged', 'it breaks off, or was changed on the way', { cause });
  }
}

function contentOf(text: string): Content {
  try {
    const { text: manifest, signature, packs } = JSON.parse(text) as Record<keyof Content, unknown>;
    const all = Object.entries(packs as object);
    if (typeof manifest !== 'string' || typeof signature !== 'string') throw new TypeError('no manifest');
    if (!all.every(([, pack]) => typeof pack === 'string')) throw new TypeError('no packs');
    return { text: manifest, signature, packs: Object.fromEntries(all) };
  } catch (cause) {
    throw new EditionError('damaged', 'there is no edition in it', { cause });
  }
}

async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > CONTENT_MAX) {
      await reader.cancel();
      throw new EditionError('endless', 'what is in it does not end');
    }
    parts.push(part.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  // As many at a time as may be handed over as arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
