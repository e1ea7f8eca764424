/** A browser's profile on the disk: what lies in its files, also after the browser was started again or killed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';

/**
 * Does something with a profile of its own, which is removed afterwards.
 * @param work is given the profile's folder, and what starts the browser on it
 */
export async function onProfile(
  { launchOptions, baseURL }: { launchOptions: LaunchOptions; baseURL: string | undefined },
  work: (profile: string, start: () => Promise<BrowserContext>) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'harbour-profile-'));
  try {
    await work(profile, () =>
      chromium.launchPersistentContext(profile, {
        ...launchOptions,
        serviceWorkers: 'block',
        locale: 'en-GB',
        ...(baseURL !== undefined && { baseURL }),
      }),
    );
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Ends a profile's browser as a phone without power does. */
export async function kill(profile: string, context: BrowserContext): Promise<void> {
  const gone = context.waitForEvent('close');
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`=${profile}`)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Gone by itself.
    }
  await gone;
}

/** The files below a folder in which a text stands, in either of the ways browsers write letters. The browser may be running. */
export function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile())
    .filter((file) => {
      const content = contentOf(join(folder, file));
      return forms.some((form) => content.includes(form));
    });
}

/** What is in a file; nothing when a running browser has just removed it. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
