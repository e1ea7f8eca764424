/** Against the JSON Schemas that Open Referral publishes, where a folder of them is at hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { COLLECTION_NAMES, COLLECTIONS, TABLE_NAMES, type TableName } from '../../scripts/hsds/schema.ts';
import { columnsOf } from '../../scripts/hsds/tabular.ts';

const folder = process.env.HSDS_SCHEMAS;
// Making the export takes seconds, which nobody waits for when nothing is checked.
const published = folder ? await import('../fixtures/hsds/export.ts') : undefined;
if (!folder) console.warn('Skipped: the check against the published schemas. HSDS_SCHEMAS names a folder of them.');

/** Which of the published schemas describes a row of each table. */
const SCHEMA_OF: Record<TableName, string> = {
  organizations: 'organization',
  services: 'service',
  locations: 'location',
  service_at_location: 'service_at_location',
  addresses: 'address',
  phones: 'phone',
  contacts: 'contact',
  url: 'url',
  languages: 'language',
  schedules: 'schedule',
  service_areas: 'service_area',
  attributes: 'attribute',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
};

describe.skipIf(!folder)('the published schemas of HSDS 3.1', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(folder ?? '', file), 'utf8'));
  // They carry words of their own beside those of JSON Schema.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const file of readdirSync(folder ?? '.')) {
    if (folder && file.endsWith('.json') && file !== 'openapi.json') ajv.addSchema(read(file), file);
  }
  const faults = (schema: string, value: unknown) => {
    const validate = ajv.getSchema(`${schema}.json`);
    if (!validate) throw new Error(`${schema}.json is not in ${folder}`);
    return validate(value) ? [] : (validate.errors ?? []);
  };

  it('would find a fault', () => {
    expect(faults('service', { id: 'no uuid', name: 'A', status: 'open' })).not.toEqual([]);
  });

  it.each(COLLECTION_NAMES)('%s: every single record', (name) => {
    const { table } = COLLECTIONS[name];
    for (const { id } of published?.tables[table] ?? []) {
      expect({ id, faults: faults(SCHEMA_OF[table], published?.json(`hsds/${name}/${id}.json`)) }).toEqual({
        id,
        faults: [],
      });
    }
  });

  it.each(TABLE_NAMES)(
    '%s: every row, in columns that the standard has and with those it demands of tables',
    (table) => {
      const { properties, tabular_required = [], path } = read(`${SCHEMA_OF[table]}.json`);
      expect(path).toBe(`${table}.csv`);
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(columnsOf(table)));
      expect(columnsOf(table)).toEqual(expect.arrayContaining(tabular_required));
      for (const row of published?.tables[table] ?? []) {
        expect({ row, faults: faults(SCHEMA_OF[table], row) }).toEqual({ row, faults: [] });
      }
    },
  );
});
