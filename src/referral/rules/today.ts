/** Today: a place, what is needed, the risk, who may identify, the person's rights, the police or not. */
import {
  all,
  always,
  areSeveral,
  asksProtection,
  type Case,
  comesFrom,
  either,
  fearsOwnState,
  foundIn,
  foundKnown,
  hasForm,
  hasLine,
  hasRole,
  isChild,
  isForeigner,
  isHeld,
  isWork,
  not,
  refusesPolice,
  standsAbroad,
  standsAtHome,
  wantsPolice,
} from '../case.ts';
import { contactOf, harmonised, legal } from '../cite.ts';
import { guidance } from '../guidance-points.ts';
import { hasNoReflection } from '../periods.ts';
import { HELP_WAITS, type HelpWaits, points, pointTexts } from '../readings.ts';
import { respondersFor } from '../responders-for.ts';
import type { Role } from '../situation.ts';
import {
  afterSexualViolence,
  asylumAdvice,
  childAuthority,
  childrensHouse,
  forForm,
  helpsThere,
  lawyer,
  lawyerForChild,
  line,
  migrationAuthority,
  missingChild,
  police,
  policeAtHome,
  policeThere,
  receptionForChild,
  shelter,
  shelterForChild,
  wageClaims,
  whoFindsPlace,
  workRights,
} from './needs.ts';
import { ADULTS, CHILDREN, EVERYONE, type Rule, type StepRule } from './rule.ts';

const helpWaits =
  (...values: HelpWaits[]) =>
  ({ situation: { found } }: Case): boolean =>
    found !== undefined && values.includes(HELP_WAITS[found].value);

/** Whether our sources have the line for missing children there. */
const missingLineWorks = ({ found }: Case) =>
  found.harmonised.some(({ number, works }) => number.replaceAll(' ', '') === '116000' && works === 'yes');

/** Who acts by office there. From another country they ask like everybody. */
const inOffice = (...roles: Role[]) => all(hasRole(...roles), not(standsAbroad));
const isOfficer = inOffice('police', 'border-guard');
/** Who decides whether an offence is followed up. */
const investigates = inOffice('police', 'border-guard', 'prosecutor');
const isInspector = inOffice('labour-inspector');
const isAsylumOfficer = inOffice('asylum-officer');

/** Whether our sources say that help depends on working with the police. */
const helpWithoutPolice = ({ found }: Case) => found.legal.assistanceConditionalOnCooperation?.value === false;
const helpOnlyWithPolice = ({ found }: Case) => found.legal.assistanceConditionalOnCooperation?.value === true;

const adultRefusesPolice = (c: Case) => !isChild(c) && refusesPolice(c);

const whoIdentifies: StepRule['facts'] = ({ found }) => found.legal.formalIdentifiers?.who ?? [];
const identifiers: StepRule['sources'] = ({ found, situation }) => [
  legal(found, 'formalIdentifiers'),
  ...points(found.country, 'identify'),
  ...(situation.found ? [HELP_WAITS[situation.found].cite] : []),
];

/** The line that can be rung from where the user stands. */
const lineThere = { ...line('found', 1), callable: true, emergencyLine: true } as const;
/** Who stands in for it; the police where they are not refused. */
const othersThere = (c: Case) => (refusesPolice(c) ? [helpsThere] : [helpsThere, policeThere]);

/** Somebody is listed there whose page names forced marriage. */
const knowsMarriage = (c: Case) => respondersFor(forForm('forced-marriage'), c).choices.length > 0;

/** No place is listed that takes this person, and nobody who could be asked for one: a man in Russia. */
const nobodyFinds = (c: Case) =>
  foundIn('ru')(c) &&
  [shelter, line('found', 1), whoFindsPlace].every((need) => respondersFor(need, c).choices.length === 0);

/** One's own state's officials, and whoever sits where it rules: what they write down, that state may read. */
const servesFeared = either(standsAtHome, all(standsAbroad, hasRole('consular')));

/** Where our sources give the unit no number or mailbox, what they say of how it is reached: by numbers that work there alone. */
const unitIsReached: StepRule['facts'] = (c) =>
  standsAbroad(c) || respondersFor(police, c).choices.length > 0
    ? []
    : c.found.responders
        .filter(({ kind, services }) => kind === 'police' && services.includes('investigation'))
        .map(({ about }) => about);

