/** Where somebody is from, which is not where help is wanted: "olen Ukrainast", "a woman from Romania", "я из Украины". */
import { fold } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import { SENTENCE, type Span } from './lexicon.ts';
import type { QueryPart } from './query.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));

/** What stands before the place that somebody is from. Romanian "din" and Bulgarian "от" stand before where somebody is, too. */
const FROM = set('from aus fra från frá z ze iš no din от из с із зі з');
/** Those that stand before where somebody is as often: "ucraineni din Germania" are in Germany. */
const EITHER = set('din от');
/** How a Finnish or Estonian word ends that says from where. */
const ELATIVE = /st[aä]?$/;
const ELATIVE_IN = new Set(['et', 'fi']);
/** Who is said to be from somewhere: what stands before "from X" where X is an origin. */
const BEING = set(
  'i am is are was were come comes came bin ist sind kommt komme kommen kam stamme stammt jeg er kommer jag är kem kemur ' +
    'kom olen oleme on olemme tulen tulee tulin pärit kotoisin jestem jest są jesteśmy pochodzę pochodzi esmu esam ir nāku ' +
    'esu esame yra kilęs kilusi sunt suntem este e vin vine provin я мы ми она он вона він они вони съм сме е са идвам родом є',
);
/** People by what they are called in the languages here; by sex and age the vocabularies know more. */
const PERSON = set(
  'person people client worker workers family friend girlfriend migrant refugee student colleague neighbour ' +
    'menschen leute klientin klient arbeiter arbeiterin arbeiterinnen familie freundin freund kollegin kollege nachbarin ' +
    'folk arbejder arbejdere arbeider arbeidere arbetare ven veninde venn venninne vän väninna familj kollega familien ' +
    'ihminen ihmisiä asiakas työntekijä perhe ystävä kaveri inimene inimesed töötaja töölised pere sõber ' +
    'cilvēks cilvēki klients klienta darbinieks strādnieks ģimene draudzene žmogus žmonės klientė darbuotojas darbuotoja šeima draugė ' +
    'człowiek osoba ludzie klientka pracownik pracownica pracownicy rodzina koleżanka kolega persoană oameni client clientă muncitor ' +
    'muncitori familie prietenă prieten човек хора клиентка работник работници семейство приятелка приятел ' +
    'человек люди клиентка рабочий рабочие работник семья подруга друг людина клієнтка працівник працівниця родина подруга ' +
    'manneskja fólk starfsmaður fjölskylda vinkona vinur ' +
    'mand manden kvinde kvinden pige pigen mann mannen kvinne kvinna kvinnan jente tjej flicka kille maður kona stúlka',
);

/** Who calls or writes from a country is in it. */
const CALLING = set(
  'calling called phoning writing travelling anrufe schreibe telefoniere dzwonię dzwoni piszę pisze звоню звонит пишу пишет звоним ' +
    'дзвоню дзвонить пише звъня обаждам пиша skambinu skambina rašau zvana zvanu rakstu helistan kirjutan soitan kirjoitan ' +
    'sun suntem scriu skriver skrifa hringjum',
);

/**
 * Whether a country, its people or one of its towns is named as the one that somebody is from: after a word for "from" or in a case that says
 * so, of somebody who is named right before it or of whoever writes, where the query begins with it. Who calls from a country
 * is in it.
 * @param spans all that was recognised, to know who is a person
 * @param lone whether it is known where help is wanted, and no other place is named
 */
export function isOrigin(parts: readonly QueryPart[], span: Span, spans: readonly Span[], lone = false): boolean {
  if (!span.senses.some(({ kind }) => kind === 'country' || kind === 'people' || kind === 'city')) return false;
  const last = textAt(parts, span.first + span.length - 1);
  const said = isAfterFrom(parts, span);
  if (!said && !(last !== undefined && ELATIVE.test(last))) return false;
  const at = span.first - (said ? 2 : 1);
  if (at < 0) return said && parts.length > span.length + 1;
  const who = textAt(parts, at);
  if (who === undefined) return false;
  const either = said && EITHER.has(textAt(parts, span.first - 1) ?? '');
  return (
    BEING.has(who) ||
    (!either && (PERSON.has(who) || (lone && isNoun(parts, at)))) ||
    spans.some((other) => isPerson(other) && other.first + other.length - 1 === at)
  );
}

/** In a sentence, what is no small word names who comes from there, whatever their trade: "Pflegekraft aus Polen". */
function isNoun(parts: readonly QueryPart[], at: number): boolean {
  const text = textAt(parts, at);
  return parts.length >= SENTENCE && text !== undefined && !isFunctionWord(text) && !CALLING.has(text);
}

/** Whether a word says from where. @param word folded */
export function isFrom(word: string): boolean {
  return FROM.has(word);
}

/** Whether a word for "from" stands before what was recognised. */
export function isAfterFrom(parts: readonly QueryPart[], { first }: Span): boolean {
  const before = textAt(parts, first - 1);
  return before !== undefined && FROM.has(before);
}

/** Articles, which stand between a word for "from" and what somebody left. */
const ARTICLE = set('the a an der dem einer einem das et en ett ei la cel sin sitt hennes');
/** What only says from where when it stands before what somebody left. */
const OUT_OF = set('úr від');

/** Whether a word for "from", with or without an article, or the case for it says that somebody left what was recognised. @param language of the sentence */
export function isWhereFrom(parts: readonly QueryPart[], span: Span, language: string): boolean {
  const { first, length } = span;
  if (ELATIVE_IN.has(language) && ELATIVE.test(textAt(parts, first + length - 1) ?? '')) return true;
  const at = ARTICLE.has(textAt(parts, first - 1) ?? '') ? first - 1 : first;
  return isAfterFrom(parts, { ...span, first: at }) || OUT_OF.has(textAt(parts, at - 1) ?? '');
}

function isPerson({ senses }: Span): boolean {
  return senses.some(({ kind }) => kind === 'sex' || kind === 'age');
}

function textAt(parts: readonly QueryPart[], i: number): string | undefined {
  const part = parts[i];
  return part?.kind === 'word' ? part.text : undefined;
}

/** Whether a country stands right before those who come from it: "Ukrainas bēgļiem". */
export function isBeforeMigrants(span: Span, spans: readonly Span[]): boolean {
  return isBefore(span, spans, 'third-country');
}

/** Whether a country stands right before its citizens: "Latvijas pilsonim". */
export function isBeforeCitizens(span: Span, spans: readonly Span[]): boolean {
  return isBefore(span, spans, 'national');
}

function isBefore({ first, length, senses }: Span, spans: readonly Span[], nationality: string): boolean {
  return (
    senses.some(({ kind }) => kind === 'country') &&
    spans.some(
      (other) =>
        other.first === first + length &&
        other.senses.some(({ kind, code }) => kind === 'nationality' && code === nationality),
    )
  );
}
