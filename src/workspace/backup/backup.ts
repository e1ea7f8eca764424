/** Making a backup, opening one and restoring it: what the screen does, in verbs. */
import { localDay } from '../../device/clock.ts';
import { askToKeep } from '../../device/storage.ts';
import { tellAll } from '../tabs.ts';
import type { Comparison, Item, Side } from './compare.ts';
import { type Contents, readContents, writeContents } from './contents.ts';
import { MOST_BYTES } from './limits.ts';
import { inWorker, SealingError } from './sealing.ts';
import * as tables from './tables.ts';

/** A backup that is ready to leave the phone. */
export interface Made {
  file: File;
  /** The moment it is of, in milliseconds since 1970. */
  at: number;
  /** How many entries stand in it. */
  rows: number;
  /** How many damaged ones could not be put in. */
  leftOut: number;
}

/** A file that somebody chose, and that a passphrase may open. */
export interface Sealed {
  name: string;
  bytes: Uint8Array;
}

/**
 * Seals all that is kept.
 * @throws SealingError, the signal's reason, or whatever IndexedDB throws
 */
export async function makeBackup(
  passphrase: string,
  onPercent: (percent: number) => void,
  signal: AbortSignal,
): Promise<Made> {
  const at = Date.now();
  const { text, rows, leftOut } = writeContents(await tables.readAll(), at);
  const sealed = await inWorker({ what: 'seal', text, passphrase }, onPercent, signal);
  const file = new File([sealed], `harbour-${localDay(new Date(at))}.age`, { type: 'application/octet-stream' });
  return { file, at, rows, leftOut };
}

/** Reads a file and looks at its head. @throws SealingError, or what the browser says when a file cannot be read */
export async function chooseFile(file: File): Promise<Sealed> {
  if (file.size > MOST_BYTES) throw new SealingError('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  await inWorker({ what: 'look', file: bytes }, () => undefined, new AbortController().signal);
  return { name: file.name, bytes };
}

/** Opens a backup and says what it would bring. Changes nothing. @throws SealingError, ContentsError, the signal's reason, or whatever IndexedDB throws */
export async function openBackup(
  sealed: Sealed,
  passphrase: string,
  onPercent: (percent: number) => void,
  signal: AbortSignal,
): Promise<{ contents: Contents; comparison: Comparison }> {
  const text = await inWorker({ what: 'unseal', file: sealed.bytes, passphrase }, onPercent, signal);
  const contents = readContents(text);
  return { contents, comparison: await tables.compareWithHere(contents) };
}

/** Compares once more, after something has changed here. @throws whatever IndexedDB throws */
export function compareAgain(contents: Contents): Promise<Comparison> {
  return tables.compareWithHere(contents);
}

/**
 * Writes what was chosen, all of it or nothing, and tells everything that shows some of it.
 * @returns how many entries were written
 * @throws ChangedMeanwhile, or whatever IndexedDB throws; then everything is as it was
 */
export async function restoreBackup(
  items: readonly Item[],
  sideFor: (item: Item) => Side | undefined,
): Promise<number> {
  const written = await tables.restore(items, sideFor);
  tellAll();
  void askToKeep({ installed: false, saved: true, readyOffline: false });
  return written;
}
