/** Messages put into words: values in their places, and the plural form of the language. */

/** Values for the places of a message (`{{country}}`); `count` chooses the plural form. */
export type Values = Readonly<Record<string, unknown>>;

/** Says a message by its key, e.g. `plan.title`; of one that is not there, the key. */
export type Say = (key: string, values?: Values) => string;

/** What a language says, by key. A list has a key for each of its texts: `about.what.text.0`. */
export type Sayings = Map<string, string>;

/** Adds messages as they stand in a file, of whatever depth. */
export function addSayings(sayings: Sayings, messages: object, path = ''): void {
  for (const [name, below] of Object.entries(messages)) {
    if (typeof below === 'string') sayings.set(path + name, below);
    else if (typeof below === 'object' && below !== null) addSayings(sayings, below, `${path}${name}.`);
  }
}

const PLACE = /\{\{(\w+)\}\}/g;

/**
 * @param sayings may grow afterwards
 * @returns the message function of a language, another one each time
 */
export function sayer(language: string, sayings: Sayings): Say {
  const forms = new Intl.PluralRules(language);
  return (key, values) => {
    const count = values?.count;
    const text =
      (typeof count === 'number' && (sayings.get(`${key}_${forms.select(count)}`) ?? sayings.get(`${key}_other`))) ||
      (sayings.get(key) ?? key);
    return values && text.includes('{{') ? text.replace(PLACE, (_, name) => String(values[name] ?? '')) : text;
  };
}
