/** Before and after a return: free decision and risk first, then journey, reception, and what goes on running here. */
import {
  all,
  betweenEuStates,
  comesFrom,
  consulateAllowed,
  either,
  fearsOwnState,
  isChild,
  not,
  servesPerson,
  standsAtHome,
  wantsHome,
} from '../case.ts';
import { contactOf, legal } from '../cite.ts';
import { guidance } from '../guidance-points.ts';
import { limits } from '../periods.ts';
import { points } from '../readings.ts';
import { type Need, respondersFor } from '../responders-for.ts';
import {
  assistingAuthority,
  childProtectionThere,
  compensation,
  consulate,
  independent,
  line,
  longTerm,
  reception,
  returnFrom,
} from './needs.ts';
import { ADULTS, CHILDREN, EVERYONE, type Rule, type StepRule } from './rule.ts';

const receptionSources: StepRule['sources'] = ({ origin }) => [
  ...guidance('returnReception'),
  ...(origin ? [...points(origin.country, 'homeward'), contactOf(origin)] : []),
];

/** The lines at home, as they are dialled there. */
const numbersForHome: Need = { ...line('origin', 2), dialledThere: true };

/** A return that is planned: of a child who fears the authorities at home none is, before it is decided whether anything is asked there at all. */
const returns = all(wantsHome, not(all(isChild, fearsOwnState)));

