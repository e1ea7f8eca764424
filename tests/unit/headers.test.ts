import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, headersFile, headersFor } from '../../scripts/headers.ts';

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

describe('the file for hosts', () => {
  const files = ['index.html', 'assets/a-1.js', 'data/edition.json', 'data/lv.0123456789ab.json', 'sw.js'];
  const rules = headersFile(files, ['<script>a()</script>'])
    .trim()
    .split('\n\n')
    .map((rule) => rule.split('\n'));

  it('says for each file what the server sends', () => {
    for (const file of files) {
      const sent = headersFor(`/${file}`, ['<script>a()</script>']);
      const said = rules
        .filter(
          ([path = '']) => path === `/${file}` || (path.endsWith('*') && `/${file}`.startsWith(path.slice(0, -1))),
        )
        .flatMap(([, ...headers]) => headers.map((header) => header.trim()));
      expect(said.sort(), file).toEqual(
        Object.entries(sent)
          .map(([name, value]) => `${name}: ${value}`)
          .sort(),
      );
    }
  });
});
