/** Rules on the guidance: points that are used and not repeated, guides that point at what is there, and their sources. */
import type { Guide, GuideSection, Phase } from '../../src/directory/guides-schema.ts';
import { dateDefect } from './check-country.ts';
import { leadNowhere, unusedOrTwice } from './check-references.ts';
import { didYouMean, errorAt, type Finding, type Place, warningAt } from './findings.ts';
import { type Data, fileOf, GUIDANCE_SOURCES } from './read.ts';
import { sourceUses } from './source-uses.ts';

/** What somebody who meets a case goes through: every role must say something of each. */
const ROLE_PHASES: readonly Phase[] = ['signs', 'first-hour', 'first-day', 'first-weeks'];
const TITLE_LANGUAGES = ['et', 'lv', 'lt'];

export function checkGuidance(data: Data, today: Date): Finding[] {
  return [
    ...checkPoints(data),
    ...data.guidance.guides.flatMap(({ file, guide }) => checkGuide(file, guide, data)),
    ...checkGlossary(data),
    ...checkPractices(data),
    ...checkLaw(data),
    ...checkSources(data, today),
  ];
}

/** A point is written once, in one file, and some guide uses it. */
function checkPoints({ guidance, regions }: Data): Finding[] {
  const findings: Finding[] = [];
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const { region, country } of regions) {
    for (const { id, text } of Object.values(country.measures).flat()) {
      texts.set(wordsOf(text), `${id} of ${fileOf(region, 'country.json')}`);
    }
  }
  const used = new Set(guidance.guides.flatMap(({ guide }) => itemsOf(guide)).map(({ point }) => point));
  for (const { file, points } of guidance.points) {
    points.forEach(({ id, text }, i) => {
      const elsewhere = ids.get(id);
      if (elsewhere) findings.push(errorAt(file, ['points', i, 'id'], `"${id}" is already a point of ${elsewhere}.`));
      else ids.set(id, file);
      const same = texts.get(wordsOf(text));
      if (same) findings.push(errorAt(file, ['points', i, 'text'], `The same text stands in the point ${same}.`));
      else texts.set(wordsOf(text), `${id} of ${file}`);
      if (!used.has(id)) findings.push(errorAt(file, ['points', i, 'id'], `No guide uses the point "${id}".`));
    });
  }
  return findings;
}

function checkGuide(file: string, guide: Guide, data: Data): Finding[] {
  const findings: Finding[] = [];
  const expected = `guides/${guide.slug}.json`;
  if (file !== expected)
    findings.push(errorAt(file, ['slug'], `A guide with the slug "${guide.slug}" is the file ${expected}.`));
  if (guide.group === 'roles') {
    for (const phase of ROLE_PHASES) {
      if (!guide.sections.some((section) => section.phase === phase && section.items.length > 0)) {
        findings.push(errorAt(file, ['sections'], `A role needs a section of the phase "${phase}" with points in it.`));
      }
    }
  }
  findings.push(...untranslated(file, ['title'], guide.title));
  const known = pointIds(data);
  const seen = new Set<string>();
  guide.sections.forEach((section, s) => {
    const place = ['sections', s];
    if (seen.has(section.id))
      findings.push(errorAt(file, [...place, 'id'], `"${section.id}" is already a section here.`));
    seen.add(section.id);
    findings.push(...untranslated(file, [...place, 'title'], section.title));
    findings.push(...checkItems(file, [...place, 'items'], section, known));
    findings.push(...checkCall(file, [...place, 'call'], section, data));
    if (section.items.length === 0 && !section.country) {
      findings.push(errorAt(file, place, 'The section has neither points nor anything of the countries.'));
    }
  });
  return findings;
}

function checkItems(file: string, place: Place, section: GuideSection, known: ReadonlySet<string>): Finding[] {
  const seen = new Set<string>();
  return section.items.flatMap(({ point, question }, i) => {
    const findings: Finding[] = [];
    const at = [...place, i];
    if (!known.has(point)) {
      findings.push(errorAt(file, [...at, 'point'], `There is no point "${point}".${didYouMean(point, known)}`));
    }
    if (seen.has(point)) findings.push(errorAt(file, [...at, 'point'], `"${point}" already stands in this section.`));
    seen.add(point);
    if (section.form === 'questions' && !question) {
      findings.push(errorAt(file, at, 'In a section of questions each point needs its "question".'));
    }
    if (section.form !== 'questions' && question) {
      findings.push(errorAt(file, [...at, 'question'], 'Only a section of the form "questions" has questions.'));
    }
    return findings;
  });
}

