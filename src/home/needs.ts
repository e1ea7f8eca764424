/** What one may need, each as a filter of the responders. */
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
import type { CountryCode } from '../directory/schema.ts';

export interface Need {
  /** The message `home.need.<name>`. */
  name: string;
  filter: { service: string } | { kind: string };
  icon: LucideIcon;
}

export const NEEDS: readonly Need[] = [
  { name: 'shelter', filter: { service: 'shelter' }, icon: BedDouble },
  { name: 'medical', filter: { service: 'medical' }, icon: Stethoscope },
  { name: 'psychological', filter: { service: 'psychological' }, icon: HeartHandshake },
  { name: 'legal', filter: { service: 'legal' }, icon: Scale },
  { name: 'child', filter: { kind: 'child-protection,child-helpline,missing-children' }, icon: Baby },
  { name: 'police', filter: { kind: 'police' }, icon: Shield },
  { name: 'embassy', filter: { kind: 'consular' }, icon: Landmark },
  { name: 'work', filter: { kind: 'labour-inspectorate' }, icon: HardHat },
  { name: 'interpretation', filter: { service: 'interpretation' }, icon: Languages },
  { name: 'documents', filter: { service: 'documents' }, icon: IdCard },
  { name: 'return', filter: { service: 'return' }, icon: House },
  { name: 'municipality', filter: { kind: 'municipality' }, icon: Building2 },
];

/** The address of the responders for a need, in a country when one is chosen. */
export function needHref(need: Need, country: CountryCode | undefined): string {
  return `/responders?${new URLSearchParams({ ...(country && { country }), ...need.filter })}`;
}
