import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../scripts/hsds/catalog.ts';
import { channelId } from '../../scripts/hsds/channels.ts';
import { idOf, NAMESPACE } from '../../scripts/hsds/ids.ts';
import { apiFiles, pagesOf } from '../../scripts/hsds/pages.ts';
import { openDataFiles } from '../../scripts/hsds/publish.ts';
import {
  COLLECTION_NAMES,
  COLLECTIONS,
  POINTS_TO,
  pageOf,
  TABLE_NAMES,
  TABLES,
  type Tables,
} from '../../scripts/hsds/schema.ts';
import { columnsOf, tabularFiles } from '../../scripts/hsds/tabular.ts';
import { termId } from '../../scripts/hsds/vocabulary.ts';
import { rowsOf } from '../../scripts/proposals/csv.ts';
import { isCall } from '../../src/directory/dialling.ts';
import { channelConfidence, isCountry } from '../../src/directory/directory.ts';
import { data, directory, files, json, packs, tables } from '../fixtures/hsds/export.ts';

const countries = [...directory.countries.values()];
const channels = countries.flatMap((country) =>
  country.responders.flatMap((responder) => responder.channels.map((channel) => ({ country, responder, channel }))),
);
type Attribute = Tables['attributes'][number];
const attributesBy = (key: 'link_id' | 'link_entity') => {
  const groups = new Map<string, Attribute[]>();
  for (const one of tables.attributes) {
    const group = groups.get(one[key]);
    if (group) group.push(one);
    else groups.set(one[key], [one]);
  }
  return groups;
};
const attributesOf = attributesBy('link_id');
const factsOf = (id: string, code: string) =>
  (attributesOf.get(id) ?? []).flatMap(({ taxonomy_term_id, value }) =>
    taxonomy_term_id === termId('facts', code) ? (value ?? '') : [],
  );

describe('ids', () => {
  it('are UUIDs of version 5, worked out from one namespace that never changes', () => {
    expect(NAMESPACE).toBe('c81707aa-a63d-403b-bc18-c32a660d9cf0');
    expect(idOf('organization', 'lv-example')).toBe('4e334867-bfe8-5917-ad6c-37a834f748c1');
    fc.assert(
      fc.property(fc.string(), fc.string(), (kind, own) => {
        expect(idOf(kind, own)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(idOf(kind, own)).toBe(idOf(kind, own));
      }),
    );
  });

  it.each(TABLE_NAMES)('%s: no id twice, and every row it points to is there', (table) => {
    const rows = tables[table] as { id: string }[];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const column of columnsOf(table)) {
      const to = POINTS_TO[column];
      if (to === undefined) continue;
      const ids = new Set((tables[to] as { id: string }[]).map(({ id }) => id));
      const lost = rows.filter((row) => !ids.has((row as unknown as Record<string, string>)[column] ?? ''));
      expect({ column, lost }).toEqual({ column, lost: [] });
    }
  });

  it('an attribute hangs on a row of the table that it names', () => {
    const tableOf = { address: 'addresses', url: 'url' } as Record<string, keyof Tables>;
    const ids = (entity: string) =>
      new Set((tables[tableOf[entity] ?? (`${entity}s` as keyof Tables)] as { id: string }[]).map(({ id }) => id));
    for (const [entity, attributes] of attributesBy('link_entity')) {
      const known = ids(entity);
      expect(attributes.filter(({ link_id }) => !known.has(link_id))).toEqual([]);
    }
  });
});

