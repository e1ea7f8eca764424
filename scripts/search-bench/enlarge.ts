/** A larger directory, made by a seeded generator from the real one: its names, towns and words in their real distribution. */
import type { Directory } from '../../src/directory/directory.ts';
import type { CountryPack, PackChannel, PackResponder } from '../../src/directory/pack.ts';
import type { Region } from '../../src/directory/schema.ts';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Part of the words of a name that are drawn anew, and part of those that are invented. */
const DRAWN = 0.5;
const INVENTED = 0.15;

/**
 * The directory with `times` as many responders: the real ones and made-up ones.
 * @param times 1 gives the directory itself
 */
export function enlarge(directory: Directory, times: number, seed = 20261121): Directory {
  if (times === 1) return directory;
  const random = seeded(seed);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
  const countries = new Map<Region, CountryPack>();
  for (const [region, country] of directory.countries) {
    const words = wordsOf(country.responders);
    const sentences = country.responders.flatMap(({ about }) => about.split(/(?<=\.) /));
    const towns = Object.values(directory.places.cities).filter((city) => city.country === region);
    const made: PackResponder[] = [];
    for (let copy = 1; copy < times; copy++) {
      for (const real of country.responders) {
        const like = pick(country.responders);
        const name = Object.fromEntries(
          Object.entries(real.name).map(([language, text]) => [
            language,
            renamed(text, words[language] ?? [], random, pick),
          ]),
        );
        const town = towns.length > 0 && random() < 0.4 ? pick(towns) : undefined;
        const townName =
          town && (town.name[Object.keys(name).find((language) => language !== 'en') ?? 'en'] ?? town.name.en);
        made.push({
          ...like,
          id: `${real.id}-${copy}`,
          name,
          coverage: townName ?? real.coverage,
          about: Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(sentences)).join(' '),
          channels: real.channels.map((channel) => rechannelled(channel, random)),
          ...(townName !== undefined && {
            addresses: [
              {
                text: `${pick(words.en ?? ['Street'])} ${Math.floor(random() * 200)}, ${townName}`,
                city: townName,
                sources: [],
              },
            ],
          }),
          country: region,
        });
      }
    }
    countries.set(region, { ...country, responders: [...country.responders, ...made] });
  }
  const responders = [...countries.values()].flatMap((country) => country.responders);
  const byId = new Map(responders.map((responder) => [responder.id, responder]));
  return { ...directory, countries, responders, responder: (id) => byId.get(id) };
}

/** The words of the names by language, each as often as it stands there. */
function wordsOf(responders: readonly PackResponder[]): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  for (const { name } of responders) {
    for (const [language, text] of Object.entries(name)) {
      words[language] ??= [];
      words[language]?.push(...(text.match(/[\p{L}\p{M}]+/gu) ?? []));
    }
  }
  return words;
}

function renamed(
  text: string,
  words: readonly string[],
  random: () => number,
  pick: <T>(some: readonly T[]) => T,
): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const dice = random();
    if (dice < INVENTED && words.length > 1) return invented(pick(words), pick(words));
    return dice < DRAWN && words.length > 0 ? pick(words) : word;
  });
}

/** The beginning of one word with the end of another. */
function invented(one: string, other: string): string {
  return one.slice(0, Math.ceil(one.length / 2)) + other.slice(Math.floor(other.length / 2)).toLowerCase();
}

function rechannelled(channel: PackChannel, random: () => number): PackChannel {
  if (channel.tel?.startsWith('+')) {
    const keep = channel.tel.length - 6;
    const digits = String(Math.floor(random() * 1e6)).padStart(6, '0');
    const tel = channel.tel.slice(0, keep) + digits;
    return { ...channel, value: tel, tel, national: `0${tel.slice(3)}`, international: tel };
  }
  if (channel.tel !== undefined) return channel;
  return {
    ...channel,
    value: channel.value.replace(/[a-z]{4,}(?=\.)/, (word) => word.slice(0, 3) + Math.floor(random() * 1e5)),
  };
}
