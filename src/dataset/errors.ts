/** What can go wrong between the published data and the phone, by name. */
import { errorNames, isNoRoom } from '../device/no-room.ts';

/**
 * By which rule an edition is refused, whatever way it came:
 * - `unsigned`: beside it is no signature
 * - `stranger`: it is signed by a key that is none of ours
 * - `forged`: the signature is ours, but not of this
 * - `mixed`: the signature is of another edition
 * - `unverifiable`: this browser cannot tell whether a signature is right
 * - `format`: it is made for a later version of the app
 * - `endless`: it is larger than an edition may be
 * - `older`: a later one is here
 * - `double`: another one of the same number is here
 * - `retired`: what is here is signed by the key that came after this one's
 */
export type Rule =
  | 'unsigned'
  | 'stranger'
  | 'forged'
  | 'mixed'
  | 'unverifiable'
  | 'format'
  | 'endless'
  | 'older'
  | 'double'
  | 'retired';

/**
 * Why an edition could not be used: one of the rules, or
 * - `unreachable`: neither network nor cache has it
 * - `damaged`: it does not have the length or the hash that its manifest names, or is not JSON
 * - `unfit`: whole, but not what this version of the app can read
 */
export type EditionFault = 'unreachable' | 'damaged' | 'unfit' | Rule;

/** What a screen says when there is no directory: one of these covers all the rules. */
export function failureOf(kind: EditionFault): 'unreachable' | 'damaged' | 'unfit' | 'refused' {
  return kind === 'unreachable' || kind === 'damaged' || kind === 'unfit' ? kind : 'refused';
}

export class EditionError extends Error {
  override name = 'EditionError';
  constructor(
    readonly kind: EditionFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * What is wrong with this phone's storage:
 * - `missing`: the browser has no IndexedDB here (some private modes)
 * - `refused`: it is there, but does not open (blocked, broken, of another version)
 * - `hanging`: it does not answer within the time given
 * - `died`: it opened, then was lost in the middle
 * - `full`: no room
 * - `nonsense`: what it holds is not the edition that was put in
 */
export type StorageTrouble = 'missing' | 'refused' | 'hanging' | 'died' | 'full' | 'nonsense';

/** Trouble that did not keep the directory from being read. `edition` says that a newer edition was refused, and by which rule. */
export interface Trouble {
  kind: StorageTrouble | 'edition';
  fault?: EditionFault;
  detail: string;
  /** True once the database has been built anew. */
  healed: boolean;
}

const DIED = new Set([
  'InvalidStateError',
  'AbortError',
  'TransactionInactiveError',
  'DatabaseClosedError',
  'PrematureCommitError',
]);

/** Names the trouble behind an error of IndexedDB or Dexie. */
export function storageTrouble(error: unknown): StorageTrouble {
  if (error instanceof StorageError) return error.kind;
  if (isNoRoom(error)) return 'full';
  const names = errorNames(error);
  if (names.includes('MissingAPIError')) return 'missing';
  if (names.includes('OpenFailedError')) return 'refused';
  if (names.some((name) => DIED.has(name)) || /server lost|connection is clos/i.test(errorText(error))) return 'died';
  return 'refused';
}

/** Trouble found by us rather than thrown by the browser. */
export class StorageError extends Error {
  override name = 'StorageError';
  constructor(
    readonly kind: StorageTrouble,
    message: string,
  ) {
    super(message);
  }
}

/** One line for a person who has to find out what happened. */
export function errorText(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? `${error.name}: ${error.message}` : String(error);
}
