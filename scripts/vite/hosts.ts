/**
 * What hosts want beside the app, once it is built: a page for what is missing, the headers in each host's own words,
 * the notices of the software in it, and every text compressed, so that no host has to do it at each request.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { headersFile, pagesOf, redirectsFile } from '../headers.ts';
import { RECIPES, recipe } from '../recipes.ts';
import { minify } from './first-contacts.ts';
import { missingWords, wordBlocks } from './plain-words.ts';

/** Where the recipes of the last build are written to. Not into the build, which is public. */
const FILLED = '.build/deploy';
/** Third-party notices of the app, written by Vite; those of the service worker, which is built apart, are added. */
export const NOTICES = 'licences.txt';
const IN_WORKER = ['workbox-core', 'workbox-precaching'];
const TEXT = /\.(css|html|js|json|jsonld|svg|txt|webmanifest|xml)$/;
/** What machines fetch now and then: many small records, which are not worth it, and large tables, for which gzip is enough. */
const RECORDS = /^hsds[\\/]/;
const TABLES = /\.csv$/;

/** Comes after everything that writes into the build. */
export function hosts(): Plugin {
  let outDir = 'dist';
  let base = '/';
  return {
    name: 'harbour:hosts',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      base = config.base;
    },
    // Before the service worker's list is made, which names the hash of this file too.
    writeBundle() {
      writeFileSync(join(outDir, NOTICES), IN_WORKER.map(notice).join(''), { flag: 'a' });
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler(error) {
        if (error) return;
        writeFileSync(join(outDir, '404.html'), missingPage(readFileSync(join(outDir, 'index.html'), 'utf8'), base));
        const pages = pagesOf(outDir);
        writeFileSync(join(outDir, '_headers'), headersFile(pages, base));
        writeFileSync(join(outDir, '_redirects'), redirectsFile(base));
        rmSync(FILLED, { recursive: true, force: true });
        mkdirSync(FILLED, { recursive: true });
        for (const name of RECIPES) writeFileSync(join(FILLED, name), recipe(name, pages, base));
        await compressAll(outDir);
      },
    },
  };
}

/** The page for an address where nothing is: the way home, and the numbers of the plain page that hold anywhere. */
function missingPage(index: string, base: string): string {
  const cut = (part: RegExp) => {
    const found = part.exec(index)?.[0];
    if (!found) throw new Error(`index.html has no ${part.source}`);
    return found;
  };
  const en = missingWords('en');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>Harbour</title>
${cut(/<style>[\s\S]*?<\/style>/)}</head>
<body><main id="first"><header><h1 data-w="missing">${en.missing}</h1></header>
<div>${cut(/<section class="any">[\s\S]*?<\/section>/)}
<p><a class="call" href="${base}"><strong>Harbour</strong> <b data-w="open">${en.open}</b></a></p>
<p class="soft" data-w="missingMore">${en.missingMore}</p></div></main>
${wordBlocks(missingWords, minify(readFileSync('scripts/vite/plain-words.inline.js', 'utf8')))}</body></html>
`;
}

/** The notice of one package, in the form that Vite gives to the others. */
function notice(name: string): string {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `\n## ${name} - ${version} (${license})\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`;
}

/** Writes a `.br` and a `.gz` beside each text that gets smaller by it; beside tables only a `.gz`. */
async function compressAll(outDir: string): Promise<void> {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  const files = readdirSync(outDir, { recursive: true })
    .map(String)
    .filter((file) => (RECORDS.test(file) ? TABLES.test(file) : TEXT.test(file)));
  await Promise.all(
    files.map(async (file) => {
      const path = join(outDir, file);
      const bytes = readFileSync(path);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      const [br, gz] = await Promise.all([
        TABLES.test(file) ? bytes : brotli(bytes, { params }),
        zip(bytes, { level: 9 }),
      ]);
      if (br.length < bytes.length) writeFileSync(`${path}.br`, br);
      if (gz.length < bytes.length) writeFileSync(`${path}.gz`, gz);
    }),
  );
}
