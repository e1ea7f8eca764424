/** Now: safety; for a child, protection before anybody else; what one's own role does; a talk in private, consent, the line. */
import {
  ageUnsure,
  all,
  always,
  areSeveral,
  type Case,
  counterpartOpen,
  foundIn,
  foundKnown,
  hasForm,
  hasRole,
  needsInterpreter,
  not,
  standsAbroad,
} from '../case.ts';
import { contactOf, emergencyOf, harmonised, legal } from '../cite.ts';
import { guidance } from '../guidance-points.ts';
import { hasNoReflection } from '../periods.ts';
import { childAuthorityCite, points, pointTexts } from '../readings.ts';
import { emergencyFrom, respondersFor } from '../responders-for.ts';
import { childAuthority, childBody, interpreter, investigators, line, medical, pageOfLine } from './needs.ts';
import { ADULTS, CHILDREN, EVERYONE, type Rule, type StepRule, UNSURE } from './rule.ts';

/** Some number of the country found in brings its police from where the user stands. */
const alarmReaches = (c: Case) => emergencyFrom(c.found, c.standing).length > 0;
/** Some line of the country found in can be called from where the user stands. */
const lineCall = { ...line('found', 3), callable: true, emergencyLine: true } as const;
const lineAnswers = (c: Case) => respondersFor(lineCall, c).choices.length > 0;
/** The authority for children can be rung from where the user stands. */
const authorityAnswers = (c: Case) => respondersFor(childAuthority, c, { urgent: true }).choices.length > 0;
/** Who is called in danger by others, or is armed and has a control room as they have: they secure the place, they do not ring for it. */
const bringsHelp = hasRole('police', 'border-guard', 'call-taker');

const childSources = ({ found }: Case) => [
  legal(found, 'children'),
  ...points(found.country, 'child'),
  ...guidance('childFirst', 'familyChecked'),
];

const consentSources: StepRule['sources'] = ({ found }) => [
  ...guidance('consent'),
  legal(found, 'dataProtection'),
  ...points(found.country, 'consult'),
];

