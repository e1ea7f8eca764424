import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** A browser's storage; `blocked` where it keeps nothing. */
function storage(blocked = false) {
  const rows = new Map<string, string>();
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  const methods = {
    getItem: (key: string) => (blocked ? refuse() : (rows.get(key) ?? null)),
    setItem: (key: string, value: string) => (blocked ? refuse() : void rows.set(key, value)),
    removeItem: (key: string) => void rows.delete(key),
    clear: () => rows.clear(),
  };
  return new Proxy(methods, {
    ownKeys: () => [...rows.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The module as a page loads it; a reload loads it again. */
const load = () => import('../../src/device/case-of-tab.ts');

describe.each([
  ['a tab that keeps what it is given', false],
  ['a tab that keeps nothing', true],
])('%s', (_, blocked) => {
  test('knows a case until it is forgotten, and then none', async () => {
    vi.stubGlobal('sessionStorage', storage(blocked));
    vi.stubGlobal('localStorage', storage(blocked));
    const cases = await load();
    const [one, other] = [cases.newCase(), cases.newCase()];
    expect(one).not.toBe(other);
    expect(cases.readCase(one)).toBeUndefined();
    cases.writeCase(one, { key: 'found=pl' });
    cases.writeCase(other, { key: 'found=lv' });
    expect(cases.readCase(one)).toEqual({ key: 'found=pl' });
    vi.resetModules();
    const reloaded = await load();
    expect(reloaded.readCase(one)).toEqual(blocked ? undefined : { key: 'found=pl' });
    reloaded.forgetCasesAtHand();
    expect([reloaded.readCase(one), reloaded.readCase(other)]).toEqual([undefined, undefined]);
    vi.resetModules();
    expect((await load()).readCase(one)).toBeUndefined();
  });
});

test('who watches is told of what is written and forgotten', async () => {
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('localStorage', storage());
  const cases = await load();
  const seen = vi.fn();
  const off = cases.caseStore.subscribe(seen);
  cases.writeCase('1', { key: 'found=pl' });
  cases.forgetCasesAtHand();
  off();
  cases.writeCase('1', {});
  expect(seen).toHaveBeenCalledTimes(2);
});

describe.each(['forgets its cases', 'deletes everything'] as const)('another tab %s', (what) => {
  test.each(['loaded again', 'as it was'] as const)('and this one, %s, knows none', async (how) => {
    const shared = storage();
    const [here, there] = [storage(), storage()];
    vi.stubGlobal('localStorage', shared);
    vi.stubGlobal('sessionStorage', here);
    const before = await load();
    before.writeCase('1', { key: 'found=pl' });

    vi.resetModules();
    vi.stubGlobal('sessionStorage', there);
    const other = await load();
    other.writeCase('2', { key: 'found=lv' });
    if (what === 'forgets its cases') other.forgetCasesAtHand();
    else shared.clear();
    expect(other.readCase('2')).toBeUndefined();

    vi.stubGlobal('sessionStorage', here);
    if (how === 'loaded again') vi.resetModules();
    const after = how === 'loaded again' ? await load() : before;
    expect(after.readCase('1')).toBeUndefined();
    expect(Object.keys(here).filter((key) => key.startsWith('harbour.case'))).toEqual([]);
    after.writeCase('1', { key: 'found=fi' });
    vi.resetModules();
    expect((await load()).readCase('1')).toEqual({ key: 'found=fi' });
  });
});

test('a link into a case writes nothing until somebody goes there', async () => {
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('localStorage', storage());
  const cases = await load();
  const { state, onClick } = cases.wayToCase({ key: 'found=pl' });
  expect(cases.readCase(state.case)).toBeUndefined();
  expect(JSON.stringify(state)).not.toContain('pl');
  onClick();
  expect(cases.readCase(state.case)).toEqual({ key: 'found=pl' });
});

describe('what changes with every letter', () => {
  const here = storage();
  const stored = () => Object.keys(here).filter((key) => key.startsWith('harbour.case'));
  const going = new Map<string, () => void>();

  beforeEach(() => {
    vi.useFakeTimers();
    here.clear();
    vi.stubGlobal('sessionStorage', here);
    vi.stubGlobal('localStorage', storage());
    vi.stubGlobal('addEventListener', (name: string, listener: () => void) => going.set(name, listener));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is known at once, and given to the browser when there is time', async () => {
    const cases = await load();
    cases.writeCase('1', { text: 's' }, true);
    cases.writeCase('1', { text: 'sh' }, true);
    expect(cases.readCase('1')).toEqual({ text: 'sh' });
    expect(stored()).toEqual([]);
    vi.runAllTimers();
    vi.resetModules();
    expect((await load()).readCase('1')).toEqual({ text: 'sh' });
  });

  test.each(['pagehide', 'visibilitychange'])('is given to it upon %s', async (event) => {
    const cases = await load();
    cases.writeCase('1', { text: 's' }, true);
    going.get(event)?.();
    expect(stored()).toHaveLength(1);
  });

  test.each<[string, (cases: Awaited<ReturnType<typeof load>>) => void]>([
    ['its case has ended', (cases) => cases.endCase('1')],
    ['the cases were forgotten', (cases) => cases.forgetCasesAtHand()],
    ['another tab forgot them', () => localStorage.setItem('harbour.mark', 'new')],
    ['this tab was left', () => here.clear()],
  ])('is not, once %s', async (_, happens) => {
    const cases = await load();
    cases.writeCase('1', { text: 's' }, true);
    happens(cases);
    going.get('pagehide')?.();
    vi.runAllTimers();
    expect(stored()).toEqual([]);
  });

  test('is, once the tab’s storage was cleared and somebody goes on typing', async () => {
    const cases = await load();
    cases.writeCase('1', { text: 's' }, true);
    here.clear();
    cases.writeCase('1', { text: 'sh' }, true);
    vi.runAllTimers();
    vi.resetModules();
    expect((await load()).readCase('1')).toEqual({ text: 'sh' });
  });

  test('whatever happens in whatever order, what is known is the last word, and what was forgotten is nowhere', async () => {
    type Cases = Awaited<ReturnType<typeof load>>;
    const ids = fc.constantFrom('1', '2');
    const happenings = fc.oneof(
      fc.record({
        what: fc.constant('write' as const),
        id: ids,
        soon: fc.boolean(),
        text: fc.string({ maxLength: 3 }),
      }),
      fc.record({ what: fc.constant('end' as const), id: ids }),
      fc.record({
        what: fc.constantFrom('idle', 'pagehide', 'reload', 'kill', 'forget', 'forgotten elsewhere', 'cleared'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { maxLength: 14 }), async (all) => {
        here.clear();
        localStorage.clear();
        vi.resetModules();
        let cases: Cases = await load();
        const known = new Map<string, string>();
        /** What a killed tab may still know: each id's texts since the browser was last given it. */
        const perhaps = new Map<string, Set<string | undefined>>();
        const settle = () => perhaps.clear();
        for (const one of all) {
          if (one.what === 'write' && 'text' in one) {
            if (one.soon) perhaps.set(one.id, (perhaps.get(one.id) ?? new Set([known.get(one.id)])).add(one.text));
            else settle();
            known.set(one.id, one.text);
            cases.writeCase(one.id, { text: one.text }, one.soon);
          } else if (one.what === 'end' && 'id' in one) {
            known.delete(one.id);
            perhaps.delete(one.id);
            cases.endCase(one.id);
          } else if (one.what === 'idle') {
            vi.runAllTimers();
            settle();
          } else if (one.what === 'pagehide' || one.what === 'reload') {
            going.get('pagehide')?.();
            settle();
          } else if (one.what === 'forget' || one.what === 'forgotten elsewhere') {
            if (one.what === 'forget') cases.forgetCasesAtHand();
            else localStorage.setItem('harbour.mark', String(Math.random()));
            known.clear();
            settle();
          } else if (one.what === 'cleared') {
            // Whoever clears it goes: of what was known the page after it knows nothing.
            here.clear();
            known.clear();
            settle();
          }
          if (['reload', 'kill', 'cleared'].includes(one.what)) {
            if (one.what === 'cleared') going.get('pagehide')?.();
            vi.clearAllTimers();
            vi.resetModules();
            cases = await load();
            for (const [id, texts] of perhaps) {
              const text = (cases.readCase(id) as { text: string } | undefined)?.text;
              expect([...texts]).toContain(text);
              if (text === undefined) known.delete(id);
              else known.set(id, text);
            }
            settle();
          }
          for (const id of ['1', '2']) {
            const text = known.get(id);
            expect(cases.readCase(id)).toEqual(text === undefined ? undefined : { text });
          }
          for (const key of stored()) expect(known.has(key.replace('harbour.case.', ''))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
