import { visitMessages } from '../../i18n/later.ts';
import Visits from './Visits.tsx';

/** The screens of visits, once what they say is there too. Here, so that the shell need not know of the messages. */
export async function load(): Promise<{ default: typeof Visits }> {
  await visitMessages();
  return { default: Visits };
}
