/** Parts of a screen that few need and that it can be without: they come with what they say, after the screen. */
import { type ComponentType, lazy } from 'react';
import { laterMessages } from '../i18n/i18n.ts';
import type { Group } from '../i18n/parts.ts';

const nothing = () => null;

async function withWords<Part>(load: () => Promise<Part>, groups: readonly Group[]): Promise<Part> {
  return (await Promise.all([load(), ...groups.map(laterMessages)]))[0];
}

/** A part that is left out where it cannot be had. @param groups what it says */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  ...groups: Group[]
) {
  return lazy(() => withWords(load, groups).catch((): { default: ComponentType<Props> } => ({ default: nothing })));
}
