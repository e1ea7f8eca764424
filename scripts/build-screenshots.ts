/**
 * `npm run build:screenshots`: photographs the built app for the README and the web app manifest, into
 * `public/screenshots/`, on a set working day so that the pictures do not change with the hour. Build first; the pictures are committed, and the next build lists them.
 */
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type BrowserContextOptions, chromium } from '@playwright/test';
import { chromiumPath } from './chromium.ts';
import { serve } from './serve.ts';

const FOLDER = 'public/screenshots';
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

const pictures: [file: string, address: string, screen: BrowserContextOptions][] = [
  ['phone-home.png', '/', phone],
  ['phone-responder.png', '/responders/lv-uzticibas-talrunis-28612120', phone],
  ['phone-country.png', '/countries/lv', phone],
  ['desktop-home.png', '/', desktop],
];

mkdirSync(FOLDER, { recursive: true });
const server = await serve(process.env.DIST ?? 'dist', 0);
const path = chromiumPath();
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(path && { executablePath: path }) });
try {
  for (const [file, address, screen] of pictures) {
    const context = await browser.newContext({
      ...screen,
      baseURL: `http://localhost:${(server.address() as AddressInfo).port}`,
      locale: 'en-GB',
      timezoneId: 'Europe/Riga',
      colorScheme: 'light',
      // Without it the progress of storing would be in the picture.
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-11-20T09:12:00Z');
    await page.goto('/');
    await page.getByRole('main').getByRole('button', { name: 'Latvia' }).click();
    await page.goto(address);
    await page.locator('#app a[href^="tel:"]').first().waitFor();
    await page.screenshot({ path: `${FOLDER}/${file}` });
    await context.close();
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
