import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekOf } from '../../scripts/data/hours.ts';
import { isRoundTheClock, localClock, type Opening, openingAt } from '../../src/directory/opening.ts';

const RIGA = 'Europe/Riga';
/** Public holidays of the tables: a Wednesday, the Friday of Christmas, and the Friday of the new year. */
const HOLIDAYS = ['2026-11-18', '2026-12-25', '2027-01-01'];

const h = (hour: number, minutes = 0) => hour * 60 + minutes;
const at = (inDays: number, weekday: number, minutes: number) => ({ inDays, weekday, minutes });
const open = (until: ReturnType<typeof at>, holiday = false): Opening => ({ state: 'open', until, holiday });
const closed = (opens: ReturnType<typeof at> | undefined, holiday = false): Opening => ({
  state: 'closed',
  opens,
  holiday,
});
const always: Opening = { state: 'always' };

describe('openingAt', () => {
  // In winter Riga is two hours ahead of UTC. 2026-11-16 is a Monday.
  it.each<[string, string, string, Opening]>([
    ['before hours', 'Mo-Fr 09:00-17:00', '2026-11-16T06:59Z', closed(at(0, 0, h(9)))],
    ['at the minute it opens', 'Mo-Fr 09:00-17:00', '2026-11-16T07:00Z', open(at(0, 0, h(17)))],
    ['within hours', 'Mo-Fr 09:00-17:00', '2026-11-16T12:00Z', open(at(0, 0, h(17)))],
    ['the last minute', 'Mo-Fr 09:00-17:00', '2026-11-16T14:59Z', open(at(0, 0, h(17)))],
    ['at the minute it closes', 'Mo-Fr 09:00-17:00', '2026-11-16T15:00Z', closed(at(1, 1, h(9)))],
    ['over lunch', 'Mo-Fr 09:00-12:00,13:00-17:00', '2026-11-16T10:30Z', closed(at(0, 0, h(13)))],
    ['Friday evening', 'Mo-Fr 09:00-17:00', '2026-11-20T16:00Z', closed(at(3, 0, h(9)))],
    ['Saturday', 'Mo-Fr 09:00-17:00', '2026-11-21T10:00Z', closed(at(2, 0, h(9)))],
    ['Sunday on a weekend line', 'Sa-Su 10:00-14:00', '2026-11-22T09:00Z', open(at(0, 6, h(14)))],
    ['once a week, the day after', 'We 15:00-18:00', '2026-11-26T08:00Z', closed(at(6, 2, h(15)))],
    ['once a week, just after', 'We 15:00-18:00', '2026-11-25T16:00Z', closed(at(7, 2, h(15)))],
    ['evening of a line over midnight', 'Mo-Su 18:00-02:00', '2026-11-16T20:00Z', open(at(1, 1, h(2)))],
    ['after midnight', 'Mo-Su 18:00-02:00', '2026-11-16T23:30Z', open(at(0, 1, h(2)))],
    ['after midnight of the only day', 'Su 20:00-04:00', '2026-11-23T01:00Z', open(at(0, 0, h(4)))],
    ['the evening before that', 'Mo 00:00-04:00', '2026-11-22T20:00Z', closed(at(1, 0, 0))],
    ['until midnight', 'Mo-Su 10:00-24:00', '2026-11-16T20:00Z', open(at(1, 1, 0))],
    ['a night that meets the next day', 'Fr 16:00-24:00, Sa-Su 00:00-24:00', '2026-11-20T18:00Z', open(at(3, 0, 0))],
    ['the last night of such a weekend', 'Fr 16:00-24:00, Sa-Su 00:00-24:00', '2026-11-22T18:00Z', open(at(1, 0, 0))],
    ['round the clock', '24/7', '2026-11-22T03:00Z', always],
    ['round the clock on a holiday nobody excepts', '24/7', '2026-11-18T03:00Z', always],
    // Wednesday 2026-11-18 is a public holiday.
    [
      'holiday that no page speaks of, within hours',
      'Mo-Fr 09:00-17:00',
      '2026-11-18T10:00Z',
      open(at(0, 2, h(17)), true),
    ],
    [
      'holiday that no page speaks of, before hours',
      'Mo-Fr 09:00-17:00',
      '2026-11-18T04:00Z',
      closed(at(0, 2, h(9)), true),
    ],
    ['holiday off', 'Mo-Fr 09:00-17:00; PH off', '2026-11-18T10:00Z', closed(at(1, 3, h(9)))],
    ['the evening before a holiday off', 'Mo-Fr 09:00-17:00; PH off', '2026-11-17T16:00Z', closed(at(2, 3, h(9)))],
    ['holiday hours', 'Mo-Fr 09:00-17:00; PH 10:00-12:00', '2026-11-18T09:00Z', open(at(0, 2, h(12)))],
    ['after holiday hours', 'Mo-Fr 09:00-17:00; PH 10:00-12:00', '2026-11-18T11:00Z', closed(at(1, 3, h(9)))],
    ['only on holidays', 'PH 10:00-12:00', '2026-11-16T09:00Z', closed(at(2, 2, h(10)))],
    ['only on holidays, none near', 'PH 10:00-12:00', '2026-11-24T09:00Z', closed(undefined)],
    ['round the clock but on holidays, on one', '24/7; PH off', '2026-11-18T10:00Z', closed(at(1, 3, 0))],
    ['round the clock but on holidays, the day before', '24/7; PH off', '2026-11-17T10:00Z', open(at(1, 2, 0))],
    ['round the clock but on holidays, none near', '24/7; PH off', '2026-11-24T10:00Z', always],
    ['a weekly day that is a holiday', 'We 15:00-18:00; PH off', '2026-11-12T10:00Z', closed(at(13, 2, h(15)))],
    // The clocks of Riga go forward on 2026-03-29 at 03:00 and back on 2026-10-25 at 04:00.
    ['the hour before the clocks go forward', 'Mo-Su 04:00-08:00', '2026-03-29T00:59Z', closed(at(0, 6, h(4)))],
    ['the minute after the clocks go forward', 'Mo-Su 04:00-08:00', '2026-03-29T01:00Z', open(at(0, 6, h(8)))],
    ['the hour that comes twice, first time', 'Mo-Su 03:00-04:00', '2026-10-25T00:30Z', open(at(0, 6, h(4)))],
    ['the hour that comes twice, second time', 'Mo-Su 03:00-04:00', '2026-10-25T01:30Z', open(at(0, 6, h(4)))],
    ['after the clocks went back', 'Mo-Su 03:00-04:00', '2026-10-25T02:00Z', closed(at(1, 0, h(3)))],
    // Hours in two pieces, a weekend, the evening before the feasts, a night line on a holiday.
    ['between two pieces of a day', 'Mo-Su 00:00-07:00,18:00-24:00', '2026-11-25T06:51Z', closed(at(0, 2, h(18)))],
    [
      'the piece that runs into the next day',
      'Mo-Su 00:00-07:00,18:00-24:00',
      '2026-11-25T20:00Z',
      open(at(1, 3, h(7))),
    ],
    ['Friday at 22', 'Mo-Fr 09:00-17:00', '2026-11-27T20:00Z', closed(at(3, 0, h(9)))],
    ['24 December at 18', 'Mo-Fr 09:00-17:00; PH off', '2026-12-24T16:00Z', closed(at(4, 0, h(9)))],
    [
      'a night line after midnight, on a holiday that is off',
      'Mo-Su 20:00-04:00; PH off',
      '2026-11-17T23:00Z',
      open(at(0, 2, h(4))),
    ],
    ['in summer', 'Mo-Fr 09:00-17:00', '2026-07-01T06:00Z', open(at(0, 2, h(17)))],
  ])('%s (%s at %s)', (_name, hours, now, expected) => {
    expect(openingAt(weekOf(hours, 'lv'), RIGA, HOLIDAYS, new Date(now))).toEqual(expected);
  });

  it.each([
    // Monday 2026-11-16, 08:30 in Riga.
    ['Europe/Riga', '2026-11-16T06:30Z', 'closed'],
    ['Atlantic/Reykjavik', '2026-11-16T06:30Z', 'closed'],
    ['Europe/Kyiv', '2026-11-16T07:00Z', 'open'],
    ['Europe/Berlin', '2026-11-16T07:00Z', 'closed'],
    ['Europe/Berlin', '2026-11-16T08:00Z', 'open'],
    ['Atlantic/Reykjavik', '2026-11-16T16:59Z', 'open'],
    ['Europe/Berlin', '2026-11-16T16:00Z', 'closed'],
    ['Europe/Moscow', '2026-11-16T06:00Z', 'open'],
    // Sunday evening in UTC is Monday in Kamchatka.
    ['Asia/Kamchatka', '2026-11-15T21:30Z', 'open'],
  ])('reads hours in %s: at %s it is %s', (timeZone, now, state) => {
    expect(openingAt(weekOf('Mo-Fr 09:00-17:00', 'lv'), timeZone, [], new Date(now)).state).toBe(state);
  });

  it('knows nothing without hours', () => {
    expect(openingAt(undefined, RIGA, HOLIDAYS, new Date())).toEqual({ state: 'unknown' });
  });

  it('never says a time that has passed, and names the weekday that it counts to', () => {
    const hours = fc.constantFrom('Mo-Fr 09:00-17:00', 'Mo-Su 18:00-02:00', 'We 15:00-18:00; PH off', 'Su 20:00-04:00');
    const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const zone = fc.constantFrom('Europe/Riga', 'Atlantic/Reykjavik', 'Europe/Kyiv', 'Europe/Moscow');
    fc.assert(
      fc.property(hours, zone, now, (text, timeZone, moment) => {
        const clock = localClock(timeZone, moment);
        const opening = openingAt(weekOf(text, 'lv'), timeZone, HOLIDAYS, moment);
        const next = opening.state === 'open' ? opening.until : opening.state === 'closed' ? opening.opens : undefined;
        expect(next).toBeDefined();
        if (!next) return;
        expect(next.inDays * h(24) + next.minutes).toBeGreaterThan(clock.minutes);
        expect(next.weekday).toBe((clock.weekday + next.inDays) % 7);
      }),
    );
  });
});

