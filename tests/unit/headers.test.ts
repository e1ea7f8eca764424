import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, headersFile, headersFor, redirectsFile, SCREENS } from '../../scripts/headers.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const part = (policy: string, name: string) => policy.split('; ').find((rule) => rule.startsWith(`${name} `));

describe('the policy of a page', () => {
  it.each([
    ['nothing in the page', '<p>112</p>', "script-src 'self'", "style-src 'self'"],
    ['a script file', '<script type="module" src="/a.js"></script>', "script-src 'self'", "style-src 'self'"],
    ['a script', '<script>a()</script>', `script-src 'self' ${hash('a()')}`, "style-src 'self'"],
    [
      'the same twice',
      '<script>a()</script><script>a()</script>',
      `script-src 'self' ${hash('a()')}`,
      "style-src 'self'",
    ],
    [
      'both, over lines',
      '<style media="all">\na{}\n</style><SCRIPT type="module">\nb()\n</SCRIPT>',
      `script-src 'self' ${hash('\nb()\n')}`,
      `style-src 'self' ${hash('\na{}\n')}`,
    ],
  ])('with %s', (_, html, scripts, styles) => {
    const policy = contentSecurityPolicy(html);
    expect(part(policy, 'script-src')).toBe(scripts);
    expect(part(policy, 'style-src')).toBe(styles);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('frame-ancestors');
  });

  it('may be framed by nobody when sent as a header', () => {
    expect(headersFor('/', ['<p>'])['Content-Security-Policy']).toMatch(/; frame-ancestors 'none'$/);
  });
});

describe('the files for hosts', () => {
  it('send to every path what the server sends, and let nothing be kept that may be missing', () => {
    const pages = ['<script>a()</script>'];
    const [path, ...said] = headersFile(pages, '/harbour/').trim().split('\n');
    expect(path).toBe('/harbour/*');
    expect(said.map((line) => line.trim())).toEqual(
      Object.entries(headersFor('/', pages)).map(([name, value]) => `${name}: ${value}`),
    );
    // Cloudflare Pages reads lines of up to 2,000 characters.
    for (const line of said) expect(line.length).toBeLessThan(2000);
  });

  it('know every screen of the app', () => {
    const app = readFileSync('src/app/App.tsx', 'utf8');
    const routes = [...app.matchAll(/<Route path="\/([a-z-]+)[/"]/g)].map(([, first = '']) => first);
    expect(routes.length).toBeGreaterThan(5);
    expect(SCREENS).toEqual(expect.arrayContaining(routes));
    expect(redirectsFile().split('\n')).toEqual(expect.arrayContaining(['/countries / 200', '/countries/* / 200']));
  });
});
