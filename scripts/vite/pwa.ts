/** Makes the build installable and offline: web app manifest, service worker with its list of files. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { manifestWords } from './plain-words.ts';

/** Screenshots that stores and browsers show before installing; only those that have been taken are listed. */
const SCREENSHOTS = [
  { src: 'screenshots/phone-home.png', sizes: '780x1688', form_factor: 'narrow', label: 'home' },
  { src: 'screenshots/phone-country.png', sizes: '780x1688', form_factor: 'narrow', label: 'countries' },
  { src: 'screenshots/desktop-home.png', sizes: '1280x800', form_factor: 'wide', label: 'home' },
] as const;

/**
 * The manifest in a language. Who installs the app gets that of the screens (src/device/settings.ts); all of them say the same
 * name and the same start, so that it stays one app when the language is changed.
 */
export function webAppManifest(language: Language): Partial<ManifestOptions> {
  const words = manifestWords(language);
  return {
    // No `id`: it is the start's address then, which lies below whatever path the app is built for.
    name: 'Harbour',
    short_name: 'Harbour',
    description: words.description,
    lang: language,
    dir: 'ltr',
    start_url: '.',
    scope: '.',
    display: 'standalone',
    theme_color: '#0a557f',
    background_color: '#f5f4ee',
    categories: ['government', 'social', 'utilities'],
    icons: [
      { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
      { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: 'icons/monochrome.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'monochrome' },
    ],
    screenshots: SCREENSHOTS.filter(({ src }) => existsSync(join('public', src))).map(({ label, ...screenshot }) => ({
      ...screenshot,
      label: words[label],
      type: 'image/png',
    })),
    // An edition that another phone has given: shared with the app, or opened with it.
    share_target: {
      action: './take-edition',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { files: [{ name: 'edition', accept: ['text/plain', '.txt', '.harbour'] }] },
    },
    file_handlers: [{ action: './settings?take', accept: { 'text/plain': ['.harbour'] } }],
    shortcuts: [
      { name: words.emergency, url: './?start=emergency', icons: [{ src: 'icons/icon-192.png', sizes: '192x192' }] },
      { name: words.search, url: './search', icons: [{ src: 'icons/icon-192.png', sizes: '192x192' }] },
    ],
  };
}

/** The plugins that do it. */
export function pwa(): Plugin[] {
  let outDir = 'dist';
  return [
    {
      name: 'harbour:where',
      apply: 'build',
      configResolved(config) {
        outDir = resolve(config.root, config.build.outDir);
      },
      generateBundle() {
        for (const language of LANGUAGES.filter((one) => one !== 'en')) {
          const source = JSON.stringify(webAppManifest(language));
          this.emitFile({ type: 'asset', fileName: `manifest.${language}.webmanifest`, source });
        }
      },
    },
    ...VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: webAppManifest('en'),
      // The globs below find the icons and the manifest among all other files.
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,png,json,minisig,txt,webmanifest}'],
        // A host may put the app itself in the place of 404.html.
        // What is published as the newest edition is asked of the host; the version's own stands beside it under its hash.
        globIgnores: [
          'sw.js',
          '404.html',
          'screenshots/**',
          // Only the browser asks for these, when it installs the app.
          'manifest.??.webmanifest',
          'hsds/**',
          'data/edition.json',
          'data/edition.json.minisig',
        ],
        dontCacheBustURLsMatching: /(^|\/)(assets\/|data\/[a-z0-9-]+\.[0-9a-f]{12}\.json(\.minisig)?$)/,
        maximumFileSizeToCacheInBytes: 5_000_000,
        manifestTransforms: [
          // With its hash named, a file of another version or an error page can never be stored in its place.
          (entries) => ({
            manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(join(outDir, entry.url)) })),
          }),
        ],
      },
    }),
  ];
}

function integrityOf(file: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;
}
