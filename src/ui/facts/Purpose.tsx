import { useDirectory } from '../../dataset/useDirectory.ts';
import type { PackChannel } from '../../directory/pack.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { fixedWording } from '../../i18n/labels.ts';
import { InPassing } from './InEnglish.tsx';

/** What a number or an address is for, in words: a fixed wording, or the curators'. Nothing where no page says. */
export function Purpose({ channel: { purpose } }: { channel: Pick<PackChannel, 'purpose'> }) {
  const { taxonomy } = useDirectory();
  if (purpose === undefined) return null;
  return fixedWording(taxonomy.purposes, purpose, currentLanguage()) ?? <InPassing>{purpose}</InPassing>;
}
