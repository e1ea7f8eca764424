import { useDirectory } from '../../dataset/useDirectory.ts';
import { phoneCountry } from '../../device/phone.ts';
import { useSettings } from '../../device/settings.ts';
import { COUNTRIES, type CountryCode } from '../../directory/codes.ts';
import { countryOf } from '../../directory/directory.ts';
import type { CountryPack } from '../../directory/pack.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { homeOf } from '../../workspace/visits/prepare.ts';

/** The two countries of a visit. */
export interface VisitCountries {
  there: CountryPack;
  to: CountryCode;
  home: CountryPack | undefined;
}

/**
 * @param from where one comes from, as the visit remembers it; absent: as the settings and the phone say
 * @returns undefined for a visit to a country that is not one of the fourteen
 */
export function useVisitCountries(code: string, from?: string): VisitCountries | undefined {
  const directory = useDirectory();
  const { country: chosen } = useSettings();
  const to = COUNTRIES.find((known) => known === code);
  if (!to) return undefined;
  const remembered = COUNTRIES.find((known) => known === from && known !== to);
  const home = remembered ?? homeOf(to, { chosen, phone: phoneCountry(), language: currentLanguage() });
  return { there: countryOf(directory, to), to, home: home && countryOf(directory, home) };
}
