/** Rules on the form of the files: the schema, and codes that the taxonomy does not know. */
import * as v from 'valibot';
import { FirstWordsFile, FirstWordsLanguage } from '../../src/directory/first-words-schema.ts';
import {
  GlossaryFile,
  GuidanceQuestions,
  Guide,
  LawFile,
  PointsFile,
  PracticesFile,
} from '../../src/directory/guides-schema.ts';
import { NetworkFile } from '../../src/directory/networks-schema.ts';
import { ProposalsFile } from '../../src/directory/proposal.ts';
import {
  Country,
  EditionFile,
  HappeningsFile,
  HarmonisedFile,
  Legal,
  MEASURES,
  PeoplesFile,
  Places,
  RespondersFile,
  ScreensFile,
  Sources,
  Taxonomy,
  VOCABULARIES,
  type Vocabulary,
} from '../../src/directory/schema.ts';
import { hiddenIn } from '../../src/directory/visible.ts';
import { HistoryFile } from '../edition/changes.ts';
import { didYouMean, errorAt, type Finding, type Place, warningAt } from './findings.ts';
import { firstWordsLanguages, GUIDANCE_QUESTIONS, guideFiles, isPointsFile } from './read.ts';

/** What a file of this name must look like. */
const SCHEMAS: Record<string, v.GenericSchema> = {
  'edition.json': EditionFile,
  'taxonomy.json': Taxonomy,
  'places.json': Places,
  'happenings.json': HappeningsFile,
  'peoples.json': PeoplesFile,
  'screens.json': ScreensFile,
  'harmonised.json': HarmonisedFile,
  'country.json': Country,
  'responders.json': RespondersFile,
  'network.json': NetworkFile,
  'sources.json': Sources,
  'points.json': PointsFile,
  'guide.json': Guide,
  'questions.json': GuidanceQuestions,
  'glossary.json': GlossaryFile,
  'practices.json': PracticesFile,
  'law.json': LawFile,
  'first-words.json': FirstWordsFile,
  'first-words-language.json': FirstWordsLanguage,
  'proposals.json': ProposalsFile,
  'history.json': HistoryFile,
};

