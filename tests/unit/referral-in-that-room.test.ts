/** What is right by rule must be right in that room: for a consul, for somebody in another country, for a child, at home. */
import { describe, expect, test } from 'vitest';
import { isCall } from '../../src/directory/dialling.ts';
import { COUNTRIES, type Region } from '../../src/directory/schema.ts';
import messages from '../../src/i18n/messages/en/plan.json' with { type: 'json' };
import { SPOKEN_IN } from '../../src/referral/case.ts';
import { firstCallsOf } from '../../src/referral/first-calls.ts';
import { type Plan, planReferral, type Step } from '../../src/referral/plan.ts';
import { answersNow, type Choice, reachFrom } from '../../src/referral/responders-for.ts';
import { RULES } from '../../src/referral/rules.ts';
import { FORMS, ORIGINS, parseSituation, ROLES } from '../../src/referral/situation.ts';
import { moreText } from '../../src/referral/words.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const now = new Date('2026-11-24T01:30:00Z');
const planOf = (query: string, standing?: Region) => planReferral(parseSituation(query), directory, { now, standing });
const stepsOf = ({ steps }: Plan, rule: string) => steps.filter((step) => step.rule === rule);
const names = ({ choices }: Step) => choices.map(({ responder }) => responder.id);
const PAIRS = COUNTRIES.flatMap((found) =>
  COUNTRIES.flatMap((origin) => (origin === found ? [] : [[found, origin] as const])),
);

describe('the call that stands above the steps', () => {
  test.each(['child', 'unsure', 'adult'])('is to whom its words say: %s', (age) => {
    for (const found of COUNTRIES) {
      for (const standing of COUNTRIES) {
        for (const role of ['social-worker', 'police', 'call-taker']) {
          const { next } = firstCallsOf(
            planOf(`found=${found}&age=${age}&role=${role}&injured=1&danger=1`, standing),
            [],
          );
          // "Call 112 for child protection" must not ring an organisation that stands below for advice.
          expect(next?.step.emergency ?? [], `${found} from ${standing}: ${next?.step.id}`).toEqual([]);
        }
      }
    }
  });
});

describe('consular staff', () => {
  test('speak the language of their people, and are asked for no interpreter to talk to them', () => {
    for (const [found, origin] of PAIRS) {
      const lang = SPOKEN_IN[origin][0];
      const ids = (role: string) =>
        planOf(`found=${found}&origin=${origin}&lang=${lang}&role=${role}`).steps.map(({ id }) => id);
      expect(ids('consular'), `${found} ${origin}`).not.toContain('talk.interpreter');
      if (!SPOKEN_IN[found].some((spoken) => spoken === lang)) expect(ids('ngo')).toContain('talk.interpreter');
      const other = planOf(`found=${found}&origin=${origin}&lang=ar&role=consular`).steps.map(({ id }) => id);
      expect(other).toContain('talk.interpreter');
    }
  });

  test.each(['adult', 'child', 'unsure'])('are not sent to their own consulate for papers: %s', (age) => {
    for (const [found, origin] of PAIRS) {
      for (const home of ['yes', 'no', 'later']) {
        const plan = planOf(`found=${found}&origin=${origin}&role=consular&age=${age}&home=${home}`);
        for (const step of plan.steps) {
          const own = step.choices.filter(
            ({ responder }) => responder.kind === 'consular' && responder.country === origin,
          );
          expect(own, `${step.id} ${found} ${origin}`).toEqual([]);
        }
        if (home !== 'yes' || plan.steps.length === 0) continue;
        expect(stepsOf(plan, 'return-journey').map(({ id }) => id)).toContain(
          age === 'adult' ? 'return-journey.papers-yours' : 'return-journey.papers-yours-child',
        );
      }
    }
  });
});

describe('consular staff, of people of several countries', () => {
  const MIXED = 'found=pl&origin=ua,ro,lt&role=consular&home=yes';

  test('are not told to issue papers to all of them: whose they are is said for each country', () => {
    for (const age of ['adult', 'child', 'unsure']) {
      const ids = planOf(`${MIXED}&age=${age}`).steps.map(({ id }) => id);
      expect(ids.filter((id) => /own-papers|papers-yours/.test(id))).toEqual([]);
      const papers = age === 'adult' ? 'return-journey.papers' : 'return-journey.papers-child';
      for (const origin of ['ua', 'ro', 'lt']) expect(ids).toContain(`${papers}@${origin}`);
    }
    const staying = planOf('found=pl&origin=ua,ro,lt&role=consular&age=adult').steps.map(({ id }) => id);
    for (const origin of ['ua', 'ro', 'lt']) expect(staying).toContain(`consulate.papers@${origin}`);
  });

  test('bring those to the line who are their nationals: not all of several people need be', () => {
    for (const found of COUNTRIES) {
      const bridge = (who: string) =>
        stepsOf(planOf(`found=${found}&role=consular&age=adult&${who}`), 'consular-staff').map(
          ({ wording }) => wording,
        );
      const noLine = found === 'ru' ? '-no-line' : '';
      expect(bridge('origin=lt')).toEqual([`bridge${noLine}`]);
      for (const who of ['origin=ua,ro,other', 'origin=lt&count=6', 'origin=lt,unknown', 'people=several']) {
        expect(bridge(who), `${found} ${who}`).toEqual([`bridge-several${noLine}`]);
      }
    }
  });

  test('need an interpreter, whosoever the language is', () => {
    const steps = planOf(`${MIXED}&age=adult&lang=ro`).steps.filter(({ id }) => id.startsWith('talk.interpreter'));
    expect(steps.map(({ whose }) => whose)).toEqual([undefined]);
  });
});

