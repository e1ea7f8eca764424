/** From what is typed about somebody to what is kept. */
import { expect, test } from 'vitest';
import { contactOf, editBy, emptyForm, formOf } from '../../src/kept/contact-form.ts';
import type { OwnContact } from '../../src/workspace/own.ts';

const contact: OwnContact = {
  id: 'a',
  at: 7,
  name: 'Ilze',
  role: 'Duty officer',
  country: 'lv',
  channels: [
    { kind: 'phone', value: '+371 67 123 456', label: 'day' },
    { kind: 'email', value: 'ilze@office.example' },
  ],
  languages: ['lv', 'en'],
};

test('a name alone is a contact', () => {
  const { at, ...kept } = contactOf({ ...emptyForm(), name: '  Ilze ' }, 'a');
  expect(kept).toEqual({ id: 'a', name: 'Ilze', channels: [], languages: [] });
  expect(at).toBeGreaterThan(0);
});

test('a form that was only looked at changes nothing', () => {
  expect(editBy(formOf(contact), formOf(contact))(contact)).toEqual(contact);
});

test('what was changed in the form is so, and what another tab changed meanwhile stays', () => {
  const start = formOf(contact);
  const other = { ...contact, met: 'Kyiv', languages: ['uk'] };
  expect(editBy(start, { ...start, role: '', note: ' Ask for her ' })(other)).toEqual({
    id: 'a',
    at: 7,
    name: 'Ilze',
    country: 'lv',
    met: 'Kyiv',
    note: 'Ask for her',
    channels: contact.channels,
    languages: ['uk'],
  });
});

test('two numbers in one row are two; a row that was left alone keeps what a newer version wrote there', () => {
  const newer = { ...contact, channels: [{ kind: 'phone', value: '116 006', pref: 1 } as never, ...contact.channels] };
  const start = formOf(newer);
  const reach = start.reach.map((row, at) => (at === 1 ? { ...row, typed: '67123456, 26123456' } : row));
  expect(editBy(start, { ...start, reach })(newer)?.channels).toEqual([
    { kind: 'phone', value: '116 006', pref: 1 },
    { kind: 'phone', value: '67123456', label: 'day' },
    { kind: 'phone', value: '26123456', label: 'day' },
    { kind: 'email', value: 'ilze@office.example' },
  ]);
});

test('of a contact that is gone the form makes nothing by itself', () => {
  expect(editBy(formOf(contact), { ...formOf(contact), name: 'Anna' })(undefined)).toBeUndefined();
});
