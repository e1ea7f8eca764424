/** Where a fact is put, by what it is about. */
import type { ProposalOf } from '../../src/directory/proposal.ts';
import { type Country, Legal, MEASURES, type Source } from '../../src/directory/schema.ts';
import { didYouMean } from '../data/findings.ts';
import type { RegionData } from '../data/read.ts';
import { type Attempt, isWord, refuse, responderOf } from './attempt.ts';
import { inSchemaOrder } from './order.ts';

export function fact(proposal: ProposalOf<'fact'>, on: Attempt) {
  const { about, text, old, language = 'en' } = proposal;
  if (language !== 'en') refuse(`It is written in "${language}": put its text into English, and take "language" out.`);
  const { country } = on.region;
  const [subject = '', ...rest] = about.split('.');
  const detail = rest.join('.');
  if (subject === 'question') {
    const { responders } = proposal;
    if (!country.openQuestions.some((question) => question.text === text)) {
      country.openQuestions.push({ text, ...(responders && { responders }) });
    }
    return;
  }
  const ask = (question: string) => {
    const asked = `${question}${isWord(proposal.source) ? '' : ` (${proposal.source.url})`}`;
    if (!country.openQuestions.some((one) => one.text === asked)) country.openQuestions.push({ text: asked });
  };
  // What works where is one table for all countries: what somebody says of it is asked there before it is changed.
  if (subject === 'harmonised') {
    return ask(`${detail}: ${text}`);
  }
  // A body is gathered from many pages at once; one remark is looked into beside them.
  if (subject === 'network') {
    const { bodies } = on.region.network;
    const body = bodies.find(({ id }) => id === detail);
    if (!body) {
      const known = bodies.map(({ id }) => id);
      return refuse(`There is no body "${detail}" in the network.${didYouMean(detail, known)}`);
    }
    return ask(`${detail}, ${body.name.en}: ${text}`);
  }
  if (isWord(proposal.source)) refuse('This needs a page: only a number, a mailbox or a door can be tried.');
  const page = on.page(proposal.source as Source);
  const add = (sources: string[]) => void (sources.includes(page) || sources.push(page));
  switch (subject) {
    case 'measure': {
      const points = country.measures[detail as keyof Country['measures']];
      const point = points.find((one) => one.text === text || (old !== undefined && one.text === old));
      if (old !== undefined && !point) refuse(`Measure ${detail} has no point with these words: ${old}`);
      if (!point) return void points.push({ id: nextPoint(on.region, detail), text, sources: [page] });
      if (point.text !== text) point.sources = [];
      point.text = text;
      return add(point.sources);
    }
    case 'legal': {
      if (!Object.hasOwn(Legal.entries, detail)) {
        refuse(`There is no legal fact "${detail}".${didYouMean(detail, Object.keys(Legal.entries))}`);
      }
      const key = detail as keyof Legal;
      const known = country.legal[key] as { text?: string; note?: string; sources: string[] } | undefined;
      const named = Object.hasOwn(Legal.entries[key].wrapped.entries, 'text');
      if (!known) {
        const entry = named ? { text, sources: [page] } : { note: text, sources: [page] };
        Object.assign(country.legal, { [key]: entry });
        country.legal = sortedLike(country.legal, Object.keys(Legal.entries)) as Legal;
        return;
      }
      const field = named && !('note' in Legal.entries[key].wrapped.entries) ? 'text' : 'note';
      const holder = [known.text, known.note].find((one) => old !== undefined && one?.includes(old));
      if ([known.text, known.note].some((one) => one?.includes(text))) return add(known.sources);
      if (old === undefined) known[field] = [known[field], text].filter(Boolean).join(' ');
      else if (holder === undefined) refuse(`The legal fact "${detail}" has no such words: ${old}`);
      else if (holder === known.text) known.text = known.text.replace(old, () => text);
      else known.note = known.note?.replace(old, () => text) ?? '';
      country.legal[key] = inSchemaOrder(known, Legal.entries[key].wrapped) as never;
      return add((country.legal[key] as { sources: string[] }).sources);
    }
    case 'statistics': {
      const year = Number(detail);
      const { identified } = proposal;
      const row = country.statistics.find((one) => one.year === year && (one.note === text || one.note === old));
      if (row) {
        row.note = text;
        if (identified !== undefined) row.identified = identified;
        return add(row.sources);
      }
      const added = { year, ...(identified !== undefined && { identified }), note: text, sources: [page] };
      const at = country.statistics.findLastIndex((one) => one.year === year);
      const sortedUp = isSorted(country.statistics.map((one) => one.year));
      const before = country.statistics.findIndex((one) => (sortedUp ? one.year > year : one.year < year));
      const place = at >= 0 ? at + 1 : before >= 0 ? before : country.statistics.length;
      country.statistics.splice(place, 0, added);
      return;
    }
    case 'emergency': {
      const entry = country.emergency.find(({ number }) => number === detail);
      if (!entry) {
        if (!proposal.for) refuse(`${detail} is no emergency number there; say with "for" whom it brings.`);
        country.emergency.push({ number: detail, for: proposal.for ?? [], note: text, sources: [page] });
        return;
      }
      if (entry.note?.includes(text)) return add(entry.sources);
      if (old !== undefined && !entry.note?.includes(old)) refuse(`${detail} has no such words: ${old}`);
      entry.note =
        old === undefined ? [entry.note, text].filter(Boolean).join(' ') : entry.note?.replace(old, () => text);
      add(entry.sources);
      const at = country.emergency.indexOf(entry);
      country.emergency[at] = {
        number: entry.number,
        for: entry.for,
        ...(entry.note && { note: entry.note }),
        sources: entry.sources,
      };
      return;
    }
    default: {
      const responder = responderOf(detail, on);
      if (subject === 'disagreement') {
        const known = responder.disagreements?.find((one) => one.text === text || one.text === old);
        if (known) {
          known.text = text;
          return add(known.sources);
        }
        responder.disagreements = [...(responder.disagreements ?? []), { text, sources: [page] }];
        return;
      }
      if (old !== undefined && !responder.about.includes(old) && !responder.about.includes(text)) {
        refuse(`What stands about ${detail} has no such words: ${old}`);
      }
      if (!responder.about.includes(text)) {
        responder.about = old === undefined ? `${responder.about} ${text}` : responder.about.replace(old, () => text);
      }
      return add(responder.sources);
    }
  }
}

const isSorted = (years: readonly number[]) =>
  years.length > 1 && years.every((year, i) => i === 0 || (years[i - 1] ?? 0) <= year);

function nextPoint({ region, country }: RegionData, measure: string): string {
  const prefix = `${region}-m${measure}-`;
  const numbers = MEASURES.flatMap((one) =>
    country.measures[one].map(({ id }) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0)),
  );
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

function sortedLike(object: object, keys: readonly string[]): object {
  return Object.fromEntries(
    keys.flatMap((key) => (Object.hasOwn(object, key) ? [[key, object[key as keyof object]]] : [])),
  );
}
