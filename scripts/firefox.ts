/** Firefox, driven by WebDriver BiDi, with a profile that outlives closing it. */
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { firefoxPath } from './setup.mjs';

/** How long it may take to start, and to answer, in milliseconds. */
const START_MS = 120_000;

/**
 * Starts it as a phone with an English reader.
 * @param profile the folder of its profile
 * @param preferences of `about:config`
 * @throws Error where there is no Firefox
 */
export async function launchFirefox(
  profile: string,
  preferences: Readonly<Record<string, unknown>> = {},
): Promise<Browser> {
  const path = firefoxPath();
  if (!path) throw new Error('there is no Firefox here');
  const options: LaunchOptions = {
    browser: 'firefox',
    executablePath: path,
    headless: true,
    userDataDir: profile,
    timeout: START_MS,
    protocolTimeout: START_MS,
    defaultViewport: { width: 390, height: 844 },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-GB', ...preferences },
  };
  try {
    return await puppeteer.launch(options);
  } catch (error) {
    // After a kill, Puppeteer may still be putting the profile's settings back.
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    await wait(1000);
    return puppeteer.launch(options);
  }
}
