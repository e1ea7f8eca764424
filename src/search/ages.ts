/** How old somebody is said to be: "boy 14", "pige på 15 år", "15-jähriges Mädchen", "дівчина шістнадцять років". Under eighteen is a child. */
import { fold } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import type { Sense, Span } from './lexicon.ts';
import type { QueryPart } from './query.ts';

/** Of full age from here on, in each of the countries. */
const OF_AGE = 18;
/** A smaller number behind a person counts as often as it says an age: "woman 3 children". */
const PLAINLY_AN_AGE = 6;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));

/** What follows the number of somebody's years, and may follow that of the years something took. */
const YEARS = set(
  'years year yrs år jahre v vuotta aastat a gadi gadus metai metų lat ani ára let лет г года років роки р години г',
);
/** What only follows somebody's years, or begins so. */
const OLD = set('old yo gammel gammal gamall gömul gammelt alt');
const OF_YEARS =
  /^(?:aring|arig|jahrig|jaehrig|vuotia|aasta(?:ne|se)|gad(?:ig|nie)|летн|річн|годишн)|^letni(?:a|e|ej|ego|emu|m|ch|mi)?$|^met(?:e|es|ei|is)$|^mec(?:io|iui|iai|iu)$/;

/** The numbers from ten to seventeen as words; what else some of them mean, see `AMBIGUOUS`. */
const IN_WORDS: readonly string[] = [
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'zehn elf zwölf zwoelf dreizehn vierzehn fünfzehn fuenfzehn sechzehn siebzehn',
  'ti elleve tolv tretten fjorten femten seksten sytten',
  'tio elva tolv tretton fjorton femton sexton sjutton',
  'tíu ellefu tólf þrettán fjórtán fimmtán sextán sautján',
  'kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista',
  'kümme üksteist kaksteist kolmteist neliteist viisteist kuusteist seitseteist',
  'desmit vienpadsmit divpadsmit trīspadsmit četrpadsmit piecpadsmit sešpadsmit septiņpadsmit',
  'dešimt vienuolika dvylika trylika keturiolika penkiolika šešiolika septyniolika',
  'dešimties vienuolikos dvylikos trylikos keturiolikos penkiolikos šešiolikos septyniolikos',
  'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście',
  'dziesięciu jedenastu dwunastu trzynastu czternastu piętnastu szesnastu siedemnastu',
  'zece unsprezece doisprezece douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece',
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать',
  'десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати',
  'одинадцять дванадцять тринадцять чотирнадцять пʼятнадцять пятнадцять шістнадцять сімнадцять',
  'одинадцяти дванадцяти тринадцяти чотирнадцяти пʼятнадцяти пятнадцяти шістнадцяти сімнадцяти',
  'десет единадесет дванадесет тринадесет четиринадесет петнадесет шестнадесет седемнадесет',
  'единайсет дванайсет тринайсет четиринайсет петнайсет шестнайсет седемнайсет',
];
const NUMBERS = set(IN_WORDS.join(' '));
/** Polish "this", Danish "ten" and Romanian "you": numbers only where years follow. */
const AMBIGUOUS = set('ten ti');
/** A number and its years in one: "sechzehnjährige", "kuusitoistavuotias", "шістнадцятирічна". */
const WORD_IN_ONE =
  /^(?!acht|neun|kahdeksan|yhdeksan|kaheksa|uheksa|aston|devin|astuon|devyn|osiem|dziewi|восем|девят|вісім|осем|девет)\p{L}*(?:(?:zehn|elf|zwoe?lf)jae?hrig|(?:elleve|tolv|tretten|fjorten|femten|seksten|sytten|elva|tretton|fjorton|femton|sexton|sjutton)arin?g|toistavuotia|teist(?:kumne)?aasta(?:ne|se)|padsmitgad(?:ig|nie)|iolikmet|[lk]ikamet|nasto(?:letni|latk|latek)|надцатилетн|надцятирічн|(?:надесет|найсет)годишн)/u;
/** Who is spoken of, by the words between which somebody's age stands. */
const THEY = set(
  'i she he ich sie er jag hon han jeg hun ég hún hann minä hän mina ma ta tema es viņa viņš viņai viņam man aš ji jis jai jam ' +
    'ona on ja eu ea el я она он вона він тя той',
);
const ARE = set('am is bin ist är er on olen esmu ir esu yra jestem jest mam ma are съм е');
/** Of those, what says by itself who. */
const ALONE = set('olen esmu esu mam');
/** To whom years belong, where they are not "are" but "have". */
const TO_THEM = set('мне ей ему мені їй йому');

