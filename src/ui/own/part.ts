import { type ComponentType, lazy } from 'react';
import { laterMessages } from '../../i18n/i18n.ts';

type Late = typeof import('./late.ts');

/** A part that comes late, with what it says. @param without what stands in its place where it cannot be had */
export function ownPart<Props extends object>(
  pick: (late: Late) => ComponentType<Props>,
  without: ComponentType<Props> = () => null,
) {
  return lazy(async () => {
    try {
      const [late] = await Promise.all([import('./late.ts'), laterMessages('corner')]);
      return { default: pick(late) };
    } catch (error) {
      console.warn('own:', error);
      return { default: without };
    }
  });
}