export const RETURN: readonly Rule[] = [
  {
    id: 'return-decision',
    measure: '6',
    time: 'before-return',
    when: wantsHome,
    steps: [
      {
        id: 'free',
        ages: ADULTS,
        dont: true,
        sources: ({ found }) => [...guidance('returnFree'), legal(found, 'return'), 'eu-m6-1'],
      },
      {
        id: 'best-interests-feared',
        ages: CHILDREN,
        when: fearsOwnState,
        dont: true,
        sources: ({ found }) => [...guidance('returnChild', 'noEmbassy'), ...points(found.country, 'return-child')],
      },
      {
        id: 'best-interests',
        ages: CHILDREN,
        when: not(fearsOwnState),
        dont: true,
        needs: [childProtectionThere],
        sources: ({ found, origin }) => [
          ...guidance('returnChild'),
          ...points(found.country, 'return-child'),
          ...(origin ? [legal(origin, 'children'), ...points(origin.country, 'return-child')] : []),
        ],
      },
    ],
  },
  {
    id: 'return-risk',
    measure: '6',
    time: 'before-return',
    when: wantsHome,
    steps: [
      {
        id: 'both-countries',
        ages: EVERYONE,
        dont: true,
        sources: ({ found, origin }) => [
          ...guidance('returnRisk'),
          ...points(found.country, 'return-risk'),
          ...(origin ? points(origin.country, 'return-risk') : []),
          'eu-m6-2',
        ],
      },
      {
        id: 'fear',
        ages: EVERYONE,
        when: fearsOwnState,
        dont: true,
        sources: () => [...guidance('returnRisk', 'noEmbassy'), 'eu-m6-3'],
      },
      {
        id: 'russia',
        ages: ADULTS,
        when: comesFrom('ru'),
        dont: true,
        sources: () => [...points('ru', 'return-risk'), ...points('ru', 'papers')],
      },
    ],
  },
  {
    id: 'return-journey',
    measure: '6',
    time: 'before-return',
    when: returns,
    steps: [
      {
        id: 'organise',
        ages: EVERYONE,
        facts: ({ found }) => (found.legal.return ? [found.legal.return.text] : []),
        needs: [returnFrom],
        noLine: 'organise-no-line',
        otherwise: { id: 'organise-ask', needs: [line('found', 1)] },
        sources: ({ found }) => [legal(found, 'return'), ...points(found.country, 'return'), 'eu-m6-1'],
      },
      {
        id: 'papers-yours',
        ages: ADULTS,
        when: all(consulateAllowed, servesPerson),
        dont: true,
        sources: ({ origin }) => [...guidance('returnPapers'), ...(origin ? points(origin.country, 'papers') : [])],
      },
      {
        id: 'papers-yours-child',
        ages: CHILDREN,
        when: all(consulateAllowed, servesPerson),
        dont: true,
        sources: ({ origin }) => [
          ...guidance('returnPapers', 'returnChild'),
          ...(origin ? points(origin.country, 'papers') : []),
        ],
      },
      {
        id: 'papers',
        ages: ADULTS,
        when: all(consulateAllowed, not(servesPerson)),
        dont: true,
        needs: [consulate],
        sources: ({ origin }) => [...guidance('returnPapers'), ...(origin ? points(origin.country, 'papers') : [])],
      },
      {
        id: 'papers-child',
        ages: CHILDREN,
        when: all(consulateAllowed, not(servesPerson)),
        dont: true,
        needs: [consulate],
        sources: ({ origin }) => [
          ...guidance('returnPapers', 'returnChild'),
          ...(origin ? points(origin.country, 'papers') : []),
        ],
      },
      {
        id: 'papers-without-state',
        ages: EVERYONE,
        when: not(consulateAllowed),
        dont: true,
        sources: () => [...guidance('returnPapers', 'noEmbassy'), 'eu-m6-1'],
      },
    ],
  },
  {
    id: 'return-reception',
    measure: '6',
    time: 'before-return',
    when: returns,
    steps: [
      {
        id: 'confirm',
        ages: EVERYONE,
        when: not(either(fearsOwnState, standsAtHome)),
        dont: true,
        note: true,
        needs: [reception],
        otherwise: { id: 'confirm-ask', dont: true, needs: [line('origin', 1)] },
        sources: receptionSources,
      },
      {
        // Who asks from there is the side that receives.
        id: 'confirm-yours',
        ages: EVERYONE,
        when: all(standsAtHome, not(fearsOwnState)),
        dont: true,
        note: true,
        needs: [reception],
        otherwise: { id: 'confirm-yours', dont: true, needs: [line('origin', 1)] },
        sources: receptionSources,
      },
      {
        id: 'confirm-independent',
        ages: EVERYONE,
        when: fearsOwnState,
        dont: true,
        note: true,
        needs: [independent],
        otherwise: { id: 'confirm-independent-ask', dont: true, needs: [] },
        sources: () => [...guidance('returnReception'), 'eu-m2-2'],
      },
    ],
  },
  {
    id: 'return-open',
    measure: '7',
    time: 'before-return',
    when: returns,
    steps: [
      {
        id: 'what-runs-on',
        ages: EVERYONE,
        beside: true,
        dont: true,
        sources: ({ found }) => [
          legal(found, 'compensation'),
          ...points(found.country, 'compensation'),
          ...guidance('compensationAbroad'),
        ],
      },
      {
        id: 'numbers',
        ages: EVERYONE,
        perOrigin: true,
        // Where there is none, or only those of a state that is feared, nothing is there to give.
        when: (c) => respondersFor(numbersForHome, c).choices.length > 0,
        needs: [numbersForHome],
        sources: () => [...guidance('contactsAtHome'), 'eu-m2-2'],
      },
    ],
  },
  {
    id: 'after-return',
    measure: '7',
    time: 'after-return',
    when: returns,
    steps: [
      {
        id: 'help-at-home',
        ages: EVERYONE,
        perOrigin: true,
        when: all(({ origin }) => origin !== undefined, not(fearsOwnState)),
        needs: [longTerm('origin')],
        facts: ({ origin }) => origin?.legal.assistanceByNationality?.national ?? [],
        deadlines: ({ found }) => limits(found, 'iom'),
        sources: ({ origin }) =>
          origin
            ? [
                ...points(origin.country, 'after'),
                legal(origin, 'assistanceByNationality'),
                ...points(origin.country, 'services'),
              ]
            : [],
      },
      {
        id: 'help-independent',
        ages: EVERYONE,
        when: all(({ origin }) => origin !== undefined, fearsOwnState),
        needs: [independent],
        sources: () => ['eu-m7-2', 'eu-m2-2'],
      },
      {
        id: 'claims',
        ages: EVERYONE,
        when: all(not(fearsOwnState), betweenEuStates),
        needs: [assistingAuthority('origin'), compensation('found')],
        deadlines: ({ found }) => [...limits(found, 'compensation'), ...limits(found, 'payment')],
        sources: ({ found }) => [
          legal(found, 'compensation'),
          ...points(found.country, 'compensation'),
          ...guidance('compensationAbroad'),
        ],
      },
      {
        id: 'claims-not-eu',
        ages: EVERYONE,
        when: all(not(fearsOwnState), not(betweenEuStates)),
        needs: [compensation('found')],
        deadlines: ({ found }) => [...limits(found, 'compensation'), ...limits(found, 'payment')],
        sources: ({ found }) => [
          legal(found, 'compensation'),
          ...points(found.country, 'compensation'),
          ...guidance('compensationAbroad'),
        ],
      },
      {
        id: 'claims-from-here',
        ages: EVERYONE,
        when: fearsOwnState,
        needs: [compensation('found')],
        deadlines: ({ found }) => [...limits(found, 'compensation'), ...limits(found, 'payment')],
        sources: ({ found }) => [
          legal(found, 'compensation'),
          ...points(found.country, 'compensation'),
          ...guidance('noEmbassy'),
        ],
      },
      {
        id: 'follow-up',
        ages: EVERYONE,
        when: not(all(standsAtHome, not(fearsOwnState))),
        dont: true,
        sources: () => guidance('followUp', 'safeChannel'),
      },
    ],
  },
];
