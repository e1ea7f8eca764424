import { existsSync } from 'node:fs';

/** The Chromium to use: `CHROMIUM_PATH`, else Debian's, else undefined for Playwright's own. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path)) || undefined;
}

/** A Chromium with windows, for what is about them. */
export function wholeChromiumPath(): string | undefined {
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : chromiumPath();
}
