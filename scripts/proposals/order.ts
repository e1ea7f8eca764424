/** The order in which keys stand in the curators' files: that of the schema. */
import type * as v from 'valibot';

/** A valibot schema as far as walking through it needs to know. */
interface Node extends v.GenericSchema {
  entries?: Record<string, Node>;
  item?: Node;
  value?: Node;
  wrapped?: Node;
  options?: readonly unknown[];
}

/** The same value with the keys of every object in the order of its schema; keys that it does not name come last. */
export function inSchemaOrder<Value>(value: Value, schema?: v.GenericSchema): Value {
  return ordered(value, schema as Node | undefined) as Value;
}

function ordered(value: unknown, node: Node | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (node?.wrapped) return ordered(value, node.wrapped);
  if (Array.isArray(value)) return value.map((item) => ordered(item, node?.item));
  if (node?.type === 'variant') {
    const key = 'type' as keyof typeof value;
    return ordered(
      value,
      (node.options as Node[]).find((option) => accepts(option.entries?.type, value[key])),
    );
  }
  const entries = Object.entries(value);
  if (!node?.entries) {
    const sorted = node?.value ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(sorted.map(([key, inner]) => [key, ordered(inner, node?.value)]));
  }
  const keys = Object.keys(node.entries);
  const rank = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return Object.fromEntries(
    entries.sort(([a], [b]) => rank(a) - rank(b)).map(([key, inner]) => [key, ordered(inner, node.entries?.[key])]),
  );
}

/** Whether a schema of one word or some lets this one pass. */
function accepts(node: Node | undefined, word: unknown): boolean {
  const { literal, options } = (node ?? {}) as { literal?: unknown; options?: readonly unknown[] };
  return literal === word || (options?.includes(word) ?? false);
}
