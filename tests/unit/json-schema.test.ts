import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf, SCHEMA_NAMES, schemaText } from '../../scripts/data/json-schema.ts';
import { dataFiles, guideFiles, readFiles } from '../../scripts/data/read.ts';
import { validFolder } from '../fixtures/data/valid.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const files = [...dataFiles(), ...guideFiles(readFiles('data').keys())];

describe('the JSON Schemas for editors', () => {
  const taxonomy = JSON.parse(read('data/taxonomy.json'));

  it.each(SCHEMA_NAMES)('%s is up to date (npm run build:schema)', (name) => {
    expect(read(`data/schema/${name}.schema.json`)).toBe(schemaText(name, taxonomy));
  });

  it('offer the codes of the taxonomy where the schema names its vocabulary', () => {
    const schema = JSON.stringify(jsonSchemaOf('responders', validFolder().taxonomy));
    expect(schema).toContain('"enum":["hotline","shelter"],"enumDescriptions":["Helpline","Shelter"]');
    expect(schema).toContain('"enum":["female","male"]');
    expect(schema).not.toContain('vocabulary');
  });

  it('are bound to every file of the curators', () => {
    const bindings: { fileMatch: string[]; url: string }[] = JSON.parse(read('.vscode/settings.json'))['json.schemas'];
    const patterns = bindings.flatMap(({ fileMatch }) =>
      fileMatch.map(
        (glob) =>
          new RegExp(
            `^${glob.replace(/\*+/, (star) => (star === '**' ? '.+' : '[^/]+')).replace('.json', '\\.json')}$`,
          ),
      ),
    );
    for (const file of files)
      expect(
        patterns.filter((pattern) => pattern.test(`/data/${file}`)),
        file,
      ).toHaveLength(1);
    for (const { url } of bindings)
      expect(SCHEMA_NAMES.map((name) => `./data/schema/${name}.schema.json`)).toContain(url);
  });

  it('stand where the files say', () => {
    for (const file of files) {
      const { $schema } = JSON.parse(read(`data/${file}`));
      if ($schema === undefined || file.endsWith('sources.json')) continue;
      expect(new URL($schema, `file:///data/${file}`).pathname).toMatch(/^\/data\/schema\/[a-z-]+\.schema\.json$/);
    }
  });
});
