/** The app's own screens that the search leads to: where they are, and the message that names them where they are opened. */
import type { ScreenName } from '../directory/codes.ts';

export const SCREEN_PAGES: Readonly<Record<ScreenName, { href: string; title: string }>> = {
  'first-words': { href: '/first-words', title: 'home.words' },
  plan: { href: '/referral', title: 'home.met' },
  kept: { href: '/workspace', title: 'nav.kept' },
};
