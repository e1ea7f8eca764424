/**
 * What in a note begins to look like a victim's data: when somebody was born, the number of a person or of a document, or the words
 * before these. It is a small table, not an understanding of what is written: it warns and never forbids. A colleague's
 * telephone number and the day of a visit stand in every note, and are passed over.
 */
import { plainDigits } from '../directory/visible.ts';

export type PersonalKind = 'birth' | 'document';

/** "Born" and "date of birth" in the fifteen languages. */
const BORN = [
  'born|d\\.?o\\.?b\\.?|dates? of birth|birth ?(?:date|day)s?',
  'sündinud|sünniaeg\\p{L}*|sünnikuupäev\\p{L}*|sünd\\.(?=\\s*\\d)',
  'dzimis|dzimus(?:i|ī|ie|ais|ās?)?|dzimšanas|dzim\\.(?=\\s*\\d)',
  'gimęs|gimusi(?:os)?|gimė|gimimo|gim\\.(?=\\s*\\d)',
  'født|fødsels(?:dag|dato)\\p{L}*|f\\.(?=\\s*\\d{1,2}[./]\\d)',
  'född|födelse(?:dag|datum|år)\\p{L}*',
  'syntyn(?:yt|eet)|syntyi|syntymä(?:aika|päivä)\\p{L}*|s\\.(?=\\s*\\d{1,2}[./]\\d)',
  'fæddur|fædd|fæddist|fæðingar(?:dag|ár)\\p{L}*',
  'geboren\\p{L}{0,2}|geburts(?:datum|tag|jahr)\\p{L}*|geb\\.(?=\\s*\\d)',
  'urodz(?:ony|ona|eni|one|ił|iła|enia)|ur\\.(?=\\s*\\d)',
  'născut(?:ă|i|e)?|n[aă]scut|nașterii|născ\\.(?=\\s*\\d)',
  'родил(?:ся|ась|ись)|рожд(?:ения|ение)|г\\.\\s?р\\.?',
  'народи(?:вся|лась|лася|лися)|народжен(?:ня|ий|а|і)|р\\.\\s?н\\.?',
  'роден(?:а|и|о)?|рожден(?:а|ата) дата|дата на раждане',
].join('|');

/** "Passport", "identity card" and the names of the fourteen countries' personal numbers. */
const DOCUMENT = [
  'passports?|identity (?:card|number)s?|id ?(?:card|number)s?',
  'passi(?:number|numero)?(?:t|n|a|s|st|ga|lla|ssa)?|isikukood\\p{L}*|id-kaar\\p{L}*',
  'pas(?:e|es|i|ē)|personas kod\\p{L}*',
  'pas(?:as|o|ą|e)|asmens kod\\p{L}*|asmens tapatyb\\p{L}*',
  'pasnummer|passnummer|cpr(?:-?n(?:umme)?r)?|fødselsnummer\\p{L}*|personnummer\\p{L}*|samordningsnummer\\p{L}*',
  'henkilötun\\p{L}*|hetu|henkilökort\\p{L}*',
  'vegabréf\\p{L}*|kennital\\p{L}*',
  'reisep[aä]ss\\p{L}*|ausweisn\\p{L}*|personalausweis\\p{L}*',
  'paszport\\p{L}*|pesel|dow[oó]d(?:u|em)? osobist\\p{L}*',
  'pașa(?:port)\\p{L}*|pasapor\\p{L}*|cnp|carte(?:a)? de identitate|buletin(?:ul)?(?=\\s*\\p{L}{0,3}\\s*\\d)',
  'паспорт\\p{L}*|снилс|инн(?=\\s*\\d)|удостоверени\\p{L}* личности',
  'рнокпп|іпн|ідентифікаційн\\p{L}* (?:код|номер)\\p{L}*|посвідчення особи',
  'егн|лична карта|личната карта',
  // A shift, a mountain or "not" in other languages: only before a number.
  'pass?(?:et)?\\.?:?(?=\\s*(?:nr\\.?|no\\.?|№)?\\s*\\p{Lu}{0,3}\\s?\\d{5})',
].join('|');

const word = (words: string) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'iu');
const BORN_WORD = word(BORN);
const DOCUMENT_WORD = word(DOCUMENT);

