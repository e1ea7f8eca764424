import { expect, it } from 'vitest';
import { COUNTRIES } from '../../src/directory/schema.ts';
import { planReferral } from '../../src/referral/plan.ts';
import { parseSituation } from '../../src/referral/situation.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const now = new Date('2026-11-24T10:00:00Z');

/** Every responder that a plan names, in a step or as the second way. */
function named(found: string, origin: string): string[] {
  const { steps } = planReferral(parseSituation(`found=${found}&origin=${origin}&wishes=home&age=child`), directory, {
    now,
  });
  return [...JSON.stringify(steps).matchAll(/"(?:id|responder)":"([a-z]{2}-[a-z0-9-]+)"/g)].flatMap(
    ([, id]) => id ?? [],
  );
}

it.each(COUNTRIES)("in %s no plan leads to another state's embassy", (found) => {
  for (const origin of COUNTRIES) {
    const others = named(found, origin).filter((id) => {
      const represents = directory.responder(id)?.represents;
      return represents !== undefined && represents !== origin;
    });
    expect(others, `${found} ${origin}`).toEqual([]);
  }
});
