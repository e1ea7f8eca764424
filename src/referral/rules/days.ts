/** The coming days: what the country gives, time to decide, the counterpart, lawyer and compensation. */
import {
  all,
  always,
  asksProtection,
  type Case,
  comesFrom,
  consulateAllowed,
  counterpartOpen,
  either,
  fearsOwnState,
  foundIn,
  foundKnown,
  hasLine,
  homeLater,
  inEu,
  isChild,
  isForeigner,
  isNational,
  isWork,
  listsLine,
  not,
  refusesHome,
  servesPerson,
  standsAtHome,
  wantsHome,
  wantsPolice,
} from '../case.ts';
import { contactOf, legal } from '../cite.ts';
import type { Deadline } from '../deadline.ts';
import { guidance } from '../guidance-points.ts';
import { limits, reflectionFor, reflectionPeriod } from '../periods.ts';
import { points, pointTexts } from '../readings.ts';
import {
  assistingAuthority,
  compensation,
  consulate,
  crossBorder,
  independent,
  lawyer,
  lawyerForChild,
  line,
  migrationAuthority,
} from './needs.ts';
import { ADULTS, CHILDREN, EVERYONE, type Rule, type StepRule } from './rule.ts';

const givenToGroup = ({ found, group }: Case) =>
  group !== 'unknown' && (found.legal.assistanceByNationality?.[group]?.length ?? 0) > 0;
const groupUnknown = ({ group }: Case) => group === 'unknown';

/** Comes from a country that Harbour does not list. */
const isUnlisted = ({ situation: { origin } }: Case) => origin === 'eu' || origin === 'other';

/** Its people may be asked, and it is somebody else than the user. */
const counterpartElsewhere = all(counterpartOpen, not(standsAtHome));

const homeward = (c: Case) => (c.origin ? pointTexts(c.origin, 'homeward', c) : []);
const homewardSources = ({ origin }: Case) =>
  origin ? [contactOf(origin), ...points(origin.country, 'homeward'), ...guidance('counterpart')] : [];

const reflectionSources = (c: Case) => [
  legal(c.found, 'reflectionPeriodDays'),
  ...points(c.found.country, 'reflection'),
  ...guidance('reflection'),
  ...(isChild(c) ? guidance('reflectionChild') : []),
];
const reflectionDeadlines = (c: Case): Deadline[] => [...limits(c.found, 'ask-reflection'), ...reflectionPeriod(c)];

const compensationLimits = ({ found }: Case): Deadline[] => [
  ...limits(found, 'report'),
  ...limits(found, 'compensation'),
  ...limits(found, 'payment'),
];
const compensationSources = ({ found }: Case) => [
  legal(found, 'compensation'),
  ...points(found.country, 'compensation'),
  ...guidance('compensation'),
];

/** There is a line or a contact point to ask. */
const lineElsewhere = ({ elsewhere }: Case) => elsewhere !== undefined && listsLine(elsewhere);
const bothInEu = ({ found, elsewhere }: Case) => inEu(found.country) && inEu(elsewhere?.country);
const claimLimits = ({ elsewhere }: Case): Deadline[] => (elsewhere ? limits(elsewhere, 'compensation') : []);
const claimSources: StepRule['sources'] = ({ elsewhere }) =>
  elsewhere
    ? [
        legal(elsewhere, 'compensation'),
        ...points(elsewhere.country, 'compensation'),
        ...guidance('compensationAbroad'),
      ]
    : [];

const papersSources: StepRule['sources'] = ({ origin }) => [
  ...(origin ? points(origin.country, 'papers') : []),
  ...guidance('papers'),
];

