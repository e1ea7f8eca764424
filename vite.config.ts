import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstContactsHtml } from './scripts/vite/first-contacts.ts';
import { hosts, NOTICES } from './scripts/vite/hosts.ts';
import { paintFirst } from './scripts/vite/paint-first.ts';
import { pwa } from './scripts/vite/pwa.ts';

export default defineConfig({
  plugins: [firstContactsHtml(), react(), paintFirst(), pwa(), hosts()],
  build: { target: 'es2022', reportCompressedSize: false, license: { fileName: NOTICES } },
  define: { __APP_VERSION__: JSON.stringify(process.env.npm_package_version ?? '0') },
  server: { port: 5173 },
});
