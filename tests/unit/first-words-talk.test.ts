/** Which sentences of the first words are shown to whom, who interprets, and which voice may speak. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../../scripts/data/publish.ts';
import { dataOf, readFiles } from '../../scripts/data/read.ts';
import { localVoice } from '../../src/device/speech.ts';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { SPEAKERS } from '../../src/directory/first-words.ts';
import type { CountryPack, FirstWordsPack } from '../../src/directory/pack.ts';
import { shownNumber } from '../../src/directory/shown-number.ts';
import { interpreters, lineToKeep } from '../../src/first-words/interpreters.ts';
import { around, languageOf, partsOf, sentencesFor, speakersOf } from '../../src/first-words/talk.ts';

const files = buildPacks(dataOf(readFiles('data')));
const pack = files.find(({ id }) => id === 'first-words')?.pack as FirstWordsPack;
const country = (code: string) => files.find(({ id }) => id === code)?.pack as CountryPack;
const ids = (speaker?: (typeof SPEAKERS)[number]) => sentencesFor(pack, speaker).map(({ id }) => id);

describe('the sentences', () => {
  it.each([...SPEAKERS])('of %s say so once, and nothing of the others', (speaker) => {
    expect(ids(speaker).filter((id) => id.startsWith('role-'))).toEqual([`role-${speaker}`]);
  });

  it('of one who has not said who speaks leave that out', () => {
    expect(ids().filter((id) => id.startsWith('role-'))).toEqual([]);
    expect(ids()).toContain('embassy');
  });

  it.each([
    ['consular', 'embassy'],
    ['police', 'police-free'],
  ] as const)('of %s leave out "%s", which would not be true there', (speaker, id) => {
    expect(ids(speaker)).not.toContain(id);
    expect(ids('health')).toContain(id);
  });

  it('come part by part in the order in which one goes on through them', () => {
    for (const speaker of [undefined, ...SPEAKERS]) {
      const sentences = sentencesFor(pack, speaker);
      expect(partsOf(sentences).flatMap((part) => part.sentences)).toEqual(sentences);
    }
  });

  it('are gone through forwards and back, past none but those that are shown only where they are true', () => {
    for (const speaker of [undefined, ...SPEAKERS]) {
      const sentences = sentencesFor(pack, speaker);
      const free = sentences.filter(({ onlyIfTrue }) => !onlyIfTrue);
      const forwards = [...free.slice(0, 1)];
      for (let on = forwards[0]; on; on = around(sentences, on.id).next) if (on !== forwards.at(-1)) forwards.push(on);
      expect(forwards).toEqual(free);
      const back = [...free.slice(-1)];
      for (let on = back[0]; on; on = around(sentences, on.id).previous) if (on !== back.at(-1)) back.push(on);
      expect(back.reverse()).toEqual(free);
    }
  });

  it('say nothing of how things are because somebody went on, wherever they began', () => {
    fc.assert(
      fc.property(fc.constantFrom(undefined, ...SPEAKERS), fc.nat(), (speaker, number) => {
        const sentences = sentencesFor(pack, speaker);
        const index = number % sentences.length;
        const { at, previous, next } = around(sentences, sentences[index]?.id ?? '');
        expect(at).toBe(index);
        expect([previous?.onlyIfTrue, next?.onlyIfTrue]).toEqual([undefined, undefined]);
      }),
    );
  });

  it('have a speaker for everybody who may be one', () => {
    expect(speakersOf(pack).map(({ speaker }) => speaker)).toEqual([...SPEAKERS]);
  });

  it('are there in every language, and in English where a language is not', () => {
    for (const { code } of pack.languages) expect(languageOf(pack, code).code).toBe(code);
    expect(languageOf(pack, 'xx').code).toBe('en');
  });
});

describe('who interprets', () => {
  it.each([...COUNTRIES])('in %s: whoever names it and can be called, else the lines to ask', (code) => {
    const { interpret, responders } = interpreters(country(code));
    for (const { services, channels } of responders) {
      expect(services.includes('interpretation')).toBe(interpret || services.includes('interpretation'));
      if (interpret) expect(channels.some(({ tel }) => tel)).toBe(true);
    }
    expect(responders.length).toBeLessThanOrEqual(2);
    if (country(code).antiTraffickingLine.length > 0) expect(responders).not.toEqual([]);
  });

  it.each([...COUNTRIES])('in %s is nobody of one town before those of the whole country, and no consulate', (code) => {
    const { responders } = interpreters(country(code));
    const local = responders.map(({ coverage }) => !/^(national|(the )?whole country|all of )/i.test(coverage));
    expect(local).toEqual(local.toSorted((a, b) => Number(a) - Number(b)));
    expect(responders.filter(({ kind }) => kind === 'consular')).toEqual([]);
  });

  it('is the line itself where it names interpreting', () => {
    expect(interpreters(country('fi')).responders[0]?.id).toBe('fi-auttamisjarjestelma');
    expect(interpreters(country('pl')).responders[0]?.id).toBe('pl-kcik');
  });
});

describe('the number to take along', () => {
  it.each([...COUNTRIES])('of %s is that of its first line, with the country code where it has one', (code) => {
    const channel = lineToKeep(country(code));
    const line = country(code).responders.find(({ id }) => id === country(code).antiTraffickingLine[0]);
    if (channel === undefined) return expect(line?.channels.some(({ tel }) => tel) ?? false).toBe(false);
    expect(line?.channels).toContain(channel);
    expect(shownNumber(channel, false)).toMatch(/^[+\d][\d -]+$/);
  });
});

describe('a voice', () => {
  const voice = (lang: string, localService: boolean) => ({ lang, localService });
  it.each([
    ['of the language that lies on the phone', 'bg', [voice('bg-BG', true)], 0],
    ['from elsewhere is none', 'bg', [voice('bg-BG', false)], undefined],
    ['of another language is none', 'bg', [voice('ru-RU', true)], undefined],
    ['of the phone goes before one from elsewhere', 'bg', [voice('bg-BG', false), voice('bg_BG', true)], 1],
    ['of Norwegian goes by two names', 'nb', [voice('no-NO', true)], 0],
    ['whose code only begins alike is none', 'et', [voice('eth-ET', true)], undefined],
  ] as const)('%s', (_what, language, voices, found) => {
    expect(localVoice(voices, language)).toBe(found === undefined ? undefined : voices[found]);
  });
});
