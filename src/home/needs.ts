/** The picture of each need, and its list. */
import {
  Baby,
  BedDouble,
  Building2,
  HardHat,
  HeartHandshake,
  House,
  IdCard,
  Landmark,
  Languages,
  type LucideIcon,
  Scale,
  Shield,
  Stethoscope,
} from 'lucide-react';
import type { NeedName } from '../directory/needs.ts';
import type { CountryCode } from '../directory/schema.ts';

export const ICONS: Readonly<Record<NeedName, LucideIcon>> = {
  shelter: BedDouble,
  medical: Stethoscope,
  psychological: HeartHandshake,
  legal: Scale,
  child: Baby,
  police: Shield,
  embassy: Landmark,
  work: HardHat,
  interpretation: Languages,
  documents: IdCard,
  return: House,
  municipality: Building2,
};

/** The address of the responders for a need, in a country when one is chosen. Whose embassy it has to be is asked there. */
export function needHref(need: NeedName, country: CountryCode | undefined): string {
  if (need === 'embassy') return country ? `/missions?in=${country}` : '/missions';
  return `/responders?${new URLSearchParams({ ...(country && { country }), need })}`;
}
