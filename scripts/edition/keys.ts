/** By which key this build signs, and which keys the app that it makes will take. */
import { existsSync, readFileSync } from 'node:fs';
import { DEVELOPMENT_KEY, NEXT_DEVELOPMENT_KEY } from './development.ts';
import { publicHalf } from './sign.ts';

/** What the app is built with. */
export interface BuiltKeys {
  /** Today's public key and the next one, each the second line of a minisign.pub. */
  keys: [string, string];
  /** Whether they are those that everybody has. */
  development: boolean;
}

/** The public keys of who publishes, as `npm run edition:keys` made them. */
export const CURRENT = 'data/keys/current.pub';
export const NEXT = 'data/keys/next.pub';

/** The secret key by which this build signs. */
export const signingKey = () => process.env.HARBOUR_SIGNING_KEY?.trim() || DEVELOPMENT_KEY;

/**
 * The keys for the app.
 * @param secret the key that signs
 * @param read the text of a file, or undefined where there is none
 * @throws Error when the app would refuse what is signed: a key of one's own needs its public half in the project
 */
export function builtKeys(secret: string, read = readIfThere): BuiltKeys {
  if (secret === DEVELOPMENT_KEY) {
    return { keys: [publicHalf(DEVELOPMENT_KEY), publicHalf(NEXT_DEVELOPMENT_KEY)], development: true };
  }
  const [current, next] = [keyIn(read(CURRENT)), keyIn(read(NEXT))];
  if (!current || !next) {
    throw new Error(`Editions cannot be signed: ${CURRENT} and ${NEXT} must both be there ("npm run edition:keys").`);
  }
  if (![current, next].includes(publicHalf(secret))) {
    throw new Error(
      `HARBOUR_SIGNING_KEY belongs to neither ${CURRENT} nor ${NEXT}: no phone would take what it signs.`,
    );
  }
  return { keys: [current, next], development: false };
}

const keyIn = (file: string | undefined) => file?.split('\n')[1]?.trim();

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
