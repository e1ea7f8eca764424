import { type ComponentType, lazy } from 'react';

/** A part that comes late, with what it says. Where it cannot be had, the screen stands without it. */
export function ownPart<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    try {
      const [part] = await Promise.all([
        load(),
        import('../../i18n/later.ts').then(({ cornerMessages }) => cornerMessages()),
      ]);
      return part;
    } catch (error) {
      console.warn('own:', error);
      return { default: (() => null) as ComponentType<Props> };
    }
  });
}
