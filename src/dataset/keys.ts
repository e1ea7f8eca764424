/** The keys by which editions are signed: part of the app, so that no host can say otherwise. */
import built from '#build/keys.json';
import { type PublicKey, publicKey } from './signature.ts';

/**
 * Today's key, then the one that will come after it. What the second has signed counts as newer than all that the first
 * has, whatever its number: so an edition that was signed by mistake, or a key that was lost, is left behind.
 */
export const KEYS: readonly PublicKey[] = built.keys.map(publicKey);

/** Whether this app takes editions that anybody could have signed: built from a working copy, not published. */
export const IS_DEVELOPMENT: boolean = built.development;
