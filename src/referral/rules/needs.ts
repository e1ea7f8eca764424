/** Whom steps ask for, named once. */
import type { Need } from '../responders-for.ts';

type Where = Need['where'];

/** The contact point and the lines for trafficking. */
export const line = (where: Where, limit = 2): Need => ({ where, line: true, match: [], limit, reachable: true });

/** The same by whatever way there is, a page too: for where no number can be dialled. */
export const pageOfLine: Need = { where: 'found', line: true, match: [], limit: 1 };

/** Where no line of a country can be rung from elsewhere: who helps there and can be reached. */
export const helpsThere: Need = {
  where: 'found',
  match: [
    { kinds: ['ngo'], services: ['identification'] },
    { kinds: ['ngo', 'hotline', 'social-services'], services: ['hotline', 'identification', 'social'] },
  ],
  limit: 2,
  reachable: true,
};
/** And its police, by a number for callers from other countries. */
export const policeThere: Need = {
  where: 'found',
  match: [{ kinds: ['police'], services: ['investigation', 'identification'] }],
  limit: 1,
  national: true,
  callable: true,
};

/** It brings people away from the front, into lodgings for many: no place for somebody who may be looked for. */
const evacuation = ['ua-evacuation-line-203'];
export const shelter: Need = { where: 'found', match: [{ services: ['shelter'] }], limit: 3, except: evacuation };
export const shelterForChild: Need = {
  where: 'found',
  except: evacuation,
  match: [{ services: ['shelter'] }, { kinds: ['social-services', 'municipality'], services: ['child-care'] }],
  limit: 2,
  children: true,
};
/** Who can find a place where none is listed. */
export const whoFindsPlace: Need = {
  where: 'found',
  match: [{ kinds: ['municipality', 'social-services'], services: ['social', 'shelter'] }],
  limit: 1,
  reachable: true,
};
/** The authority that may take a child into care; a line that listens to children cannot. */
export const childAuthority: Need = {
  where: 'found',
  match: [{ services: ['child-custody'] }],
  limit: 2,
  callable: true,
};
/** The same in the country of origin, by whatever way it is reached. */
export const childProtectionThere: Need = {
  where: 'origin',
  match: [{ kinds: ['child-protection'] }, { services: ['child-custody'] }],
  limit: 1,
  reachable: true,
};
/** The national body for child protection: it knows who is on duty. A line that listens to children does not. */
export const childBody: Need = {
  where: 'found',
  match: [{ kinds: ['child-protection'] }],
  limit: 1,
  reachable: true,
  national: true,
};
export const missingChild: Need = {
  where: 'found',
  match: [{ services: ['hotline'] }],
  limit: 1,
  missing: true,
  reachable: true,
};
/** For a wound or an illness: a reception for those who were raped only where that was said. */
export const medical: Need = {
  where: 'found',
  match: [{ kinds: ['health'], services: ['medical'] }],
  limit: 1,
  saidForms: true,
  reachable: true,
};
export const afterSexualViolence: Need = {
  where: 'found',
  match: [{ kinds: ['health'], services: ['medical'] }],
  limit: 2,
  form: 'sexual',
};
/** The same for a child: a page that names children, and what such a reception is for; advice on health is neither. */
export const receptionForChild: Need = { ...afterSexualViolence, limit: 1, children: true };
/** Where a child is heard and examined in one place. */
export const childrensHouse: Need = {
  where: 'found',
  match: [{ kinds: ['child-protection'], services: ['medical'] }],
  limit: 1,
  children: true,
};
export const forForm = (form: string): Need => ({
  where: 'found',
  match: [{ services: ['hotline', 'social', 'legal', 'safety', 'psychological'] }],
  limit: 2,
  form,
  reachable: true,
});
export const interpreter: Need = {
  where: 'found',
  match: [{ services: ['interpretation'] }],
  // It has its own calls interpreted, and sends nobody.
  except: ['de-hilfetelefon'],
  limit: 1,
  reachable: true,
  national: true,
};
export const lawyer: Need = {
  where: 'found',
  match: [{ kinds: ['legal-aid'] }, { kinds: ['ngo', 'hotline', 'compensation-authority'], services: ['legal'] }],
  limit: 2,
  reachable: true,
};
/** A lawyer for a child: legal aid, not a line that advises adults. */
export const lawyerForChild: Need = { where: 'found', match: [{ kinds: ['legal-aid'] }], limit: 1, reachable: true };
export const police: Need = {
  where: 'found',
  match: [{ kinds: ['police'], services: ['investigation', 'identification'] }],
  limit: 2,
  reachable: true,
};
/** The same in the country of origin, for whoever asks from there. */
export const policeAtHome: Need = { ...police, where: 'origin', limit: 1 };
/** The unit for trafficking and the prosecutor, where they take reports: a page alone takes none. */
export const investigators: readonly Need[] = [
  {
    where: 'found',
    match: [{ kinds: ['police'], services: ['identification'] }, { kinds: ['police'] }],
    limit: 1,
    reachable: true,
  },
  { where: 'found', match: [{ kinds: ['prosecutor'], services: ['investigation'] }], limit: 1, reachable: true },
];
export const migrationAuthority: Need = { where: 'found', match: [{ kinds: ['migration-authority'] }], limit: 1 };
export const asylumAdvice: Need = {
  where: 'found',
  match: [{ kinds: ['legal-aid', 'ngo'], services: ['legal'] }],
  limit: 1,
  reachable: true,
};
export const workRights: Need = {
  where: 'found',
  match: [
    {
      kinds: ['labour-inspectorate', 'other'],
      services: ['identification', 'legal', 'employment', 'investigation', 'hotline'],
    },
    { kinds: ['ngo'], services: ['employment', 'legal'] },
  ],
  limit: 3,
  form: 'labour',
};
/** For whom inspects the place: who can claim the wages. */
export const wageClaims: Need = { ...workRights, exceptKinds: ['labour-inspectorate'] };
/** Who pays state compensation for a crime in that country, or helps to ask for it. */
export const compensation = (where: Where): Need => ({
  where,
  match: [
    { kinds: ['compensation-authority'] },
    { kinds: ['hotline', 'other', 'legal-aid'], services: ['compensation'] },
  ],
  limit: 1,
  // It helps with claims in other states; for crimes in Germany each Land decides.
  except: ['de-bmas-assisting-authority'],
});
/** Who sends a claim to another EU state. */
export const assistingAuthority = (where: Where): Need => ({
  where,
  match: [{ kinds: ['compensation-authority'] }],
  limit: 1,
});
export const consulate: Need = { where: 'origin', match: [{ kinds: ['consular'] }], limit: 1 };
/** Whoever is no part of a state. */
export const independent: Need = {
  where: 'origin',
  match: [
    {
      kinds: ['ngo', 'international-organisation'],
      services: ['social', 'legal', 'reintegration', 'hotline', 'shelter'],
    },
  ],
  limit: 2,
};
export const returnFrom: Need = {
  where: 'found',
  match: [
    { kinds: ['international-organisation'], services: ['return'] },
    {
      kinds: ['ngo', 'hotline', 'migration-authority', 'social-services', 'national-coordinator', 'legal-aid'],
      services: ['return'],
    },
  ],
  limit: 3,
};
/** Who receives at home and helps on. */
export const reception: Need = {
  where: 'origin',
  match: [
    {
      kinds: ['ngo', 'shelter', 'hotline', 'national-coordinator', 'social-services'],
      services: ['shelter', 'reintegration'],
    },
    { kinds: ['international-organisation'], services: ['reintegration'] },
  ],
  limit: 2,
};
export const longTerm = (where: Where): Need => ({
  where,
  match: [
    {
      kinds: ['ngo', 'hotline', 'shelter', 'social-services'],
      services: ['social', 'reintegration', 'psychological', 'employment'],
    },
    { kinds: ['national-coordinator'], services: ['social', 'reintegration'] },
  ],
  limit: 2,
});
export const crossBorder: Need = {
  where: 'international',
  match: [{ ids: ['eu-la-strada-international'] }],
  limit: 1,
};