describe('where there is no line and no contact point', () => {
  const wordings = messages.plan.steps as unknown as Record<
    string,
    Record<string, { title: string; do: string; dont?: string }>
  >;
  const ASKS = /(\bthe|trafficking) line\b(?! (for missing|drops))|contact point of/i;
  const asking = ({ rule, wording }: Step) => {
    const { title, do: body, dont = '' } = wordings[rule]?.[wording] ?? { title: '', do: '' };
    return rule !== 'line' && ASKS.test(`${title} ${body} ${dont}`);
  };
  const ages = ['adult', 'child', 'unsure'];

  test.each(ROLES)('nobody is told to ask it: %s', (role) => {
    for (const age of ages) {
      for (const origin of [...ORIGINS, undefined]) {
        for (const more of ['police=yes&home=yes', 'police=no&fears=1', 'police=later&stay=yes&held=wages,papers']) {
          for (const form of ['', '&form=forced-marriage', '&form=labour', '&form=sexual,criminality']) {
            for (const sex of ['female', 'male']) {
              const of = origin ? `&origin=${origin}` : '';
              const situation = `found=ru&role=${role}&age=${age}&sex=${sex}&${more}${of}${form}`;
              expect(
                planOf(situation)
                  .steps.filter(asking)
                  .map(({ id }) => id),
                situation,
              ).toEqual([]);
            }
          }
        }
      }
    }
  });

  test('nor where the exploitation took place there as well', () => {
    for (const age of ages) {
      const there = planOf(`found=de&origin=ua&elsewhere=ru&age=${age}`);
      expect(stepsOf(there, 'elsewhere').map(({ id }) => id)).toEqual(['elsewhere.claims-not-eu']);
    }
  });

  test('but it is asked everywhere else', () => {
    for (const found of COUNTRIES.filter((code) => code !== 'ru')) {
      const ids = planOf(`found=${found}&origin=eu&role=consular&age=adult`)
        .steps.filter(asking)
        .map(({ id }) => id);
      expect(ids, found).toContain('consular-staff.bridge');
      expect(ids, found).toContain('counterpart.other-eu');
    }
  });
});

