/** `npm run build:schema`: the JSON Schemas in `data/schema/`, for editors. Run it after a change of schema or taxonomy. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SCHEMA_NAMES, schemaText } from './data/json-schema.ts';

const taxonomy = JSON.parse(readFileSync('data/taxonomy.json', 'utf8'));
mkdirSync('data/schema', { recursive: true });
for (const name of SCHEMA_NAMES) writeFileSync(`data/schema/${name}.schema.json`, schemaText(name, taxonomy));
console.log(`data/schema: ${SCHEMA_NAMES.join(', ')}`);