const DATE =
  /(?<![\d.])(?:(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?((?:19|20)\d\d)|((?:19|20)\d\d)[./-](\d{1,2})[./-](\d{1,2}))(?!\d)/g;
/** A day this long ago may be a day of birth; later ones are of visits and meetings. */
const LONG_AGO_MS = 2 * 366 * 86_400_000;

/** Letters and digits of passports and identity cards; not the postcode of Latvia or Lithuania, nor a way number. */
const CARD = /(?<![\p{L}\d])(?:\p{Lu}{2,3} ?\d{6,7}|\p{Lu}\d{8}|\p{Lu}\d{2} ?\d{5,6})(?![\p{L}\d])/u;
/** Russia: four digits and six, as they are printed. */
const RUSSIAN = /(?<![\d+(]\s?)\d{2} ?\d{2} (?:№ ?)?\d{6}(?![\s-]?\d)/u;
const NUMBERS = /(?<![\p{L}\d+])\d[\d]*(?:[-+A-FU-Y]\d{3,5}[\dA-Y]?)?(?![\p{L}\d])/gu;

/**
 * What of it looks like a person's data.
 * @param today what is long ago depends on it
 * @returns each kind once
 */
export function looksPersonal(text: string, today: Date): PersonalKind[] {
  const plain = plainDigits(text).replace(/https?:\/\/\S+|\S+@\S+/gi, ' ');
  const birth = BORN_WORD.test(plain) || hasDayLongAgo(plain, today);
  const document =
    DOCUMENT_WORD.test(plain) ||
    CARD.test(plain) ||
    RUSSIAN.test(plain) ||
    (plain.match(NUMBERS) ?? []).some(isPersonalNumber);
  return [...(birth ? (['birth'] as const) : []), ...(document ? (['document'] as const) : [])];
}

function hasDayLongAgo(text: string, today: Date): boolean {
  return [...text.matchAll(DATE)].some(([, d1, m1, y1, y2, m2, d2]) => {
    const [day, month, year] = [d1 ?? d2, m1 ?? m2, y1 ?? y2].map(Number) as [number, number, number];
    return day <= 31 && month <= 12 && today.getTime() - Date.UTC(year, month - 1, day) > LONG_AGO_MS;
  });
}

/** A number with a day of birth and a check digit in it, as one of the countries gives them to people. */
function isPersonalNumber(written: string): boolean {
  const dashed = /^(\d{6}|\d{8})([-+A-FU-Y])(\d{3,5}[\dA-Y]?)$/.exec(written);
  if (dashed) return isDashed(dashed[1] as string, dashed[2] as string, dashed[3] as string);
  if (!/^\d+$/.test(written)) return false;
  const n = [...written].map(Number);
  const two = (at: number) => Number(written.slice(at, at + 2));
  switch (n.length) {
    case 10: // Bulgaria (a month with 20 or 40 on it), Ukraine (days since 1900)
      return (
        (isDay(two(4), two(2) % 20) && two(2) <= 52 && (weighed(n, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === n[9]) ||
        (Number(written.slice(0, 5)) > 14_000 &&
          Number(written.slice(0, 5)) < 48_000 &&
          ((weighed(n, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) + 11 * 11) % 11) % 10 === n[9])
      );
    case 11:
      return isBaltic(n, two) || isPesel(n, two) || isNorwegian(n, two) || isLatvian(n, two);
    case 12: // Sweden in full
      return isDay(two(6), two(4)) && /^(19|20)/.test(written) && isLuhn(n.slice(2));
    case 13: // Romania
      return isDay(two(5), two(3)) && (weighed(n, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) % 10 === n[12];
    default:
      return false;
  }
}

/** Six digits of a day and a serial number: Denmark, Finland, Iceland, Latvia, Sweden; Ukraine's with eight. */
function isDashed(day: string, sign: string, serial: string): boolean {
  const two = (at: number) => Number(day.slice(day.length - 6 + at, day.length - 4 + at));
  const dayFirst = isDay(two(0) % 40, two(2)); // Sweden and Norway put 60 or 40 on the day of some
  const yearFirst = isDay(two(4) % 60, two(2));
  if (day.length === 8) return sign === '-' && yearFirst && /^\d{4,5}$/.test(serial);
  if (/^\d{3}[\dA-Y]$/.test(serial)) return (dayFirst || yearFirst) && (sign === '-' || sign === '+' || dayFirst);
  return /^\d{5}$/.test(serial) && sign === '-' && (dayFirst || /^3[2-9]/.test(day));
}

const isDay = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12;
const weighed = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

type Two = (at: number) => number;

/** Estonia and Lithuania. */
function isBaltic(n: readonly number[], two: Two): boolean {
  if (!(n[0] && n[0] <= 8) || !isDay(two(5), two(3))) return false;
  const first = weighed(n, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const check = first < 10 ? first : (weighed(n, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return check === n[10];
}

/** Poland: a month with the century on it. */
function isPesel(n: readonly number[], two: Two): boolean {
  return isDay(two(4), two(2) % 20) && (10 - (weighed(n, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === n[10];
}

function isNorwegian(n: readonly number[], two: Two): boolean {
  return (
    isDay(two(0) % 40, two(2) % 40) &&
    weighed(n, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weighed(n, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

/** The older numbers of Latvia; the newer ones say nothing of a day, and begin with 32 to 39. */
function isLatvian(n: readonly number[], two: Two): boolean {
  if (two(0) >= 32 && two(0) <= 39) return true;
  return isDay(two(0), two(2)) && ((1101 - weighed(n, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11) % 10 === n[10];
}

function isLuhn(n: readonly number[]): boolean {
  const sum = n.reduce((total, digit, at) => {
    const twice = at % 2 === 0 ? digit * 2 : digit;
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
