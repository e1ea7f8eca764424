import { useDirectory } from '../../dataset/useDirectory.ts';
import type { PackChannel } from '../../directory/pack.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/labels.ts';
import { InEnglish } from './InEnglish.tsx';

/** What a number or an address is for, in words: a fixed wording, or the curators'. Nothing where no page says. */
export function Purpose({ channel: { purpose } }: { channel: Pick<PackChannel, 'purpose'> }) {
  const { taxonomy } = useDirectory();
  if (purpose === undefined) return null;
  const { text, inEnglish } = wording(taxonomy.purposes, purpose, currentLanguage());
  return inEnglish ? <InEnglish>{text}</InEnglish> : text;
}
