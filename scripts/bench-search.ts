/**
 * `npm run bench:search`: how well and how fast Harbour finds, beside its rivals, in one run over the same records and
 * queries. Prints Markdown.
 *
 *   npm run bench:search -- --sizes=1        only the shipped size (1, 25 and 125 times it unless told)
 *   npm run bench:search -- --engines=Harbour,MiniSearch
 *   npm run bench:search -- --split=dev      quality on this split alone
 *   npm run bench:search -- --quality        no timing
 *   npm run bench:search -- --worst          and what the development split does not find first
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createSearch } from '../src/search/search.ts';
import { publishedEdition } from '../tests/relevance/directory.ts';
import { CATEGORIES, type LabelledQuery, labelledQueries, SETS } from '../tests/relevance/labels.ts';
import { enlarge } from './search-bench/enlarge.ts';
import { type Answers, ENGINES, type Engine } from './search-bench/rivals.ts';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,25,125' },
    engines: { type: 'string', default: '' },
    split: { type: 'string', default: 'test,dev' },
    quality: { type: 'boolean', default: false },
    worst: { type: 'boolean', default: false },
  },
});

const today = new Date('2026-11-21');
const { directory, tables } = publishedEdition();
const queries = labelledQueries(directory);
const wanted = options.engines.split(',').filter(Boolean);
const engines = ENGINES.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.startsWith(part)));

interface Quality {
  queries: number;
  first: number;
  five: number;
  /** Share of the right ones, at most five, among the first five. */
  strict: number;
  reciprocal: number;
}

/** Screens show responders, countries and facts in groups of their own: a rank is the rank in its group. */
function groupOf(id: string): string {
  return id.length === 2 ? 'country' : id.includes('.') ? 'legal' : /-m[1-7]-\d+$/.test(id) ? 'point' : 'responder';
}

function measure(answers: Answers, some: readonly LabelledQuery[]): Quality {
  const sum = { queries: some.length, first: 0, five: 0, strict: 0, reciprocal: 0 };
  for (const { query, country, right } of some) {
    const group = groupOf([...right][0] ?? '');
    const found = [...new Set(answers(query, country))].filter((id) => groupOf(id) === group);
    const rank = found.findIndex((id) => right.has(id));
    if (rank === 0) sum.first++;
    if (rank >= 0 && rank < 5) sum.five++;
    if (rank >= 0) sum.reciprocal += 1 / (rank + 1);
    sum.strict += found.slice(0, 5).filter((id) => right.has(id)).length / Math.min(5, right.size);
  }
  return sum;
}

function printQuality(set: string, split: string): void {
  const some = queries.filter((query) => query.set === set && query.split === split);
  console.log(
    `\n### Quality, ${set}, ${split} split: ${some.length} queries, ${directory.responders.length} responders\n`,
  );
  const built = engines.map((engine) => {
    const answers = engine.build(directory, today, tables);
    const key = (query: string, country?: string) => `${query}|${country}`;
    const known = new Map(some.map(({ query, country }) => [key(query, country), answers(query, country)]));
    return { engine, answers: (query: string, country?: string) => known.get(key(query, country)) ?? [] };
  });
  const share = (sum: number, of: number) => (of === 0 ? '–' : (sum / of).toFixed(3));
  printTable(
    ['engine', 'recall@1', 'recall@5', 'strict recall@5', 'MRR'],
    built.map(({ engine, answers }) => {
      const all = measure(answers, some);
      return [
        engine.name,
        share(all.first, all.queries),
        share(all.five, all.queries),
        share(all.strict, all.queries),
        share(all.reciprocal, all.queries),
      ];
    }),
  );
  const languages = [...new Set(some.map(({ language }) => language))].sort();
  for (const [what, parts] of [
    ['category', CATEGORIES.map((one) => [one, some.filter(({ category }) => category === one)] as const)],
    ['language', languages.map((one) => [one, some.filter(({ language }) => language === one)] as const)],
  ] as const) {
    const filled = parts.filter(([, part]) => part.length > 0);
    console.log(`\nrecall@1 / recall@5 / MRR by ${what}\n`);
    printTable(
      ['engine', ...filled.map(([name, part]) => `${name} (${part.length})`)],
      built.map(({ engine, answers }) => [
        engine.name,
        ...filled.map(([, part]) => {
          const { queries: of, first, five, reciprocal } = measure(answers, part);
          return [first, five, reciprocal].map((sum) => share(sum, of).replace(/^0/, '')).join(' ');
        }),
      ]),
    );
  }
  if (options.worst) printWorst(built[0]?.answers, some);
}

/** What the first engine finds last or not at all. Of the split that is set aside nothing is looked at one by one. */
function printWorst(answers: Answers | undefined, some: readonly LabelledQuery[]): void {
  if (!answers) return;
  const ranked = some
    .filter(({ split }) => split === 'dev')
    .map((query) => {
      const group = groupOf([...query.right][0] ?? '');
      const found = [...new Set(answers(query.query, query.country))].filter((id) => groupOf(id) === group);
      return { query, found, rank: found.findIndex((id) => query.right.has(id)) };
    })
    .filter(({ rank }) => rank !== 0)
    .sort((a, b) => (b.rank < 0 ? 1e6 : b.rank) - (a.rank < 0 ? 1e6 : a.rank));
  for (const { query, found, rank } of ranked) {
    console.log(
      `${rank + 1 || 'none'}  ${query.query} [${query.category} ${query.country ?? ''}]  ${found.slice(0, 5).join(' ')}  <>  ${[...query.right].slice(0, 6).join(' ')}`,
    );
  }
}

