import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawMap, place } from '../../scripts/data/map.ts';
import { buildPacks } from '../../scripts/data/publish.ts';
import { readData } from '../../scripts/data/read.ts';
import { grouped } from '../../src/countries/groups.ts';
import { lineNow } from '../../src/countries/line-now.ts';
import { isUrgent, mainNumbers } from '../../src/directory/emergency.ts';
import type { CountryPack, PackResponder } from '../../src/directory/pack.ts';
import { COUNTRIES, type CountryCode, type Emergency } from '../../src/directory/schema.ts';
import { type DaysMessage, daysMessage } from '../../src/i18n/days.ts';
import { label, names } from '../../src/i18n/labels.ts';

const data = readData('data');
const packs = buildPacks(data).flatMap(({ pack }) => (pack.kind === 'country' ? [pack] : []));

function packOf(code: string): CountryPack {
  const pack = packs.find(({ country }) => country === code);
  if (!pack) throw new Error(`no pack ${code}`);
  return pack;
}

describe('how a number of days is said', () => {
  it.each<[number | undefined, number | undefined, DaysMessage | undefined]>([
    [30, 30, { message: 'exactly', count: 30 }],
    [1, 1, { message: 'exactly', count: 1 }],
    [30, 90, { message: 'range', min: 30, count: 90 }],
    [30, undefined, { message: 'atLeast', count: 30 }],
    [undefined, 90, { message: 'atMost', count: 90 }],
    [undefined, undefined, undefined],
  ])('%s to %s days', (min, max, said) => {
    expect(daysMessage({ min, max })).toEqual(said);
  });
});

describe('responders by what they do', () => {
  const kinds = Object.keys(data.taxonomy.kinds);
  const responder = (kind: string, id: number) => ({ id: `lv-${id}`, kind }) as PackResponder;

  it('has a group of its own meaning for every kind of the taxonomy, and `others` only for what is named so', () => {
    const others = grouped(kinds.map(responder)).find(({ group }) => group === 'others');
    expect(others?.responders.map(({ kind }) => kind)).toEqual(['international-organisation', 'other']);
  });

  it('puts everybody into exactly one group and keeps the order of the data', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...kinds), fc.string())), (some) => {
        const everyone = some.map(responder);
        const groups = grouped(everyone);
        expect(groups.every(({ responders }) => responders.length > 0)).toBe(true);
        const together = groups.flatMap(({ responders }) => responders);
        expect(new Set(together)).toEqual(new Set(everyone));
        expect(together).toHaveLength(everyone.length);
        for (const { responders } of groups) {
          const places = responders.map((one) => everyone.indexOf(one));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('begins with the helplines', () => {
    expect(grouped(packOf('lv').responders)[0]?.group).toBe('lines');
  });
});

describe('the numbers to know', () => {
  const emergency = (number: string, ...uses: string[]): Emergency => ({ number, for: uses, sources: ['a'] });
  const numbers = (...all: Emergency[]) => mainNumbers(all).map(({ number }) => number);

  it.each([
    ['one that covers all', [emergency('112', 'fire', 'police', 'ambulance'), emergency('110', 'police')], ['112']],
    ['those that do together', [emergency('112', 'police'), emergency('113', 'ambulance')], ['112', '113']],
    ['not what can wait', [emergency('02800', 'police-non-emergency'), emergency('110', 'fire')], ['110']],
    [
      'not one that reaches none of the three',
      [emergency('110', 'fire'), emergency('117', 'social-emergency')],
      ['110'],
    ],
    ['not the one from abroad', [emergency('+3726000112', 'police', 'ambulance', 'fire')], []],
    ['none', [], []],
  ])('%s', (_, all, shown) => {
    expect(numbers(...all)).toEqual(shown);
  });

  it('are there in each of the fourteen countries', () => {
    for (const code of COUNTRIES) expect(mainNumbers(packOf(code).emergency), code).not.toHaveLength(0);
  });

  it('are urgent, every one', () => {
    for (const pack of packs) expect(mainNumbers(pack.emergency).every(isUrgent), pack.country).toBe(true);
  });
});

