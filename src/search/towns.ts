/** Towns and regions by what is typed of them: in any language of the data, begun, or with a slip of the thumb. */
import type { Directory } from '../directory/directory.ts';
import { placesIn } from '../directory/places.ts';
import { fold } from './fold.ts';
import { Forms } from './forms.ts';
import { editsFor, NearWords } from './typos.ts';

/**
 * The places of a country that may be meant, the likeliest first.
 * @param typed a name or its beginning; nothing finds nothing
 * @param most how many at most
 * @returns codes of `places.json`
 */
export function townsLike(
  typed: string,
  country: string | undefined,
  { places }: Pick<Directory, 'places'>,
  most = 6,
): string[] {
  const word = letters(typed);
  if (word === '') return [];
  const codes = new Map<string, Set<string>>();
  for (const code of placesIn(country, { places })) {
    const { name, also = [] } = places.cities[code] ?? { name: {} };
    for (const one of [...Object.values(name), ...also]) {
      const form = letters(one);
      codes.set(form, (codes.get(form) ?? new Set()).add(code));
    }
  }
  const forms = [...codes.keys()].sort();
  const found = new Map<string, number>();
  const tell = (form: string, far: number) => {
    for (const code of codes.get(form) ?? []) found.set(code, Math.min(far, found.get(code) ?? far));
  };
  for (const form of forms) if (form.startsWith(word)) tell(form, form === word ? 0 : 1);
  const edits = editsFor(word.length);
  if (edits > 0) {
    new NearWords(new Forms(forms.join(' '))).find(word, edits, {
      whole: (place, far) => tell(forms[place] as string, 1 + far),
      begun: (low, high) => {
        for (const form of forms.slice(low, high)) tell(form, 3.5);
      },
    });
  }
  return [...found]
    .sort((a, b) => a[1] - b[1])
    .slice(0, most)
    .map(([code]) => code);
}

/** A name as one word: "Sankt-Peterburg" and "Sankt Peterburg" are the same. */
function letters(name: string): string {
  return fold(name).replaceAll(' ', '');
}
