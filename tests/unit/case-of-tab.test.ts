import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** What a tab keeps, as a browser does; `blocked` where it keeps nothing. */
function tab(blocked = false) {
  const rows = new Map<string, string>();
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  const storage = {
    getItem: (key: string) => (blocked ? refuse() : (rows.get(key) ?? null)),
    setItem: (key: string, value: string) => (blocked ? refuse() : void rows.set(key, value)),
    removeItem: (key: string) => void rows.delete(key),
  };
  return new Proxy(storage, {
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
    vi.stubGlobal('sessionStorage', tab(blocked));
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
  vi.stubGlobal('sessionStorage', tab());
  const cases = await load();
  const seen = vi.fn();
  const off = cases.caseStore.subscribe(seen);
  cases.writeCase('1', { key: 'found=pl' });
  cases.forgetCasesAtHand();
  off();
  cases.writeCase('1', {});
  expect(seen).toHaveBeenCalledTimes(2);
});