describe('whether the anti-trafficking line answers now', () => {
  const day = { days: [...Array(5).fill([[540, 1020]]), [], []] as [number, number][][] };
  const always = { days: Array(7).fill([[0, 1440]]) as [number, number][][] };
  const country = (lines: { type?: string; week?: typeof day }[]) =>
    ({
      country: 'lv',
      emergency: [],
      timeZone: 'Europe/Riga',
      holidays: [],
      antiTraffickingLine: lines.map((_, index) => `lv-${index}`),
      responders: lines.map((line, index) => ({
        id: `lv-${index}`,
        channels: [{ type: 'phone', value: '+37167000000', ...line }],
      })),
    }) as unknown as CountryPack;
  const sunday = new Date('2026-11-22T10:00:00Z');
  const monday = new Date('2026-11-23T10:00:00Z');

  it.each([
    ['none named', [], monday, undefined],
    ['open', [{ week: day }], monday, 'open'],
    ['closed', [{ week: day }], sunday, 'closed'],
    ['a second one that is open', [{ week: day }, { week: always }], sunday, 'always'],
    ['one of which nobody knows before one that is closed', [{ week: day }, {}], sunday, 'unknown'],
    ['a web page is no line', [{ type: 'web', week: always }], monday, undefined],
  ])('%s', (_, lines, now, state) => {
    expect(lineNow(country(lines), 'lv', now)?.opening.state).toBe(state);
  });
});

describe('what things are called', () => {
  it.each([
    ['in the language', 'kinds', 'police', 'lv', data.taxonomy.kinds.police?.label.lv],
    ['in English where there is no other', 'kinds', 'police', 'xx', data.taxonomy.kinds.police?.label.en],
    ['by its code last', 'kinds', 'lighthouse', 'en', 'lighthouse'],
  ] as const)('%s', (_, vocabulary, code, language, expected) => {
    expect(label(data.taxonomy, vocabulary, code, language)).toBe(expected);
  });

  it.each([
    ['en', { en: 'Shelter', lv: 'Patvērums' }, 'Shelter', ['Patvērums']],
    ['lv', { en: 'Shelter', lv: 'Patvērums' }, 'Patvērums', ['Shelter']],
    ['et', { en: 'Shelter', lv: 'Patvērums' }, 'Shelter', ['Patvērums']],
    ['en', { en: 'ROSA', nb: 'ROSA' }, 'ROSA', []],
    ['sv', { en: 'Victim', fi: 'Riku', sv: 'Brotts' }, 'Brotts', ['Victim', 'Riku']],
  ])('a name for a reader of %s', (language, name, main, others) => {
    const shown = names(name as Record<string, string>, language);
    expect(shown.main.text).toBe(main);
    expect(shown.others.map(({ text }) => text)).toEqual(others);
  });
});

describe('the map', () => {
  const map = drawMap();
  const towns: [string, number, number, CountryCode][] = [
    ['Rīga', 24.1, 56.9, 'lv'],
    ['Tartu', 26.7, 58.4, 'ee'],
    ['Kyiv', 30.5, 50.4, 'ua'],
    ['Simferopol', 34.1, 44.95, 'ua'],
    ['Perekop', 33.8, 46.0, 'ua'],
    ['Kaliningrad', 21, 54.7, 'ru'],
    ['Pskov', 28.7, 57.8, 'ru'],
    ['Reykjavík, inland', -20.5, 64.3, 'is'],
    ['Tromsø, inland', 19.6, 69, 'no'],
    ['Sofia', 23.3, 42.7, 'bg'],
  ];

  it.each(towns)('%s', (_, longitude, latitude, code) => {
    const point = place([longitude, latitude]);
    expect(map.countries.filter(({ path }) => inside(path, point)).map((country) => country.code)).toEqual([code]);
  });

  it('shows every country with its name on its own land or by it, inside the frame', () => {
    expect(map.countries.map(({ code }) => code)).toEqual([...COUNTRIES]);
    for (const { code, path, label: name } of map.countries) {
      expect(inside(path, name), code).toBe(true);
      expect(name[0]).toBeLessThan(map.width);
      expect(name[1]).toBeLessThan(map.height);
    }
  });

  it('is small enough to be carried along', () => {
    expect(JSON.stringify(map).length).toBeLessThan(40_000);
  });
});

/** Whether a point is inside an SVG path of rings with relative steps, by the even-odd rule. */
function inside(path: string, [px, py]: readonly [number, number]): boolean {
  let odd = false;
  for (const [, start = '', steps = ''] of path.matchAll(/M([^l]+)l([^z]+)z/g)) {
    let [x = 0, y = 0] = start.split(' ').map(Number);
    const ring = [[x, y] as const];
    const numbers = [...steps.matchAll(/-?\d+/g)].map(Number);
    for (let index = 0; index < numbers.length; index += 2) {
      x += numbers[index] ?? 0;
      y += numbers[index + 1] ?? 0;
      ring.push([x, y]);
    }
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) odd = !odd;
    });
  }
  return odd;
}