describe('localClock', () => {
  it.each([
    ['Europe/Riga', '2026-11-16T06:30:00Z', { date: '2026-11-16', weekday: 0, minutes: h(8, 30) }],
    ['Europe/Riga', '2026-11-15T22:00:00Z', { date: '2026-11-16', weekday: 0, minutes: 0 }],
    ['Atlantic/Reykjavik', '2026-11-15T23:59:59Z', { date: '2026-11-15', weekday: 6, minutes: h(23, 59) }],
    ['Europe/Riga', '2026-12-31T22:30:00Z', { date: '2027-01-01', weekday: 4, minutes: 30 }],
  ])('in %s at %s', (timeZone, now, clock) => {
    expect(localClock(timeZone, new Date(now))).toEqual(clock);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => localClock('Europe/Atlantis', new Date())).toThrow(RangeError);
  });
});

describe('isRoundTheClock', () => {
  it.each([
    ['24/7', true],
    ['Mo-Su 00:00-24:00', true],
    ['Mo-Su,PH 00:00-24:00', true],
    ['24/7; PH off', false],
    ['Mo-Su 00:00-23:59', true],
    ['Mo-Su 23:00-22:59', true],
    ['Mo-Sa 00:00-23:59', false],
    ['Mo-Sa 00:00-24:00', false],
    ['Mo-Fr 16:00-08:00, Sa-Su 00:00-24:00', false],
  ])('%s: %s', (hours, expected) => {
    expect(isRoundTheClock(weekOf(hours, 'lv'))).toBe(expected);
  });

  it('is not known without hours', () => {
    expect(isRoundTheClock(undefined)).toBe(false);
  });
});
