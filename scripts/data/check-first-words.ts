/** Rules on the first words: every sentence rests on guidance, and every language has all of them, whole and in its own script. */
import { didYouMean, errorAt, type Finding, warningAt } from './findings.ts';
import { hashOf, outOfDate, type Word, wordsOf } from './first-words.ts';
import { type Data, FIRST_WORDS, firstWordsFile } from './read.ts';

/** A person opposite reads at arm's length: more letters than this do not fill a screen in large type. */
const LONGEST = 110;
/** So much longer than the English a translation may be: more is an explanation. */
const LONGER = 2.2;
const SHORT = 20;

const QUESTION = /[?？؟;]$/;
const STATEMENT = /[.。۔।]$/;
/** What would be filled in, marked up or shouted. */
const FOREIGN = /[{}<>!！*_[\]]|%[sd]|\$\{/;

/** The languages of the fourteen countries: all of them are there from the first sentence on. */
const LANGUAGES = ['bg', 'da', 'de', 'et', 'fi', 'is', 'lt', 'lv', 'nb', 'pl', 'ro', 'ru', 'sv', 'uk'];

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Georgian', 'Armenian', 'Devanagari', 'Han', 'Thai'];

export function checkFirstWords(data: Data): Finding[] {
  return [
    ...checkEnglish(data),
    ...Object.keys(data.firstWordsIn).flatMap((language) => checkLanguage(data, language)),
  ];
}

function checkEnglish({ firstWords, firstWordsIn, guidance }: Data): Finding[] {
  const points = new Set(guidance.points.flatMap((file) => file.points.map(({ id }) => id)));
  const seen = new Set<string>();
  const used = new Set(firstWords.sentences.flatMap(({ answers = [] }) => answers));
  const missing = LANGUAGES.filter((language) => !firstWordsIn[language]);
  return [
    ...(missing.length > 0 ? [errorAt(FIRST_WORDS, [], `There is no file for: ${missing.join(', ')}.`)] : []),
    ...firstWords.sentences.flatMap(({ id, text, answers, rests, role, notFor }, i) => {
      const at = ['sentences', i];
      const findings = [
        ...formDefects(FIRST_WORDS, [...at, 'text'], text),
        ...rests.flatMap((point, r) =>
          points.has(point)
            ? []
            : [errorAt(FIRST_WORDS, [...at, 'rests', r], `There is no point "${point}".${didYouMean(point, points)}`)],
        ),
        ...(answers ?? []).flatMap((answer, a) =>
          Object.hasOwn(firstWords.answers, answer)
            ? []
            : [errorAt(FIRST_WORDS, [...at, 'answers', a], `There is no answer "${answer}".`)],
        ),
      ];
      if (seen.has(id)) findings.push(errorAt(FIRST_WORDS, [...at, 'id'], `"${id}" is already there.`));
      seen.add(id);
      if (QUESTION.test(text) && !answers) {
        findings.push(errorAt(FIRST_WORDS, at, 'A question needs its "answers": nobody can be understood without.'));
      }
      if (role && notFor) findings.push(errorAt(FIRST_WORDS, at, 'What one role says needs no "notFor".'));
      return findings;
    }),
    ...Object.keys(firstWords.answers).flatMap((answer) =>
      used.has(answer) ? [] : [warningAt(FIRST_WORDS, ['answers', answer], 'No sentence asks for this.')],
    ),
  ];
}

function checkLanguage({ firstWords, firstWordsIn }: Data, code: string): Finding[] {
  const file = firstWordsFile(code);
  const language = firstWordsIn[code];
  if (!language) return [];
  const words = wordsOf(firstWords);
  const script = SCRIPTS.find((name) => new RegExp(`^\\p{Script=${name}}`, 'u').test(language.name)) ?? 'Latin';
  const stranger = new RegExp(`\\p{L}(?<!\\p{Script=${script}}|\\p{Script=Common}|\\p{Script=Inherited})`, 'u');
  const known = (group: Word['group']) => words.filter((word) => word.group === group).map(({ id }) => id);
  const strangers = (['sentences', 'answers'] as const).flatMap((group) =>
    Object.keys(language[group]).flatMap((id) =>
      known(group).includes(id)
        ? []
        : [errorAt(file, [group, id], `There is no "${id}" in ${FIRST_WORDS}.${didYouMean(id, known(group))}`)],
    ),
  );
  const texts = new Map<string, string>();
  const findings = words.flatMap(({ group, id, english }): Finding[] => {
    const place = [group, id];
    const text = language[group][id]?.text;
    if (text === undefined) return [errorAt(file, place, `"${english}" is not translated.`)];
    const found = group === 'sentences' ? formDefects(file, place, text) : [];
    if (group === 'sentences' && QUESTION.test(english) !== QUESTION.test(text)) {
      found.push(errorAt(file, place, `"${english}" ${QUESTION.test(english) ? 'asks' : 'says'}, and this does not.`));
    }
    if (group === 'sentences' && text === english) found.push(errorAt(file, place, 'This is the English.'));
    if (text.length > english.length * LONGER + SHORT) {
      found.push(warningAt(file, place, `Much longer than "${english}".`));
    }
    const odd = stranger.exec(text)?.[0];
    if (odd)
      found.push(errorAt(file, place, `"${odd}" is no letter of the script in which "${language.name}" is written.`));
    const other = texts.get(text);
    if (group === 'sentences' && other) found.push(errorAt(file, place, `The same text stands for "${other}".`));
    texts.set(text, id);
    return found;
  });
  const old = outOfDate(firstWords, language).map(({ group, id, english }) =>
    warningAt(
      file,
      [group, id],
      `Out of date: the English is now "${english}". When the translation fits it, "of" is ${hashOf(english)}.`,
    ),
  );
  const status =
    language.status === 'reviewed'
      ? language.reviewed
        ? []
        : [errorAt(file, ['status'], 'Reviewed by whom and when? "reviewed" with "by" and "date" is missing.')]
      : [warningAt(file, ['status'], 'A draft: no native speaker has reviewed it yet.')];
  return [...strangers, ...findings, ...old, ...status];
}

/** What no sentence may be, in whatever language. */
function formDefects(file: string, place: readonly (string | number)[], text: string): Finding[] {
  const foreign = FOREIGN.exec(text)?.[0];
  return [
    ...(foreign ? [errorAt(file, place, `"${foreign}" does not belong into a sentence.`)] : []),
    ...(QUESTION.test(text) || STATEMENT.test(text)
      ? []
      : [errorAt(file, place, 'It ends in no full stop or question mark.')]),
    ...(text.length > LONGEST
      ? [errorAt(file, place, `${text.length} letters do not fill a screen in large type: at most ${LONGEST}.`)]
      : []),
  ];
}
