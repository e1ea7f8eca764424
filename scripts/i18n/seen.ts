/** Where in the code a message is asked for, so that who translates it can find it on a screen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What puts messages into the pages that need no app. */
const PLAIN = 'scripts/vite/plain-words.ts';

/** @returns the files that ask for a message, by its id (`ui:plan.title`); empty for texts of the guidance */
export function seenInCode(root = 'src'): (id: string) => string[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => join(root, name))
    .concat(PLAIN);
  const exact = new Map<string, string[]>();
  const heads = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, key: string, file: string) => {
    const known = map.get(key) ?? [];
    if (!known.includes(file)) map.set(key, [...known, file]);
  };
  for (const file of files) {
    const code = readFileSync(file, 'utf8');
    for (const [, key] of code.matchAll(/['"]([\w-]+(?:\.[\w-]+)+)['"]/g)) note(exact, key ?? '', file);
    for (const [, head] of code.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)) note(heads, head ?? '', file);
  }
  return (id) => {
    if (!id.startsWith('ui:')) return [];
    const key = id.slice('ui:'.length);
    const found = exact.get(key) ?? exact.get(key.replace(/\.\d+$/, ''));
    if (found) return found;
    const head = [...heads.keys()].filter((part) => key.startsWith(part)).sort((a, b) => b.length - a.length)[0];
    return head ? (heads.get(head) ?? []) : [];
  };
}

/** By the folder of its screen, the picture in README's folder on which one sees where a message stands. */
const PICTURES: Record<string, string> = {
  'src/app': 'phone-home.png',
  'src/home': 'phone-home.png',
  'src/responders': 'phone-responder.png',
  'src/countries': 'phone-country.png',
};

/** The picture of a screen that says a message; undefined where there is none of it. @param files as {@link seenInCode} gives them */
export function pictureOf(files: readonly string[]): string | undefined {
  const name = files.map((file) => PICTURES[file.split('/').slice(0, 2).join('/')]).find(Boolean);
  return name && `public/screenshots/${name}`;
}
