/** While the person recovers: a plan of their own, a decision of their own, and the stay after it. */
import {
  all,
  always,
  type Case,
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
import { ADULTS, CHILDREN, EVERYONE, type Rule, type StepRule } from './rule.ts';

/** Pages say that the permit for victims is for people from outside the EU: in its states, and in Iceland. */
const permitIsForOthers = ({ situation: { found, origin } }: Case) => inEu(origin) && (inEu(found) || found === 'is');
const stayingSources: StepRule['sources'] = ({ found }) => [
  ...({ de: ['de:legal.residencePermit'], lv: ['lv-m4-3'], is: ['is-m4-1'] }[found.country as string] ?? []),
  'eu-m5-1',
];

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
    when: (c) => movesFreely(c) && c.situation.stay === 'yes',
    beside: true,
    steps: [
      { id: 'ask', ages: EVERYONE, when: permitIsForOthers, sources: stayingSources },
      // What the pages say of the EU alone is not said of Iceland and Norway, nor of their citizens: it is asked.
      { id: 'ask-eea', ages: EVERYONE, when: not(permitIsForOthers), sources: stayingSources },
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