/** Whom to call: kinds and services that no responder of any country has would call nobody. */
function checkCall(file: string, place: Place, { call }: GuideSection, { regions }: Data): Finding[] {
  const responders = regions.flatMap((entry) => entry.responders);
  const kinds = new Set(responders.map(({ kind }) => kind));
  const services = new Set(responders.flatMap((responder) => responder.services));
  const nobody = (key: 'kinds' | 'services', there: ReadonlySet<string>) =>
    (call?.[key] ?? []).flatMap((code, i) =>
      there.has(code) ? [] : [warningAt(file, [...place, key, i], `No responder of any country has "${code}".`)],
    );
  return [...nobody('kinds', kinds), ...nobody('services', services)];
}

function checkGlossary({ guidance }: Data): Finding[] {
  const file = 'glossary.json';
  const { terms } = guidance.glossary;
  return [
    ...twice(file, ['terms'], 'id', terms),
    ...twice(
      file,
      ['terms'],
      'term',
      terms.map(({ term }) => ({ term: term.toLowerCase() })),
    ),
  ];
}

function checkPractices({ guidance }: Data): Finding[] {
  const file = 'practices.json';
  const { practices, themes } = guidance.practices;
  const used = new Set(practices.flatMap((practice) => practice.themes));
  return [
    ...twice(file, ['practices'], 'id', practices),
    ...practices.flatMap((practice, i) => [
      ...(practice.id.startsWith(`${practice.country}-`)
        ? []
        : [errorAt(file, ['practices', i, 'id'], `"${practice.id}" must begin with "${practice.country}-".`)]),
      ...practice.themes.flatMap((theme, t) =>
        Object.hasOwn(themes, theme)
          ? []
          : [
              errorAt(
                file,
                ['practices', i, 'themes', t],
                `"${theme}" is no theme.${didYouMean(theme, Object.keys(themes))}`,
              ),
            ],
      ),
    ]),
    ...Object.entries(themes).flatMap(([theme, label]) => [
      ...(used.has(theme) ? [] : [warningAt(file, ['themes', theme], 'No practice has this theme.')]),
      ...untranslated(file, ['themes', theme], label),
    ]),
  ];
}

function checkLaw({ guidance }: Data): Finding[] {
  const file = 'law.json';
  const { instruments } = guidance.law;
  const ids = instruments.map(({ id }) => id);
  return [
    ...twice(file, ['instruments'], 'id', instruments),
    ...instruments.flatMap((instrument, i) => [
      ...twice(file, ['instruments', i, 'points'], 'id', instrument.points),
      ...instrument.points.flatMap(({ id }, p) =>
        id.startsWith(`law-${instrument.id}-`)
          ? []
          : [errorAt(file, ['instruments', i, 'points', p, 'id'], `"${id}" must begin with "law-${instrument.id}-".`)],
      ),
      ...(['amendedBy', 'supersededBy'] as const).flatMap((key) => {
        const other = instrument[key];
        return other === undefined || ids.includes(other)
          ? []
          : [errorAt(file, ['instruments', i, key], `There is no instrument "${other}".${didYouMean(other, ids)}`)];
      }),
    ]),
  ];
}

/** Every source named is there, and every one there is named. */
function checkSources({ guidance }: Data, today: Date): Finding[] {
  const { sources } = guidance;
  const uses = [
    ...guidance.points.flatMap(({ file, points }) => sourceUses(file, { points })),
    ...sourceUses('glossary.json', guidance.glossary),
    ...sourceUses('practices.json', guidance.practices),
    ...sourceUses('law.json', guidance.law),
  ];
  return [
    ...leadNowhere(uses, sources),
    ...unusedOrTwice(uses, GUIDANCE_SOURCES, sources),
    ...Object.entries(sources).flatMap(([id, { date }]) =>
      date === undefined ? [] : dateDefect(GUIDANCE_SOURCES, [id, 'date'], date, today),
    ),
  ];
}

function itemsOf(guide: Guide) {
  return guide.sections.flatMap((section) => section.items);
}

/** The points that a guide may name: those of the guidance and those of the countries. */
function pointIds({ guidance, regions }: Data): Set<string> {
  return new Set([
    ...guidance.points.flatMap(({ points }) => points.map(({ id }) => id)),
    ...regions.flatMap(({ country }) =>
      Object.values(country.measures)
        .flat()
        .map(({ id }) => id),
    ),
  ]);
}

/** A text without what makes no difference to its sense: capitals, punctuation, spaces. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function untranslated(file: string, place: Place, label: Record<string, string>): Finding[] {
  const missing = TITLE_LANGUAGES.filter((language) => !label[language]);
  return missing.length > 0 ? [warningAt(file, place, `No label in: ${missing.join(', ')}.`)] : [];
}

/** Entries of a list that have the same value under a key. */
function twice<K extends string>(file: string, place: Place, key: K, entries: readonly Record<K, string>[]): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, i) => {
    const value = entry[key];
    if (seen.has(value)) return [errorAt(file, [...place, i, key], `"${value}" is already there.`)];
    seen.add(value);
    return [];
  });
}
