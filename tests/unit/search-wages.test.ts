/** Wages that are not paid are what happened; a union is who acts on it. */
import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);

describe('wages that are not paid', () => {
  it.each([
    ['kam skambinti jei darbdavys nemoka algos Lietuvoje', undefined, 'lt-vdi'],
    ['palka ei maksta', 'ee', 'ee-tooinspektsioon'],
    ['palkka maksamatta', 'fi', 'fi-tyosuojelu'],
    ['ingen løn', 'dk', 'dk-arbejdstilsynet'],
    ['nie płacą', 'pl', 'pl-pip'],
    ['не заплатили', 'ua', 'ua-state-labour-service'],
    ['salariu neplătit', 'ro', 'ro-labour-inspection'],
  ] as const)('%s, chosen %s', (text, country, id) => {
    const { happening, hits } = search.search(text, { country });
    expect(happening?.code).toBe('wages-unpaid');
    expect(hits.slice(0, 3).map((hit) => hit.id)).toContain(id);
  });
});

describe('a union', () => {
  it.each([
    ['stéttarfélag launaþjófnaður', 'is', ['is-asi', 'is-efling', 'is-framsyn']],
    ['union wage theft', 'is', ['is-asi', 'is-efling', 'is-framsyn']],
    ['gewerkschaft', 'de', ['de-faire-mobilitaet']],
    ['ammattiliitto', 'fi', ['fi-sak-tyosuhdeneuvonta']],
    ['facket', 'se', ['se-fackligt-center-papperslosa']],
  ] as [string, CountryCode, string[]][])('is found: %s', (text, country, right) => {
    const found = search.search(text, { country }).hits.slice(0, 4);
    for (const id of right) expect(found.map((hit) => hit.id)).toContain(id);
  });
});
