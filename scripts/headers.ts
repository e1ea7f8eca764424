/**
 * The headers that Harbour is served with: said once here, sent by `scripts/serve.ts` and written at build into
 * `_headers`, which Netlify and Cloudflare Pages read, and into the configuration of other hosts (`deploy/`).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everywhere, whatever is served. The camera is left to the page itself, which reads codes with it when asked to. */
const ALWAYS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Folders below which there is nothing but files: what is missing there is missing, and no screen of the app. */
export const FOLDERS_OF_FILES = ['assets', 'data', 'hsds', 'icons', 'screenshots'] as const;

/** Files whose name carries the hash of their content. */
export const HASHED = /^\/(assets\/.+|data\/[a-z0-9-]+\.[0-9a-f]{12}\.json)$/;

/**
 * The policy for a page: nothing but our own files, and of scripts and styles within the page only the very ones that are there.
 * It is also fit for a `<meta>`, because it leaves out `frame-ancestors`, which only a header may say.
 * @param html the page as it is served
 */
export function contentSecurityPolicy(html: string): string {
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...inlineHashes(html, 'script')].join(' '),
    ['style-src', "'self'", ...inlineHashes(html, 'style')].join(' '),
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "font-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * No text becomes a script's address but in the two places that start one: the starter in `index.html`, and what starts workers.
 * Only in the page itself: a header of this release may be sent with the pages of another.
 */
export const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types harbour-start harbour-worker";

/** The HTML pages of a build: their scripts and styles are what the policy lets run. */
export function pagesOf(dist: string): string[] {
  return readdirSync(dist)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => readFileSync(join(dist, file), 'utf8'));
}

/** How long a file that is there is kept: for ever when its name says what is in it, else until it has been asked for again. */
export function cacheControl(path: string): string {
  return HASHED.test(path) ? IMMUTABLE : 'no-cache';
}

/**
 * The headers of an answer that is there.
 * @param path the address below the app's base, beginning with `/`
 * @param pages the HTML pages that the policy must let work
 */
export function headersFor(path: string, pages: readonly string[]): Record<string, string> {
  return {
    ...ALWAYS,
    'Content-Security-Policy': `${contentSecurityPolicy(pages.join('\n'))}; frame-ancestors 'none'`,
    'Cache-Control': cacheControl(path),
  };
}

/**
 * The same for hosts that read a `_headers` file, which names paths and cannot tell a file that is there from one that
 * is missing: nothing is kept for a year there, or a 404 in the middle of publishing would be (Cloudflare Pages does so).
 * The service worker keeps the files anyway.
 */
export function headersFile(pages: readonly string[], base = '/'): string {
  const lines = Object.entries(headersFor('/', pages)).map(([name, value]) => `  ${name}: ${value}`);
  return `${[`${base}*`, ...lines].join('\n')}\n`;
}

/** The first part of the address of every screen but Home, for hosts that have to be told which paths are the app's. */
export const SCREENS = [
  'about',
  'changes',
  'countries',
  'first-words',
  'glossary',
  'guides',
  'missions',
  'practices',
  'referral',
  'responders',
  'search',
  'settings',
  'workspace',
] as const;

/** A `_redirects` file, as Netlify and Cloudflare Pages read it: screens are answered with the app, all else that is missing is missing. */
export function redirectsFile(base = '/'): string {
  return SCREENS.map((screen) => `${base}${screen} ${base} 200\n${base}${screen}/* ${base} 200\n`).join('');
}

/** The `'sha256-…'` of each script or style that stands in the page itself. */
function inlineHashes(html: string, element: 'script' | 'style'): string[] {
  const blocks = [...html.matchAll(new RegExp(`<${element}\\b([^>]*)>([\\s\\S]*?)</${element}>`, 'gi'))];
  const hashes = blocks
    // What is loaded has a rule of its own, and a block of data is not run.
    .filter(([, attributes]) => !/\ssrc\s*=|\stype="application\/json"/.test(attributes ?? ''))
    .map(
      ([, , text]) =>
        `'sha256-${createHash('sha256')
          .update(text ?? '')
          .digest('base64')}'`,
    );
  return [...new Set(hashes)];
}
