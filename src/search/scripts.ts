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

/**
 * The canonical romanisation of a folded word.
 * @param language `bg` reads щ as sht, as Bulgarian does
 */
export function romanise(word: string, language?: string): string {
  let key = '';
  const add = (letters: string) => {
    for (const letter of letters) if (!key.endsWith(letter) || isDigit(letter)) key += letter;
  };
  for (let i = 0; i < word.length; ) {
    const letter = word[i] as string;
    const cyrillic = CYRILLIC[letter];
    if (cyrillic !== undefined) {
      if (letter === 'д' && word[i + 1] === 'ж') {
        add('g');
        i += 2;
        continue;
      }
      add(letter === 'щ' && language === 'bg' ? 'st' : cyrillic);
      i++;
      continue;
    }
    const rule = LATIN[letter]?.find(([letters]) => word.startsWith(letters, i));
    add(rule ? rule[1] : letter);
    i += rule ? rule[0].length : 1;
  }
  return key;
}

/** What a word may be in another system of transcription: German z and ch, Polish ch, Bulgarian щ. */
export function romanisations(word: string): string[] {
  const keys = new Set([romanise(word)]);
  if (word.includes('ch')) keys.add(romanise(word.replaceAll(/(?<!s)ch/g, 'h')));
  if (word.includes('z')) keys.add(romanise(word.replaceAll(/(?<![csrt])z(?!h)/g, 'ts').replaceAll(/(?<!s)ch/g, 'h')));
  if (word.includes('щ')) keys.add(romanise(word, 'bg'));
  return [...keys];
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}
