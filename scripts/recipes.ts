/** The recipes in `deploy/` with what a build decides put into them: its headers, and the path that it lives below. */
import { readFileSync } from 'node:fs';
import { FOLDERS_OF_FILES, HASHED, headersFor, IMMUTABLE } from './headers.ts';

export const RECIPES = ['nginx.conf', 'Caddyfile', 'apache.htaccess'] as const;
type Recipe = (typeof RECIPES)[number];

/** One header in the words of each host. The cache is said by the recipe itself, because it depends on what is found. */
const HEADER: Record<Recipe, (name: string, value: string) => string> = {
  'nginx.conf': (name, value) => `add_header ${name} "${value}" always;`,
  Caddyfile: (name, value) => `${name} "${value}"`,
  'apache.htaccess': (name, value) => `Header always set ${name} "${value}"`,
};

/**
 * @param pages the HTML pages of the build, whose scripts and styles the policy names
 * @param base path that the build lives below, beginning and ending with `/`
 * @returns the configuration, to be copied to the host as it is but for its name and folder
 */
export function recipe(name: Recipe, pages: readonly string[], base = '/'): string {
  const { 'Cache-Control': fresh = '', ...headers } = headersFor('/', pages);
  const filled: Record<string, string> = {
    BASE: base,
    // An address below the base, for a regular expression.
    HASHED: HASHED.source.replace('^\\/', `^${base}`).replaceAll('\\/', '/'),
    FOLDERS: FOLDERS_OF_FILES.join('|'),
    FRESH: fresh,
    IMMUTABLE,
    HEADERS: Object.entries(headers)
      .map(([header, value]) => HEADER[name](header, value))
      .join('\n'),
  };
  return readFileSync(`deploy/${name}`, 'utf8').replace(
    /^([ \t]*)(.*)$/gm,
    (_, indent: string, line: string) =>
      indent +
      line.replace(/@([A-Z]+)@/g, (whole, key: string) => filled[key]?.replaceAll('\n', `\n${indent}`) ?? whole),
  );
}
