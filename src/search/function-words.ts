/**
 * Words that need not be found: those that only join others, and those that all of the directory is about (help for
 * victims). All languages together, each in its own script.
 */
import { fold } from './fold.ts';

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
    'victim victims offer ofre ofret offers opfer opfern ofiara ofiary ofiar ohver ohvri ohvrid ohvrite uhri uhrit uhrien',
    'upuris upuri upuriem cietušais cietušie auka aukos aukoms þolandi þolendur fórnarlamb brottsoffer victima victime victimele',
    'жертва жертви жертвам жертвы жертв потерпілий потерпілі пострадавший пострадавшие пострадал постраждалі',
    'help hilfe hjælp hjelp hjälp hjálp apu apua abi palīdzība palīdzību pagalba pagalbos pomoc pomocy ajutor',
    'помощь помощи помощ допомога допомоги',
    'в във на от за с със и или при',
  ]
    .join(' ')
    .split(' ')
    .map(fold),
);

/** @param word folded */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