export const NOW: readonly Rule[] = [
  {
    id: 'danger',
    measure: '5',
    time: 'now',
    when: ({ situation }) => situation.danger === true,
    steps: [
      {
        id: 'yours',
        ages: EVERYONE,
        when: all(bringsHelp, not(standsAbroad)),
        dont: true,
        emergency: 'police',
        sources: ({ found }) => [...guidance('dangerShared', 'risk'), emergencyOf(found)],
      },
      {
        id: 'call',
        ages: EVERYONE,
        when: all(not(standsAbroad), not(bringsHelp)),
        dont: true,
        emergency: 'police',
        sources: ({ found }) => [emergencyOf(found), ...points(found.country, 'danger'), ...guidance('dangerShared')],
      },
      {
        id: 'from-abroad',
        ages: EVERYONE,
        when: all(standsAbroad, alarmReaches),
        dont: true,
        emergency: 'police',
        sources: ({ found }) => [emergencyOf(found), ...guidance('dangerAbroad')],
      },
      {
        id: 'through-own-police',
        ages: EVERYONE,
        when: all(standsAbroad, not(alarmReaches)),
        dont: true,
        emergency: 'own-police',
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
        id: 'yours',
        ages: EVERYONE,
        when: all(hasRole('health'), not(standsAbroad)),
        dont: true,
        sources: () => guidance('treatmentFirst', 'companionOut'),
      },
      {
        id: 'care',
        ages: EVERYONE,
        when: all(not(standsAbroad), not(hasRole('health'))),
        dont: true,
        emergency: 'ambulance',
        urgent: true,
        needs: [medical],
        sources: ({ found }) => [...guidance('treatmentFirst', 'companionOut'), emergencyOf(found)],
      },
      {
        id: 'care-there',
        ages: EVERYONE,
        when: standsAbroad,
        dont: true,
        urgent: true,
        needs: [medical],
        sources: ({ found }) => [...guidance('treatmentFirst', 'companionOut'), emergencyOf(found)],
      },
    ],
  },
  {
    id: 'child',
    measure: '1',
    time: 'now',
    when: always,
    steps: [
      {
        id: 'treat-as-child',
        ages: UNSURE,
        when: ageUnsure,
        dont: true,
        sources: ({ found }) => [
          ...guidance('minority'),
          ...(found.country === 'no' ? ['no-m3-4'] : found.country === 'ee' ? ['ee:legal.children'] : []),
        ],
      },
      {
        id: 'protect',
        ages: CHILDREN,
        when: all(foundKnown, authorityAnswers),
        dont: true,
        urgent: true,
        facts: (c) => pointTexts(c.found, 'child', c),
        needs: [childAuthority],
        sources: (c) => [...childSources(c), harmonised(c.found, '116111')],
      },
      {
        id: 'protect-yours',
        ages: CHILDREN,
        when: all(foundKnown, not(authorityAnswers), bringsHelp, not(standsAbroad)),
        dont: true,
        urgent: true,
        facts: (c) => pointTexts(c.found, 'child', c),
        // Who is in charge of other towns is counted.
        needs: [childAuthority],
        sources: (c) => [...childAuthorityCite(c), ...childSources(c), ...guidance('childFirst')],
      },
      {
        id: 'protect-through-police',
        ages: CHILDREN,
        when: all(foundKnown, not(authorityAnswers), alarmReaches, not(all(bringsHelp, not(standsAbroad)))),
        dont: true,
        urgent: true,
        emergency: 'police',
        facts: (c) => pointTexts(c.found, 'child', c),
        needs: [childAuthority, childBody, line('found', 1)],
        sources: (c) => [...childAuthorityCite(c), ...childSources(c), emergencyOf(c.found)],
      },
      {
        id: 'protect-through-own-police',
        ages: CHILDREN,
        when: all(foundKnown, not(authorityAnswers), not(alarmReaches)),
        dont: true,
        urgent: true,
        emergency: 'own-police',
        facts: (c) => pointTexts(c.found, 'child', c),
        needs: [childBody, line('found', 1)],
        sources: (c) => [...childAuthorityCite(c), ...childSources(c), ...guidance('dangerAbroad')],
      },
      {
        // Who answers the telephone is not where the child is.
        id: 'hold',
        ages: CHILDREN,
        when: not(hasRole('call-taker')),
        beside: true,
        dont: true,
        sources: ({ found }) => [
          ...guidance('childFirst', 'childVanishes'),
          ...(found.country === 'no' ? ['no-m2-2'] : []),
        ],
      },
      { id: 'listen', ages: CHILDREN, beside: true, sources: () => guidance('childHeard') },
    ],
  },
  {
    id: 'suspect',
    measure: '1',
    time: 'now',
    when: hasRole('police', 'border-guard'),
    steps: [
      { id: 'apart', ages: ADULTS, beside: true, dont: true, sources: () => guidance('separate') },
      {
        id: 'secure',
        ages: CHILDREN,
        beside: true,
        dont: true,
        sources: () => guidance('separate', 'familyChecked', 'record'),
      },
      {
        id: 'unit',
        ages: CHILDREN,
        when: foundKnown,
        dont: true,
        facts: ({ found }) => found.legal.formalIdentifiers?.who ?? [],
        needs: investigators,
        otherwise: { id: 'unit-unnamed', dont: true, needs: [] },
        sources: ({ found }) => [
          legal(found, 'formalIdentifiers'),
          ...points(found.country, 'identify'),
          ...guidance('record'),
        ],
      },
    ],
  },
  {
    id: 'role',
    measure: '1',
    time: 'now',
    when: always,
    steps: [
      {
        id: 'police',
        ages: EVERYONE,
        when: all(hasRole('police'), not(hasNoReflection)),
        beside: true,
        dont: true,
        sources: () => guidance('rolePolice'),
      },
      {
        // Time to stay is not promised to whom it is not meant for.
        id: 'police-no-period',
        ages: EVERYONE,
        when: all(hasRole('police'), hasNoReflection),
        beside: true,
        dont: true,
        sources: () => guidance('rolePolice'),
      },
      {
        id: 'border-guard',
        ages: EVERYONE,
        when: hasRole('border-guard'),
        beside: true,
        dont: true,
        sources: () => guidance('roleBorderGuard'),
      },
      {
        id: 'labour-inspector',
        ages: EVERYONE,
        when: hasRole('labour-inspector'),
        beside: true,
        dont: true,
        sources: () => guidance('roleLabourInspector'),
      },
      {
        id: 'social-worker',
        ages: ADULTS,
        when: hasRole('social-worker'),
        beside: true,
        dont: true,
        sources: () => guidance('roleSocialWorker'),
      },
      {
        id: 'social-worker-child',
        ages: CHILDREN,
        when: hasRole('social-worker'),
        beside: true,
        dont: true,
        sources: () => guidance('roleSocialWorkerChild'),
      },
      {
        id: 'health',
        ages: EVERYONE,
        when: hasRole('health'),
        beside: true,
        dont: true,
        sources: () => guidance('roleHealth'),
      },
      { id: 'ngo', ages: EVERYONE, when: hasRole('ngo'), beside: true, dont: true, sources: () => guidance('roleNgo') },
      {
        id: 'municipality',
        ages: EVERYONE,
        when: hasRole('municipality'),
        beside: true,
        dont: true,
        sources: () => guidance('roleMunicipality'),
      },
      {
        id: 'call-taker',
        ages: EVERYONE,
        when: hasRole('call-taker'),
        dont: true,
        sources: () => guidance('roleCallTaker'),
      },
      {
        id: 'teacher',
        ages: EVERYONE,
        when: hasRole('teacher'),
        beside: true,
        dont: true,
        sources: () => guidance('roleTeacher'),
      },
      {
        id: 'asylum-officer',
        ages: EVERYONE,
        when: hasRole('asylum-officer'),
        beside: true,
        dont: true,
        sources: () => guidance('roleAsylumOfficer'),
      },
      {
        id: 'prosecutor',
        ages: EVERYONE,
        when: hasRole('prosecutor'),
        beside: true,
        dont: true,
        sources: () => guidance('roleProsecutor'),
      },
    ],
  },
  {
    id: 'several',
    measure: '1',
    time: 'now',
    when: areSeveral,
    beside: true,
    steps: [{ id: 'each', ages: EVERYONE, dont: true, sources: () => guidance('several', 'alone') }],
  },
  {
    id: 'talk',
    measure: '1',
    time: 'now',
    when: always,
    beside: true,
    steps: [
      {
        id: 'alone',
        ages: ADULTS,
        // On the ward that is the first thing one does there, on the telephone it cannot be done, and of several each is spoken with.
        when: all(not(hasRole('health', 'call-taker')), not(areSeveral)),
        dont: true,
        sources: ({ found }) => [...guidance('alone'), ...(found.country === 'no' ? ['no-m1-3'] : [])],
      },
      {
        id: 'alone-child',
        ages: CHILDREN,
        when: not(hasRole('health', 'call-taker')),
        dont: true,
        sources: ({ found }) => [...guidance('alone', 'childHeard'), ...(found.country === 'no' ? ['no-m1-3'] : [])],
      },
      {
        id: 'interpreter',
        ages: EVERYONE,
        when: needsInterpreter,
        dont: true,
        needs: [interpreter],
        sources: () => guidance('interpreter'),
      },
      { id: 'explain', ages: EVERYONE, dont: true, sources: () => guidance('explain') },
    ],
  },
  {
    id: 'consent',
    measure: '1',
    time: 'now',
    when: always,
    steps: [
      {
        id: 'ask',
        ages: ADULTS,
        beside: true,
        dont: true,
        sources: consentSources,
      },
      {
        id: 'ask-abroad',
        noLine: 'ask-abroad-no-line',
        ages: ADULTS,
        when: standsAbroad,
        dont: true,
        sources: consentSources,
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
        ages: EVERYONE,
        when: all(foundKnown, not(foundIn('ru')), not(all(standsAbroad, not(lineAnswers)))),
        needs: [lineCall],
        sources: ({ found }) => [
          contactOf(found),
          ...points(found.country, 'contact'),
          ...points(found.country, 'consult'),
        ],
      },
      {
        id: 'not-from-here',
        ages: EVERYONE,
        when: all(foundKnown, not(foundIn('ru')), standsAbroad, not(lineAnswers)),
        needs: [{ ...line('standing', 2), emergencyLine: true }, pageOfLine],
        sources: ({ found }) => [contactOf(found), ...points(found.country, 'contact'), ...guidance('dangerAbroad')],
      },
      {
        id: 'none-in-russia',
        ages: EVERYONE,
        when: all(foundIn('ru'), counterpartOpen),
        needs: [line('found', 2)],
        // The lines for violence there are for women.
        otherwise: { id: 'nobody-in-russia', needs: [] },
        sources: ({ found }) => [contactOf(found), ...points(found.country, 'contact')],
      },
      {
        // Nobody is sent to a state that is feared, nor is there a counterpart in a country that is not known or is Russia itself.
        id: 'none-in-russia-alone',
        ages: EVERYONE,
        when: all(foundIn('ru'), not(counterpartOpen)),
        needs: [line('found', 2)],
        otherwise: { id: 'nobody-in-russia-alone', needs: [] },
        sources: ({ found }) => [contactOf(found), ...points(found.country, 'contact')],
      },
      { id: 'choose-country', ages: EVERYONE, when: not(foundKnown), sources: () => ['eu-m2-2'] },
    ],
  },
  {
    id: 'family',
    measure: '1',
    time: 'now',
    when: hasForm('forced-marriage'),
    steps: [{ id: 'no-mediation', ages: EVERYONE, dont: true, sources: () => guidance('forcedMarriage', 'risk') }],
  },
];
