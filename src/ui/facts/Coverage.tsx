import { useDirectory } from '../../dataset/useDirectory.ts';
import type { PackResponder } from '../../directory/pack.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/labels.ts';
import { InEnglish } from './InEnglish.tsx';

/** In which part of the country a responder works: a fixed wording, a town by the name it has in the language, or the curators' words. */
export function Coverage({
  responder: { coverage, country },
}: {
  responder: Pick<PackResponder, 'coverage' | 'country'>;
}) {
  const language = currentLanguage();
  const { taxonomy, places } = useDirectory();
  const { text, inEnglish } = wording(taxonomy.coverage, coverage, language);
  const town = inEnglish
    ? Object.values(places.cities).find((city) => city.country === country && city.name.en === coverage)?.name[language]
    : undefined;
  if (town !== undefined) return town;
  return inEnglish ? <InEnglish>{text}</InEnglish> : text;
}
