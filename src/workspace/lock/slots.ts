/**
 * Where passphrases lead: two slots in random order, each sealed by a passphrase as a backup is. One holds the data key; the other
 * one ends everything, or, where no passphrase for that was chosen, is sealed by one that nobody knows. They look alike.
 */
import { inWorker, SealingError } from '../backup/sealing.ts';
import { KEY_BYTES } from './sealer.ts';

export type OnPercent = (percent: number) => void;

/** Sealing a text with a passphrase; it takes long. */
export interface Crypt {
  seal(text: string, passphrase: string, onPercent: OnPercent, signal: AbortSignal): Promise<string>;
  /** @returns undefined when it is another passphrase's */
  unseal(sealed: string, passphrase: string, onPercent: OnPercent, signal: AbortSignal): Promise<string | undefined>;
}

/** In a worker of its own, which ends with its work. */
export const crypt: Crypt = {
  seal: (text, passphrase, onPercent, signal) => inWorker({ what: 'seal', text, passphrase }, onPercent, signal),
  async unseal(sealed, passphrase, onPercent, signal) {
    try {
      return await inWorker({ what: 'unseal', file: new TextEncoder().encode(sealed), passphrase }, onPercent, signal);
    } catch (error) {
      if (error instanceof SealingError && error.fault === 'wrong-passphrase') return undefined;
      throw error;
    }
  },
};

/** What a passphrase leads to. */
export type Found = { is: 'key'; key: Uint8Array } | { is: 'end' };

const HEAD = 'harbour lock 1';
const TEXT = /^harbour lock 1 (key|end) ([A-Za-z0-9+/]{43}=)$/;

/**
 * @param passphrase leads to the data key
 * @param ending ends everything; undefined: none does
 */
export async function makeSlots(
  key: Uint8Array,
  passphrase: string,
  ending: string | undefined,
  { seal }: Crypt,
  onPercent: OnPercent,
  signal: AbortSignal,
): Promise<string[]> {
  const real = await seal(`${HEAD} key ${base64(key)}`, passphrase, (percent) => onPercent(percent / 2), signal);
  const other = await seal(
    `${HEAD} end ${base64(random())}`,
    ending ?? base64(random()),
    (percent) => onPercent(50 + percent / 2),
    signal,
  );
  return (random()[0] ?? 0) % 2 === 0 ? [real, other] : [other, real];
}

/** @returns undefined when the passphrase leads nowhere @throws SealingError when a slot is damaged, or the signal's reason */
export async function tryPassphrase(
  slots: readonly string[],
  typed: string,
  { unseal }: Crypt,
  onPercent: OnPercent,
  signal: AbortSignal,
): Promise<Found | undefined> {
  for (const [at, slot] of slots.entries()) {
    const text = await unseal(slot, typed, (percent) => onPercent((100 * at + percent) / slots.length), signal);
    if (text === undefined) continue;
    const [, what, key = ''] = TEXT.exec(text) ?? [];
    if (what === 'end') return { is: 'end' };
    if (what !== 'key') throw new SealingError('damaged');
    return { is: 'key', key: Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)) };
  }
  return undefined;
}

function random(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
