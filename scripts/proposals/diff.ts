/** What changed in a country's files, as a person reads it: responder by responder, field by field. */
import type { Sources } from '../../src/directory/schema.ts';
import type { RegionData } from '../data/read.ts';

/** The lines of one country: its own facts, its network, then its responders. Empty when nothing changed. */
export function countryDiff(before: RegionData, after: RegionData): string[] {
  const sources = { ...before.sources, ...after.sources };
  const own = changes(before.country, after.country, sources);
  const network = changes(before.network, after.network, sources);
  const old = new Map(before.responders.map((responder) => [responder.id, responder]));
  const now = new Map(after.responders.map((responder) => [responder.id, responder]));
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  return [
    ...(own.length > 0 ? [`${after.region}: the country`, ...own.map(indent)] : []),
    ...(network.length > 0 ? [`${after.region}: the network`, ...network.map(indent)] : []),
    ...ids.flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)];
      const lines = changes(was ?? {}, is ?? {}, sources);
      if (lines.length === 0) return [];
      const title = `${id}: ${(is ?? was)?.name.en ?? ''}${was ? (is ? '' : ' (GONE)') : ' (NEW)'}`;
      return [title, ...lines.map(indent)];
    }),
    ...pageLines(before.sources, after.sources),
  ];
}

const indent = (line: string) => `    ${line}`;

/** What became known of pages that were there. */
function pageLines(before: Sources, after: Sources): string[] {
  const lines = Object.entries(after).flatMap(([id, source]) => {
    const was = before[id];
    return was ? changes(was, source, {}).map((line) => `${id}: ${line}`) : [];
  });
  return lines.length > 0 ? ['pages', ...lines.map(indent)] : [];
}

function changes(before: unknown, after: unknown, sources: Sources): string[] {
  const [old, now] = [leaves(before, sources), leaves(after, sources)];
  const lines: string[] = [];
  for (const [path, value] of old) {
    const next = now.get(path);
    if (next === undefined) lines.push(`- ${path}${value && `: ${value}`}`);
    else if (next !== value) lines.push(`~ ${path}: ${value} → ${next}`);
  }
  for (const [path, value] of now) if (!old.has(path)) lines.push(`+ ${path}${value && `: ${value}`}`);
  return lines;
}

/** Every value of a JSON by where it stands; what stands in a list is known by its name, not by its place. */
function leaves(json: unknown, sources: Sources): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: string) => {
    if (Array.isArray(value)) {
      const names: string[] = [];
      for (const [i, item] of value.entries()) {
        if (typeof item === 'object' && item !== null) {
          const name = nameOf(item, i);
          const again = names.filter((one) => one === name).length;
          names.push(name);
          if ('outcome' in item && 'how' in item) {
            const { how, outcome, note } = item as { how: unknown; outcome: unknown; note?: unknown };
            found.set(`${path} › ${name}`, [how, outcome, note].filter(Boolean).join(', '));
            continue;
          }
          visit(item, `${path} › ${name}${again > 0 ? ` (${again + 1})` : ''}`);
          continue;
        }
        const source = /ources$/.test(path) ? sources[String(item)] : undefined;
        const date = source?.date ?? (source?.notBefore && `${source.notBefore} or later`) ?? 'no date';
        found.set(`${path} › ${item}${source ? ` (${date})` : ''}`, '');
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        // What a thing is known by stands in its name.
        const known = path === '' ? key === 'id' : path.endsWith(` ${inner}`) || (key === 'type' && 'value' in value);
        if (!known) visit(inner, path ? `${path} › ${key}` : key);
      }
    } else if (value !== undefined) found.set(path, String(value));
  };
  visit(json, '');
  return found;
}

function nameOf(item: object, i: number): string {
  const { id, type, value, number, text, year, note, by, day } = item as Record<string, unknown>;
  if (typeof value === 'string') return `${type} ${value}`;
  if (by !== undefined) return `${by} ${day}`;
  return String(
    id ??
      number ??
      (typeof text === 'string' ? `“${text.slice(0, 40)}”` : undefined) ??
      (year && `${year} ${String(note ?? '').slice(0, 30)}`) ??
      i,
  );
}