/** A number and its letter in one: "17v", "14j", "16л". */
const IN_ONE = /^(\d{1,2})(?:v|y|yo|j|ar|г|л|р)$/;

const CHILD: Sense & { quality: number } = { kind: 'age', code: 'child', quality: 1 };

/**
 * The ages among the parts of a query, as spans of their own.
 * @param spans what was recognised: a number behind whom somebody speaks of is an age, behind all else it is one of many things
 */
export function agesIn(parts: readonly QueryPart[], spans: readonly Span[]): Span[] {
  const taken = new Set(spans.flatMap(({ first, length }) => Array.from({ length }, (_, k) => first + k)));
  const isPerson = (i: number) =>
    spans.some(
      ({ first, length, senses }) =>
        i >= first && i < first + length && senses.some(({ kind }) => kind === 'sex' || kind === 'age'),
    );
  // "Sexton" looks like other words, and is none of them.
  const isOnlyNumber = (i: number) =>
    NUMBERS.has(textAt(parts, i) ?? '') &&
    spans.every(({ first, length }) => i < first || i >= first + length || length === 1);
  return parts.flatMap((part, i): Span[] => {
    if (part.kind !== 'word' || (taken.has(i) && !isOnlyNumber(i))) return [];
    const [, inOne] = IN_ONE.exec(part.text) ?? [];
    if (WORD_IN_ONE.test(part.text)) return [{ first: i, length: 1, senses: [CHILD], complete: true, sure: true }];
    const inWords = NUMBERS.has(part.text);
    const years = inWords
      ? PLAINLY_AN_AGE
      : /^\d{1,2}$/.test(inOne ?? part.text)
        ? Number(inOne ?? part.text)
        : Number.NaN;
    if (!(years > 0 && years < OF_AGE)) return [];
    const [next, after] = [textAt(parts, i + 1), textAt(parts, i + 2)];
    const isOld = (text: string | undefined) => text !== undefined && (OLD.has(text) || OF_YEARS.test(text));
    const length = isOld(next) ? 2 : next && YEARS.has(next) ? (isOld(after) ? 3 : 2) : 1;
    const isSaid = isOld(next) || (length === 3 && isOld(after));
    const they = isOfThem(parts, i);
    const behind =
      (they && (length > 1 || next === undefined || isFunctionWord(next))) ||
      isPerson(i - 1) ||
      (isPerson(i - 2) && isFunctionWord(textAt(parts, i - 1) ?? ''));
    const before = (length > 1 || inOne !== undefined) && isPerson(i + length);
    const counts =
      length === 1 && inOne === undefined && (isPerson(i + 1) || years < PLAINLY_AN_AGE || isMeasure(next));
    if (length === 1 && AMBIGUOUS.has(part.text)) return [];
    if (!isSaid && !before && !(behind && !counts)) return [];
    return [{ first: i, length, senses: [CHILD], complete: true, sure: true }];
  });
}

/** Whether it stands behind "she is", "мне" or the like. */
function isOfThem(parts: readonly QueryPart[], i: number): boolean {
  const [before, first] = [textAt(parts, i - 1) ?? '', textAt(parts, i - 2) ?? ''];
  return (
    (ARE.has(before) && (THEY.has(first) || ALONE.has(before))) ||
    (before === 'на' && ARE.has(first)) ||
    TO_THEM.has(before)
  );
}

/** How weeks, months, days, hours and money begin, which are counted behind a person as well: "pregnant 12 weeks". */
const MEASURE =
  /^(week|month|day|hour|minut|eur|kr|uge|uke|veck|woche|monat|tag|stund|maned|manad|dag|dogn|tim|viik|kuukau|paiv|tunti|nadal|kuu|paev|tund|nedel|menes|dien|savait|val|tydz|tygod|miesi|dni|godz|saptam|lun|zile|ore|vik|manud|недел|месяц|дн|час|тижн|місяц|годин|седмиц|ден|руб|грн|лв|zl|lei)/;

function isMeasure(text: string | undefined): boolean {
  return text !== undefined && MEASURE.test(text);
}

function textAt(parts: readonly QueryPart[], i: number): string | undefined {
  const part = parts[i];
  return part?.kind === 'word' ? part.text : undefined;
}
