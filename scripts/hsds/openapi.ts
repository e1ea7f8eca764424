/** `openapi.json`: which addresses there are and what they answer. The shapes come from the one schema. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { Edition } from './pages.ts';
import { COLLECTION_NAMES, COLLECTIONS, pageOf } from './schema.ts';

const json = (schema: unknown) => ({ 'application/json': { schema } });
const shape = (schema: GenericSchema) => {
  // What JSON Schema cannot say (page sizes that add up) is left to our own check.
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
  return rest;
};

/** The description of the API, which is files: nothing can be asked for in a query. */
export function openApi({ edition, date }: Edition) {
  const paths = COLLECTION_NAMES.flatMap((name) => [
    [
      `/${name}/page-{page}.json`,
      {
        get: {
          operationId: `list_${name}`,
          summary: `One page of the list of ${name.replaceAll('_', ' ')}, without what hangs on them.`,
          parameters: [
            {
              name: 'page',
              in: 'path',
              required: true,
              description: 'From 1 to total_pages.',
              schema: { type: 'integer', minimum: 1 },
            },
          ],
          responses: {
            200: { description: 'The page.', content: json({ $ref: `#/components/schemas/${name}_page` }) },
            404: { description: 'There is no such page.' },
          },
        },
      },
    ],
    [
      `/${name}/{id}.json`,
      {
        get: {
          operationId: `get_${name}`,
          summary: 'One record with all that hangs on it.',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
          responses: {
            200: { description: 'The record.', content: json({ $ref: `#/components/schemas/${name}` }) },
            404: { description: 'There is no such record, or none any more.' },
          },
        },
      },
    ],
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Harbour: whom to call when a victim of trafficking is met (Open Referral HSDS 3.1)',
      version: `${edition}`,
      description: `Edition ${edition} of ${date}, as static files. A list is read page by page; there are no queries. What HSDS has no field for stands in the attributes; the taxonomy "Facts" says what each means.`,
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: './' }],
    paths: {
      '/index.json': {
        get: {
          operationId: 'root',
          summary: 'Which version of HSDS this is, which edition of the directory, and where its lists begin.',
          responses: { 200: { description: 'The root record.', content: json({ $ref: '#/components/schemas/root' }) } },
        },
      },
      ...Object.fromEntries(paths),
    },
    components: {
      schemas: {
        root: {
          type: 'object',
          required: ['version', 'profile', 'openapi_url'],
          properties: {
            version: { type: 'string' },
            profile: { type: 'string', format: 'uri' },
            openapi_url: { type: 'string', format: 'uri-reference' },
            edition: { type: 'integer' },
            date: { type: 'string', format: 'date' },
            license: { type: 'string', format: 'uri' },
            lists: { type: 'object', additionalProperties: { type: 'string', format: 'uri-reference' } },
            tabular: { type: 'string', format: 'uri-reference' },
          },
        },
        ...Object.fromEntries(
          COLLECTION_NAMES.flatMap((name) => [
            [name, shape(COLLECTIONS[name].full)],
            [`${name}_page`, shape(pageOf(COLLECTIONS[name].row))],
          ]),
        ),
      },
    },
  };
}
