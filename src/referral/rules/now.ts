/** Now: safety; for a child, protection before anybody else; a talk in private, consent, the specialised line. */
import {
  ageUnsure,
  all,
  always,
  foundIn,
  foundKnown,
  hasForm,
  hasRole,
  isAdult,
  isChild,
  needsInterpreter,
  not,
  standsAbroad,
} from '../case.ts';
import { contactOf, emergencyOf, harmonised, legal } from '../cite.ts';
import { guidance } from '../guidance-points.ts';
import { points, pointTexts } from '../readings.ts';
import { emergencyFrom } from '../responders-for.ts';
import { childProtection, interpreter, line, medical } from './needs.ts';
import type { Rule } from './rule.ts';

export const NOW: readonly Rule[] = [
  {
    id: 'danger',
    measure: '5',
    time: 'now',
    when: ({ situation }) => situation.danger === true,
    steps: [
      {
        id: 'call',
        when: not(standsAbroad),
        dont: true,
        emergency: 'police',
        sources: ({ found }) => [emergencyOf(found), ...points(found.country, 'danger'), ...guidance('dangerShared')],
      },
      {
        id: 'from-abroad',
        when: all(standsAbroad, (c) => emergencyFrom(c.found, c.standing).length > 0),
        dont: true,
        emergency: 'police',
        sources: ({ found }) => [emergencyOf(found), ...guidance('dangerAbroad')],
      },
      {
        id: 'through-own-police',
        when: all(standsAbroad, (c) => emergencyFrom(c.found, c.standing).length === 0),
        dont: true,
        emergency: 'police',
        sources: ({ found }) => [emergencyOf(found), ...guidance('dangerAbroad')],
      },
    ],
  },
  {
    id: 'injured',
    measure: '5',
    time: 'now',
    when: ({ situation }) => situation.injured === true,
    steps: [
      {
        id: 'care',
        when: not(standsAbroad),
        dont: true,
        emergency: 'ambulance',
        needs: [medical],
        sources: ({ found }) => [...guidance('treatmentFirst', 'companionOut'), emergencyOf(found)],
      },
      {
        id: 'care-there',
        when: standsAbroad,
        dont: true,
        emergency: 'ambulance',
        needs: [medical],
        sources: ({ found }) => [...guidance('treatmentFirst', 'companionOut'), emergencyOf(found)],
      },
    ],
  },
  {
    id: 'separate',
    measure: '1',
    time: 'now',
    when: hasRole('police', 'border-guard'),
    steps: [{ id: 'apart', dont: true, sources: () => guidance('separate') }],
  },
  {
    id: 'child',
    measure: '1',
    time: 'now',
    when: isChild,
    steps: [
      {
        id: 'treat-as-child',
        when: ageUnsure,
        dont: true,
        sources: ({ found }) => [
          ...guidance('minority'),
          ...(found.country === 'no' ? ['no-m3-4'] : found.country === 'ee' ? ['ee:legal.children'] : []),
        ],
      },
      {
        id: 'protect',
        when: foundKnown,
        dont: true,
        facts: ({ found }) => pointTexts(found, 'child'),
        needs: [childProtection('found')],
        sources: ({ found }) => [
          legal(found, 'children'),
          ...points(found.country, 'child'),
          harmonised(found, '116111'),
          ...guidance('childFirst', 'familyChecked'),
        ],
      },
      { id: 'listen', sources: () => guidance('childHeard') },
    ],
  },
  {
    id: 'talk',
    measure: '1',
    time: 'now',
    when: always,
    steps: [
      {
        id: 'alone',
        dont: true,
        sources: ({ found }) => [...guidance('alone'), ...(found.country === 'no' ? ['no-m1-3'] : [])],
      },
      {
        id: 'interpreter',
        when: needsInterpreter,
        dont: true,
        needs: [interpreter],
        sources: () => guidance('interpreter'),
      },
      { id: 'explain', dont: true, sources: () => guidance('explain') },
    ],
  },
  {
    id: 'several',
    measure: '1',
    time: 'now',
    when: ({ situation }) => situation.people === 'several',
    steps: [{ id: 'each', dont: true, sources: () => guidance('several') }],
  },
  {
    id: 'consent',
    measure: '1',
    time: 'now',
    when: isAdult,
    steps: [
      {
        id: 'ask',
        dont: true,
        sources: ({ found }) => [
          ...guidance('consent'),
          legal(found, 'dataProtection'),
          ...points(found.country, 'consult'),
        ],
      },
    ],
  },
  {
    id: 'line',
    measure: '2',
    time: 'now',
    when: always,
    steps: [
      {
        id: 'call',
        when: all(foundKnown, not(foundIn('ru'))),
        needs: [line('found', 3)],
        sources: ({ found }) => [
          contactOf(found),
          ...points(found.country, 'contact'),
          ...points(found.country, 'consult'),
        ],
      },
      {
        id: 'none-in-russia',
        when: foundIn('ru'),
        needs: [line('found', 2)],
        sources: ({ found }) => [contactOf(found), ...points(found.country, 'contact')],
      },
      { id: 'choose-country', when: not(foundKnown), sources: () => ['eu-m2-2'] },
    ],
  },
  {
    id: 'family',
    measure: '1',
    time: 'now',
    when: all(hasForm('forced-marriage'), isAdult),
    steps: [{ id: 'no-mediation', dont: true, sources: () => guidance('forcedMarriage', 'risk') }],
  },
];
