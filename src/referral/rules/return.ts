/** Before and after a return: free decision and risk first, then journey, reception, and what goes on running here. */
import { all, comesFrom, consulateAllowed, fearsOwnState, isAdult, isChild, not, wantsHome } from '../case.ts';
import { contactOf, legal } from '../cite.ts';
import { guidance } from '../guidance-points.ts';
import { limits } from '../periods.ts';
import { points } from '../readings.ts';
import {
  assistingAuthority,
  childProtection,
  compensation,
  consulate,
  independent,
  line,
  longTerm,
  reception,
  returnFrom,
} from './needs.ts';
import type { Rule } from './rule.ts';

export const RETURN: readonly Rule[] = [
  {
    id: 'return-decision',
    measure: '6',
    time: 'before-return',
    when: wantsHome,
    steps: [
      {
        id: 'free',
        when: isAdult,
        dont: true,
        sources: ({ found }) => [...guidance('returnFree'), legal(found, 'return'), 'eu-m6-1'],
      },
      {
        id: 'best-interests-feared',
        when: all(isChild, fearsOwnState),
        dont: true,
        sources: ({ found }) => [...guidance('returnChild', 'noEmbassy'), ...points(found.country, 'return-child')],
      },
      {
        id: 'best-interests',
        when: all(isChild, not(fearsOwnState)),
        dont: true,
        needs: [childProtection('origin', 1)],
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
        when: fearsOwnState,
        dont: true,
        sources: () => [...guidance('returnRisk', 'noEmbassy'), 'eu-m6-3'],
      },
      {
        id: 'russia',
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
    when: wantsHome,
    steps: [
      {
        id: 'organise',
        facts: ({ found }) => (found.legal.return ? [found.legal.return.text] : []),
        needs: [returnFrom],
        otherwise: { id: 'organise-ask', needs: [line('found', 1)] },
        sources: ({ found }) => [legal(found, 'return'), ...points(found.country, 'return'), 'eu-m6-1'],
      },
      {
        id: 'papers',
        when: consulateAllowed,
        dont: true,
        needs: [consulate],
        sources: ({ origin }) => [...guidance('returnPapers'), ...(origin ? points(origin.country, 'papers') : [])],
      },
      {
        id: 'papers-without-state',
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
    when: wantsHome,
    steps: [
      {
        id: 'confirm',
        when: not(fearsOwnState),
        dont: true,
        note: true,
        needs: [reception],
        otherwise: { id: 'confirm-ask', dont: true, needs: [line('origin', 1)] },
        sources: ({ origin }) => [
          ...guidance('returnReception'),
          ...(origin ? [...points(origin.country, 'homeward'), contactOf(origin)] : []),
        ],
      },
      {
        id: 'confirm-independent',
        when: fearsOwnState,
        dont: true,
        note: true,
        needs: [independent],
        sources: () => [...guidance('returnReception'), 'eu-m2-2'],
      },
    ],
  },
  {
    id: 'return-open',
    measure: '7',
    time: 'before-return',
    when: wantsHome,
    steps: [
      {
        id: 'what-runs-on',
        dont: true,
        sources: ({ found }) => [
          legal(found, 'compensation'),
          ...points(found.country, 'compensation'),
          ...guidance('compensationAbroad'),
        ],
      },
      {
        id: 'numbers',
        when: ({ origin }) => origin !== undefined,
        sources: () => [...guidance('contactsAtHome'), 'eu-m2-2'],
      },
    ],
  },
  {
    id: 'after-return',
    measure: '7',
    time: 'after-return',
    when: wantsHome,
    steps: [
      {
        id: 'help-at-home',
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
        when: all(({ origin }) => origin !== undefined, fearsOwnState),
        needs: [independent],
        sources: () => ['eu-m7-2', 'eu-m2-2'],
      },
      {
        id: 'claims',
        when: not(fearsOwnState),
        needs: [assistingAuthority('origin'), compensation('found')],
        deadlines: ({ found }) => [...limits(found, 'compensation'), ...limits(found, 'payment')],
        sources: ({ found }) => [
          legal(found, 'compensation'),
          ...points(found.country, 'compensation'),
          ...guidance('compensationAbroad'),
        ],
      },
      {
        id: 'claims-from-here',
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
        dont: true,
        sources: () => guidance('followUp', 'safeChannel'),
      },
    ],
  },
];
