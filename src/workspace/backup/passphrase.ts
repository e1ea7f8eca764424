/** Passphrases of backups: what is made of what somebody typed, how good it is, and one to copy down. */

/** Shorter ones are not taken: they are guessed within hours, whatever seals the file. */
export const SHORTEST = 8;
/** Shorter ones are taken, and it is said that they are weak. */
const WEAK_BELOW = 14;

/**
 * The passphrase that seals and opens: letters that can be written in two ways count as one, and a space that the
 * keyboard put before or behind does not count at all.
 */
export function normalised(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** How long somebody's guessing would take, in three classes. */
export function strengthOf(typed: string): 'too-short' | 'weak' | 'good' {
  const letters = [...normalised(typed)];
  if (letters.length < SHORTEST) return 'too-short';
  const different = new Set(letters.map((letter) => letter.toLowerCase())).size;
  return letters.length < WEAK_BELOW || different < 6 || letters.every((letter) => /\d/.test(letter)) ? 'weak' : 'good';
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel));

/**
 * Five made-up words that every keyboard here has the letters for and no language a meaning: `kibo-ravu-temi-lopa-nisu`. Two to the
 * power of 61 of them exist.
 */
export function suggestPassphrase(): string {
  const words = Array.from({ length: 5 }, () => syllable() + syllable());
  return words.join('-');
}

function syllable(): string {
  // What lies above the last whole multiple is drawn again, so that each is as likely as the others.
  const limit = 256 - (256 % SYLLABLES.length);
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (drawn < limit) return SYLLABLES[drawn % SYLLABLES.length] ?? '';
  }
}
