/** What must hold in every plan, over all combinations that matter, and over situations drawn at random. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCall } from '../../src/directory/dialling.ts';
import { COUNTRIES, MEASURES, type Region } from '../../src/directory/schema.ts';
import messages from '../../src/i18n/messages/en/plan.json' with { type: 'json' };
import { comparePlans, isSame } from '../../src/referral/compare.ts';
import { countriesOf, type Plan, peopleOf, planReferral, type Step } from '../../src/referral/plan.ts';
import { reachFrom } from '../../src/referral/responders-for.ts';
import { TIMES } from '../../src/referral/rules/rule.ts';
import {
  AGES,
  FORMS,
  membersOf,
  ORIGINS,
  PARTS,
  type Part,
  ROLES,
  SEXES,
  SHARED,
  type Situation,
  withAnswer,
} from '../../src/referral/situation.ts';
import { publishedGuidance } from '../fixtures/referral/guidance.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const guidance = publishedGuidance();
// At night: what is shut shows.
const now = new Date('2026-11-24T01:30:00Z');

const english = new Intl.DisplayNames('en', { type: 'region' });

const wordings: Record<string, Record<string, { title: string; do: string; dont?: string }>> = messages.plan.steps;

/** Whether the words of a step tell the user to call somebody: a sentence that begins so. */
function saysCall({ rule, wording }: Step): boolean {
  const { title = '', do: body = '' } = wordings[rule]?.[wording] ?? {};
  return /^Call /.test(title) || /(^|[.:;,] )[Cc]all (?!anyone)/.test(body);
}

