/** Parts of a screen that few need and that it can be without: they come with what they say, after the screen. */
import { type ComponentType, lazy } from 'react';

const nothing: ComponentType<object> = () => null;

async function withWords<Part>(load: () => Promise<Part>): Promise<Part> {
  const { laterMessages } = await import('../i18n/later.ts');
  return (await Promise.all([load(), laterMessages('backup')]))[0];
}

/** A part that is left out where it cannot be had. */
export function later(load: () => Promise<{ default: ComponentType<object> }>) {
  return lazy(() => withWords(load).catch(() => ({ default: nothing })));
}
