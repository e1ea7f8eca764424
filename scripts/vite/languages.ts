/**
 * Puts the message files of each language together in the parts in which a phone asks for them. The first script knows one file a
 * language, with which it begins; that one knows the way to the others, so that the first screen does not grow with languages.
 */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { FIRST, LATER, WRITTEN } from '../../src/i18n/parts.ts';

const ALL = 'virtual:languages';
/** `virtual:languages/lt` begins a language, `virtual:languages/lt/rest` are the messages of all other screens. */
const ONE = /^virtual:languages\/([a-z]{2})(\/rest)?$/;

export function languages(): Plugin {
  return {
    name: 'harbour:languages',
    resolveId: (id) => (id === ALL || ONE.test(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${ALL}`) return everyLanguage();
      const [, language, rest] = ONE.exec(id.slice(1)) ?? [];
      if (!id.startsWith('\0') || !language) return undefined;
      return rest ? merged(language, restOf(language)) : beginning(language);
    },
  };
}

/** The language of a part, by the module that it was made of; undefined for what is no language's own. */
export function languageOfModule(id: string): string | undefined {
  const own = /virtual:languages\/([a-z]{2})|\/i18n\/messages\/([a-z]{2})\/(?!note)|\/\.build\/texts\/([a-z]{2})\.json/;
  return own.exec(id)?.slice(1).find(Boolean);
}

function everyLanguage(): string {
  return `export const languages = { ${LANGUAGES.map((one) => `${one}: () => import('${ALL}/${one}')`).join(', ')} };`;
}

function beginning(language: string): string {
  const table = resolve(`src/i18n/tables/${language}.json`);
  const texts = resolve(`.build/texts/${language}.json`);
  const file = (path: string) => `() => import(${JSON.stringify(path)}).then((file) => file.default)`;
  return [
    merged(language, FIRST),
    existsSync(table)
      ? `export { default as table } from ${JSON.stringify(table)};`
      : 'export const table = undefined;',
    `export const rest = () => import('${ALL}/${language}/rest').then((file) => file.messages);`,
    `export const texts = ${existsSync(texts) ? file(texts) : 'async () => ({})'};`,
    `export const groups = { ${LATER.map((group) => `${group}: ${file(messages(language, group))}`).join(', ')} };`,
  ].join('\n');
}

/** A module with the messages of some files as one. */
function merged(language: string, names: readonly string[]): string {
  const imports = names.map((name, at) => `import m${at} from ${JSON.stringify(messages(language, name))};`);
  return `${imports.join('\n')}\nexport const messages = Object.assign({}, ${names.map((_, at) => `m${at}`).join(', ')});`;
}

function restOf(language: string): string[] {
  const elsewhere = new Set<string>([...FIRST, ...LATER, ...WRITTEN]);
  return readdirSync(resolve(`src/i18n/messages/${language}`))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((name) => !elsewhere.has(name));
}

function messages(language: string, name: string): string {
  return resolve(`src/i18n/messages/${language}/${name}.json`);
}
