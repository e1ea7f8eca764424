import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstContactsHtml } from './scripts/vite/first-contacts.ts';
import { hosts, NOTICES } from './scripts/vite/hosts.ts';
import { languageOfModule, languages } from './scripts/vite/languages.ts';
import { paintFirst } from './scripts/vite/paint-first.ts';
import { pwa } from './scripts/vite/pwa.ts';

export default defineConfig({
  plugins: [firstContactsHtml(), languages(), react(), paintFirst(), pwa(), hosts()],
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    license: { fileName: NOTICES },
    // What a language begins with needs nothing that is not there; a list of it would grow with every language.
    modulePreload: { resolveDependencies: (file, needs) => (file.includes('/lang-') ? [] : needs) },
    rolldownOptions: {
      output: {
        // A phone stores the languages it speaks: by their names the worker knows which files those are.
        chunkFileNames: ({ facadeModuleId }) => {
          const language = languageOfModule(facadeModuleId ?? '');
          return `assets/${language && language !== 'en' ? `lang-${language}-` : ''}[name]-[hash].js`;
        },
        codeSplitting: {
          // What the first screen needs comes in two files, not in forty: they pack better and are found faster. The
          // libraries stay the same from one version to the next, and are not fetched again.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules|rolldown.runtime/, priority: 2 },
            { name: 'first', tags: ['$initial'], test: /src(?!.main\.tsx)/, priority: 1 },
            // What several other screens share is one file, too: each needs most of it, and in turn it was four steps long.
            { name: 'shared', test: /src.(ui|device|directory|dataset|i18n)|lucide/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  define: { __APP_VERSION__: JSON.stringify(process.env.npm_package_version ?? '0') },
  server: { port: 5173 },
});
