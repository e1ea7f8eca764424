/** Today: a place, what is needed, the risk, who may identify, the person's rights, the police or not. */
import {
  all,
  always,
  asksProtection,
  type Case,
  fearsOwnState,
  foundIn,
  foundKnown,
  hasForm,
  hasRole,
  isAdult,
  isChild,
  isForeigner,
  isThirdCountry,
  isWork,
  not,
  refusesPolice,
  wantsPolice,
} from '../case.ts';
import { harmonised, legal } from '../cite.ts';
import { guidance } from '../guidance-points.ts';
import { HELP_WAITS, type HelpWaits, points } from '../readings.ts';
import {
  afterSexualViolence,
  asylumAdvice,
  childProtection,
  forForm,
  lawyer,
  line,
  migrationAuthority,
  missingChild,
  police,
  shelter,
  shelterForChild,
  whoFindsPlace,
  workRights,
} from './needs.ts';
import type { Rule, StepRule } from './rule.ts';

const helpWaits =
  (...values: HelpWaits[]) =>
  ({ situation: { found } }: Case): boolean =>
    found !== undefined && values.includes(HELP_WAITS[found].value);

/** Whether our sources have the line for missing children there. */
const missingLineWorks = ({ found }: Case) =>
  found.harmonised.some(({ number, works }) => number.replaceAll(' ', '') === '116000' && works === 'yes');

const isOfficer = hasRole('police', 'border-guard');

/** Whether our sources say that help depends on working with the police. */
const helpWithoutPolice = ({ found }: Case) => found.legal.assistanceConditionalOnCooperation?.value === false;
const helpOnlyWithPolice = ({ found }: Case) => found.legal.assistanceConditionalOnCooperation?.value === true;

const whoIdentifies: StepRule['facts'] = ({ found }) => found.legal.formalIdentifiers?.who ?? [];
const identifiers: StepRule['sources'] = ({ found, situation }) => [
  legal(found, 'formalIdentifiers'),
  ...points(found.country, 'identify'),
  ...(situation.found ? [HELP_WAITS[situation.found].cite] : []),
];