describe('the form', () => {
  it.each(TABLE_NAMES)('%s: every row is as the standard has it', (table) => {
    for (const row of tables[table]) {
      const { issues } = v.safeParse<v.GenericSchema>(TABLES[table], row);
      expect({ row, issues: issues?.map((issue) => v.getDotPath(issue)) }).toEqual({ row, issues: undefined });
    }
  });

  it.each(COLLECTION_NAMES)('%s: every single record is as the standard has it, and one for each row', (name) => {
    const { table, full } = COLLECTIONS[name];
    for (const { id } of tables[table]) {
      const { issues } = v.safeParse<v.GenericSchema>(full, json(`hsds/${name}/${id}.json`));
      expect({ id, issues: issues?.map((issue) => v.getDotPath(issue)) }).toEqual({ id, issues: undefined });
    }
  });

  it.each(COLLECTION_NAMES)('%s: the pages of the list hold every row once, in order', (name) => {
    const { table, row } = COLLECTIONS[name];
    const page = v.parse(pageOf(row), json(`hsds/${name}/page-1.json`));
    const all = Array.from({ length: page.total_pages }, (_, i) =>
      v.parse(pageOf(row), json(`hsds/${name}/page-${i + 1}.json`)),
    );
    expect(all.flatMap(({ contents }) => contents)).toEqual(JSON.parse(JSON.stringify(tables[table])));
    expect(files.has(`hsds/${name}/page-${page.total_pages + 1}.json`)).toBe(false);
  });

  it('pages of any length add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (items, size) => {
        const pages = pagesOf(items, size).map((page) => v.parse(pageOf(v.number()), page));
        expect(pages.flatMap(({ contents }) => contents)).toEqual(items);
        expect(pages.filter(({ last_page }) => last_page)).toEqual([pages.at(-1)]);
        for (const { total_pages, total_items } of pages) {
          expect([total_pages, total_items]).toEqual([pages.length, items.length]);
        }
      }),
    );
  });

  it('the root record leads to all the lists, the tables and the description', () => {
    const { version, openapi_url, lists, tabular } = json('hsds/index.json') as Record<string, string>;
    expect(version).toBe('3.1');
    for (const path of [openapi_url, tabular, ...Object.values(lists as unknown as Record<string, string>)]) {
      expect(files.has(`hsds/${path}`)).toBe(true);
    }
  });

  it('openapi.json names every address there is, and no other', () => {
    const { paths } = json('hsds/openapi.json');
    const patterns = Object.keys(paths as object).map(
      (path) =>
        new RegExp(`^hsds${path.replace('{page}', '\\d+').replace('{id}', '[0-9a-f-]{36}').replaceAll('.', '\\.')}$`),
    );
    const api = [...files.keys()].filter((file) => file.startsWith('hsds/') && !/tabular|openapi/.test(file));
    expect(api.filter((file) => !patterns.some((pattern) => pattern.test(file)))).toEqual([]);
    expect(patterns.filter((pattern) => !api.some((file) => pattern.test(file)))).toEqual([]);
  });

  it('the same data give the same bytes', () => {
    expect([...openDataFiles(data, packs)]).toEqual([...files]);
  });

  it('with an address, what leads elsewhere is absolute', () => {
    const root = apiFiles(tables, data.edition, 'https://harbour.example/').get('index.json');
    expect(root).toMatchObject({ openapi_url: 'https://harbour.example/hsds/openapi.json' });
    const text = JSON.stringify(catalog({ ...data.edition, address: 'https://harbour.example/' }));
    expect(text).toContain('"https://harbour.example/hsds/index.json"');
    expect(text).not.toMatch(/"@id":"(hsds|data|catalog|#)/);
  });
});