describe('the line that is asked', () => {
  const HOURS = ['2026-11-24T01:30:00Z', '2026-11-24T10:00:00Z', '2026-11-28T19:00:00Z', '2026-12-25T12:00:00Z'];

  test('is one that answers, where the contact point is shut or may be', () => {
    let asked = 0;
    for (const hour of HOURS) {
      for (const found of COUNTRIES) {
        for (const who of ['age=adult&sex=female', 'age=adult&sex=male', 'age=child']) {
          const situation = parseSituation(`found=${found}&${who}&held=papers`);
          const plan = planReferral(situation, directory, { now: new Date(hour) });
          const pack = directory.countries.get(found);
          const isLine = (id: string) => pack?.contactPoint === id || pack?.antiTraffickingLine.includes(id);
          const isShut = ({ opening }: Choice) =>
            opening?.state === 'closed' || (opening?.state === 'unknown' && hour.includes('T01'));
          const of = `${found} ${who} ${hour}`;
          const lines = stepsOf(plan, 'line').flatMap(({ choices }) =>
            choices.filter((one) => isLine(one.responder.id)),
          );
          const shut = lines.map(isShut);
          expect(shut, of).toEqual(shut.toSorted((a, b) => Number(a) - Number(b)));
          // The emergency number is no line for what can wait.
          if (found === 'is' || !lines.some(answersNow)) continue;
          for (const { choices } of stepsOf(plan, 'papers-kept')) {
            if (choices.length === 0) continue;
            expect(choices.some(isShut), of).toBe(false);
            asked += 1;
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(20);
  });

  test('a counterpart stays the contact point, whoever answers beside it', () => {
    const [step] = stepsOf(planOf('found=de&origin=bg&age=adult'), 'counterpart');
    expect(step && names(step)[0]).toBe('bg-nccthb');
  });
});

describe('from another country', () => {
  test('a step that says to call or to write names somebody who can be called or written to', () => {
    for (const found of COUNTRIES) {
      for (const standing of COUNTRIES) {
        for (const who of ['age=adult&sex=male&form=labour', 'age=adult&sex=female&form=sexual', 'age=child']) {
          for (const step of stepsOf(planOf(`found=${found}&${who}`, standing), 'line')) {
            if (/-in-russia(-alone)?$/.test(step.wording)) continue;
            expect(step.choices.length, `${step.wording}: ${found} from ${standing}, ${who}`).toBeGreaterThan(0);
          }
        }
      }
    }
  });
});

/** What only those can do who are with the person, or act by office where the person is. */
const BESIDE =
  /^(child\.(hold|listen)|suspect\.(apart|secure)|role\.(?!call-taker)|talk\.|several\.|consent\.ask$|shelter\.|needs\.ask|sexual-violence\.|organ\.|surrogacy\.|risk\.|consular-staff\.|guardian\.appoint|identify\.|rights\.|police-refused\.officer|compelled\.yours|work\.(note-work|rights-inspector)|proof\.keep|asylum\.yours|reflection\.|entitlements\.group-unknown|lawyer\.|compensation\.|recover\.|decide\.|permit\.|free-movement\.|return-open\.what-runs-on)/;

test('the police are not sent to ask whether the police have to be told, nor to report to the police', () => {
  const { steps } = messages.plan as { steps: Record<string, Record<string, { do: string }>> };
  for (const found of COUNTRIES)
    for (const role of ['police', 'border-guard', 'prosecutor'])
      for (const age of ['adult', 'child', 'unsure'])
        for (const form of FORMS)
          for (const { rule, wording } of planOf(`found=${found}&role=${role}&age=${age}&form=${form}&police=no`).steps)
            expect(steps[rule]?.[wording]?.do, `${found} ${role} ${form}`).not.toMatch(
              /police have to be told|have to tell the police|who reports/,
            );
});

test('no step speaks of those below where there is nobody', () => {
  const { steps } = messages.plan as { steps: Record<string, Record<string, { do: string }>> };
  for (const found of COUNTRIES)
    for (const standing of [found, 'lv'] as const)
      for (const age of ['adult', 'child', 'unsure'])
        for (const who of ['', '&sex=female', '&sex=male'])
          for (const form of ['', ...FORMS.map((one) => `&form=${one}`)])
            for (const { id, rule, wording, choices } of planOf(`found=${found}&age=${age}${who}${form}`, standing)
              .steps)
              if (choices.length === 0)
                expect(steps[rule]?.[wording]?.do, `${found} from ${standing}: ${id} ${age}${who}${form}`).not.toMatch(
                  /those below|lines below/i,
                );
});

test('no step has it said that somebody is safe: first words show that only where it is true', () => {
  const { steps } = messages.plan as { steps: Record<string, Record<string, Record<string, string>>> };
  for (const [rule, wordings] of Object.entries(steps))
    for (const [wording, texts] of Object.entries(wordings))
      expect(Object.values(texts).join(' '), `${rule}.${wording}`).not.toMatch(/you are safe/i);
});

test('nobody is told both to keep away from who controls the person and to hold them', () => {
  const { steps } = messages.plan as { steps: Record<string, Record<string, { do: string; dont?: string }>> };
  for (const found of COUNTRIES) {
    for (const role of ROLES) {
      for (const age of ['adult', 'child', 'unsure']) {
        for (const standing of [found, 'lv'] as const) {
          const plan = planOf(`found=${found}&role=${role}&age=${age}&danger=1`, standing);
          const texts = plan.steps.map(({ rule, wording }) => steps[rule]?.[wording]);
          const keepsAway = texts.some((text) => text?.dont?.includes('Do not confront'));
          const holds = texts.some((text) => /Keep the adult|Separate the person/.test(text?.do ?? ''));
          expect(keepsAway && holds, `${found} from ${standing}, ${role} ${age}`).toBe(false);
        }
      }
    }
  }
});

test('time to recover is promised to nobody from whom the plan takes it back', () => {
  const { steps } = messages.plan as { steps: Record<string, Record<string, Record<string, string>>> };
  for (const [found, origin] of [...PAIRS, ...COUNTRIES.map((one) => [one, one] as const)]) {
    for (const age of ['adult', 'child', 'unsure']) {
      for (const role of ['police', 'ngo']) {
        const plan = planOf(`found=${found}&origin=${origin}&age=${age}&role=${role}&police=no`);
        const of = `${found} ${origin} ${age} ${role}`;
        const periods = stepsOf(plan, 'reflection');
        expect(periods.length, of).toBeLessThanOrEqual(1);
        const [period] = periods;
        if (period && !/^(no-permit|none-in)/.test(period.wording)) continue;
        for (const { rule, wording } of plan.steps) {
          // A child's permit in Bulgaria is asked for before any such time ends.
          if (rule === 'reflection' || (rule === 'permit' && found === 'bg')) continue;
          const words = Object.values(steps[rule]?.[wording] ?? {}).join(' ');
          expect(words, `${of} ${rule}.${wording}`).not.toMatch(/[Tt]ime to (recover|stay)/);
        }
      }
    }
  }
});

describe('papers that are kept, wages that are not paid', () => {
  test.each(['adult', 'child', 'unsure'])('can be said whatever the form, and are answered: %s', (age) => {
    for (const found of COUNTRIES) {
      for (const role of ROLES) {
        for (const form of ['', '&form=sexual', '&form=labour', '&form=begging']) {
          const plan = planOf(`found=${found}&age=${age}&role=${role}${form}&held=papers,wages`);
          const of = `${found} ${role}${form}`;
          const papers = stepsOf(plan, 'papers-kept');
          expect(papers.length, of).toBe(found === 'ru' && age === 'adult' && !/^(police|border)/.test(role) ? 0 : 1);
          expect(
            papers.every(({ dont }) => dont),
            of,
          ).toBe(true);
          // Who helps to claim, what to keep, and the claim itself.
          expect(
            plan.steps.map(({ id }) => id).filter((id) => /^work\./.test(id)),
            of,
          ).toEqual([
            ...(age === 'adult' ? ['work.note-work'] : []),
            role === 'labour-inspector' ? 'work.rights-inspector' : 'work.rights',
          ]);
          expect(stepsOf(plan, 'proof').length, of).toBe(age === 'adult' ? 0 : 1);
          // "Ask the line" has a line, or its authority for a child.
          for (const step of papers.filter(({ wording }) => wording === 'get-back'))
            expect(names(step).length, of).toBe(1);
        }
      }
    }
  });

  test('a feared consulate is not the way to new ones', () => {
    for (const [found, origin] of PAIRS)
      for (const fear of ['fears=1', 'asylum=1'])
        for (const { id, choices } of planOf(`found=${found}&origin=${origin}&held=papers&${fear}`).steps)
          expect(
            choices.filter(({ responder }) => responder.kind === 'consular'),
            `${found} ${origin} ${id}`,
          ).toEqual([]);
  });
});

describe('whoever asks from another country is not in the room', () => {
  const plans = (age: string, role: string) =>
    COUNTRIES.flatMap((found) =>
      COUNTRIES.flatMap((standing) =>
        standing === found
          ? []
          : ['', '&home=yes', '&police=no', '&fears=1', '&asylum=1'].map((more) => ({
              of: `${found} from ${standing}${more}`,
              more,
              found,
              standing,
              plan: planOf(
                `found=${found}&origin=${standing}&age=${age}&role=${role}&people=several&form=sexual,labour&lang=ar${more}`,
                standing,
              ),
            })),
      ),
    );

  describe.each(['adult', 'child', 'unsure'])('%s', (age) => {
    test.each(ROLES)('%s', { timeout: 60_000 }, (role) => {
      for (const { of, more, found, standing, plan } of plans(age, role)) {
        const ids = plan.steps.map(({ id }) => id);
        expect(
          ids.filter((id) => BESIDE.test(id)),
          of,
        ).toEqual([]);
        // Whom to call where the person is, by a way that works from here; in Russia our sources have nobody.
        const asked = stepsOf(plan, 'other-side').filter(({ wording }) => wording.startsWith('ask'));
        const there = asked.flatMap(({ choices }) => choices);
        expect(there.length > 0, of).toBe(found !== 'ru');
        for (const { country, channel } of there) {
          expect(country, of).toBe(found);
          expect(channel.type, of).not.toBe('web');
        }
        expect(ids.includes(age === 'adult' ? 'other-side.ask' : 'other-side.ask-child'), of).toBe(found !== 'ru');
        // The counterpart of the other side is not the other side itself.
        expect(
          ids.filter((id) => /^counterpart\.contact/.test(id)),
          of,
        ).toEqual([]);
        const feared = more === '&fears=1' || more === '&asylum=1';
        expect(ids.includes('own-state.step-back'), of).toBe(feared);
        expect(ids.includes('other-side.risk-home'), of).toBe(!feared);
        expect(ids.includes('other-side.home'), of).toBe(!feared && standing !== 'ru');
        expect(ids.includes('return-reception.confirm-yours'), of).toBe(more === '&home=yes');
        for (const step of stepsOf(plan, 'other-side').filter(({ id }) => id === 'other-side.home'))
          for (const { country, channel } of step.choices) {
            expect(country, of).toBe(standing);
            expect(channel.type, of).not.toBe('web');
          }
      }
    });
  });

  test('in a third country one is no counterpart either, and the counterpart is asked', () => {
    for (const [found, origin] of PAIRS) {
      if (origin === 'ru') continue;
      for (const standing of COUNTRIES.filter((one) => one !== found && one !== origin)) {
        const ids = planOf(`found=${found}&origin=${origin}&age=adult`, standing).steps.map(({ id }) => id);
        expect(
          ids.filter((id) => BESIDE.test(id)),
          `${found} ${origin} ${standing}`,
        ).toEqual([]);
        expect(ids).toContain('counterpart.contact');
        expect(ids).not.toContain('other-side.home');
      }
    }
  });
});

describe('a child', () => {
  test.each(['child', 'unsure'])('is led to no line for women, men or adults, on top or below: %s', (age) => {
    for (const found of COUNTRIES) {
      for (const standing of [found, 'lv', 'ro'] as const) {
        for (const sex of ['', '&sex=female', '&sex=male']) {
          for (const form of ['', '&form=sexual', '&form=labour']) {
            for (const at of ['2026-11-24T01:30:00Z', '2026-11-24T10:30:00Z', '2026-11-28T15:00:00Z']) {
              const query = `found=${found}&age=${age}${sex}${form}`;
              const plan = planReferral(parseSituation(query), directory, { now: new Date(at), standing });
              const { line, next } = firstCallsOf(plan, []);
              const lines = stepsOf(plan, 'line').flatMap(({ choices }) => choices);
              for (const choice of [line, next?.choice, ...lines]) {
                const { age: ages, sex: sexes } = choice?.responder.serves ?? {};
                expect(sexes?.length === 1 && !ages?.includes('child'), `${query} ${choice?.responder.id}`).toBe(false);
                expect(ages && !ages.includes('child'), `${query} ${choice?.responder.id}`).not.toBe(true);
              }
              // A line that names children and answers comes before one that does not say whom it is for.
              const named = lines.filter(({ responder, opening, channel, country }) => {
                const pack = directory.countries.get(country);
                const rings = isCall(channel) && pack && reachFrom(channel, pack, standing) !== 'no';
                return rings && answersNow({ opening }) && responder.serves?.age?.includes('child');
              });
              if (named.length > 0) expect(line?.responder.serves?.age, query).toContain('child');
            }
          }
        }
      }
    }
  });

  test('is brought to nobody who serves one sex and does not name children, but for the way in to the country', () => {
    for (const found of COUNTRIES) {
      const country = directory.countries.get(found);
      const wayIn = [country?.contactPoint, ...(country?.antiTraffickingLine ?? [])];
      for (const sex of ['female', 'male']) {
        for (const { id, rule, choices } of planOf(`found=${found}&origin=ro&lang=ro&age=child&sex=${sex}&form=begging`)
          .steps) {
          for (const { responder } of choices) {
            if (rule === 'line' && wayIn.includes(responder.id)) continue;
            const { serves } = responder;
            expect(serves?.sex?.length === 1 && !serves.age?.includes('child'), `${found} ${id} ${responder.id}`).toBe(
              false,
            );
          }
        }
      }
    }
  });
});

test('nobody is sent to a line that speaks only a language they do not', () => {
  for (const found of COUNTRIES) {
    for (const lang of ['ro', 'uk', 'bg', 'ru']) {
      for (const { id, choices } of planOf(`found=${found}&age=adult&lang=${lang}`).steps) {
        for (const { channel, responder, country } of choices) {
          const spoken = channel.languages;
          if (!spoken || country !== found) continue;
          const known = [lang, 'en', ...SPOKEN_IN[found]];
          expect(
            spoken.some((one) => known.includes(one)),
            `${found} ${id} ${responder.id} speaks ${spoken}`,
          ).toBe(true);
        }
      }
    }
  }
});

test('a line that has its own calls interpreted is nobody to ask for an interpreter', () => {
  for (const age of ['adult', 'child'])
    for (const step of stepsOf(planOf(`found=de&lang=vi&age=${age}`), 'talk'))
      expect(names(step)).not.toContain('de-hilfetelefon');
});

describe('after a return', () => {
  const EU = ['dk', 'ee', 'fi', 'de', 'lv', 'lt', 'pl', 'se', 'bg', 'ro'];
  test('claims go through an authority at home only between two EU states', () => {
    for (const [found, origin] of PAIRS) {
      const [step] = stepsOf(planOf(`found=${found}&origin=${origin}&home=yes`), 'after-return').filter(({ id }) =>
        id.includes('claims'),
      );
      const both = EU.includes(found) && EU.includes(origin);
      expect(step?.wording, `${found} ${origin}`).toBe(both ? 'claims' : 'claims-not-eu');
    }
  });

  test('no numbers are told to be given where none is named', () => {
    let told = 0;
    for (const [found, origin] of PAIRS) {
      for (const who of [
        'age=adult&sex=male',
        'age=adult&sex=female',
        'age=child',
        'age=adult&fears=1',
        'age=child&fears=1',
      ]) {
        for (const step of stepsOf(planOf(`found=${found}&origin=${origin}&home=yes&${who}`), 'return-open')) {
          if (step.wording !== 'numbers') continue;
          expect(names(step).length, `${found} ${origin} ${who}`).toBeGreaterThan(0);
          told += 1;
        }
      }
    }
    expect(told).toBeGreaterThan(300);
  });

  test('the numbers for home are named, where there are lines at home', () => {
    for (const [found, origin] of PAIRS) {
      if (origin === 'ru') continue;
      const [step] = stepsOf(planOf(`found=${found}&origin=${origin}&home=yes`), 'return-open').filter(({ id }) =>
        id.includes('numbers'),
      );
      expect(step && names(step).length, `${found} ${origin}`).toBeGreaterThan(0);
    }
  });
});

test('a number for satellite telephones is no way from any other', () => {
  for (const standing of COUNTRIES)
    for (const { id, choices } of planOf('found=is&home=yes&origin=lt', standing).steps)
      for (const { channel, second } of choices)
        expect(
          [channel, second && 'channel' in second && second.channel].map((one) => one && one.value),
          id,
        ).not.toContain('+3548090112');
});

test('the number for callers to the emergency centre of Iceland stands for danger and for its line, not for what can wait', () => {
  const rightly = /^(child\.|line\.|other-side\.|counterpart\.|elsewhere\.|danger\.|injured\.)/;
  for (const standing of COUNTRIES)
    for (const [found, origin] of PAIRS.filter((pair) => pair.includes('is')))
      for (const who of ['age=adult&form=labour', 'age=adult&form=sexual&sex=female', 'age=child'])
        for (const { id, choices, wording } of planOf(`found=${found}&origin=${origin}&home=yes&${who}`, standing)
          .steps) {
          if (rightly.test(id) || (who === 'age=child' && wording.endsWith('-ask'))) continue;
          const ways = choices.flatMap(({ channel, second }) => [
            channel.value,
            second && 'channel' in second ? second.channel.value : undefined,
          ]);
          expect(ways, `${id} ${found} ${origin} from ${standing}`).not.toContain('+3545702112');
        }
});

test('other towns are spoken of only where a town was said, in that country', () => {
  for (const found of COUNTRIES) {
    for (const place of ['', ...(found === 'de' ? ['&place=berlin'] : found === 'pl' ? ['&place=gdansk'] : [])]) {
      const plan = planOf(`found=${found}&origin=${found === 'ro' ? 'bg' : 'ro'}&age=adult&home=yes${place}`);
      for (const step of plan.steps.filter(({ elsewhere }) => elsewhere.count > 0)) {
        const key = moreText(step, plan.case, (asked) => asked);
        expect(key, `${found}${place} ${step.id}`).toBe(
          place !== '' && step.elsewhere.country === found ? 'plan.more' : 'plan.moreLocal',
        );
      }
    }
  }
});

test('who is in other towns is of the country of those who are named', () => {
  for (const [found, origin] of PAIRS) {
    for (const step of planOf(`found=${found}&origin=${origin}&home=yes`).steps) {
      if (step.elsewhere.count === 0 || step.choices.length === 0) continue;
      expect(
        step.choices.map(({ country }) => country),
        `${step.id} ${found} ${origin}`,
      ).toContain(step.elsewhere.country);
    }
  }
});

describe('after sexual violence, and after any other', () => {
  // Those whose own name says whom they receive.
  const receptions = [...directory.countries.values()]
    .flatMap(({ responders }) => responders)
    .filter(({ kind, name }) => kind === 'health' && /sexual/i.test(name.en ?? ''));

  test('no plan says that none is listed where there is one', () => {
    expect(receptions.length).toBeGreaterThanOrEqual(8);
    for (const found of COUNTRIES) {
      const there = receptions.filter(({ country }) => country === found).map(({ id }) => id);
      for (const role of ['social-worker', 'police', 'health']) {
        const [step] = stepsOf(planOf(`found=${found}&form=sexual&age=adult&role=${role}`), 'sexual-violence');
        if (step?.wording === 'examination-ask') expect(there, found).toEqual([]);
        if (step && there.length > 0)
          expect(
            there.some((id) => names(step).includes(id)),
            `${found} ${role}`,
          ).toBe(true);
      }
    }
  });

  test('a wound is not brought to a reception for rape, nor to a page', () => {
    for (const found of COUNTRIES) {
      for (const age of ['adult', 'child', 'unsure']) {
        for (const who of ['', '&sex=male&form=labour', '&form=begging']) {
          for (const step of stepsOf(planOf(`found=${found}&age=${age}${who}&injured=1`), 'injured')) {
            expect(
              step.choices.filter(({ responder }) => receptions.some(({ id }) => id === responder.id)),
              `${found} ${age}${who}`,
            ).toEqual([]);
            for (const { channel } of step.choices) expect(channel.type, `${found} ${age}${who}`).not.toBe('web');
          }
        }
      }
    }
  });

  test('who advises by telephone is not where a child is examined', () => {
    for (const found of COUNTRIES)
      for (const step of stepsOf(planOf(`found=${found}&age=child&form=sexual`), 'sexual-violence'))
        for (const { responder } of step.choices)
          expect(responder.name.en, `${found} ${responder.id}`).not.toMatch(/advice line/i);
  });
});

test('a sentence that names a country has the name of one', () => {
  const { steps } = messages.plan as { steps: Record<string, Record<string, Record<string, string>>> };
  for (const found of COUNTRIES)
    for (const origin of ['eu', 'other', 'unknown'])
      for (const age of ['adult', 'child'])
        for (const more of ['', '&fears=1', '&asylum=1', '&home=yes', '&home=yes&fears=1', '&stay=yes'])
          for (const { rule, wording } of planOf(`found=${found}&origin=${origin}&age=${age}${more}`).steps)
            expect(Object.values(steps[rule]?.[wording] ?? {}).join(' '), `${found} ${origin}`).not.toContain(
              '{{origin}}',
            );
});

test('nobody is sent to a counterpart in a state that is feared, listed or not', () => {
  for (const found of COUNTRIES)
    for (const origin of ORIGINS)
      for (const age of ['adult', 'child'])
        for (const { id } of origin === found ? [] : planOf(`found=${found}&origin=${origin}&age=${age}&fears=1`).steps)
          expect(id, `${found} ${origin}`).not.toMatch(
            /^counterpart\.(contact|other|russia(-child)?$)|^line\.none-in-russia$/,
          );
});

test('an inspector is told of somebody who helps to claim the wages, and that one is named', () => {
  for (const found of COUNTRIES.filter((one) => one !== 'ru'))
    for (const origin of COUNTRIES)
      for (const step of stepsOf(planOf(`found=${found}&origin=${origin}&role=labour-inspector&form=labour`), 'work'))
        if (step.wording === 'rights-inspector') expect(names(step).length, `${found} ${origin}`).toBeGreaterThan(0);
});

describe('whoever is told to ask somebody is told whom', () => {
  const wordings = messages.plan.steps as unknown as Record<string, Record<string, { title: string; do: string }>>;
  const ASKS = /ask the (trafficking )?line|ask those below|turn to an organisation|confirmed in writing by an/i;
  const SAYS_NOBODY = /in our sources/;

  test('a step that names people to ask in one plan does so in all', () => {
    const named = new Set<string>();
    const unnamed = new Map<string, string>();
    for (const found of COUNTRIES)
      for (const standing of [found, found === 'lt' ? 'lv' : 'lt', 'ru'] as const)
        for (const origin of ['ua', 'ru', 'other'])
          for (const who of ['age=adult&sex=female', 'age=adult&sex=male', 'age=child&sex=male', 'age=unsure'])
            for (const more of [
              'home=yes&police=yes&form=labour',
              'home=yes&fears=1&held=papers&form=forced-marriage',
              'form=forced-marriage,sexual&police=no&held=papers',
            ]) {
              const query = `found=${found}&origin=${origin}&${who}&${more}`;
              for (const { rule, wording, choices } of planOf(query, standing).steps) {
                const words = wordings[rule]?.[wording];
                if (!words || !ASKS.test(words.do) || (SAYS_NOBODY.test(words.do) && !/ask the/i.test(words.do)))
                  continue;
                if (choices.length > 0) named.add(`${rule}.${wording}`);
                else unnamed.set(`${rule}.${wording}`, `${query} from ${standing}`);
              }
            }
    for (const one of ['marriage.advice-ask', 'papers-kept.get-back']) expect(named).toContain(one);
    expect([...unnamed].filter(([id]) => named.has(id))).toEqual([]);
  });

  test('from elsewhere nobody is told to ask for advice about somebody in Russia, where nobody can be asked', () => {
    for (const found of COUNTRIES)
      for (const standing of COUNTRIES) {
        if (standing === found) continue;
        const [step] = stepsOf(planOf(`found=${found}&age=adult&origin=other`, standing), 'consent');
        expect(step?.wording, `${found} from ${standing}`).toBe(found === 'ru' ? 'ask-abroad-no-line' : 'ask-abroad');
      }
  });

  test('a child in Iceland is asked about of its line where it cannot wait, and of nobody about a journey', () => {
    const plan = planOf('found=is&origin=lt&age=child&form=forced-marriage&home=yes');
    expect(stepsOf(plan, 'marriage').flatMap(names)).toEqual(['is-112']);
    const [organise] = stepsOf(plan, 'return-journey');
    expect([organise?.wording, organise?.choices]).toEqual(['organise-no-line', []]);
  });
});

describe('what is said to adults is not said of a child', () => {
  const plans = COUNTRIES.flatMap((found) =>
    COUNTRIES.flatMap((origin) =>
      origin === found
        ? []
        : ['child', 'unsure'].flatMap((age) =>
            ['', '&fears=1'].map((fears) => ({
              of: `${found} ${origin} ${age}${fears}`,
              fears: fears !== '',
              ids: planOf(`found=${found}&origin=${origin}&age=${age}&form=labour&home=yes${fears}`).steps.map(
                ({ id }) => id,
              ),
            })),
          ),
    ),
  );

  test('a permit is the guardian’s to ask for, not before a time to recover nor for working with the police', () => {
    for (const { of, ids } of plans) expect(ids, of).not.toEqual(expect.arrayContaining(['permit.apply']));
    expect(plans.filter(({ ids }) => ids.includes('permit.child')).length).toBeGreaterThan(100);
    expect(plans.filter(({ ids }) => ids.includes('permit.not-found'))).toEqual([]);
  });

  test('a child is not asked who recruited it, and proof is kept all the same', () => {
    for (const { of, ids } of plans) {
      expect(ids, of).not.toContain('work.note-work');
      expect(ids, of).toContain('proof.keep');
    }
  });

  test('where no return is planned for a child who fears its state, none is organised', () => {
    for (const { of, ids, fears } of plans.filter((one) => one.fears)) {
      expect(fears && ids.includes('return-decision.best-interests-feared'), of).toBe(true);
      expect(
        ids.filter((id) => /^(return-(journey|reception|open)|after-return)\./.test(id)),
        of,
      ).toEqual([]);
    }
  });
});

test('a child is examined by whoever examines children: one who is for their protection, or receives after sexual violence', () => {
  const named = COUNTRIES.flatMap((found) =>
    stepsOf(planOf(`found=${found}&age=child&form=sexual`), 'sexual-violence').flatMap(({ choices }) => choices),
  );
  expect(named.map(({ responder }) => responder.id)).toContain('is-barnahus');
  for (const { responder } of named)
    expect(
      responder.kind === 'child-protection' || responder.serves?.exploitation?.includes('sexual'),
      responder.id,
    ).toBe(true);
});

describe('a unit for trafficking without a number', () => {
  const report = (found: string, standing?: Region) =>
    stepsOf(planOf(`found=${found}&police=yes`, standing), 'police-wished').at(-1);

  test('is said to be reached as its pages say, where that can be dialled', () => {
    expect(report('ro')?.facts.join()).toContain('call 112 and ask for the police against organised crime');
    expect(report('de')?.facts.join()).toContain('Take a suspicion to 110 or the state criminal police');
    for (const found of COUNTRIES) {
      const here = report(found);
      if (here?.wording === 'report') expect(here.facts, found).toEqual([]);
      expect(report(found, found === 'pl' ? 'se' : 'pl')?.facts, found).toEqual([]);
    }
  });
});

describe('of several people who differ', () => {
  const MIXES = [
    'origin=ro,other,de,unknown&age=adult,child&sex=female,male',
    'origin=ua,ro,other&age=adult,child&sex=male,female',
    'origin=ua,is,no&age=adult,unsure&sex=female,male',
    'origin=other,eu&age=adult,child&sex=male',
  ];
  const CASES = ['form=labour&held=wages,papers', 'form=labour&police=yes&home=yes', 'form=sexual&fears=1&police=no'];
  const said = ({ rule, wording, origin, facts, deadlines, emergency, choices }: Step) =>
    JSON.stringify([
      rule,
      wording,
      origin,
      facts,
      deadlines,
      emergency,
      choices.map(({ responder, channel }) => [responder.id, channel.value]),
    ]);
  /** In how many of origin, age and sex two blocks are for others. */
  const apart = (a: Step, b: Step) =>
    (['origin', 'age', 'sex'] as const).filter((part) => `${a.whose?.[part]}` !== `${b.whose?.[part]}`).length;

  test('what is said to some stands once for all of them who can be named together', () => {
    for (const found of COUNTRIES) {
      for (const mix of MIXES) {
        for (const more of CASES) {
          const query = `found=${found}&${mix}&people=several&${more}&role=labour-inspector`;
          const blocks = new Map<string, Step[]>();
          for (const step of planOf(query).steps) blocks.set(said(step), [...(blocks.get(said(step)) ?? []), step]);
          for (const same of blocks.values()) {
            const together = same.filter((step, at) => same.slice(0, at).some((other) => apart(step, other) < 2));
            expect(
              together.map(({ id }) => id),
              query,
            ).toEqual([]);
          }
        }
      }
    }
  });

  test('a step is one origin’s only where its words name the origin', () => {
    const words = messages.plan.steps as unknown as Record<string, Record<string, object>>;
    for (const { id, steps } of RULES) {
      for (const step of steps) {
        const own = [step.id, step.otherwise?.id, step.noLine].map((wording) => words[id]?.[wording ?? '']);
        expect(JSON.stringify(own).includes('{{origin}}'), `${id}.${step.id}`).toBe(step.perOrigin ?? false);
      }
    }
  });

  test('a step that is said once rests on what it rests on for each of them', () => {
    const cites = (origin: string) =>
      stepsOf(planOf(`found=is&origin=${origin}&role=consular&people=several&age=adult`), 'consular-staff').map(
        ({ statements }) => statements.map(({ cite }) => cite),
      );
    const [[ua = [], ...others], [lt = []]] = [cites('ua'), cites('lt')];
    expect(others).toEqual([]);
    expect(new Set(cites('ua,lt').flat())).toEqual(new Set([...ua, ...lt]));
    expect(ua).not.toEqual(lt);
  });

  test('the line in Germany at night stands for women, for men and for children: not for each origin', () => {
    const plan = planOf(`found=de&${MIXES[0]}&people=several&form=labour`);
    expect(stepsOf(plan, 'line').map(({ id }) => id)).toEqual([
      'line.call@adult+female',
      'line.call@adult+male',
      'line.call@child',
    ]);
  });
});
