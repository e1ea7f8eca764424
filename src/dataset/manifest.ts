/** From a published manifest and its signature to one that is trusted; and which of two is the newer. */
import { PACK_FORMAT } from '../directory/format.ts';
import type { Manifest } from '../directory/pack.ts';
import type { Published } from '../directory/store.ts';
import { EditionError, errorText, type Rule } from './errors.ts';
import { KEYS } from './keys.ts';
import { byEither } from './roads.ts';
import { MANIFEST_MAX, type PublicKey, type Refusal, verifySignature } from './signature.ts';
import { parse, verifyManifest } from './verify.ts';

/** A manifest that one of ours has signed. */
export interface Trusted {
  manifest: Manifest;
  published: Published;
  /** Which of our keys has signed it: the later one counts for more. */
  by: number;
}

const RULES: Record<Refusal, Rule> = {
  form: 'unsigned',
  key: 'stranger',
  bytes: 'forged',
  comment: 'forged',
  unsupported: 'unverifiable',
};

/**
 * The signature first: nothing is made of what nobody has signed.
 * @param seen whether it has passed the schema before, and came from this phone's own database
 * @throws EditionError
 */
export async function openManifest(published: Published, seen = false, keys = KEYS): Promise<Trusted> {
  const { text, signature } = published;
  const { signed, by } = await signedBy(text, signature, keys);
  const value = parse('edition.json', text) as { format?: unknown } | null;
  if (typeof value?.format === 'number' && value.format > PACK_FORMAT) {
    throw new EditionError('format', `format ${value.format}; this version reads ${PACK_FORMAT}`);
  }
  const manifest = seen ? (value as Manifest) : await verifyManifest(value);
  if (manifest.format !== PACK_FORMAT) throw new EditionError('unfit', `format ${manifest.format}`);
  if (signed.edition !== manifest.edition || signed.date !== manifest.date) {
    throw new EditionError('mixed', `signed as ${signed.edition} of ${signed.date}, says ${manifest.edition}`);
  }
  return { manifest, published, by };
}

async function signedBy(text: string, signature: string, keys: readonly PublicKey[]) {
  if (text.length > MANIFEST_MAX || signature.length > MANIFEST_MAX) throw new EditionError('endless', 'edition.json');
  try {
    const verdict = await verifySignature(new TextEncoder().encode(text), signature, keys, byEither);
    if ('signed' in verdict) return verdict;
    throw new EditionError(RULES[verdict.refused], `signature: ${verdict.refused}`);
  } catch (cause) {
    if (cause instanceof EditionError) throw cause;
    throw new EditionError('unverifiable', errorText(cause), { cause });
  }
}

/** Greater than 0 when the first is the newer: by the later key, then by the greater number. Days and clocks have no say. */
export function newness(a: Trusted, b: Trusted): number {
  return a.by - b.by || a.manifest.edition - b.manifest.edition;
}

/**
 * Whether an edition that is offered may follow the one that is here.
 * @returns false when it is the very one
 * @throws EditionError `retired`, `older` or `double`
 */
export function mayFollow(offered: Trusted, here: Trusted): boolean {
  if (offered.published.text === here.published.text) return false;
  const said = `${offered.manifest.edition} is offered, ${here.manifest.edition} is here`;
  if (offered.by < here.by) throw new EditionError('retired', said);
  if (newness(offered, here) < 0) throw new EditionError('older', said);
  if (newness(offered, here) === 0) throw new EditionError('double', said);
  return true;
}