describe('nothing is lost', () => {
  it('every responder is an organization and a service, every address a place without coordinates', () => {
    for (const { id, addresses = [], name } of directory.responders) {
      const service = json(`hsds/services/${idOf('service', id)}.json`);
      expect(service.name).toBe(name.en);
      expect(json(`hsds/organizations/${idOf('organization', id)}.json`).name).toBe(name.en);
      const places = (service.service_at_locations ?? []) as { location: { addresses: { address_1: string }[] } }[];
      expect(places.flatMap(({ location }) => location.addresses.map(({ address_1 }) => address_1))).toEqual(
        addresses.map(({ text }) => text),
      );
    }
    for (const [file, text] of files) if (/latitude|longitude/.test(text)) expect(file).toBe('');
  });

  it('every way in is there, with its sources, how sure it is, its hours and their zone', () => {
    const records = new Map(
      [...tables.phones, ...tables.contacts, ...tables.url].map((record) => [record.id, record] as const),
    );
    for (const { country, responder, channel } of channels) {
      const id = channelId(responder, channel);
      const record = records.get(id) as Record<string, unknown>;
      const where = `${responder.id} ${channel.value}`;
      const leads = record.number ?? record.email ?? record.url;
      expect([where, leads]).toEqual([
        where,
        channel.type === 'email' || isCall(channel) ? channel.value : new URL(channel.value).href,
      ]);
      expect(factsOf(id, 'source').sort()).toEqual(
        [...new Set(channel.sources.map((source) => country.sources[source]?.url))].sort(),
      );
      expect(factsOf(id, 'confidence')).toEqual([channelConfidence(country, channel, new Date(directory.date))]);
      expect([where, ...factsOf(id, 'opening-hours')]).toEqual([where, ...(channel.hours ? [channel.hours] : [])]);
      expect(factsOf(id, 'time-zone')).toEqual(channel.hours ? [country.timeZone] : []);
      expect(factsOf(id, 'disagreement')).toEqual(channel.disagreement ? [channel.disagreement.text] : []);
    }
  });

  it('a number that works in one country alone says so in plain words, and one that is old or disputed, too', () => {
    const phones = new Map(tables.phones.map((phone) => [phone.id, phone]));
    for (const { responder, channel } of channels.filter(({ channel }) => isCall(channel))) {
      const id = channelId(responder, channel);
      const text = phones.get(id)?.description ?? '';
      const [abroad] = factsOf(id, 'from-abroad');
      const where = `${responder.id} ${channel.value}: ${text}`;
      if (!channel.value.startsWith('+') || channel.fromAbroad === false)
        expect([where, abroad]).toEqual([where, 'no']);
      expect([where, /only when dialled in|only inside a country/.test(text)]).toEqual([where, abroad === 'no']);
      const isDanger = factsOf(id, 'emergency-number').length > 0;
      const isOld = factsOf(id, 'confidence')[0] === 'dated' && !isDanger;
      expect([where, text.includes('Old or without a date')]).toEqual([where, isOld]);
      if (channel.disagreement) expect(text).toContain('Sources disagree: ');
    }
  });

  it('schedules name whose hours they are', () => {
    const ways = new Map(
      [...tables.phones, ...tables.contacts, ...tables.url].map((way) => [way.id, way.service_id] as const),
    );
    for (const { id, service_id } of tables.schedules) {
      const [way = ''] = factsOf(id, 'schedule-of');
      expect(ways.get(way)).toBe(service_id);
    }
  });

  it("every country's emergency numbers are there, each with the country in which it works", () => {
    for (const { country, emergency } of countries.filter(({ country }) => isCountry(country))) {
      for (const { number } of emergency) {
        const id = idOf('channel', 'emergency', country, number);
        expect(factsOf(id, 'from-abroad')).toEqual([number.startsWith('+') ? 'yes' : 'no']);
        const service = json(`hsds/services/${idOf('service', 'emergency', country, number)}.json`);
        expect(service.phones).toEqual([expect.objectContaining({ id, number })]);
      }
    }
  });
});

describe('the tables', () => {
  const tabular = tabularFiles(tables, data.edition);
  const { resources } = JSON.parse(tabular.get('datapackage.json') ?? '') as {
    resources: {
      name: string;
      path: string;
      schema: {
        fields: { name: string; type: string; constraints: { required?: boolean; pattern?: string } }[];
        foreignKeys: { fields: string; reference: { resource: string; fields: string } }[];
      };
    }[];
  };

  it('each resource is a file whose columns are those named, and whose cells are of the kind named', () => {
    expect([...tabular.keys()].sort()).toEqual(['datapackage.json', ...resources.map(({ path }) => path)].sort());
    for (const { path, schema } of resources) {
      const [head = [], ...rows] = rowsOf(tabular.get(path) ?? '');
      expect(head).toEqual(schema.fields.map(({ name }) => name));
      for (const [i, { name, type, constraints }] of schema.fields.entries()) {
        for (const cell of rows.map((row) => row[i] ?? '')) {
          const where = `${path} ${name}: ${cell}`;
          if (cell === '') expect([where, constraints.required ?? false]).toEqual([where, false]);
          else if (type === 'date') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/);
          else if (type === 'number') expect(Number(cell)).not.toBeNaN();
          if (cell !== '' && constraints.pattern) expect(cell).toMatch(new RegExp(constraints.pattern));
        }
      }
    }
  });

  it('hold the very rows of the API', () => {
    for (const table of TABLE_NAMES) {
      const [head = [], ...rows] = rowsOf(tabular.get(`${table}.csv`) ?? '');
      const read = rows.map((row) =>
        Object.fromEntries(head.flatMap((column, i) => (row[i] ? [[column, row[i]]] : []))),
      );
      const written = (tables[table] as object[]).map((row) =>
        Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (value === '' ? [] : [[key, String(value)]]))),
      );
      expect(read).toEqual(written);
    }
  });
});

describe('the catalogue for portals', () => {
  it('names what DCAT-AP asks for, and only addresses that are published', () => {
    const catalogue = json('catalog.jsonld');
    for (const key of ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset']) {
      expect(catalogue[key]).toBeDefined();
    }
    const text = files.get('catalog.jsonld') ?? '';
    const published = [...text.matchAll(/"@id": "((?:hsds|data)\/[^"]*)"/g)].map(([, path]) => path ?? '');
    expect(published).toContain('hsds/index.json');
    for (const path of published) expect(['data/edition.json', ...files.keys()]).toContain(path);
  });
});