/** Every way in which a plan breaks its word, in plain sentences. */
function broken(plan: Plan): string[] {
  const { situation, steps } = plan;
  const c = plan.case;
  const found: string[] = [];
  const child = situation.age === 'child' || situation.age === 'unsure';
  const feared = situation.fears === true || situation.asylum === true;
  const choices = steps.flatMap((step) => step.choices.map((choice) => ({ step, choice })));
  const index = (id: string) => steps.findIndex((step) => step.id === id);

  if (new Set(steps.map(({ id }) => id)).size !== steps.length) found.push('a step stands twice');
  if (steps.some((step, at) => at > 0 && TIMES.indexOf(step.time) < TIMES.indexOf(steps[at - 1]?.time ?? 'now'))) {
    found.push('the steps are not in the order of time');
  }
  for (const step of steps) {
    const ways = step.choices.some((choice) => isCall(choice.channel)) || step.emergency.length > 0;
    const { do: body = '', dont = '' } = wordings[step.rule]?.[step.wording] ?? {};
    if (/^Do not call the consulate/.test(dont) && step.choices.length > 0)
      found.push(`${step.id} names whom not to call`);
    // A short number that the words tell to call can be called.
    const shorts = c.standing === c.found.country ? (body.match(/116 \d{3}/g) ?? []) : [];
    for (const number of step.wording === 'if-missing' ? shorts : []) {
      const tel = number.replace(' ', '');
      const live = [...step.emergency, ...step.choices.map(({ channel }) => channel.value)];
      if (!live.includes(tel)) found.push(`${step.id} says to call ${number} and has no link for it`);
    }
    if (saysCall(step) && !ways) found.push(`${step.id} says "call" and nobody can be called`);
    if (step.statements.length === 0) found.push(`${step.id} has no source`);
    // What one country does is no reason in another.
    for (const { cite, text } of step.statements) {
      const whose = /^g-/.test(cite) && /^(?:In )?(\p{Lu}\p{L}+)(?::| the )/u.exec(text)?.[1];
      const country = whose && COUNTRIES.find((code) => english.of(code.toUpperCase()) === whose);
      if (country && country !== c.found.country && country !== c.origin?.country)
        found.push(`${step.id} rests on what ${country} does`);
    }
    if (step.statements.some(({ sources }) => sources.length === 0))
      found.push(`${step.id} cites a fact without a page`);
    if (!MEASURES.includes(step.measure)) found.push(`${step.id} has no measure`);
    const ids = step.choices.map(({ responder }) => responder.id);
    if (new Set(ids).size !== ids.length) found.push(`${step.id} names somebody twice`);
  }

  // From another country a mailbox there is a way as well: not every line can be dialled from everywhere.
  const lines = choices.filter(
    ({ choice: { country, channel } }) =>
      country === situation.found && (isCall(channel) || (c.standing !== situation.found && channel.type === 'email')),
  );
  const emergency = steps.some((step) => step.emergency.length > 0);
  if (situation.found !== undefined && lines.length === 0 && !emergency && situation.found !== 'ru') {
    found.push('nobody can be called in the country found in');
  }
  if (situation.danger) {
    const first = steps[0];
    if (first?.rule !== 'danger' || first.emergency.length === 0) found.push('danger does not come first');
  }

  for (const { step, choice } of choices) {
    const { responder, channel, second, country } = choice;
    const serves = responder.serves;
    if (child && serves?.age && !serves.age.includes('child')) found.push(`${responder.id} serves adults only`);
    const home = directory.countries.get(country);
    // Where the line for trafficking is the emergency number itself, the line is asked by it.
    const isTheLine =
      step.rule === 'line' &&
      (responder.id === home?.contactPoint || home?.antiTraffickingLine.includes(responder.id) === true);
    if (
      !step.urgent &&
      !isTheLine &&
      home?.emergency.some(
        ({ number, for: uses }) =>
          number === channel.value && !uses.includes('police-non-emergency') && !uses.includes('health-advice'),
      )
    ) {
      found.push(`${step.id} names ${channel.value} for what can wait`);
    }
    // The chat of an emergency centre is that centre: in Iceland 112.is.
    const chats = [channel, second && 'channel' in second ? second.channel : undefined];
    if (!step.urgent && !isTheLine && c.standing === 'is' && chats.some((one) => one?.value.includes('112.is')))
      found.push(`${step.id} leads to the emergency centre for what can wait`);
    // An officer's report goes to the unit itself: no emergency centre takes it, and no page about a campaign.
    if (step.wording === 'unit' && (channel.type === 'web' || (responder.kind === 'police' && step.urgent))) {
      found.push(`${step.id} leads to ${channel.value}, which takes no report`);
    }
    if (second && 'emergency' in second && !step.urgent) found.push(`${step.id} ends with an emergency number`);
    if (situation.sex === 'male' && serves?.sex && !serves.sex.includes('male'))
      found.push(`${responder.id}: women only`);
    if (situation.sex === 'female' && serves?.sex && !serves.sex.includes('female'))
      found.push(`${responder.id}: men only`);
    // Whoever is named, first or second, or stands behind a number.
    const named = [responder, second && 'responder' in second && directory.responder(second.responder)];
    for (const via of [channel.via, second && 'channel' in second && second.channel.via]) {
      if (via) named.push(directory.responder(via));
    }
    for (const one of named) {
      if (!feared || !one) continue;
      if (one.kind === 'consular') found.push(`${step.id} names ${one.id} to whoever fears that state`);
      if (one.country !== situation.origin || one.country === situation.found) continue;
      if (!['ngo', 'international-organisation'].includes(one.kind)) {
        found.push(`${step.id} names ${one.id}, which is of the feared state`);
      }
      if (situation.asylum) found.push(`${step.id} turns to the state of origin although protection is asked for`);
    }
    const pack = directory.countries.get(country);
    // What somebody takes home is dialled there.
    const dialledFrom = step.id.startsWith('return-open.numbers') ? country : c.standing;
    if (channel && pack && reachFrom(channel, pack, dialledFrom) === 'no') {
      found.push(`${responder.id} by ${channel.value} cannot be dialled from ${c.standing}`);
    }
    if (second && !('emergency' in second) && second.channel.value === channel?.value) {
      found.push(`the second way to ${responder.id} is the first`);
    }
  }

  if (child && steps.some(({ id }) => id === 'consent.ask')) found.push('a child is asked for consent as an adult');
  if (child && situation.found !== undefined) {
    const protect = steps.find(({ id }) => id.startsWith('child.protect'));
    if (protect?.time !== 'now' || !protect.dont)
      found.push('a child without child protection and "not the family first"');
  }
  if (feared && steps.some(({ id }) => /^(consulate|return-journey)\.(own-)?papers(-yours)?(-child)?$/.test(id))) {
    found.push('the consulate is spoken of although the person fears that state');
  }
  const decision = steps.findIndex(({ rule }) => rule === 'return-decision');
  const risk = index('return-risk.both-countries');
  steps.forEach((step, at) => {
    if (!/^(return-journey|return-reception|return-open|after-return)\./.test(step.id)) return;
    if (decision < 0 || decision > at) found.push(`${step.id} without a free decision before it`);
    if (risk < 0 || risk > at) found.push(`${step.id} without an assessment of risks before it`);
  });
  if (child && index('return-decision.free') >= 0) found.push('a child decides alone on the return');
  if (situation.home !== 'yes' && steps.some(({ time }) => time === 'before-return' || time === 'after-return')) {
    found.push('a return that nobody asked for');
  }
  if (situation.origin === situation.found && steps.some(({ time }) => time === 'before-return')) {
    found.push('a return to the country one is in');
  }
  return found;
}

const FEARS: Pick<Situation, 'asylum' | 'fears'>[] = [{}, { fears: true }, { asylum: true }];

describe.each(AGES)('every plan for: %s', (age) => {
  describe.each([true, false])('danger: %s', (danger) => {
    test('14 countries, 17 origins, wishes, fears, role', { timeout: 180_000 }, () => {
      let count = 0;
      const failures = new Set<string>();
      for (const found of COUNTRIES) {
        for (const origin of ORIGINS) {
          for (const fear of FEARS) {
            // The other answers and where the user stands take turns, so that each meets each of the others.
            const turn = <Value>(values: readonly Value[], every = 1): Value =>
              values[Math.floor(count / every) % values.length] as Value;
            const standing = count % 5 === 0 ? (origin as Region) : undefined;
            const situation: Situation = {
              found,
              origin,
              age,
              danger,
              home: turn(['yes', 'no', 'yes'] as const),
              police: turn(['yes', 'no'] as const, 3),
              role: turn(ROLES),
              sex: turn(SEXES),
              form: [turn(FORMS)],
              ...fear,
            };
            const plan = planReferral(situation, directory, {
              now,
              standing: standing && directory.countries.has(standing) ? standing : undefined,
              guidance,
            });
            for (const failure of broken(plan)) failures.add(`${found} ${origin}: ${failure}`);
            count += 1;
          }
        }
      }
      expect([...failures]).toEqual([]);
      expect(count).toBe(14 * 17 * 3);
    });
  });
});

