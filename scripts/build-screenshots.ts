/**
 * `npm run screenshots`: photographs the built app for the README and for the web app manifest, into
 * `public/screenshots/`. The clock is set to a working day so that the pictures do not change with the hour.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath } from './chromium.ts';
import { serve } from './serve.ts';

const FOLDER = 'public/screenshots';
const PHONE = { width: 390, height: 844, scale: 2 };
const DESKTOP = { width: 1280, height: 800, scale: 1 };

const SHOTS = [
  { name: 'phone-home', path: '/', size: PHONE },
  { name: 'phone-responder', path: '/responders/lv-uzticibas-talrunis-28612120', size: PHONE },
  { name: 'phone-country', path: '/countries/lv', size: PHONE },
  { name: 'desktop-home', path: '/', size: DESKTOP },
];

const server = await serve('dist', 0);
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('the server has no port');
mkdirSync(FOLDER, { recursive: true });
const executablePath = chromiumPath();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
for (const { name, path, size } of SHOTS) {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    deviceScaleFactor: size.scale,
    serviceWorkers: 'block',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2026-11-20T09:12:00Z'));
  await page.addInitScript(() => {
    localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lv', language: 'en', theme: 'light' }));
  });
  await page.goto(`http://localhost:${address.port}${path}`);
  await page.locator('html.app-runs h1').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
}
await browser.close();
server.closeAllConnections();
server.close();
console.log(`${SHOTS.length} pictures in ${FOLDER}`);
