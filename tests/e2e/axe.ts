import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules that look at colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** axe on a screen: all its rules in the light theme, and those of colours in the others, in which nothing else differs. */
export function axe(page: Page, theme: string = 'light'): AxeBuilder {
  const builder = new AxeBuilder({ page });
  return theme === 'light' ? builder.options({ resultTypes: ['violations'] }) : builder.withRules(OF_COLOURS);
}
