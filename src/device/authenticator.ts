/** The device's own way of knowing its owner (a finger, a face, a PIN), where it also gives a secret that only it can give. */

/** What has to be known to ask for the secret again. None of it is secret. */
export interface Enrolled {
  credential: Uint8Array<ArrayBuffer>;
  salt: Uint8Array<ArrayBuffer>;
}

interface Capable {
  getClientCapabilities?(): Promise<Record<string, boolean>>;
  signalUnknownCredential?(what: { rpId: string; credentialId: string }): Promise<void>;
}
const offered = () => (globalThis as { PublicKeyCredential?: Capable }).PublicKeyCredential;

/** Whether this browser says that it can. Never throws. */
export async function givesSecret(): Promise<boolean> {
  const can = await offered()
    ?.getClientCapabilities?.()
    .catch(() => undefined);
  return Boolean(can?.['extension:prf'] && can.userVerifyingPlatformAuthenticator);
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Makes the device ready to give a secret.
 * @param name what the device calls it in its own list
 * @throws what the browser says when the user or the device does not want to
 */
export async function enrol(name: string): Promise<Enrolled> {
  const salt = random(32);
  const made = (await navigator.credentials.create({
    publicKey: {
      rp: { name },
      user: { id: random(16), name, displayName: name },
      challenge: random(32),
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      // Not in the device's list, where it can be helped.
      authenticatorSelection: {
        authenticatorAttachment: 'platform',
        userVerification: 'required',
        residentKey: 'discouraged',
      },
      extensions: { prf: {} },
    },
  })) as PublicKeyCredential | null;
  if (!made?.getClientExtensionResults().prf?.enabled) throw new Error('the device gives no secret');
  return { credential: new Uint8Array(made.rawId), salt };
}

/** Asks for the secret, which is the same each time. @throws as {@link enrol} */
export async function secretOf({ credential, salt }: Enrolled): Promise<Uint8Array<ArrayBuffer>> {
  const given = (await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      userVerification: 'required',
      allowCredentials: [{ type: 'public-key', id: credential }],
      extensions: { prf: { eval: { first: salt } } },
    },
  })) as PublicKeyCredential | null;
  const secret = given?.getClientExtensionResults().prf?.results?.first;
  if (!secret) throw new Error('the device gives no secret');
  return new Uint8Array(secret as ArrayBuffer);
}

/** Tells the device that it need not list it any more, where it listens. Never throws. */
export async function forgetEnrolled({ credential }: Enrolled): Promise<void> {
  const credentialId = btoa(String.fromCharCode(...credential))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  try {
    await offered()?.signalUnknownCredential?.({ rpId: location.hostname, credentialId });
  } catch {
    // It stays in the device's list, and opens nothing.
  }
}
