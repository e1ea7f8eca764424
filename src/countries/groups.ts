/** Responders of a country by what they do, in the order in which one usually needs them. No React. */
import type { PackResponder } from '../directory/pack.ts';

/** Group → kinds of responder (codes of the taxonomy). A kind that stands nowhere comes last, under `others`. */
const GROUPS = {
  lines: ['hotline'],
  ngos: ['ngo', 'shelter'],
  police: ['police', 'border-guard', 'prosecutor'],
  children: ['child-protection', 'child-helpline', 'missing-children'],
  care: ['social-services', 'municipality', 'health'],
  work: ['labour-inspectorate'],
  rights: ['legal-aid', 'compensation-authority', 'ombudsman'],
  papers: ['migration-authority', 'consular'],
  lead: ['national-coordinator', 'national-rapporteur', 'ministry'],
  others: ['international-organisation', 'other'],
} as const;

export type ResponderGroup = keyof typeof GROUPS;

/** The groups that have somebody in them; every responder stands in exactly one, in the order of the data. */
export function grouped(
  responders: readonly PackResponder[],
): { group: ResponderGroup; responders: PackResponder[] }[] {
  const groups = Object.keys(GROUPS) as ResponderGroup[];
  return groups
    .map((group) => ({ group, responders: responders.filter(({ kind }) => groupOf(kind) === group) }))
    .filter((entry) => entry.responders.length > 0);
}

function groupOf(kind: string): ResponderGroup {
  const groups = Object.entries(GROUPS) as [ResponderGroup, readonly string[]][];
  return groups.find(([, kinds]) => kinds.includes(kind))?.[0] ?? 'others';
}
