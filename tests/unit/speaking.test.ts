/** Languages are chosen, and parts of them asked for, in any order: screens never show the name of a message, nor another language's. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fingerprint } from '../../src/i18n/fingerprint.ts';

const LANGUAGES = ['en', 'lt', 'uk'] as const;
const GROUPS = ['backup', 'visits'] as const;
const ENGLISH = 'Not yet';
/** How a file comes: whoever tests says when. */
let come: <T>(value: T, name: string) => Promise<T>;

vi.mock('virtual:languages', () => ({
  languages: Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      () =>
        come(
          {
            messages: { first: `first ${language}` },
            table: undefined,
            rest: () => come({ rest: `rest ${language}` }, `${language} rest`),
            texts: () => come({ [fingerprint(ENGLISH)]: `text ${language}` }, `${language} texts`),
            groups: Object.fromEntries(
              GROUPS.map((group) => [group, () => come({ [group]: `${group} ${language}` }, `${language} ${group}`)]),
            ),
          },
          language,
        ),
    ]),
  ),
}));

// Outside a component: what a screen would be given now.
vi.mock('react', () => ({ useSyncExternalStore: (_: unknown, now: () => unknown) => now() }));

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: {} });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

type Deed = { speak: (typeof LANGUAGES)[number] } | { group: (typeof GROUPS)[number] };

test('whatever arrives first: the language chosen last is spoken, with all that was asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.constantFrom(...LANGUAGES),
      fc.array(
        fc.oneof(
          fc.record({ speak: fc.constantFrom(...LANGUAGES) }),
          fc.record({ group: fc.constantFrom(...GROUPS) }),
        ) as fc.Arbitrary<Deed>,
        { maxLength: 5 },
      ),
      async (scheduler, start, deeds) => {
        vi.resetModules();
        come = (value) => Promise.resolve(value);
        const { beginToSpeak, currentLanguage, laterMessages, otherMessages, speak, useT } = await import(
          '../../src/i18n/i18n.ts'
        );
        const texts = await import('../../src/i18n/texts.ts');
        come = (value, name) => scheduler.schedule(Promise.resolve(value), name);
        const begun = beginToSpeak(start);
        await scheduler.waitFor(begun);
        const waiting = deeds.map((deed) => ('speak' in deed ? speak(deed.speak) : laterMessages(deed.group)));
        await scheduler.waitFor(Promise.all([otherMessages(), ...waiting]));
        await scheduler.waitIdle();

        const last = deeds.flatMap((deed) => ('speak' in deed ? [deed.speak] : [])).at(-1) ?? start;
        expect(currentLanguage()).toBe(last);
        const say = useT();
        const wanted = ['first', 'rest', ...deeds.flatMap((deed) => ('group' in deed ? [deed.group] : []))];
        expect(wanted.map((key) => say(key))).toEqual(wanted.map((key) => `${key} ${last}`));
        expect(texts.said(ENGLISH, last)).toBe(`text ${last}`);
      },
    ),
  );
});
