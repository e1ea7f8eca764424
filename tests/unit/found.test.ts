/** How many rows are drawn with the letter that was typed: as many as a phone shows, whichever kind they are. */
import { expect, test } from 'vitest';
import { foundBy } from '../../src/home/found.ts';
import type { Answer, Hit } from '../../src/search/types.ts';

const hit = (id: string, type: Hit['type'] = 'responder'): Hit => ({
  id,
  type,
  country: 'lv',
  matches: [],
  reasons: [],
});
const answer = (hits: Hit[], guidance: Hit[] = []): Answer => ({
  hits,
  nearest: false,
  understood: [],
  rest: '',
  guidance: () => guidance,
});
const everyOne = () => true;

test.each([
  ['with a number each', ['call', 'call', 'call', 'call'], 3, true],
  ['one without', ['none', 'call', 'call', 'call'], 3, true],
  ['two without', ['none', 'call', 'none', 'call', 'call'], 4, true],
  ['all without', ['none', 'none', 'none', 'none', 'none'], 4, true],
  ['two in all', ['call', 'call'], 2, false],
  ['nothing', [], 0, false],
])('rows in sight: %s', (_, rows, inSight, more) => {
  const hits = rows.map((row, at) => hit(`${row}-${at}`));
  const found = foundBy('a', answer(hits), everyOne, ({ id }) => id.startsWith('call'));
  expect(found.inSight).toEqual(hits.slice(0, inSight));
  expect(found.more).toBe(more);
});

test('what is no responder is in sight where there is room below', () => {
  const found = foundBy('a', answer([hit('a'), hit('lv.stay', 'legal')], [hit('b', 'guide')]), everyOne, everyOne);
  expect(found.inSight.map(({ id }) => id)).toEqual(['a', 'b', 'lv.stay']);
});
