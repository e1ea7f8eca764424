import { expect, it } from 'vitest';
import { worthKeeping } from '../../src/device/storage.ts';

const nothing = { installed: false, saved: false, readyOffline: false, visits: 1 };

it.each([
  ['a first look', nothing, false],
  ['a first visit that made everything ready', { ...nothing, readyOffline: true }, false],
  ['a second visit to an app that is not ready', { ...nothing, visits: 2 }, false],
  ['a second visit to an app that is ready', { ...nothing, readyOffline: true, visits: 2 }, true],
  ['an installed app', { ...nothing, installed: true }, true],
  ['something saved', { ...nothing, saved: true }, true],
])('asking for lasting storage after %s: %o is %s', (_, reasons, expected) => {
  expect(worthKeeping(reasons)).toBe(expected);
});
