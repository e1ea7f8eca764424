/** What of `setup.mjs` the tests in other engines ask for. */
export function firefoxPath(): string | undefined;
export function webKitPaths(): { browser: string; driver: string; screen: string } | undefined;
