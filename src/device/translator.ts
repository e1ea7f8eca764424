/**
 * The browser's own translator, where there is one that works on this device and has the language already: nothing is fetched
 * for it, nothing leaves the device, and nothing of it is kept.
 */
interface Translator {
  translate(text: string): Promise<string>;
}
interface Pair {
  sourceLanguage: string;
  targetLanguage: string;
}
interface Offered {
  availability(pair: Pair): Promise<string>;
  create(pair: Pair): Promise<Translator>;
}

const offered = () => (globalThis as { Translator?: Offered }).Translator;
const toLanguage = (language: string): Pair => ({
  sourceLanguage: 'en',
  targetLanguage: language === 'nb' ? 'no' : language,
});

/** Whether it can say English in a language now, without fetching anything. Never throws. */
export async function canTranslate(language: string): Promise<boolean> {
  try {
    return (await offered()?.availability(toLanguage(language))) === 'available';
  } catch {
    return false;
  }
}

const ready = new Map<string, Promise<Translator>>();

/**
 * An English text as the browser says it. Never throws.
 * @returns undefined where it cannot, or where its figures are not those of the text: a wrong one could hurt somebody
 */
export async function translated(text: string, language: string): Promise<string | undefined> {
  try {
    const made = ready.get(language) ?? offered()?.create(toLanguage(language));
    if (!made) return undefined;
    ready.set(language, made);
    const said = await (await made).translate(text);
    return figures(said) === figures(text) ? said : undefined;
  } catch {
    ready.delete(language);
    return undefined;
  }
}

function figures(text: string): string {
  return (text.match(/\d+/g) ?? []).sort().join(' ');
}