/** The name under which a file's schema is known: its own, but for points, guides and the languages of the first words. */
function kindOf(file: string): string {
  if (file === GUIDANCE_QUESTIONS) return 'questions.json';
  if (guideFiles([file]).length > 0) return isPointsFile(file) ? 'points.json' : 'guide.json';
  if (firstWordsLanguages([file]).length > 0) return 'first-words-language.json';
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The schema of a curator's file, by its name. @throws Error for a file that is none of theirs */
export function schemaOf(file: string): v.GenericSchema {
  const schema = SCHEMAS[kindOf(file)];
  if (!schema) throw new Error(`no schema for ${file}`);
  return schema;
}

/** Where the file does not fit its schema, or hides something. */
export function checkShape(file: string, json: unknown): Finding[] {
  const schema = schemaOf(file);
  const { issues } = v.safeParse(schema, json);
  const hidden = hiddenIn(json);
  return [
    ...(issues ?? []).map((issue) => {
      const place = (issue.path ?? []).map((item) => item.key as string | number);
      return errorAt(file, place, plainReason(issue, place.at(-1), schema));
    }),
    ...(hidden
      ? [errorAt(file, hidden.place, `Here stands ${hidden.character}, which nobody sees: take it out.`)]
      : []),
  ];
}

function plainReason(issue: v.BaseIssue<unknown>, key: string | number | undefined, schema: v.GenericSchema): string {
  if (issue.expected === 'never') {
    return `The key "${key}" is not known here.${didYouMean(String(key), keysOf(schema))}`;
  }
  if (issue.kind === 'schema' && issue.received === 'undefined') return `"${key}" is missing.`;
  if (issue.kind === 'schema' && typeof issue.input === 'string' && issue.expected?.includes('|')) {
    const known = [...issue.expected.matchAll(/"([^"]*)"/g)].flatMap((match) => match[1] ?? []);
    return `"${issue.input}" is none of ${known.join(', ')}.${didYouMean(issue.input, known)}`;
  }
  return issue.kind === 'schema' ? issue.message : `${JSON.stringify(issue.input)}: ${issue.message}.`;
}

/** A valibot schema as far as walking through it needs to know. */
interface Node extends v.GenericSchema {
  entries?: Record<string, Node>;
  item?: Node;
  value?: Node;
  wrapped?: Node;
  options?: readonly (Node | string | number)[];
}

/** Every key that the schema names anywhere. */
function keysOf(schema: Node): Set<string> {
  const keys = new Set<string>();
  const visit = (node: Node) => {
    for (const [key, entry] of Object.entries(node.entries ?? {})) {
      keys.add(key);
      visit(entry);
    }
    for (const inner of [node.item, node.value, node.wrapped, ...(node.options ?? [])]) {
      if (typeof inner === 'object') visit(inner);
    }
  };
  visit(schema);
  return keys;
}

/** A code that stands in a file, and the vocabulary it must come from. */
interface CodeUse {
  place: Place;
  code: string;
  vocabulary: Vocabulary;
}

function codesIn(node: Node, json: unknown, place: Place = []): CodeUse[] {
  if (json === undefined || json === null) return [];
  if (node.wrapped) return codesIn(node.wrapped, json, place);
  if (node.type === 'variant') {
    const option = node.options?.find(
      (candidate): candidate is Node => typeof candidate === 'object' && v.is(candidate, json),
    );
    return option ? codesIn(option, json, place) : [];
  }
  const { vocabulary } = v.getMetadata(node) as { vocabulary?: Vocabulary };
  if (vocabulary) return [{ place, code: String(json), vocabulary }];
  if (Array.isArray(json))
    return node.item ? json.flatMap((item, i) => codesIn(node.item as Node, item, [...place, i])) : [];
  if (typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const inner = node.entries?.[key] ?? node.value;
    return inner ? codesIn(inner, value, [...place, key]) : [];
  });
}

/** Codes that the taxonomy does not have. The file must fit its schema. */
export function checkCodes(file: string, json: unknown, taxonomy: Taxonomy): Finding[] {
  return codesIn(schemaOf(file), json).flatMap(({ place, code, vocabulary }) => {
    if (Object.hasOwn(taxonomy[vocabulary], code)) return [];
    const hint = didYouMean(code, Object.keys(taxonomy[vocabulary]));
    return [errorAt(file, place, `"${code}" is no code of "${vocabulary}" in taxonomy.json.${hint}`)];
  });
}

/** Rules on the taxonomy itself. */
export function checkTaxonomy(file: string, taxonomy: Taxonomy): Finding[] {
  const findings: Finding[] = [];
  const codes = (vocabulary: Vocabulary) => Object.entries(taxonomy[vocabulary]);
  for (const measure of MEASURES) {
    if (!taxonomy.measures[measure])
      findings.push(errorAt(file, ['measures'], `The measure "${measure}" has no label.`));
  }
  for (const topic of Object.keys(Legal.entries)) {
    if (!taxonomy.legal[topic]) findings.push(errorAt(file, ['legal'], `The legal fact "${topic}" has no label.`));
  }
  const languages = new Set(VOCABULARIES.flatMap((name) => codes(name).flatMap(([, term]) => Object.keys(term.label))));
  for (const language of [...languages].sort()) {
    for (const vocabulary of VOCABULARIES) {
      const missing = codes(vocabulary).flatMap(([code, term]) => (term.label[language] ? [] : code));
      if (missing.length > 0) {
        findings.push(warningAt(file, [vocabulary], `No label in "${language}" for: ${missing.join(', ')}.`));
      }
    }
  }
  const drafts = [...languages].filter((language) => language !== 'en' && !taxonomy.reviewed.includes(language)).sort();
  if (drafts.length > 0) {
    findings.push(warningAt(file, ['reviewed'], `Labels no native speaker has reviewed yet: ${drafts.join(', ')}.`));
  }
  return findings;
}
