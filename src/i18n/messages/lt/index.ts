/** The Lithuanian messages of the first screen and the frame; `rest.ts` has the others. */
const files = import.meta.glob<Record<string, unknown>>(
  ['./common.json', './home.json', './offline.json', './search.json'],
  { eager: true, import: 'default' },
);

export const messages: Record<string, unknown> = Object.assign({}, ...Object.values(files));
