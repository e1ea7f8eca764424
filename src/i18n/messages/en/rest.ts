/** The English messages of all other screens, which come after the first one stands. */
const files = import.meta.glob<Record<string, unknown>>(
  [
    './*.json',
    '!./common.json',
    '!./home.json',
    '!./offline.json',
    '!./search.json',
    '!./corrections.json',
    '!./corner.json',
    '!./visits.json',
    '!./exchange.json',
    '!./backup.json',
  ],
  { eager: true, import: 'default' },
);

export const messages: Record<string, unknown> = Object.assign({}, ...Object.values(files));
