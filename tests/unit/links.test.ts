import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callHref, hostOf, hrefOf, mailHref } from '../../src/directory/links.ts';
import type { PackChannel } from '../../src/directory/pack.ts';

const link = (type: PackChannel['type'], value: string) => hrefOf({ type, value });

describe('the link of a channel', () => {
  it.each<[PackChannel['type'], string, string | undefined]>([
    ['phone', '+37167898343', 'tel:+37167898343'],
    ['phone', '116006', 'tel:116006'],
    ['sms', '+37167898343', 'sms:+37167898343'],
    ['phone', '*#06#', 'tel:06'],
    ['phone', '+371,,9;ext=1', 'tel:+37191'],
    ['email', 'a.b-c_d@example.org', 'mailto:a.b-c_d@example.org'],
    ['email', 'a+b@example.org', 'mailto:a%2Bb@example.org'],
    ['email', 'a@example.org?bcc=b@example.org', 'mailto:a@example.org%3Fbcc%3Db%40example.org'],
    ['web', 'https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['web', 'http://example.org', 'http://example.org'],
    ['web', 'javascript:alert(1)', undefined],
    ['chat', 'data:text/html,x', undefined],
    ['form', 'intent://x', undefined],
    ['telegram', ' https://example.org', undefined],
  ])('%s %s: %s', (type, value, href) => {
    expect(link(type, value)).toBe(href);
  });

  it('dials only digits, writes to one mailbox with nothing besides, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(callHref(text)).toMatch(/^tel:\+?\d*$/);
        expect(mailHref(text)).toMatch(/^mailto:[^?&#/:]*$/);
        for (const type of ['web', 'chat', 'form', 'telegram'] as const) {
          expect(link(type, text) ?? 'https://').toMatch(/^https?:\/\//i);
        }
        expect(typeof hostOf(text)).toBe('string');
      }),
    );
  });
});
