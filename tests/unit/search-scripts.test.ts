import { describe, expect, it } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import { romanisations, romanise } from '../../src/search/scripts.ts';

/** Whether two spellings meet in some system of transcription. */
function meet(one: string, other: string): boolean {
  const keys = romanisations(fold(one));
  return romanisations(fold(other)).some((key) => keys.includes(key));
}

describe('Cyrillic and Latin', () => {
  it.each([
    ['Анимус', 'Animus'],
    ['Київ', 'Kyiv'],
    ['дроша мая', 'drosha maya'],
    ['Drošā', 'drosha'],
    ['Всеукраїнська', 'Vseukrainska'],
    ['коаліція', 'koalitsiia'],
    ['гаряча', 'hariacha'],
    ['гаряча', 'garyacha'],
    ['гаряча', 'hariacza'],
    ['лінія', 'liniya'],
    ['линия', 'linija'],
    ['Державна', 'Derzhavna'],
    ['Держпраці', 'Derschprazi'],
    ['міграційна', 'mihratsiina'],
    ['служба', 'służba'],
    ['Надежда', 'Nadezhda'],
    ['Надя', 'Nadja'],
    ['център', 'zentar'],
    ['гранична', 'granichna'],
    ['движение', 'dvizhenie'],
    ['доверия', 'doveriya'],
    ['Харків', 'Kharkiv'],
    ['Харків', 'Charkiw'],
    ['Чернівці', 'Chernivtsi'],
    ['Чернівці', 'Czerniwci'],
    ['щит', 'shchyt'],
    ['щит', 'szczyt'],
    ['защита', 'zashtita'],
    ['рефуджіу', 'Refugiu'],
    ['ядвіга', 'JADWIGA'],
    ['солводі', 'SOLWODI'],
    ['København', 'Koebenhavn'],
    ['Düsseldorf', 'Duesseldorf'],
  ])('%s = %s', (one, other) => {
    expect(meet(one, other)).toBe(true);
  });

  it.each([
    ['Riga', 'Vilnius'],
    ['police', 'prosecutor'],
    ['Марта', 'Минск'],
  ])('%s is not %s', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('reads щ as Bulgarian does where the text is Bulgarian', () => {
    expect(romanise('защита', 'bg')).toBe(romanise('zashtita'));
    expect(romanise('захист', 'uk')).toBe(romanise('zakhyst'));
  });

  it('keeps numbers as they are', () => {
    expect(romanise('116000')).toBe('116000');
    expect(romanise('c1122')).toBe('c1122');
  });
});
