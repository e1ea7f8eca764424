/** Whether a number that is shown is the number that is dialled. */

/**
 * The country codes of E.164. They are laid out so that none begins with another: one digit, or two, else three
 * (ITU-T E.164, list of assigned country codes).
 */
const CALLING_CODE = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** What is dialled before a number within its country, by calling code; elsewhere in the region it is 0 (or nothing). */
const TRUNK: Record<string, readonly string[]> = {
  '7': ['8'],
  // Lithuania is going over from 8 to 0.
  '370': ['0', '8'],
  // Denmark, Norway, Poland, Latvia, Estonia and Iceland have none: a 0 in front would be another number.
  '45': [],
  '47': [],
  '48': [],
  '371': [],
  '372': [],
  '354': [],
};

/**
 * Whether a number as it is written is the one that is dialled, and nothing besides.
 *
 * A short number is written with its own digits. A full one is written with its country code, or as people in its country
 * dial it: the digits behind the country code, with the trunk prefix before them where there is one.
 *
 * @param dialled E.164 with `+`, or a short number
 * @param shown digits, grouped by spaces, hyphens and round brackets
 */
export function isWrittenFor(dialled: string, shown: string): boolean {
  if (!/^[+(]?\d[\d ()-]*$/.test(shown)) return false;
  const digits = shown.replace(/\D/g, '');
  if (!dialled.startsWith('+')) return shown[0] !== '+' && digits === dialled;
  const full = dialled.slice(1);
  if (shown.startsWith('+')) return digits === full;
  const code = CALLING_CODE.exec(full)?.[0] ?? '';
  const national = full.slice(code.length);
  return digits === national || (TRUNK[code] ?? ['0']).some((prefix) => digits === prefix + national);
}