const bridgeSources: StepRule['sources'] = ({ origin }) => [
  ...guidance('consular'),
  ...(origin ? points(origin.country, 'papers') : []),
];

/** Who is to leave the case where it is, and to write nothing down. */
const stepsBack = all(servesFeared, fearsOwnState);

export const TODAY: readonly Rule[] = [
  {
    id: 'other-side',
    measure: '2',
    time: 'today',
    when: standsAbroad,
    steps: [
      {
        id: 'ask',
        ages: ADULTS,
        // Nobody in Russia can be asked for it.
        when: not(foundIn('ru')),
        dont: true,
        needs: [lineThere],
        backup: othersThere,
        facts: whoIdentifies,
        sources: ({ found }) => [
          contactOf(found),
          ...points(found.country, 'contact'),
          legal(found, 'formalIdentifiers'),
          ...guidance('destinationActs', 'returnFree'),
        ],
      },
      {
        id: 'ask-child',
        ages: CHILDREN,
        when: not(foundIn('ru')),
        dont: true,
        needs: [lineThere],
        backup: othersThere,
        sources: ({ found }) => [
          contactOf(found),
          ...points(found.country, 'child'),
          legal(found, 'children'),
          ...guidance('destinationActs', 'guardian', 'returnChild'),
        ],
      },
      {
        id: 'home',
        ages: EVERYONE,
        when: all(standsAtHome, not(fearsOwnState), not(comesFrom('ru'))),
        dont: true,
        perOrigin: true,
        facts: (c) => (c.origin ? pointTexts(c.origin, 'homeward', c) : []),
        needs: [line('origin', 2), policeAtHome],
        sources: ({ origin }) =>
          origin ? [contactOf(origin), ...points(origin.country, 'homeward'), ...guidance('counterpart')] : [],
      },
      {
        id: 'risk-home',
        ages: EVERYONE,
        when: all(standsAtHome, not(fearsOwnState)),
        dont: true,
        sources: ({ origin }) => [
          ...guidance('returnRisk', 'risk'),
          ...(origin ? points(origin.country, 'return-risk') : []),
        ],
      },
    ],
  },
  {
    id: 'shelter',
    measure: '5',
    time: 'today',
    when: foundKnown,
    beside: true,
    steps: [
      {
        id: 'tonight',
        ages: ADULTS,
        when: not(nobodyFinds),
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
        id: 'none-listed',
        ages: ADULTS,
        when: nobodyFinds,
        sources: ({ found }) => [
          ...points(found.country, 'place'),
          ...points(found.country, 'services'),
          ...guidance('shelter'),
        ],
      },
      {
        id: 'child-tonight',
        ages: CHILDREN,
        dont: true,
        needs: [shelterForChild],
        urgent: true,
        also: [{ ...childAuthority, limit: 1 }],
        otherwise: { id: 'child-who-finds', dont: true, needs: [{ ...childAuthority, limit: 1 }] },
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
      { id: 'ask', ages: ADULTS, beside: true, sources: () => guidance('firstNeeds') },
      {
        id: 'ask-child',
        ages: CHILDREN,
        beside: true,
        dont: true,
        sources: () => guidance('firstNeeds', 'familyChecked'),
      },
      { id: 'safe-contact', ages: ADULTS, dont: true, sources: () => guidance('safeChannel') },
    ],
  },
  {
    id: 'sexual-violence',
    measure: '5',
    time: 'today',
    when: all(hasForm('sexual'), foundKnown),
    beside: true,
    steps: [
      {
        id: 'examination-yours',
        ages: ADULTS,
        when: hasRole('health'),
        needs: [afterSexualViolence],
        sources: ({ found }) => [...points(found.country, 'sexual'), ...guidance('treatmentFirst')],
      },
      {
        // Whether the police have to be told is no question for the police.
        id: 'examination-police',
        ages: ADULTS,
        when: investigates,
        needs: [afterSexualViolence],
        sources: ({ found }) => [...points(found.country, 'sexual'), ...guidance('treatmentFirst')],
      },
      {
        id: 'examination',
        ages: ADULTS,
        when: all(not(hasRole('health')), not(investigates)),
        needs: [afterSexualViolence],
        otherwise: { id: 'examination-ask', needs: [] },
        sources: ({ found }) => [...points(found.country, 'sexual'), ...guidance('treatmentFirst')],
      },
      {
        id: 'examination-child',
        ages: CHILDREN,
        dont: true,
        needs: [receptionForChild, childrensHouse],
        sources: ({ found }) => [
          ...points(found.country, 'sexual'),
          ...guidance('treatmentFirst', 'childFirst'),
          legal(found, 'children'),
        ],
      },
    ],
  },
  {
    id: 'organ',
    measure: '5',
    time: 'today',
    when: hasForm('organ-removal'),
    beside: true,
    steps: [{ id: 'examination', ages: EVERYONE, sources: () => guidance('treatmentFirst') }],
  },
  {
    id: 'marriage',
    measure: '5',
    time: 'today',
    when: all(hasForm('forced-marriage'), foundKnown),
    steps: [
      {
        id: 'advice',
        ages: EVERYONE,
        // Where neither is listed there is nobody to ask.
        when: either(hasLine, knowsMarriage),
        // A child who is to be married, or is, waits for nobody: Iceland's line is 112.
        urgent: isChild,
        needs: [forForm('forced-marriage')],
        otherwise: { id: 'advice-ask', needs: [line('found', 1)] },
        sources: () => [...guidance('forcedMarriage'), 'eu-m1-1'],
      },
    ],
  },
  {
    id: 'adoption',
    measure: '5',
    time: 'today',
    when: hasForm('illegal-adoption'),
    steps: [{ id: 'advice', ages: EVERYONE, dont: true, sources: () => guidance('adoption', 'lawyer') }],
  },
  {
    id: 'surrogacy',
    measure: '5',
    time: 'today',
    when: hasForm('surrogacy'),
    beside: true,
    steps: [
      { id: 'advice', ages: EVERYONE, dont: true, sources: () => guidance('surrogacy', 'lawyer', 'treatmentFirst') },
    ],
  },
  {
    id: 'risk',
    measure: '1',
    time: 'today',
    when: always,
    beside: true,
    steps: [{ id: 'assess', ages: EVERYONE, dont: true, sources: () => guidance('risk') }],
  },
  {
    id: 'own-state',
    measure: '2',
    time: 'today',
    when: all(fearsOwnState, isForeigner),
    steps: [
      {
        id: 'step-back',
        ages: EVERYONE,
        when: servesFeared,
        dont: true,
        sources: () => [...guidance('noEmbassy'), 'bg-m2-3'],
      },
      {
        id: 'no-embassy',
        ages: EVERYONE,
        when: not(servesFeared),
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
    beside: true,
    steps: [
      {
        id: 'bridge',
        noLine: 'bridge-no-line',
        ages: ADULTS,
        when: not(either(fearsOwnState, areSeveral)),
        dont: true,
        sources: bridgeSources,
      },
      {
        // Not all of them need be nationals of the user's.
        id: 'bridge-several',
        noLine: 'bridge-several-no-line',
        ages: ADULTS,
        when: all(areSeveral, not(fearsOwnState)),
        dont: true,
        sources: bridgeSources,
      },
      {
        id: 'bridge-child',
        ages: CHILDREN,
        when: not(fearsOwnState),
        dont: true,
        sources: (c) => [
          ...guidance('consular', 'familyChecked'),
          ...(c.situation.origin === 'bg' ? guidance('consularChild') : []),
        ],
      },
      {
        id: 'step-back',
        noLine: 'step-back-no-line',
        ages: EVERYONE,
        when: fearsOwnState,
        dont: true,
        sources: () => [...guidance('noEmbassy'), 'bg-m2-3'],
      },
    ],
  },
  {
    id: 'guardian',
    measure: '5',
    time: 'today',
    when: always,
    steps: [
      {
        id: 'appoint',
        ages: CHILDREN,
        beside: true,
        dont: true,
        sources: ({ found }) => [...guidance('guardian'), legal(found, 'children')],
      },
      {
        id: 'if-missing-police',
        ages: CHILDREN,
        urgent: true,
        waits: true,
        emergency: 'police',
        when: all(foundKnown, not(missingLineWorks)),
        sources: ({ found }) => [harmonised(found, '116000'), 'eu-m2-3'],
      },
      {
        id: 'if-missing',
        ages: CHILDREN,
        urgent: true,
        waits: true,
        emergency: 'police',
        when: all(foundKnown, missingLineWorks),
        needs: [missingChild],
        europeanNumber: '116000',
        sources: ({ found }) => [harmonised(found, '116000'), 'eu-m2-3'],
      },
    ],
  },
  {
    id: 'identify',
    measure: '3',
    time: 'today',
    when: always,
    beside: true,
    steps: [
      {
        id: 'help-first',
        ages: EVERYONE,
        when: all(helpWaits('no'), not(adultRefusesPolice)),
        facts: whoIdentifies,
        sources: identifiers,
      },
      // Those who identify are mostly the police: whoever has said no to them decides this as well.
      {
        id: 'if-wanted',
        ages: ADULTS,
        when: all(helpWaits('no'), adultRefusesPolice),
        facts: whoIdentifies,
        sources: (c) => [...identifiers(c), ...guidance('consent')],
      },
      { id: 'first-help-first', ages: EVERYONE, when: helpWaits('partly'), facts: whoIdentifies, sources: identifiers },
      { id: 'needed-for-help', ages: EVERYONE, when: helpWaits('yes'), facts: whoIdentifies, sources: identifiers },
      { id: 'unclear', ages: EVERYONE, when: helpWaits('unclear'), facts: whoIdentifies, sources: identifiers },
      {
        id: 'nobody',
        ages: EVERYONE,
        when: all(helpWaits('nobody-identifies'), not(foundIn('ru'))),
        sources: identifiers,
      },
      { id: 'not-in-russia', ages: EVERYONE, when: foundIn('ru'), sources: identifiers },
      { id: 'by-country', ages: EVERYONE, when: not(foundKnown), sources: () => guidance('supportNotConditional') },
    ],
  },
  {
    id: 'rights',
    measure: '1',
    time: 'today',
    when: always,
    beside: true,
    steps: [
      { id: 'tell', ages: ADULTS, when: not(hasNoReflection), dont: true, sources: () => guidance('rights') },
      // What is said here is not taken back below: without the time to recover.
      { id: 'tell-no-period', ages: ADULTS, when: hasNoReflection, dont: true, sources: () => guidance('rights') },
      { id: 'tell-child', ages: CHILDREN, dont: true, sources: () => guidance('rights', 'childHeard', 'guardian') },
    ],
  },
  {
    id: 'police-wished',
    measure: '3',
    time: 'today',
    when: all(wantsPolice, foundKnown),
    steps: [
      {
        id: 'lawyer-first',
        ages: ADULTS,
        needs: [lawyer],
        noLine: 'lawyer-first-no-line',
        otherwise: { id: 'lawyer-first-ask', needs: [line('found', 1)] },
        sources: ({ found }) => [...points(found.country, 'lawyer'), ...guidance('lawyer')],
      },
      {
        id: 'lawyer-first-child',
        ages: CHILDREN,
        needs: [lawyerForChild],
        sources: ({ found }) => [...points(found.country, 'lawyer'), ...guidance('lawyer', 'guardian')],
      },
      {
        id: 'report',
        ages: EVERYONE,
        // Of a child they have reported at once, and are not told so twice.
        when: not(all(isChild, hasRole('police', 'border-guard'))),
        dont: true,
        facts: unitIsReached,
        needs: [police],
        noLine: 'report-no-line',
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
    when: refusesPolice,
    steps: [
      {
        id: 'officer',
        noLine: 'officer-no-line',
        ages: ADULTS,
        when: isOfficer,
        dont: true,
        sources: ({ found }) => [...guidance('supportNotConditional', 'lawyer'), ...points(found.country, 'police')],
      },
      {
        id: 'help-without',
        ages: ADULTS,
        facts: (c) => pointTexts(c.found, 'police', c),
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
        ages: ADULTS,
        facts: (c) => pointTexts(c.found, 'police', c),
        when: all(helpOnlyWithPolice, not(isOfficer)),
        dont: true,
        sources: ({ found }) => [
          legal(found, 'assistanceConditionalOnCooperation'),
          ...guidance('supportNotConditional'),
        ],
      },
      {
        id: 'not-found',
        noLine: 'not-found-no-line',
        ages: ADULTS,
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
    when: refusesPolice,
    steps: [
      {
        id: 'duty',
        ages: CHILDREN,
        // Those to whom one reports know it themselves.
        when: not(investigates),
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
    // It matters once an offence is looked into: the police are in, or the exploitation was an offence itself.
    when: (c) => hasForm('criminality')(c) || wantsPolice(c) || investigates(c),
    steps: [
      {
        id: 'yours',
        ages: EVERYONE,
        when: investigates,
        dont: true,
        sources: ({ found }) => [...guidance('nonPunishment'), legal(found, 'nonPunishment')],
      },
      {
        id: 'not-punished',
        ages: EVERYONE,
        when: (c) => c.found.legal.nonPunishment !== undefined && !investigates(c),
        dont: true,
        sources: ({ found }) => [legal(found, 'nonPunishment'), ...guidance('nonPunishment')],
      },
      {
        id: 'rule-not-found',
        ages: EVERYONE,
        when: (c) => c.found.legal.nonPunishment === undefined && !investigates(c),
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
        // A child is not asked about the work: what may be proof is kept, as in any other case.
        ages: ADULTS,
        beside: true,
        dont: true,
        sources: ({ found }) => [...guidance('workSigns', 'notes'), ...points(found.country, 'work')],
      },
      {
        id: 'rights-inspector',
        ages: EVERYONE,
        when: isInspector,
        dont: true,
        needs: [wageClaims],
        // Where nobody is listed for wages, the line knows who helps to claim them.
        otherwise: { id: 'rights-inspector', dont: true, needs: [line('found', 1)] },
        sources: ({ found }) => [...points(found.country, 'work'), ...guidance('workOrCrime', 'workSigns')],
      },
      {
        id: 'rights',
        ages: EVERYONE,
        when: not(isInspector),
        dont: true,
        needs: [workRights],
        otherwise: { id: 'rights-ask', dont: true, needs: [line('found', 1)] },
        sources: ({ found }) => [...points(found.country, 'work'), ...guidance('workOrCrime')],
      },
    ],
  },
  {
    id: 'papers-kept',
    measure: '1',
    time: 'today',
    when: isHeld('papers'),
    steps: [
      { id: 'yours', ages: EVERYONE, when: isOfficer, dont: true, sources: () => guidance('papersSecured') },
      {
        id: 'get-back',
        ages: ADULTS,
        // Without a line there is nobody to ask.
        when: all(not(isOfficer), foundKnown, not(foundIn('ru')), not(stepsBack)),
        dont: true,
        needs: [line('found', 1)],
        // Where no line there can be reached from abroad, one's own passes the question on.
        noLine: 'get-back-no-line',
        otherwise: { id: 'get-back', dont: true, needs: [line('standing', 1)] },
        sources: () => guidance('papersKept'),
      },
      {
        id: 'get-back-child',
        ages: CHILDREN,
        when: all(not(isOfficer), not(stepsBack)),
        dont: true,
        sources: () => guidance('papersKept'),
      },
    ],
  },
  {
    id: 'proof',
    measure: '3',
    time: 'today',
    when: always,
    steps: [
      {
        id: 'keep',
        ages: EVERYONE,
        when: either(not(isWork), isChild),
        beside: true,
        // Who secures papers and phones by law is not told to leave them.
        dont: not(investigates),
        sources: () => guidance('notes'),
      },
      {
        id: 'reached-you',
        ages: EVERYONE,
        // Who is to step back keeps nothing.
        when: all(standsAbroad, not(stepsBack)),
        sources: () => guidance('notes'),
      },
    ],
  },
  {
    id: 'asylum',
    measure: '4',
    time: 'today',
    when: all(asksProtection, isForeigner),
    steps: [
      {
        id: 'yours',
        ages: EVERYONE,
        when: isAsylumOfficer,
        dont: true,
        needs: [asylumAdvice],
        sources: ({ found }) => [...guidance('asylum'), ...points(found.country, 'asylum'), 'eu-m7-1'],
      },
      {
        id: 'pass-on',
        ages: EVERYONE,
        // Who asks from the state that the person left has nothing to pass on.
        when: all(not(isAsylumOfficer), not(standsAtHome)),
        dont: true,
        needs: [migrationAuthority, asylumAdvice],
        sources: ({ found }) => [...guidance('asylum'), ...points(found.country, 'asylum'), 'eu-m7-1'],
      },
    ],
  },
];