/** How many of the queries are timed: all where that is quick, a sample where an engine takes long. */
function sampleOf(engine: Engine, size: number): number {
  if (engine.slow) return size === 1 ? 150 : size <= 25 ? 20 : 6;
  return size <= 25 ? Number.POSITIVE_INFINITY : 150;
}

const REPEATS = 3;
/** No engine is waited for longer than this, once for queries and once for keystrokes; what is begun is ended. */
const PATIENCE_MS = 30_000;

async function printSpeed(size: number): Promise<void> {
  const large = enlarge(directory, size);
  console.log(`\n### Speed at ${size}×: ${large.responders.length} responders, milliseconds on this machine\n`);
  const texts = queries.map(({ query }) => query);
  const rows: Times[] = [];
  for (const engine of engines) {
    // The index before is only let go, and so not counted, when nothing on the stack can reach it.
    await nextTurn();
    rows.push(timesOf(engine, large, size, texts));
  }
  const mini = rows.find(({ name }) => name === 'MiniSearch, any word');
  printTable(
    [
      'engine',
      'build',
      'index MB',
      'query p50',
      'p95',
      'keystroke p50',
      'p95',
      'query p95 : MiniSearch',
      'keystroke p95 : MiniSearch',
      'timed',
    ],
    rows.map(({ name, build, bytes, query, keystroke, timed }) => [
      name,
      build.toFixed(0),
      (bytes / 1e6).toFixed(1),
      ...[query[0], query[1], keystroke[0], keystroke[1]].map((time) => time.toFixed(3)),
      ...(mini ? [(query[1] / mini.query[1]).toFixed(2), (keystroke[1] / mini.keystroke[1]).toFixed(2)] : ['', '']),
      timed.join(' + '),
    ]),
  );
}

/** The shipped index is made at build; a phone only opens it. The first time is that of code never run before. */
function printOpening(): void {
  const text = JSON.stringify(tables);
  const times = Array.from({ length: 20 }, () => {
    const fresh = { ...directory, taxonomy: { ...directory.taxonomy } };
    const start = performance.now();
    createSearch(fresh, today, undefined, JSON.parse(text)).prepare();
    return performance.now() - start;
  });
  const [first = 0] = times;
  const quickest = Math.min(...times);
  console.log(
    `\nOpening the tables made at build (${Math.round(text.length / 1000)} kB): ` +
      `first ${first.toFixed(1)} ms, then ${quickest.toFixed(1)} ms.`,
  );
}

interface Times {
  name: string;
  build: number;
  bytes: number;
  query: [number, number];
  keystroke: [number, number];
  /** How many queries and keystrokes were timed. */
  timed: [number, number];
}

function timesOf(engine: Engine, large: typeof directory, size: number, texts: readonly string[]): Times {
  const before = heap();
  const start = performance.now();
  const answers = engine.build(large, today, tables);
  const build = performance.now() - start;
  const bytes = heap() - before;
  const every = Math.max(1, Math.ceil(texts.length / sampleOf(engine, size)));
  const some = spread(texts.filter((_, i) => i % every === 0));
  const prefixes = spread(
    texts
      .filter((_, i) => i % (every * 5) === 0)
      .flatMap((text) => Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1))),
  );
  const repeats = engine.slow ? 1 : REPEATS;
  for (const text of engine.slow ? some.slice(0, 1) : some) answers(text);
  const query = timesFor(answers, some, repeats);
  const keystroke = timesFor(answers, prefixes, repeats);
  return {
    name: engine.name,
    build,
    bytes,
    query: percentiles(query),
    keystroke: percentiles(keystroke),
    timed: [query.length, keystroke.length],
  };
}

/** The same texts so mixed that the first few are like all: an engine may be given up before the last. */
function spread(texts: readonly string[]): string[] {
  const GOLDEN = (Math.sqrt(5) - 1) / 2;
  const place = (i: number) => (i * GOLDEN) % 1;
  return texts
    .map((_, i) => i)
    .sort((a, b) => place(a) - place(b))
    .map((i) => texts[i] as string);
}

/**
 * Each text timed as the quickest of a few goes: the machine's other work is not the engine's. All texts are asked before
 * any is asked again, so that nothing is timed that an engine only remembers.
 */
function timesFor(answers: Answers, texts: readonly string[], repeats: number): number[] {
  const end = performance.now() + PATIENCE_MS;
  const quickest: number[] = [];
  for (let time = 0; time < repeats; time++) {
    for (const [i, text] of texts.entries()) {
      if (performance.now() > end) return quickest;
      const start = performance.now();
      answers(text);
      quickest[i] = Math.min(quickest[i] ?? Number.POSITIVE_INFINITY, performance.now() - start);
    }
  }
  return quickest;
}

/** p50 and p95. */
function percentiles(times: number[]): [number, number] {
  times.sort((a, b) => a - b);
  return [times[Math.floor(times.length * 0.5)] ?? 0, times[Math.floor(times.length * 0.95)] ?? 0];
}

/** Bytes in use; without `--expose-gc` garbage counts, too. */
function heap(): number {
  const { gc } = globalThis as { gc?: () => void };
  // What an engine before left in the caches of regular expressions and code goes only after several.
  for (let time = 0; time < 8; time++) gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`| ${head.join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(head.length - 1)}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

for (const split of options.split.split(',').filter(Boolean)) {
  for (const set of Object.keys(SETS)) printQuality(set, split);
}
if (!options.quality && (wanted.length === 0 || wanted.includes('Harbour'))) printOpening();
if (!options.quality) for (const size of options.sizes.split(',')) await printSpeed(Number(size));
