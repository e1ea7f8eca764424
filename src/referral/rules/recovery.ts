/** While the person recovers: a plan of their own, a decision of their own, and the stay after it. */
import {
  all,
  always,
  foundIn,
  foundKnown,
  inEu,
  mayNeedPermit,
  movesFreely,
  not,
  wantsHome,
  wantsPolice,
} from '../case.ts';
import { legal } from '../cite.ts';
import { guidance } from '../guidance-points.ts';
import { assistance } from '../periods.ts';
import { points } from '../readings.ts';
import { longTerm, migrationAuthority } from './needs.ts';
import { ADULTS, CHILDREN, EVERYONE, type Rule } from './rule.ts';

export const RECOVERY: readonly Rule[] = [
  {
    id: 'recover',
    measure: '4',
    time: 'recovery',
    when: foundKnown,
    beside: true,
    steps: [
      {
        id: 'own-plan',
        ages: EVERYONE,
        deadlines: assistance,
        needs: [longTerm('found')],
        sources: ({ found }) => [
          ...points(found.country, 'services'),
          legal(found, 'assistanceDurationDays'),
          ...points(found.country, 'after'),
          ...guidance('individualPlan'),
        ],
      },
    ],
  },
  {
    id: 'decide',
    measure: '4',
    time: 'recovery',
    when: not(wantsPolice),
    beside: true,
    steps: [
      {
        id: 'freely',
        ages: ADULTS,
        dont: true,
        sources: ({ found }) => [...guidance('reflection', 'lawyer'), ...points(found.country, 'police'), 'eu-m4-1'],
      },
    ],
  },
  {
    id: 'child-future',
    measure: '7',
    time: 'recovery',
    when: always,
    steps: [
      {
        id: 'lasting-solution',
        ages: CHILDREN,
        dont: true,
        sources: ({ found }) => [...guidance('returnChild', 'childHeard'), legal(found, 'children')],
      },
    ],
  },
  {
    id: 'permit',
    measure: '4',
    time: 'recovery',
    // That there is none in Russia is said with the time to recover.
    when: all(mayNeedPermit, foundKnown, not(foundIn('ru'))),
    beside: true,
    steps: [
      {
        id: 'apply',
        ages: ADULTS,
        when: ({ found }) => found.legal.residencePermit !== undefined,
        dont: true,
        needs: [migrationAuthority],
        sources: ({ found }) => [
          legal(found, 'residencePermit'),
          ...points(found.country, 'permit'),
          ...guidance('permit'),
        ],
      },
      {
        id: 'not-found',
        ages: ADULTS,
        when: ({ found }) => found.legal.residencePermit === undefined,
        needs: [migrationAuthority],
        sources: ({ found }) => [legal(found, 'residencePermit'), 'eu-m7-1', ...guidance('permit')],
      },
      {
        // Not before a time to recover that may be for adults only, and not by what a child says to the police.
        id: 'child',
        ages: CHILDREN,
        dont: true,
        needs: [migrationAuthority],
        sources: ({ found }) => [
          legal(found, 'residencePermit'),
          ...points(found.country, 'permit'),
          ...guidance('reflectionChild', 'guardian', 'permit'),
          'eu-m7-1',
        ],
      },
    ],
  },
  {
    id: 'free-movement',
    measure: '4',
    time: 'recovery',
    // Its words are about citizens of the EU; those of Iceland and Norway are none.
    when: (c) => movesFreely(c) && inEu(c.situation.origin) && c.situation.stay === 'yes',
    beside: true,
    steps: [
      {
        id: 'ask',
        ages: EVERYONE,
        sources: ({ found }) => [
          ...(found.country === 'de' ? ['de:legal.residencePermit'] : found.country === 'lv' ? ['lv-m4-3'] : []),
          'eu-m5-1',
        ],
      },
    ],
  },
  {
    id: 'again',
    measure: '1',
    time: 'recovery',
    when: all(always, not(wantsHome)),
    steps: [{ id: 'risk', ages: EVERYONE, sources: () => guidance('riskAgain') }],
  },
];
