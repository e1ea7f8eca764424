/** The reminder that goes into the phone's calendar. */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { reminderOf } from '../../src/kept/reminder.ts';

const text = reminderOf('2026-12-31', 'Harbour: a plan’s next step is due', 'a-b-c', new Date('2026-11-27T12:34:56Z'));

test('is an event of the whole day with an alarm in the morning, as calendars read it', () => {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  expect(event.startDate.toString()).toBe('2026-12-31');
  expect(event.startDate.isDate).toBe(true);
  expect(event.summary).toBe('Harbour: a plan’s next step is due');
  const alarm = event.component.getFirstSubcomponent('valarm');
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('PT9H');
  expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-27T12:34:56Z');
});

test('has the lines that RFC 5545 asks for', () => {
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('says that something is due, and nothing of what, for whom or where', () => {
  const said = text.match(/^[A-Z-]+/gm)?.filter((name) => !['BEGIN', 'END'].includes(name));
  expect(new Set(said)).toEqual(
    new Set([
      'VERSION',
      'PRODID',
      'UID',
      'DTSTAMP',
      'DTSTART',
      'SUMMARY',
      'CLASS',
      'TRANSP',
      'ACTION',
      'DESCRIPTION',
      'TRIGGER',
    ]),
  );
  expect(text).not.toMatch(/https?:/);
});
