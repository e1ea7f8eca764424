import { describe, expect, it } from 'vitest';
import type { PackChannel } from '../../src/directory/pack.ts';
import { shownNumber } from '../../src/directory/shown-number.ts';

const channel = (extra: Partial<PackChannel>): PackChannel => ({
  type: 'phone',
  value: '+3710000',
  sources: ['a'],
  national: 'at home',
  international: '+371 abroad',
  ...extra,
});

describe('the number shown', () => {
  it.each([
    ['carries its country code also at home', {}, false, '+371 abroad'],
    ['carries its country code from abroad', {}, true, '+371 abroad'],
    ['is the national form where it cannot be reached from abroad', { fromAbroad: false }, true, 'at home'],
    ['is the national form of a freephone line for those in its country', { freephone: true }, false, 'at home'],
    ['is the international form of a freephone line for those elsewhere', { freephone: true }, true, '+371 abroad'],
    ['is the short number where there is no other', { international: undefined }, true, 'at home'],
    ['is the value where nothing was formatted', { international: undefined, national: undefined }, false, '+3710000'],
  ] as const)('%s', (_, extra, abroad, shown) => {
    expect(shownNumber(channel(extra as Partial<PackChannel>), abroad)).toBe(shown);
  });
});
