/** The coming days: what the country gives, time to decide, the counterpart, lawyer and compensation. */
import {
  all,
  always,
  asksProtection,
  type Case,
  comesFrom,
  consulateAllowed,
  fearsOwnState,
  foundIn,
  foundKnown,
  hasRole,
  homeLater,
  isAdult,
  isChild,
  isForeigner,
  isNational,
  not,
  refusesHome,
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
  line,
  migrationAuthority,
} from './needs.ts';
import type { Rule } from './rule.ts';

const givenToGroup = ({ found, group }: Case) =>
  group !== 'unknown' && (found.legal.assistanceByNationality?.[group]?.length ?? 0) > 0;
const groupUnknown = ({ group }: Case) => group === 'unknown';

/** One of the fourteen, and its people may be asked: neither feared nor cut off. */
const counterpartOpen = all(({ origin }) => origin !== undefined, not(fearsOwnState), not(comesFrom('ru')));

const homeward = ({ origin }: Case) => (origin ? pointTexts(origin, 'homeward') : []);
const homewardSources = ({ origin }: Case) =>
  origin ? [contactOf(origin), ...points(origin.country, 'homeward'), ...guidance('counterpart')] : [];

const reflectionSources = (c: Case) => [
  legal(c.found, 'reflectionPeriodDays'),
  ...points(c.found.country, 'reflection'),
  ...guidance('reflection'),
  ...(isChild(c) ? guidance('reflectionChild') : []),
];
const reflectionDeadlines = (c: Case): Deadline[] => [...limits(c.found, 'ask-reflection'), ...reflectionPeriod(c)];

export const DAYS: readonly Rule[] = [
  {
    id: 'reflection',
    measure: '4',
    time: 'days',
    when: foundKnown,
    steps: [
      {
        id: 'ask',
        when: (c) => reflectionFor(c) === 'applies',
        dont: true,
        facts: ({ found }) => pointTexts(found, 'reflection'),
        deadlines: reflectionDeadlines,
        sources: reflectionSources,
      },
      {
        id: 'ask-if',
        when: (c) => reflectionFor(c) === 'may-apply',
        dont: true,
        facts: ({ found }) => pointTexts(found, 'reflection'),
        deadlines: reflectionDeadlines,
        sources: reflectionSources,
      },
      {
        id: 'for-others',
        when: (c) => reflectionFor(c) === 'not-for-group',
        sources: (c) => [...reflectionSources(c), ...points(c.found.country, 'permit')],
      },
      {
        id: 'length-not-found',
        when: (c) => reflectionFor(c) === 'not-found',
        sources: (c) => [...points(c.found.country, 'reflection'), 'eu-m4-1', ...guidance('reflection')],
      },
      {
        id: 'none-in-russia',
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
        when: givenToGroup,
        facts: ({ found, group }) => (group === 'unknown' ? [] : (found.legal.assistanceByNationality?.[group] ?? [])),
        sources: ({ found }) => [legal(found, 'assistanceByNationality'), ...points(found.country, 'services')],
      },
      {
        id: 'group-not-found',
        when: all(not(givenToGroup), not(groupUnknown)),
        sources: ({ found }) => [...points(found.country, 'services'), 'eu-m5-1'],
      },
      {
        id: 'group-unknown',
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
        when: all(isAdult, counterpartOpen),
        dont: true,
        facts: homeward,
        needs: [line('origin', 2)],
        sources: homewardSources,
      },
      {
        id: 'contact-child',
        when: all(isChild, counterpartOpen),
        dont: true,
        facts: homeward,
        needs: [line('origin', 2)],
        sources: (c) => [...homewardSources(c), ...guidance('guardian', 'childHeard')],
      },
      {
        id: 'independent',
        when: all(fearsOwnState, ({ origin }) => origin !== undefined, not(comesFrom('ru'))),
        dont: true,
        needs: [independent],
        sources: () => ['eu-m2-2', ...guidance('consent', 'noEmbassy')],
      },
      {
        id: 'russia',
        when: all(comesFrom('ru'), not(fearsOwnState)),
        dont: true,
        sources: () => [...points('ru', 'homeward'), 'eu-m2-6'],
      },
      {
        id: 'russia-feared',
        when: all(comesFrom('ru'), fearsOwnState),
        dont: true,
        needs: [independent],
        sources: () => [...points('ru', 'homeward'), 'eu-m2-6', ...guidance('noEmbassy')],
      },
      {
        id: 'other-eu',
        when: ({ situation }) => situation.origin === 'eu',
        needs: [crossBorder],
        sources: () => ['eu-m2-2', ...guidance('counterpart')],
      },
      {
        id: 'other',
        when: ({ situation }) => situation.origin === 'other',
        needs: [crossBorder],
        sources: () => ['eu-m2-2', 'eu-m6-1'],
      },
      {
        id: 'origin-not-known',
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
        dont: true,
        needs: [line('elsewhere', 1)],
        sources: ({ elsewhere }) =>
          elsewhere ? [contactOf(elsewhere), ...points(elsewhere.country, 'contact'), 'eu-m2-2'] : [],
      },
      {
        id: 'claims',
        needs: [assistingAuthority('found'), compensation('elsewhere')],
        deadlines: ({ elsewhere }) => (elsewhere ? limits(elsewhere, 'compensation') : []),
        sources: ({ elsewhere }) =>
          elsewhere
            ? [
                legal(elsewhere, 'compensation'),
                ...points(elsewhere.country, 'compensation'),
                ...guidance('compensationAbroad'),
              ]
            : [],
      },
    ],
  },
  {
    id: 'consulate',
    measure: '6',
    time: 'days',
    when: all(consulateAllowed, ({ origin }) => origin !== undefined),
    steps: [
      {
        id: 'own-papers',
        when: hasRole('consular'),
        dont: true,
        sources: ({ origin }) => (origin ? [...points(origin.country, 'papers'), ...guidance('papers')] : []),
      },
      {
        id: 'papers',
        // When the journey is prepared, the papers are part of that.
        when: all(not(hasRole('consular')), not(wantsHome)),
        dont: true,
        needs: [consulate],
        sources: ({ origin }) => (origin ? [...points(origin.country, 'papers'), ...guidance('papers')] : []),
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
        dont: true,
        note: true,
        sources: ({ found, origin }) => [
          ...guidance('minimise', 'handover'),
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
    when: all(foundKnown, not(all(wantsPolice, isAdult))),
    steps: [
      {
        id: 'early',
        needs: [lawyer],
        otherwise: { id: 'early-ask', needs: [line('found', 1)] },
        sources: ({ found }) => [...points(found.country, 'lawyer'), ...guidance('lawyer')],
      },
    ],
  },
  {
    id: 'compensation',
    measure: '7',
    time: 'days',
    when: foundKnown,
    steps: [
      {
        id: 'claim',
        when: ({ found }) => found.legal.compensation !== undefined,
        dont: true,
        needs: [compensation('found')],
        deadlines: ({ found }) => [
          ...limits(found, 'report'),
          ...limits(found, 'compensation'),
          ...limits(found, 'payment'),
        ],
        sources: ({ found }) => [
          legal(found, 'compensation'),
          ...points(found.country, 'compensation'),
          ...guidance('compensation'),
        ],
      },
      {
        id: 'not-found',
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
        sources: ({ found }) => [
          legal(found, 'municipalRole'),
          ...points(found.country, 'after'),
          ...guidance('returningNational'),
        ],
      },
    ],
  },
];