export const TODAY: readonly Rule[] = [
  {
    id: 'shelter',
    measure: '5',
    time: 'today',
    when: foundKnown,
    steps: [
      {
        id: 'tonight',
        when: isAdult,
        dont: true,
        needs: [shelter],
        backup: [line('found', 1)],
        otherwise: { id: 'who-finds', needs: [line('found', 1), whoFindsPlace] },
        sources: ({ found }) => [
          ...points(found.country, 'place'),
          ...points(found.country, 'services'),
          ...guidance('shelter'),
        ],
      },
      {
        id: 'child-tonight',
        when: isChild,
        dont: true,
        needs: [shelterForChild],
        also: [childProtection('found', 1)],
        otherwise: { id: 'child-who-finds', dont: true, needs: [childProtection('found', 1)] },
        sources: ({ found }) => [
          legal(found, 'children'),
          ...points(found.country, 'child'),
          ...points(found.country, 'place'),
        ],
      },
    ],
  },
  {
    id: 'needs',
    measure: '5',
    time: 'today',
    when: always,
    steps: [
      { id: 'ask', sources: () => guidance('firstNeeds') },
      { id: 'safe-contact', dont: true, sources: () => guidance('safeChannel') },
    ],
  },
  {
    id: 'sexual-violence',
    measure: '5',
    time: 'today',
    when: all(hasForm('sexual'), foundKnown),
    steps: [
      {
        id: 'examination',
        needs: [afterSexualViolence],
        otherwise: { id: 'examination-ask', needs: [] },
        sources: ({ found }) => [...points(found.country, 'sexual'), ...guidance('treatmentFirst')],
      },
    ],
  },
  {
    id: 'organ',
    measure: '5',
    time: 'today',
    when: hasForm('organ-removal'),
    steps: [{ id: 'examination', sources: () => guidance('treatmentFirst') }],
  },
  {
    id: 'marriage',
    measure: '5',
    time: 'today',
    when: all(hasForm('forced-marriage'), foundKnown),
    steps: [
      {
        id: 'advice',
        needs: [forForm('forced-marriage')],
        otherwise: { id: 'advice-ask', needs: [line('found', 1)] },
        sources: () => [...guidance('forcedMarriage'), 'eu-m1-1'],
      },
    ],
  },
  {
    id: 'risk',
    measure: '1',
    time: 'today',
    when: always,
    steps: [{ id: 'assess', dont: true, sources: () => guidance('risk') }],
  },
  {
    id: 'own-state',
    measure: '2',
    time: 'today',
    when: all(fearsOwnState, isForeigner),
    steps: [
      {
        id: 'no-embassy',
        dont: true,
        sources: ({ found }) => [...guidance('noEmbassy'), ...points(found.country, 'asylum'), 'bg-m2-3'],
      },
    ],
  },
  {
    id: 'consular-staff',
    measure: '2',
    time: 'today',
    when: hasRole('consular'),
    steps: [
      {
        id: 'bridge',
        when: not(fearsOwnState),
        dont: true,
        sources: (c) => [
          ...guidance('consular'),
          ...(isChild(c) && c.situation.origin === 'bg' ? guidance('consularChild') : []),
          ...(c.origin ? points(c.origin.country, 'papers') : []),
        ],
      },
      { id: 'step-back', when: fearsOwnState, dont: true, sources: () => [...guidance('noEmbassy'), 'bg-m2-3'] },
    ],
  },
  {
    id: 'guardian',
    measure: '5',
    time: 'today',
    when: isChild,
    steps: [
      {
        id: 'appoint',
        dont: true,
        sources: ({ found }) => [...guidance('guardian'), legal(found, 'children')],
      },
      {
        id: 'if-missing-police',
        when: all(foundKnown, not(missingLineWorks)),
        sources: ({ found }) => [harmonised(found, '116000'), 'eu-m2-3'],
      },
      {
        id: 'if-missing',
        when: all(foundKnown, missingLineWorks),
        needs: [missingChild],
        sources: ({ found }) => [harmonised(found, '116000'), 'eu-m2-3'],
      },
    ],
  },
  {
    id: 'identify',
    measure: '3',
    time: 'today',
    when: always,
    steps: [
      { id: 'help-first', when: helpWaits('no'), facts: whoIdentifies, sources: identifiers },
      { id: 'first-help-first', when: helpWaits('partly'), facts: whoIdentifies, sources: identifiers },
      { id: 'needed-for-help', when: helpWaits('yes'), facts: whoIdentifies, sources: identifiers },
      { id: 'unclear', when: helpWaits('unclear'), facts: whoIdentifies, sources: identifiers },
      { id: 'nobody', when: all(helpWaits('nobody-identifies'), not(foundIn('ru'))), sources: identifiers },
      { id: 'not-in-russia', when: foundIn('ru'), sources: identifiers },
      { id: 'by-country', when: not(foundKnown), sources: () => guidance('supportNotConditional') },
    ],
  },
  {
    id: 'rights',
    measure: '1',
    time: 'today',
    when: always,
    steps: [{ id: 'tell', dont: true, sources: () => guidance('rights') }],
  },
  {
    id: 'police-wished',
    measure: '3',
    time: 'today',
    when: all(wantsPolice, foundKnown),
    steps: [
      {
        id: 'lawyer-first',
        when: isAdult,
        needs: [lawyer],
        otherwise: { id: 'lawyer-first-ask', needs: [line('found', 1)] },
        sources: ({ found }) => [...points(found.country, 'lawyer'), ...guidance('lawyer')],
      },
      {
        id: 'report',
        dont: true,
        needs: [police],
        otherwise: { id: 'report-ask', dont: true, needs: [line('found', 1)] },
        sources: ({ found }) => [
          ...points(found.country, 'police'),
          legal(found, 'formalIdentifiers'),
          legal(found, 'offence'),
        ],
      },
    ],
  },
  {
    id: 'police-refused',
    measure: '3',
    time: 'today',
    when: all(refusesPolice, isAdult),
    steps: [
      {
        id: 'officer',
        when: isOfficer,
        dont: true,
        sources: ({ found }) => [...guidance('supportNotConditional', 'lawyer'), ...points(found.country, 'police')],
      },
      {
        id: 'help-without',
        when: all(helpWithoutPolice, not(isOfficer)),
        dont: true,
        sources: ({ found }) => [
          legal(found, 'assistanceConditionalOnCooperation'),
          ...points(found.country, 'police'),
          ...guidance('supportNotConditional'),
        ],
      },
      {
        id: 'help-only-with',
        when: all(helpOnlyWithPolice, not(isOfficer)),
        dont: true,
        sources: ({ found }) => [
          legal(found, 'assistanceConditionalOnCooperation'),
          ...guidance('supportNotConditional'),
        ],
      },
      {
        id: 'not-found',
        when: all(not(helpWithoutPolice), not(helpOnlyWithPolice), not(isOfficer)),
        dont: true,
        sources: ({ found }) => [...guidance('supportNotConditional'), ...points(found.country, 'services')],
      },
    ],
  },
  {
    id: 'child-report',
    measure: '1',
    time: 'today',
    when: all(refusesPolice, isChild),
    steps: [
      {
        id: 'duty',
        sources: ({ found }) => [
          legal(found, 'dataProtection'),
          legal(found, 'children'),
          ...points(found.country, 'child'),
          ...guidance('childFirst'),
        ],
      },
    ],
  },
  {
    id: 'compelled',
    measure: '3',
    time: 'today',
    // Who comes from outside the EU may have been made to break the rules on stay.
    when: (c) => hasForm('criminality', 'begging')(c) || isThirdCountry(c),
    steps: [
      {
        id: 'not-punished',
        when: ({ found }) => found.legal.nonPunishment !== undefined,
        dont: true,
        sources: ({ found }) => [legal(found, 'nonPunishment'), ...guidance('nonPunishment')],
      },
      {
        id: 'rule-not-found',
        when: ({ found }) => found.legal.nonPunishment === undefined,
        dont: true,
        sources: () => guidance('nonPunishment'),
      },
    ],
  },
  {
    id: 'work',
    measure: '1',
    time: 'today',
    when: all(isWork, foundKnown),
    steps: [
      {
        id: 'note-work',
        dont: true,
        sources: ({ found }) => [...guidance('workSigns', 'notes'), ...points(found.country, 'work')],
      },
      {
        id: 'rights',
        dont: true,
        needs: [workRights],
        otherwise: { id: 'rights-ask', dont: true, needs: [line('found', 1)] },
        sources: ({ found }) => [...points(found.country, 'work'), ...guidance('workOrCrime')],
      },
    ],
  },
  {
    id: 'proof',
    measure: '3',
    time: 'today',
    when: not(isWork),
    steps: [{ id: 'keep', dont: true, sources: () => guidance('notes') }],
  },
  {
    id: 'asylum',
    measure: '4',
    time: 'today',
    when: all(asksProtection, isForeigner),
    steps: [
      {
        id: 'pass-on',
        dont: true,
        needs: [migrationAuthority, asylumAdvice],
        sources: ({ found }) => [...guidance('asylum'), ...points(found.country, 'asylum'), 'eu-m7-1'],
      },
    ],
  },
];
