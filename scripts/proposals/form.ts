/** JSON as the project's formatter writes it, without starting it for every file: its check runs over `data/` anyway. */

/** How long a line may be. The formatter's own setting stands in `biome.json`. */
const WIDTH = 120;

/** A file's text: objects over several lines, lists of words and numbers on one where they fit. */
export function formatted(json: unknown): string {
  return `${printed(json, '', 0)}\n`;
}

/**
 * @param indent what stands before the line
 * @param taken how much of the line is taken by what comes before and after the value
 */
function printed(value: unknown, indent: string, taken: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item !== 'object' || item === null)) {
      const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
      if (taken + line.length <= WIDTH) return line;
    }
    return block('[', ']', indent, value, (item, comma) => deeper + printed(item, deeper, deeper.length + comma));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  return block('{', '}', indent, entries, ([key, inner], comma) => {
    const before = `${deeper}${JSON.stringify(key)}: `;
    return before + printed(inner, deeper, before.length + comma);
  });
}

function block<Item>(
  open: string,
  close: string,
  indent: string,
  items: readonly Item[],
  line: (item: Item, comma: 0 | 1) => string,
): string {
  const lines = items.map((item, i) => line(item, i === items.length - 1 ? 0 : 1));
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
