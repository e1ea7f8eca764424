/** Words that only join others: they need not be found. In the canonical romanisation, all languages together. */
import { romanise } from './scripts.ts';

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the of in on at for to from with by and or near against',
    'i og på til fra med av for af ved mot hos en et',
    'und oder für gegen mit von bei aus dem den der die das im am zum zur',
    'ja sekä tai',
    'á frá fyrir við úr til og í',
    'un ar no pie par uz vai kā',
    'ir į iš su prie dėl apie už',
    'w we z ze na do dla od przy o u oraz lub przeciwko',
    'la de din pentru cu pe și sau cel al ale lui o un',
    'в во на из с со для от по у и или при об за против',
    'у в на з із для до від при та й або про',
    'в във на от за с със и или при',
  ]
    .join(' ')
    .split(' ')
    .map((word) => romanise(word.normalize('NFD').replace(/(?!\u0306)\p{M}/gu, ''))),
);

/** @param word folded */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || FUNCTION_WORDS.has(romanise(word));
}
