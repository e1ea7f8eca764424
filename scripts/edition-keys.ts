/** `npm run edition:keys`: a new pair of keys. The secret one is shown once, on the screen alone, and written nowhere. */
import { newSecretKey, publicFile } from './edition/sign.ts';

const secret = newSecretKey();
console.log(`Public key, for everybody:

${publicFile(secret)}
Secret key, for HARBOUR_SIGNING_KEY where editions are published, and for a safe:

${secret}`);