describe('whoever one is, whatever the hour, wherever one stands', () => {
  const hours = ['2026-11-24T01:30:00Z', '2026-11-24T10:00:00Z', '2026-11-28T19:00:00Z'];
  test.each(AGES)('14 countries, every role: %s', { timeout: 180_000 }, (age) => {
    const failures = new Set<string>();
    for (const found of COUNTRIES) {
      for (const role of ROLES) {
        for (const hour of hours) {
          for (const standing of [undefined, found === 'lv' ? 'ee' : 'lv'] as const) {
            const situation: Situation = { role, found, age, injured: true, origin: found === 'ua' ? 'ro' : 'ua' };
            const plan = planReferral(situation, directory, { now: new Date(hour), standing, guidance });
            for (const failure of broken(plan)) failures.add(`${found} ${role} ${hour} ${standing}: ${failure}`);
          }
        }
      }
    }
    expect([...failures]).toEqual([]);
  });
});

const parts = Object.keys(PARTS) as Part[];
const answers = fc.record(
  Object.fromEntries(
    parts.map((part) => [
      part,
      part === 'form' || part === 'held'
        ? fc.subarray([...PARTS[part]])
        : part === 'place'
          ? fc.constantFrom('gdansk', 'cologne', 'nowhere').map((value) => [value])
          : (SHARED as readonly Part[]).includes(part)
            ? fc.subarray([...PARTS[part]], { minLength: 1, maxLength: 2 })
            : fc.constantFrom(...PARTS[part]).map((value) => [value]),
    ]),
  ) as Record<Part, fc.Arbitrary<string[]>>,
  { requiredKeys: [] },
);
const situationOf = (chosen: Partial<Record<Part, string[]>>): Situation =>
  (Object.entries(chosen) as [Part, string[]][]).reduce<Situation>(
    (s, [part, values]) => withAnswer(s, part, values),
    {},
  );
const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
const places = fc.option(fc.constantFrom(...COUNTRIES), { nil: undefined });

describe('a plan for any answers, given or skipped, at any moment, from anywhere', () => {
  test('keeps its word', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(answers, moments, places, (chosen, at, standing) => {
        // Several people are each a person: what holds for one holds for every one of them.
        for (const member of membersOf(situationOf(chosen))) {
          expect(broken(planReferral(member, directory, { now: at, standing, guidance }))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('lists everybody whom a step names, of several people those of every origin', { timeout: 120_000 }, () => {
    const listed = (chosen: Partial<Record<Part, string[]>>, at: Date, standing: Region | undefined) => {
      const plan = planReferral(situationOf(chosen), directory, { now: at, standing });
      const all = countriesOf(plan).flatMap((code) => peopleOf(plan, code).map(({ choice }) => choice.responder.id));
      const named = plan.steps.flatMap(({ choices }) => choices.map(({ responder }) => responder.id));
      expect(new Set(all)).toEqual(new Set(named));
      return all;
    };
    fc.assert(
      fc.property(answers, moments, places, (...asked) => {
        listed(...asked);
      }),
      { numRuns: 200 },
    );
    const eleven = { found: ['pl'], people: ['several'], origin: ['ua', 'ro', 'other'], form: ['labour'] };
    expect(listed(eleven, now, 'pl')).toContain('ro-anitp');
  });

  test('is the same for the same question', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(answers, moments, (chosen, at) => {
        const ask = () => planReferral(situationOf(chosen), directory, { now: at, guidance });
        expect(JSON.stringify(ask().steps)).toBe(JSON.stringify(ask().steps));
        expect(isSame(comparePlans(ask(), ask()))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('differs from another by exactly the steps that the comparison names', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(answers, answers, moments, (first, second, at) => {
        const before = planReferral(situationOf(first), directory, { now: at });
        const after = planReferral(situationOf(second), directory, { now: at });
        const change = comparePlans(before, after);
        const ids = new Set(before.steps.map(({ id }) => id));
        for (const { id } of change.removed) ids.delete(id);
        for (const id of change.added) ids.add(id);
        expect([...ids].sort()).toEqual(after.steps.map(({ id }) => id).sort());
        for (const id of change.changed) expect(change.added).not.toContain(id);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same in substance whoever is open', () => {
    const situation: Situation = { found: 'lv', origin: 'ua', age: 'adult', form: ['labour'] };
    const day = planReferral(situation, directory, { now: new Date('2026-11-24T10:00:00Z') });
    const later = planReferral(situation, directory, { now: new Date('2026-11-24T10:05:00Z') });
    expect(isSame(comparePlans(day, later))).toBe(true);
  });
});
