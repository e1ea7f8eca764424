/** Whom to call now: above the steps of every plan. */
import { beforeAll, describe, expect, test } from 'vitest';
import { isCall } from '../../src/directory/dialling.ts';
import { isNationwide } from '../../src/directory/places.ts';
import { COUNTRIES, type Region } from '../../src/directory/schema.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { addSayings, sayer } from '../../src/i18n/say.ts';
import { firstCallsOf } from '../../src/referral/first-calls.ts';
import { planReferral } from '../../src/referral/plan.ts';
import { answersNow, reachFrom } from '../../src/referral/responders-for.ts';
import { AGES, parseSituation, ROLES } from '../../src/referral/situation.ts';
import { lineText, stepWords, type Tongue } from '../../src/referral/words.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const now = new Date('2026-11-24T01:30:00Z');
const planOf = (query: string, standing?: Region) => planReferral(parseSituation(query), directory, { now, standing });

describe('the calls above the steps', () => {
  test.each([
    ['found=pl&age=adult', undefined, ['112'], false],
    ['found=no&age=adult', undefined, ['112', '110', '113'], false],
    // Germany cannot be alarmed from Latvia: the user's own police pass it on.
    ['found=de&age=adult', 'lv', ['112'], true],
  ] as const)('%s, standing in %s: %o', (query, standing, numbers, own) => {
    const calls = firstCallsOf(planOf(query, standing), []);
    expect([...calls.emergency].sort()).toEqual([...numbers].sort());
    expect(calls.own).toBe(own);
  });

  test('next is nobody who is shut at this hour, or works in some town only while none was said', () => {
    for (const found of COUNTRIES) {
      for (const age of AGES) {
        const { next } = firstCallsOf(planOf(`found=${found}&age=${age}&form=labour`), []);
        if (!next) continue;
        expect(next.choice.opening?.state, found).not.toBe('closed');
        expect(isNationwide(next.choice.responder), `${found} ${next.choice.responder.id}`).toBe(true);
      }
    }
  });

  test('next is nobody for women or for men only while nobody said which the person is', () => {
    for (const found of COUNTRIES) {
      for (const who of ['', '&sex=other', '&form=labour', '&form=sexual&origin=ua']) {
        for (const role of ROLES) {
          const { next } = firstCallsOf(planOf(`found=${found}&age=adult&role=${role}${who}`), []);
          expect(next?.choice.responder.serves?.sex?.length, `${found}${who} ${next?.choice.responder.id}`).not.toBe(1);
        }
      }
    }
  });

  test('the line is one that answers at this hour, where the country has one for such a person', () => {
    for (const found of COUNTRIES) {
      for (const who of ['age=adult&sex=female&form=sexual', 'age=adult&sex=male&form=labour', 'age=child']) {
        const plan = planOf(`found=${found}&${who}`);
        const { line } = firstCallsOf(plan, []);
        const open = plan.steps
          .filter(({ rule }) => rule === 'line')
          .flatMap(({ choices }) => choices)
          .filter(
            ({ opening, reasons }) => opening?.state === 'always' && !reasons.some(({ code }) => code === 'one-sex'),
          );
        if (open.length > 0) expect(open, `${found} ${who}`).toContain(line);
      }
    }
    expect(firstCallsOf(planOf('found=ro&age=child'), []).line?.channel.value).toBe('+40800500333');
  });

  test.each([
    ['at night', '2026-11-24T01:30:00Z'],
    ['by day', '2026-11-24T10:00:00Z'],
  ])('of men and women, %s, the line is one that takes both and is not shut, or says whom it takes', (_, at) => {
    for (const found of COUNTRIES) {
      for (const sexes of ['male,female', 'female,male']) {
        const query = `found=${found}&people=several&age=adult&form=labour&sex=${sexes}`;
        const plan = planReferral(parseSituation(query), directory, { now: new Date(at), standing: undefined });
        const lines = plan.steps.filter(({ rule }) => rule === 'line');
        const { line, lineWhose } = firstCallsOf(plan, []);
        const isNamedIn = (id: string | undefined) =>
          lines.filter(({ choices }) => choices.some(({ responder }) => responder.id === id));
        const calls = lines.flatMap(({ choices }) => choices.filter(({ channel }) => isCall(channel)));
        const forAll = calls.filter(({ responder }) => isNamedIn(responder.id).length === lines.length);
        const naming = isNamedIn(line?.responder.id);
        if (line && naming.length < lines.length) {
          expect(lineWhose, `${found} ${line.responder.id}`).toEqual(naming[0]?.whose);
          expect(
            forAll.filter(({ opening }) => opening?.state !== 'closed'),
            found,
          ).toEqual([]);
        } else {
          expect(lineWhose, found).toBeUndefined();
          if (line?.opening?.state === 'closed') expect(calls.filter(answersNow), found).toEqual([]);
        }
      }
    }
    const german = planOf('found=de&people=several&age=adult&form=labour&sex=male,female');
    expect(firstCallsOf(german, []).line?.responder.id).toBe('de-kok');
  });

  test('a child among several people comes before wages, in whatever order they were named', () => {
    for (const found of COUNTRIES) {
      for (const ages of ['adult,child', 'child,adult']) {
        const plan = planOf(`found=${found}&people=several&age=${ages}&form=labour&held=wages`);
        expect(firstCallsOf(plan, []).next?.step.rule, `${found} ${ages}`).not.toBe('work');
      }
    }
  });

  test('at night nobody is called about wages who is not known to answer; by day they are', () => {
    const next = (query: string, at: string) =>
      firstCallsOf(planReferral(parseSituation(query), directory, { now: new Date(at), standing: undefined }), []).next;
    const byDay = new Set<string>();
    for (const found of COUNTRIES) {
      for (const more of ['', '&tonight=1', '&held=wages', '&role=labour-inspector&held=wages']) {
        const query = `found=${found}&age=adult&sex=male&form=labour${more}`;
        const night = next(query, '2026-11-24T01:30:00Z');
        if (night?.step.rule === 'work') expect(answersNow(night.choice), query).toBe(true);
        if (next(query, '2026-11-24T10:00:00Z')?.step.rule === 'work') byDay.add(found);
      }
    }
    expect(byDay.size).toBeGreaterThan(0);
  });

  test('next is something of today, and no call that waits for something to happen', () => {
    for (const found of COUNTRIES) {
      for (const age of AGES) {
        for (const form of ['', '&form=labour']) {
          const { next } = firstCallsOf(planOf(`found=${found}&age=${age}${form}`), []);
          if (!next) continue;
          expect(['now', 'today'], `${found} ${next.step.id}`).toContain(next.step.time);
          expect(next.step.id, found).not.toBe('guardian.if-missing');
          // A child is brought to safety before wages are asked for.
          if (age !== 'adult') expect(next.step.rule, found).not.toBe('work');
        }
      }
    }
  });

  test('a line for other matters is not called the line: it is named by what it is for', async () => {
    const sayings = new Map();
    addSayings(sayings, (await import('../../src/i18n/messages/en/plan.json')).default);
    const tongue: Tongue = { t: sayer('en', sayings), language: 'en', taxonomy: directory.taxonomy };
    const others = new Map<string, string>();
    for (const found of COUNTRIES) {
      for (const who of ['', '&sex=female', '&sex=female&form=sexual', '&sex=male&form=labour', '&age=child']) {
        for (const at of ['2026-11-24T10:00:00Z', '2026-11-25T00:30:00Z', '2026-11-29T15:00:00Z']) {
          for (const standing of [found, 'lv'] as const) {
            const query = `found=${found}${who}`;
            const plan = planReferral(parseSituation(query), directory, { now: new Date(at), standing });
            const { line } = firstCallsOf(plan, []);
            if (!line) continue;
            const home = directory.countries.get(line.country);
            const own = [home?.contactPoint, ...(home?.antiTraffickingLine ?? [])].includes(line.responder.id);
            const text = lineText(line, tongue);
            expect(text === 'The line, also without a name', `${query} ${line.responder.id}: ${text}`).toBe(own);
            if (!own) others.set(line.responder.id, text);
          }
        }
      }
    }
    expect(others.get('ru-womens-helpline')).toBe('Women who suffered violence; not a trafficking line');
    expect(others.get('dk-lev-uden-vold-1888')).toBe('National line on violence in close relationships');
  });

  test('where the words say to let child protection choose, nobody else is called', () => {
    for (const found of COUNTRIES) {
      for (const age of ['child', 'unsure', 'adult,child']) {
        for (const who of ['', '&sex=female', '&sex=male&form=labour', '&sex=female&form=sexual&origin=ua&lang=uk']) {
          for (const role of ROLES) {
            for (const at of ['2026-11-24T10:00:00Z', '2026-11-25T00:30:00Z']) {
              const query = `found=${found}&age=${age}${who}&role=${role}`;
              const plan = planReferral(parseSituation(query), directory, { now: new Date(at) });
              for (const done of [[], ['child.protect', 'suspect.unit']]) {
                const { next } = firstCallsOf(plan, [...done, 'shelter.tonight@adult', 'work.rights']);
                if (next?.step.rule !== 'shelter' || next.step.wording === 'tonight') continue;
                expect(next.choice.responder.services, `${query} ${next.choice.responder.id}`).toContain(
                  'child-custody',
                );
              }
            }
          }
        }
      }
    }
  });

  test('in Gdańsk the first place for the night is the one whose door is there', () => {
    const plan = planOf('role=health&found=pl&place=gdansk&age=adult&sex=female&form=sexual&origin=ua');
    const tonight = plan.steps.find(({ rule }) => rule === 'shelter');
    expect(tonight?.choices.map(({ responder }) => responder.id).slice(0, 2)).toEqual([
      'pl-oik-gdansk',
      'pl-centrum-praw-kobiet',
    ]);
  });

  test('in Ukraine the line that evacuates from the front is no safe place for the night', () => {
    for (const place of ['', '&place=kyiv', '&place=kharkiv', '&place=odesa']) {
      for (const who of ['sex=female&form=sexual', 'sex=male&form=labour', 'sex=female&origin=ro']) {
        for (const age of AGES) {
          const tonight = planOf(`found=ua&age=${age}&${who}${place}`).steps.find(({ rule }) => rule === 'shelter');
          expect(tonight?.choices.length, `${age} ${who}${place}`).toBeGreaterThan(0);
          expect(JSON.stringify(tonight?.choices.map(({ responder, second }) => [responder.id, second]))).not.toContain(
            'ua-evacuation-line-203',
          );
        }
      }
    }
  });

  test('in Iceland the line is 112, and the numbers for callers elsewhere are theirs alone', () => {
    const inside = planOf('found=is&age=adult&form=labour&origin=lt');
    expect(firstCallsOf(inside, []).line?.channel.value).toBe('112');
    expect(
      JSON.stringify(inside.steps.map(({ choices }) => choices.map(({ channel, second }) => [channel.value, second]))),
    ).not.toMatch(/3545702112|3548090112/);
    expect(firstCallsOf(planOf('found=is&age=adult&form=labour&origin=lt', 'lt'), []).line?.channel.value).toBe(
      '+3545702112',
    );
  });

  test('the line stands once, and what is next is what is not done', () => {
    const plan = planOf('found=pl&age=adult&sex=female&form=sexual&origin=ua&lang=uk&place=gdansk');
    const before = firstCallsOf(plan, []);
    expect(before.line?.responder.id).toBe('pl-kcik');
    expect(before.next?.choice.channel.value).not.toBe(before.line?.channel.value);
    const after = firstCallsOf(plan, [before.next?.step.id ?? '']);
    expect(after.next?.step.id).not.toBe(before.next?.step.id);
  });

  test('a child leads to the authority, and nothing that is named cannot be dialled', () => {
    for (const found of COUNTRIES) {
      for (const age of AGES) {
        for (const role of ROLES) {
          for (const standing of [found, 'lv'] as const) {
            const plan = planOf(`found=${found}&age=${age}&role=${role}`, standing);
            const { emergency, line, next } = firstCallsOf(plan, []);
            expect(emergency.length).toBeGreaterThan(0);
            for (const choice of [line, next?.choice]) {
              if (!choice) continue;
              expect(isCall(choice.channel)).toBe(true);
              const pack = directory.countries.get(choice.country);
              expect(pack && reachFrom(choice.channel, pack, standing)).not.toBe('no');
            }
            if (!next) continue;
            expect([...emergency, line?.channel.value]).not.toContain(next.choice.channel.value);
            // Another number of the same centre is no second call: in Iceland it is the one for satellite telephones.
            expect(next.choice.responder.id).not.toBe(line?.responder.id);
          }
        }
      }
    }
    const romania = firstCallsOf(planOf('found=ro&age=child'), []);
    expect(romania.next).toMatchObject({ step: { id: 'child.protect' }, choice: { channel: { value: '119' } } });
  });
});

describe('a step in words', () => {
  const tongues: Tongue[] = [];
  beforeAll(async () => {
    for (const language of LANGUAGES) {
      const sayings = new Map();
      addSayings(sayings, (await import(`../../src/i18n/messages/${language}/plan.json`)).default);
      tongues.push({ t: sayer(language, sayings), language, taxonomy: directory.taxonomy, places: directory.places });
    }
  });

  test('has a short title in every language, and below it nothing of it again', () => {
    for (const tongue of tongues) {
      for (const found of COUNTRIES) {
        for (const age of AGES) {
          const plan = planOf(`found=${found}&age=${age}&danger=1&form=sexual,labour&origin=ua&police=yes&home=yes`);
          for (const step of plan.steps) {
            const { title, body } = stepWords(plan.case, step, tongue);
            const where = `${tongue.language} ${step.id} ${title}`;
            // "112 / 110" is two.
            expect(title.match(/\S*[\p{L}\p{N}]\S*/gu)?.length, where).toBeLessThanOrEqual(9);
            for (const stop of '.:,') expect(body.startsWith(title + stop), where).toBe(false);
            expect(body, where).not.toMatch(/^[\p{Ll}.:]|\{\{/u);
          }
        }
      }
    }
  });
});
