/**
 * One spelling for Cyrillic and Latin: a canonical romanisation in which the national systems of Ukraine and Bulgaria,
 * Russian and ISO 9, passports and newspapers, German and Polish transcription meet. It is made to be compared, not
 * to be read: letters that one system writes for another are one letter in it.
 *
 * - g: г ґ х, h, kh, дж
 * - s: с з ш ж, z, sh, zh, sz, sch
 * - c: ц ч, ts, tz, ch, cz, tsch
 * - i: и і ї й ы, y, j
 * - no doubled letters; ä ö ü are one with ae oe ue
 */

const CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 's',
  з: 's',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'g',
  ц: 'c',
  ч: 'c',
  ш: 's',
  щ: 'sc',
  ъ: 'a',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Several letters for one sound, longest first; looked up by their first letter. */
const LATIN: Record<string, [string, string][]> = {
  a: [['ae', 'a']],
  c: [
    ['ch', 'c'],
    ['cz', 'c'],
    ['ck', 'k'],
    ['ca', 'ka'],
    ['co', 'ko'],
    ['cu', 'ku'],
    ['cr', 'kr'],
    ['cl', 'kl'],
    ['ct', 'kt'],
  ],
  d: [
    ['dzh', 'g'],
    ['dz', 's'],
  ],
  g: [['gh', 'g']],
  h: [['h', 'g']],
  j: [['j', 'i']],
  k: [['kh', 'g']],
  o: [['oe', 'o']],
  p: [['ph', 'f']],
  q: [
    ['qu', 'kv'],
    ['q', 'k'],
  ],
  s: [
    ['schtsch', 'sc'],
    ['shch', 'sc'],
    ['szcz', 'sc'],
    ['sch', 's'],
    ['sh', 's'],
    ['sz', 's'],
  ],
  t: [
    ['tsch', 'c'],
    ['tch', 'c'],
    ['ts', 'c'],
    ['tz', 'c'],
    ['th', 't'],
  ],
  u: [['ue', 'u']],
  w: [['w', 'v']],
  x: [['x', 'ks']],
  y: [['y', 'i']],
  z: [
    ['zh', 's'],
    ['z', 's'],
  ],
};

/** Anything that the rules change; most words of most languages have none of it. */
const CHANGES = /[cghjqwxyz\u0400-\u04ff]|p(?=h)|ae|oe|ue|ts|([^\d])\1/;

/**
 * The canonical romanisation of a folded word.
 * @param language `bg` reads щ as sht, as Bulgarian does
 */
export function romanise(word: string, language?: string): string {
  if (!CHANGES.test(word)) return word;
  let key = '';
  let last = '';
  for (let i = 0; i < word.length; ) {
    const letter = word[i] as string;
    let letters = CYRILLIC[letter];
    let length = 1;
    if (letters === undefined) {
      letters = letter;
      for (const rule of LATIN[letter] ?? []) {
        if (!word.startsWith(rule[0], i)) continue;
        letters = rule[1];
        length = rule[0].length;
        break;
      }
    } else if (letter === 'д' && word[i + 1] === 'ж') {
      letters = 'g';
      length = 2;
    } else if (letter === 'щ' && language === 'bg') {
      letters = 'st';
    }
    i += length;
    if (letters === '') continue;
    key += letters[0] === last && !(last >= '0' && last <= '9') ? letters.slice(1) : letters;
    last = letters[letters.length - 1] as string;
  }
  return key;
}

/** What a word may be in another system of transcription: German z and ch, Polish ch, Bulgarian щ. */
export function romanisations(word: string): string[] {
  // A letter held down is no other spelling of the letter.
  if (/(.)\1\1/u.test(word)) return [word];
  const keys = new Set([romanise(word)]);
  if (word.includes('ch')) keys.add(romanise(word.replaceAll(/(?<!s)ch/g, 'h')));
  if (word.includes('z')) keys.add(romanise(word.replaceAll(/(?<![csrt])z(?!h)/g, 'ts').replaceAll(/(?<!s)ch/g, 'h')));
  if (word.includes('щ')) keys.add(romanise(word, 'bg'));
  return [...keys];
}
