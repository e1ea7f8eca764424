/** Parts of a screen that few need and that it can be without: they come with what they say, after the screen. */
import { type ComponentType, lazy } from 'react';
import { laterMessages } from '../i18n/i18n.ts';

const nothing: ComponentType<object> = () => null;

async function withWords<Part>(load: () => Promise<Part>): Promise<Part> {
  return (await Promise.all([load(), laterMessages('backup')]))[0];
}

/** A part that is left out where it cannot be had. */
export function later(load: () => Promise<{ default: ComponentType<object> }>) {
  return lazy(() => withWords(load).catch(() => ({ default: nothing })));
}
