/** Messages put into words: values, plural forms, lists, names with dots in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { addSayings, sayer } from '../../src/i18n/say.ts';

function say(language: string, messages: object) {
  const sayings = new Map();
  addSayings(sayings, messages);
  return sayer(language, sayings);
}

describe('a message', () => {
  const t = say('en', {
    plan: { title: 'Plan', steps: { 'danger.call': { dont: 'Do not wait.' } } },
    about: { text: ['One.', 'Two.'] },
    from: '{{who}} to {{whom}}, {{who}}',
    page_one: '{{count}} page',
    page_other: '{{count}} pages',
    empty: '',
  });
  it.each([
    ['plan.title', undefined, 'Plan'],
    ['plan.steps.danger.call.dont', undefined, 'Do not wait.'],
    ['about.text.1', undefined, 'Two.'],
    ['from', { who: 'A', whom: 'B' }, 'A to B, A'],
    ['from', { who: '{{whom}}', whom: '$&' }, '{{whom}} to $&, {{whom}}'],
    ['from', {}, ' to , '],
    ['page', { count: 1 }, '1 page'],
    ['page', { count: 0 }, '0 pages'],
    ['empty', undefined, ''],
    ['not.there', undefined, 'not.there'],
    ['constructor', undefined, 'constructor'],
  ])('%s with %j', (key, values, text) => {
    expect(t(key, values)).toBe(text);
  });
});

it('takes the plural form that the language has for a number', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), fc.nat(1000), (language, count) => {
      const forms = new Intl.PluralRules(language);
      const messages = Object.fromEntries(
        forms.resolvedOptions().pluralCategories.map((form) => [`page_${form}`, form]),
      );
      expect(say(language, messages)('page', { count })).toBe(forms.select(count));
    }),
  );
});