export const DAYS: readonly Rule[] = [
  {
    id: 'reflection',
    measure: '4',
    time: 'days',
    when: foundKnown,
    beside: true,
    steps: [
      {
        id: 'ask',
        ages: ADULTS,
        when: (c) => reflectionFor(c) === 'applies',
        dont: true,
        facts: (c) => pointTexts(c.found, 'reflection', c),
        deadlines: reflectionDeadlines,
        sources: reflectionSources,
      },
      {
        id: 'ask-if',
        ages: ADULTS,
        when: (c) => reflectionFor(c) === 'may-apply',
        dont: true,
        facts: (c) => pointTexts(c.found, 'reflection', c),
        deadlines: reflectionDeadlines,
        sources: reflectionSources,
      },
      {
        id: 'ask-child',
        ages: CHILDREN,
        // Bulgaria's own pages say that it is for adults: a child is protected instead.
        when: (c) => ['applies', 'may-apply'].includes(reflectionFor(c) ?? '') && c.situation.found !== 'bg',
        dont: true,
        facts: (c) => pointTexts(c.found, 'reflection', c),
        deadlines: reflectionDeadlines,
        sources: (c) => [...reflectionSources(c), ...guidance('guardian')],
      },
      {
        id: 'no-permit-national',
        ages: EVERYONE,
        when: (c) => reflectionFor(c) === 'not-for-group' && isNational(c),
        sources: (c) => [...reflectionSources(c), ...points(c.found.country, 'permit')],
      },
      {
        id: 'no-permit-free-mover',
        ages: EVERYONE,
        when: (c) => reflectionFor(c) === 'not-for-group' && !isNational(c),
        sources: (c) => [...reflectionSources(c), ...points(c.found.country, 'permit')],
      },
      {
        id: 'length-not-found',
        ages: EVERYONE,
        when: (c) => reflectionFor(c) === 'not-found',
        sources: (c) => [...points(c.found.country, 'reflection'), 'eu-m4-1', ...guidance('reflection')],
      },
      {
        id: 'none-in-russia',
        ages: EVERYONE,
        when: foundIn('ru'),
        sources: ({ found }) => points(found.country, 'reflection'),
      },
    ],
  },
  {
    id: 'entitlements',
    measure: '5',
    time: 'days',
    when: foundKnown,
    steps: [
      {
        id: 'group',
        ages: EVERYONE,
        when: givenToGroup,
        facts: ({ found, group }) => (group === 'unknown' ? [] : (found.legal.assistanceByNationality?.[group] ?? [])),
        sources: ({ found }) => [legal(found, 'assistanceByNationality'), ...points(found.country, 'services')],
      },
      {
        id: 'group-not-found',
        ages: EVERYONE,
        // Where there is no line, nobody is left to ask.
        when: all(not(givenToGroup), not(groupUnknown), hasLine),
        sources: ({ found }) => [...points(found.country, 'services'), 'eu-m5-1'],
      },
      {
        id: 'group-unknown',
        ages: EVERYONE,
        beside: true,
        when: groupUnknown,
        dont: true,
        sources: ({ found }) => [
          legal(found, 'assistanceByNationality'),
          ...points(found.country, 'services'),
          'eu-m5-1',
        ],
      },
    ],
  },
  {
    id: 'ukraine',
    measure: '4',
    time: 'days',
    when: all(comesFrom('ua'), not(foundIn('ru'))),
    steps: [
      {
        id: 'temporary-protection',
        ages: EVERYONE,
        needs: [migrationAuthority],
        sources: ({ found }) => [
          ...({ no: ['no-m4-4'], lv: ['lv:responder:lv-ukraina-info-27380380'], lt: ['lt:responder:lt-1808-ukrainai'] }[
            found.country as string
          ] ?? []),
          'eu-m5-1',
        ],
      },
    ],
  },
  {
    id: 'counterpart',
    measure: '2',
    time: 'days',
    when: all(isForeigner, not(asksProtection)),
    steps: [
      {
        id: 'contact',
        ages: ADULTS,
        perOrigin: true,
        when: counterpartElsewhere,
        dont: true,
        facts: homeward,
        needs: [line('origin', 2)],
        sources: homewardSources,
      },
      {
        id: 'contact-child',
        ages: CHILDREN,
        perOrigin: true,
        when: counterpartElsewhere,
        dont: true,
        facts: homeward,
        needs: [line('origin', 2)],
        sources: (c) => [...homewardSources(c), ...guidance('guardian', 'childHeard')],
      },
      {
        id: 'independent',
        ages: ADULTS,
        perOrigin: true,
        when: all(fearsOwnState, ({ origin }) => origin !== undefined, not(comesFrom('ru'))),
        dont: true,
        needs: [independent],
        sources: () => ['eu-m2-2', ...guidance('consent', 'noEmbassy')],
      },
      {
        id: 'independent-child',
        ages: CHILDREN,
        perOrigin: true,
        when: all(fearsOwnState, ({ origin }) => origin !== undefined, not(comesFrom('ru'))),
        dont: true,
        needs: [independent],
        sources: () => ['eu-m2-2', ...guidance('guardian', 'noEmbassy')],
      },
      {
        id: 'russia',
        ages: ADULTS,
        when: all(comesFrom('ru'), not(fearsOwnState)),
        dont: true,
        sources: () => [...points('ru', 'homeward'), 'eu-m2-6'],
      },
      {
        id: 'russia-child',
        ages: CHILDREN,
        when: all(comesFrom('ru'), not(fearsOwnState)),
        dont: true,
        sources: () => [...points('ru', 'homeward'), 'eu-m2-6', ...guidance('guardian')],
      },
      {
        id: 'russia-feared',
        ages: EVERYONE,
        when: all(comesFrom('ru'), fearsOwnState),
        dont: true,
        needs: [independent],
        otherwise: { id: 'russia-feared-nobody', dont: true, needs: [] },
        sources: () => [...points('ru', 'homeward'), 'eu-m2-6', ...guidance('noEmbassy')],
      },
      {
        id: 'other-eu',
        ages: EVERYONE,
        when: all(({ situation }) => situation.origin === 'eu', hasLine, not(fearsOwnState)),
        needs: [crossBorder],
        sources: () => ['eu-m2-2', ...guidance('counterpart')],
      },
      {
        id: 'other',
        noLine: 'other-no-line',
        ages: EVERYONE,
        // A state that is feared is not sought out through others.
        when: all(
          isUnlisted,
          either(not(hasLine), ({ situation }) => situation.origin === 'other'),
          not(fearsOwnState),
        ),
        needs: [crossBorder],
        sources: () => ['eu-m2-2', 'eu-m6-1'],
      },
      {
        id: 'origin-not-known',
        ages: EVERYONE,
        when: ({ situation }) => situation.origin === undefined || situation.origin === 'unknown',
        dont: true,
        sources: () => ['eu-m2-2', ...guidance('consent')],
      },
    ],
  },
  {
    id: 'elsewhere',
    measure: '2',
    time: 'days',
    when: (c) => c.elsewhere !== undefined && !(fearsOwnState(c) && c.elsewhere === c.origin),
    steps: [
      {
        id: 'tell',
        ages: ADULTS,
        when: lineElsewhere,
        dont: true,
        needs: [line('elsewhere', 1)],
        sources: ({ elsewhere }) =>
          elsewhere ? [contactOf(elsewhere), ...points(elsewhere.country, 'contact'), 'eu-m2-2'] : [],
      },
      {
        id: 'tell-child',
        ages: CHILDREN,
        when: lineElsewhere,
        dont: true,
        needs: [line('elsewhere', 1)],
        sources: ({ elsewhere }) =>
          elsewhere
            ? [contactOf(elsewhere), ...points(elsewhere.country, 'contact'), 'eu-m2-2', ...guidance('guardian')]
            : [],
      },
      {
        id: 'claims',
        ages: EVERYONE,
        when: bothInEu,
        needs: [assistingAuthority('found'), compensation('elsewhere')],
        deadlines: claimLimits,
        sources: claimSources,
      },
      {
        // Only between states of the EU does the authority of the one pass a claim on to the other.
        id: 'claims-not-eu',
        ages: EVERYONE,
        when: not(bothInEu),
        needs: [compensation('elsewhere')],
        deadlines: claimLimits,
        sources: claimSources,
      },
    ],
  },
  {
    id: 'consulate',
    measure: '6',
    time: 'days',
    when: all(
      consulateAllowed,
      either(isUnlisted, ({ origin }) => origin !== undefined),
    ),
    steps: [
      {
        id: 'own-papers',
        ages: ADULTS,
        when: servesPerson,
        dont: true,
        sources: papersSources,
      },
      {
        id: 'own-papers-child',
        ages: CHILDREN,
        when: servesPerson,
        dont: true,
        sources: (c) => [...papersSources(c), ...guidance('guardian')],
      },
      {
        id: 'papers-child',
        ages: CHILDREN,
        when: all(not(servesPerson), not(wantsHome)),
        // Nobody is named: the step says not to call the consulate.
        dont: true,
        sources: (c) => [...papersSources(c), ...guidance('guardian')],
      },
      {
        id: 'papers',
        ages: ADULTS,
        perOrigin: true,
        // When the journey is prepared, the papers are part of that.
        when: all(not(servesPerson), not(wantsHome), not(isUnlisted)),
        dont: true,
        needs: [consulate],
        sources: papersSources,
      },
      {
        id: 'papers-unlisted',
        ages: ADULTS,
        when: all(not(servesPerson), not(wantsHome), isUnlisted),
        dont: true,
        sources: papersSources,
      },
    ],
  },
  {
    id: 'data',
    measure: '2',
    time: 'days',
    when: always,
    steps: [
      {
        id: 'nameless',
        ages: ADULTS,
        dont: true,
        note: true,
        sources: ({ found, origin }) => [
          ...guidance('minimise', 'handover'),
          legal(found, 'dataProtection'),
          ...(origin?.country === 'ru' ? ['ru:legal.dataProtection'] : []),
        ],
      },
      {
        id: 'nameless-child',
        ages: CHILDREN,
        dont: true,
        note: true,
        sources: ({ found, origin }) => [
          ...guidance('minimise', 'handover', 'guardian'),
          legal(found, 'dataProtection'),
          ...(origin?.country === 'ru' ? ['ru:legal.dataProtection'] : []),
        ],
      },
    ],
  },
  {
    id: 'lawyer',
    measure: '5',
    time: 'days',
    when: foundKnown,
    beside: true,
    steps: [
      {
        id: 'early',
        ages: ADULTS,
        when: not(wantsPolice),
        needs: [lawyer],
        noLine: 'early-no-line',
        otherwise: { id: 'early-ask', needs: [line('found', 1)] },
        sources: ({ found }) => [...points(found.country, 'lawyer'), ...guidance('lawyer')],
      },
      {
        id: 'child',
        ages: CHILDREN,
        when: not(wantsPolice),
        needs: [lawyerForChild],
        sources: ({ found }) => [...points(found.country, 'lawyer'), ...guidance('lawyer', 'guardian')],
      },
    ],
  },
  {
    id: 'compensation',
    measure: '7',
    time: 'days',
    when: foundKnown,
    beside: true,
    steps: [
      {
        id: 'claim-work',
        ages: EVERYONE,
        when: all(isWork, ({ found }) => found.legal.compensation !== undefined),
        dont: true,
        needs: [compensation('found')],
        deadlines: compensationLimits,
        sources: compensationSources,
      },
      {
        id: 'claim',
        ages: EVERYONE,
        when: all(not(isWork), ({ found }) => found.legal.compensation !== undefined),
        dont: true,
        needs: [compensation('found')],
        deadlines: compensationLimits,
        sources: compensationSources,
      },
      {
        id: 'not-found',
        ages: EVERYONE,
        when: ({ found }) => found.legal.compensation === undefined,
        sources: () => guidance('compensation'),
      },
    ],
  },
  {
    id: 'stay-home',
    measure: '6',
    time: 'days',
    when: all(refusesHome, not(asksProtection)),
    steps: [
      {
        id: 'no-pressure',
        ages: EVERYONE,
        dont: true,
        sources: ({ found }) => [...guidance('nonRemoval'), 'eu-m4-1', ...points(found.country, 'return-risk')],
      },
    ],
  },
  {
    id: 'return-later',
    measure: '6',
    time: 'days',
    when: all(homeLater, not(asksProtection)),
    steps: [
      {
        id: 'inform',
        ages: ADULTS,
        dont: true,
        sources: ({ found }) => [legal(found, 'return'), ...guidance('returnFree'), 'eu-m6-1'],
      },
    ],
  },
  {
    id: 'own-country',
    measure: '7',
    time: 'days',
    when: all(isNational, foundKnown),
    steps: [
      {
        id: 'municipality',
        ages: EVERYONE,
        sources: ({ found }) => [
          legal(found, 'municipalRole'),
          ...points(found.country, 'after'),
          ...guidance('returningNational'),
        ],
      },
    ],
  },
];
