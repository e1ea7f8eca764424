/**
 * Inflection without a stemmer for each language: two words are one when they share their beginning and both go on with
 * a known ending of the same family of languages. Endings are in the canonical romanisation, so that Cyrillic and Latin
 * ones are the same; "-" is no ending at all.
 */

const FAMILIES = {
  baltic:
    '- a e i o u s as es is os us ai ei ui am em im om um ams ems ims oms ums iem ie iai iu ia io ios iui ius iuie oie eie uie aie ' +
    'iose uose ose ese iski iskai oms ais imi imis iams iems ana anas anai e ei enes s sa su is ius ia iam',
  finnic:
    '- a e i o u d l t n s le lt st sa se sid te de des dest tele dele id it ta da tes ga ks na la li sta lta ksi ' +
    'ina isa ista ila ile ilta en in ien iden ita ia ela esa esta ele han hin an ani on un tel del nas ni a n t ' +
    'sile sila silta sista sisa sin sten sina sed ste stel stele stest stega ' +
    'ksen kset ksia ksesa ksesta kseen ksele nen sen set sia sele seni gen get geid gede gesa uksen us ude uden',
  germanic:
    '- a e i o u s n t r m d en er et ar or ne ene erne arna orna erna ern ens ets ers um ur ir in ins ina ana inum ' +
    'inu ini inar es em na nar unum arinar ane unar iordur iord irdi iardar',
  polish:
    '- a e i o u ov om ami ag iv ie iu iem em ego iego emu iemu im ig imi ei oi iei ieg ac iac ec ic eg iai ia io ka ce ki ke ko k ska ski skiei skiego stvo stva cie ciag ci cem kov kom kami kac kag',
  romance: '- a e i u ul ului lui le lor ilor elor uri urilor ei ii iei iile ile ele ua l ilei',
  slavic:
    '- a e i o u ta to te at iat ata ite eto tie ov ev ei iv am iam em iem om ami iami ag iag og ogo ego omu emu oi oiu eiu iu iei ou ' +
    'im imi ig ii ia ie oe aia uiu ovi evi iegi osti ot t in ina ski ska ske skoi skii skogo skai stvo stva stvi stvom na ne nii no ite iata ka ci ki ku ke ko k iac ac',
} as const;

/** The families in which an ending occurs, as bits. */
const ENDINGS = new Map<string, number>();
Object.values(FAMILIES).forEach((endings, family) => {
  for (const ending of endings.split(' ')) {
    const letters = ending === '-' ? '' : ending;
    ENDINGS.set(letters, (ENDINGS.get(letters) ?? 0) | (1 << family));
  }
});

const FAMILY_OF: Readonly<Record<string, readonly (keyof typeof FAMILIES)[]>> = {
  bg: ['slavic'],
  da: ['germanic'],
  de: ['germanic'],
  en: ['germanic'],
  et: ['finnic'],
  fi: ['finnic'],
  is: ['germanic'],
  lt: ['baltic'],
  lv: ['baltic'],
  nb: ['germanic'],
  pl: ['polish', 'slavic'],
  ro: ['romance'],
  ru: ['slavic'],
  sv: ['germanic'],
  uk: ['slavic'],
};

/** All families of languages. */
export const ANY_FAMILY = -1;

/** The families of some languages, as bits. */
export function familiesOf(languages: Iterable<string>): number {
  const names = Object.keys(FAMILIES);
  let families = 0;
  for (const language of languages) {
    for (const family of FAMILY_OF[language] ?? []) families |= 1 << names.indexOf(family);
  }
  return families;
}

const LONGEST_ENDING = 6;
/** What must be left of a word. */
const SHORTEST_STEM = 3;

/** A beginning that a word may have in its other forms, and the families of languages in which the rest is an ending. */
export interface Stem {
  text: string;
  families: number;
}

/** The stems that a romanised word may have, longest first. */
export function stems(key: string): Stem[] {
  const found: Stem[] = [];
  for (let cut = 0; cut <= LONGEST_ENDING && key.length - cut >= SHORTEST_STEM; cut++) {
    const families = ENDINGS.get(key.slice(key.length - cut)) ?? 0;
    if (families !== 0) found.push({ text: key.slice(0, key.length - cut), families });
  }
  return found;
}

/** Whether what follows the stem in another word is an ending in one of the stem's families. */
export function goesOn(stem: Stem, word: string): boolean {
  return ((ENDINGS.get(word.slice(stem.text.length)) ?? 0) & stem.families) !== 0;
}
