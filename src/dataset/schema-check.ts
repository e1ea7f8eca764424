/** The part of the check that needs the schema; loaded only when an edition is read for the first time. */
import * as v from 'valibot';
import { Manifest, Pack } from '../directory/pack.ts';
import { REGIONS } from '../directory/schema.ts';
import { EditionError } from './errors.ts';

/** @throws EditionError `unfit` when the value is no manifest this app can read, or names half a directory */
export function checkManifest(value: unknown): Manifest {
  const manifest = check(Manifest, value, 'edition.json');
  const ids = manifest.packs.map((pack) => pack.id);
  const missing = ['taxonomy', 'places', ...REGIONS].filter((id) => !ids.includes(id));
  if (missing.length > 0) throw new EditionError('unfit', `edition.json names no pack for ${missing.join(', ')}`);
  if (new Set(ids).size < ids.length) throw new EditionError('unfit', 'edition.json names a pack twice');
  return manifest;
}

/** @throws EditionError `unfit` when the value is no pack, or another one than its name says */
export function checkPack(id: string, value: unknown): Pack {
  const pack = check(Pack, value, id);
  const says = pack.kind === 'country' ? pack.country : pack.kind;
  if (says !== id) throw new EditionError('unfit', `the pack ${id} says it is ${says}`);
  return pack;
}

/** Returns the value itself, not the schema's copy of it: what is read later must be what was checked and stored. */
function check<T>(schema: v.GenericSchema<T>, value: unknown, what: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return value as T;
  const [issue] = result.issues;
  throw new EditionError('unfit', `${what}, ${v.getDotPath(issue) ?? 'as a whole'}: ${issue.message}`);
}
