/** The mail that carries corrections, and how it is read again from what mail programs make of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail, readProposals } from '../../scripts/proposals/read.ts';
import { MAX_LINK, type Mail, mailLink } from '../../src/corrections/mail.ts';
import { postsOf } from '../../src/corrections/sending.ts';
import { proposalsText, proposalsWithin } from '../../src/directory/proposal-text.ts';

const proposal = {
  kind: 'change',
  responder: 'lv-line',
  channel: { type: 'phone', value: '+37126000000' },
  field: 'value',
  old: '+37126000000',
  new: '+37126123456',
  source: { how: 'rang', by: 'Rīgas sociālais dienests', day: '2026-11-26' },
  id: 'p-1',
  note: "Piezīme: “jā” & nē; 100 %, it's (ok) {here}",
};
const JSON_LINE = proposalsText('2026-11-27', 2, [proposal]);
const mail: Mail = {
  to: 'labojumi@example.lv',
  subject: 'Harbour: labojumi',
  lines: ['Labojumi Harbour katalogam.', '', '- Pareizi: +37126123456'],
  json: JSON_LINE,
  attach: 'Lūdzu, pievienojiet failu.',
};
const bytes = (text: string) => new TextEncoder().encode(text);
const bodyOf = (href: string) => decodeURIComponent(/[?&]body=(.*)$/.exec(href)?.[1] ?? '');

describe('the link', () => {
  it('has lines as mails have them, and nothing that ends it early', () => {
    const { href, whole } = mailLink(mail);
    expect(whole).toBe(true);
    expect(href).toMatch(/^mailto:labojumi@example\.lv\?subject=[\w.~%-]+&body=[\w.~%-]+$/);
    expect(href).toContain('%0D%0A');
    expect(href.replaceAll('%0D%0A', '')).not.toMatch(/%0A|%0D/);
  });

  it('never is longer than mail programs take, and says the same when it is read, or that a file hangs on it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 30 }),
        fc.string({ unit: 'binary', maxLength: 600 }),
        (lines, note) => {
          const json = proposalsText('2026-11-27', 2, [{ ...proposal, note: note.toWellFormed?.() ?? '' }]);
          const { href, whole } = mailLink({ ...mail, lines, json });
          expect(href.length).toBeLessThanOrEqual(MAX_LINK);
          const body = bodyOf(href);
          if (whole) expect(body).toContain(json);
          else expect(body.startsWith(mail.attach)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is whole for one correction of usual length, also in Cyrillic', () => {
    const note = 'Номер не працює, відповідає інша установа.';
    expect(mailLink({ ...mail, json: proposalsText('2026-11-27', 2, [{ ...proposal, note }]) }).whole).toBe(true);
  });
});

describe('what mail programs make of it', () => {
  const body = bodyOf(mailLink(mail).href);
  it.each<[string, string]>([
    ['as it is', body],
    ['without line breaks', body.replace(/\r\n/g, ' ')],
    ['with only line feeds', body.replace(/\r\n/g, '\n')],
    ['answered', body.replace(/^/gm, '> ')],
    ['answered twice', body.replace(/^/gm, '> > ')],
    ['wrapped at spaces', body.replace(/(.{1,60}) /g, '$1\r\n')],
    ['wrapped at spaces and quoted', body.replace(/(.{1,60}) /g, '$1\n').replace(/^/gm, '> ')],
    ['with hard spaces', body.replace(/ /g, '\u00a0')],
    ['with other brackets before it', `{see below} {"made" up}\n${body}`],
  ])('%s', (_name, text) => {
    const { entries, refused } = readProposals('mail.txt', bytes(text));
    expect(refused).toEqual([]);
    expect(entries.map((entry) => entry.proposal)).toEqual([proposal]);
  });

  const head = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n';
  const quoted = (text: string) =>
    [...bytes(text)]
      .map((byte) =>
        byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
      )
      .join('')
      .replace(/[^\r\n]{70}(?=[^\r\n])/g, (line) => (/=.?$/.test(line) ? line : `${line}=\r\n`));
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
  const html = `<html><body><p>Labojumi</p><div>${JSON_LINE.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}</div></body></html>`;
  it.each<[string, string]>([
    ['plain', `${head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body}`],
    [
      'quoted-printable',
      `${head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(body)}`,
    ],
    [
      'base64',
      `${head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(body)}`,
    ],
    ['a page only', `${head}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`],
    [
      'a file that hangs on it',
      `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee the file\r\n--b\r\nContent-Type: application/json; name="c.json"\r\nContent-Disposition: attachment; filename="c.json"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(JSON_LINE)}\r\n--b--\r\n`,
    ],
  ])('saved: %s', async (_name, text) => {
    const { entries, refused } = await readMail('mail.eml', bytes(text));
    expect(refused).toEqual([]);
    expect(entries.map((entry) => entry.proposal)).toEqual([proposal]);
  });

  it('says when nothing is in it', async () => {
    expect((await readMail('mail.eml', bytes(`${head}\r\nHello {there}`))).refused).toMatchObject([
      { where: 'mail.eml' },
    ]);
    expect(readProposals('mail.txt', bytes('Hello {there}')).refused).toMatchObject([{ where: 'mail.txt' }]);
  });
});

it('finds no more than stands there, in whatever text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const clean = (text: string) => text.replace(/[{}"\\]/g, '');
      expect(proposalsWithin(clean(before) + JSON_LINE + clean(after))).toEqual([JSON.parse(JSON_LINE)]);
      expect(() => proposalsWithin(before + after)).not.toThrow();
    }),
  );
  // Not to be read for ever.
  expect(proposalsWithin('{"made":'.repeat(200_000))).toEqual([]);
});

it('goes to the curators of its country, else to those for all, else to nobody', () => {
  const correction = (content: Record<string, unknown>) => ({
    id: 'p',
    at: 1,
    made: '2026-11-27',
    edition: 2,
    proposal: { kind: 'x', ...content },
  });
  const all = [
    correction({ responder: 'lv-line' }),
    correction({ about: 'responder.ro-anitp' }),
    correction({ country: 'eu', about: 'measure.1' }),
  ];
  expect(postsOf(all, {}).map(({ to, corrections }) => [to, corrections.length])).toEqual([[undefined, 3]]);
  expect(
    postsOf(all, { all: 'all@example.org', countries: { lv: 'lv@example.org' } }).map(({ to, corrections }) => [
      to,
      corrections.length,
    ]),
  ).toEqual([
    ['lv@example.org', 1],
    ['all@example.org', 2],
  ]);
  expect(
    postsOf(all, { countries: { ro: 'ro@example.org' } }).map(({ to, corrections }) => [to, corrections.length]),
  ).toEqual([
    [undefined, 2],
    ['ro@example.org', 1],
  ]);
});
