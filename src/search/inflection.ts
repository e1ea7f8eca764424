/**
 * Inflection without a stemmer for each language: two words are one when they share their beginning and both go on with
 * a known ending. Endings are in the canonical romanisation, so that Cyrillic and Latin ones are the same.
 */

const ENDINGS: ReadonlySet<string> = new Set(
  [
    // vowels and short endings that most of the languages have
    '|a|e|i|o|u|s|n|m|t|d|r',
    // Latvian, Lithuanian
    'as|es|is|os|us|ai|ei|ui|am|em|im|om|um|ams|ems|iem|am|as|ie|iai|iu|ia|io|ios|iui|ius|iuie|oie|eie|uie|aie|ose|uose|ese|iose|ams|oms|ems|omis|ais|imi|imis|ius|ana|ane',
    // Estonian, Finnish
    'l|le|lt|st|sa|se|sid|te|de|des|dest|tele|dele|id|it|ta|da|te|ga|ks|na|la|li|sta|la|lta|le|ksi|ina|isa|ista|ila|ile|ilta|en|in|ien|iden|ita|ia|ja|ela|esa|esta|ele|han|hin|an|ani|on|un|tel|del|nas|ni',
    // Scandinavian, Icelandic, German
    'en|er|et|ar|or|ne|na|ene|erne|arna|orna|erna|ern|ens|ets|ers|um|ur|ir|in|id|ins|ina|anna|inum|inu|inni|innar|s|es|em|ern',
    // Polish
    'u|ov|om|ami|ag|ov|ie|iu|iem|em|a|e|i|ego|emu|im|ig|imi|ei|oi|iei|ieg|ov|ac|iv',
    // Romanian
    'ul|ului|lui|le|lor|ilor|elor|uri|urilor|ei|ii|iei|iile|ile|ele|a|ua|ulu',
    // Bulgarian, Russian, Ukrainian
    'ta|to|te|at|iat|ata|ite|eto|tie|ov|ev|ei|iv|am|iam|ami|iami|ag|iag|og|ogo|ego|omu|emu|oi|ei|oiu|eiu|iu|iei|eiu|ou|oiu|im|imi|ig|ii|ia|ie|ie|oe|aia|uiu|iu|ovi|evi|iegi|osti',
  ]
    .join('|')
    .split('|'),
);

const LONGEST_ENDING = 5;
/** What must be left of a word. */
const SHORTEST_STEM = 3;

/** The beginnings that a word may have in its other forms, longest first. */
export function stems(key: string): string[] {
  const found: string[] = [];
  for (let cut = 0; cut <= LONGEST_ENDING && key.length - cut >= SHORTEST_STEM; cut++) {
    if (ENDINGS.has(key.slice(key.length - cut))) found.push(key.slice(0, key.length - cut));
  }
  return found;
}

/** Whether what follows the stem is an ending. */
export function isEnding(rest: string): boolean {
  return ENDINGS.has(rest);
}
