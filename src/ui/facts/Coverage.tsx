import { useDirectory } from '../../dataset/useDirectory.ts';
import type { PackResponder } from '../../directory/pack.ts';
import { townBeside } from '../../directory/towns.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { fixedWording } from '../../i18n/labels.ts';
import { InPassing } from './InEnglish.tsx';

/** In which part of the country a responder works, and the town it sits in where that does not say it. */
export function Coverage({ responder }: { responder: Pick<PackResponder, 'coverage' | 'country' | 'addresses'> }) {
  const { places } = useDirectory();
  const seat = townBeside(responder, places, currentLanguage());
  return (
    <>
      {seat !== undefined && `${seat} · `}
      <Part {...responder} />
    </>
  );
}

/** A fixed wording, a town by the name it has in the language, or the curators' words. */
function Part({ coverage, country }: Pick<PackResponder, 'coverage' | 'country'>) {
  const language = currentLanguage();
  const { taxonomy, places } = useDirectory();
  const town = () =>
    Object.values(places.cities).find((city) => city.country === country && city.name.en === coverage)?.name[language];
  return fixedWording(taxonomy.coverage, coverage, language) ?? town() ?? <InPassing>{coverage}</InPassing>;
}
