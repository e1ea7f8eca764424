import { describe, expect, it } from 'vitest';
import { checkData } from '../../scripts/data/check.ts';
import { readFiles } from '../../scripts/data/read.ts';
import type { Guide, Instrument, Point, Practice } from '../../src/directory/guides-schema.ts';
import { type Folder, filesOf, TODAY, validFolder } from '../fixtures/data/valid.ts';

const POINTS = 'guides/points/actions.json';
const ROLE = 'guides/roles/police.json';
const SOURCES = 'guides/sources.json';

/** One place broken, and the finding it must lead to. */
interface Case {
  rule: string;
  break: (guidance: Folder['guidance'], parts: Parts) => unknown;
  level?: 'warning';
  file: string;
  path: string;
  reason: string;
}

interface Parts {
  point: Point;
  other: Point;
  sections: Guide['sections'];
  practice: Practice;
  instrument: Instrument;
}

/** Breaks the form of a file on purpose, past its type. */
const put = (target: object | undefined, key: string, value: unknown) => Object.assign(target ?? {}, { [key]: value });

const CASES: Case[] = [
  {
    rule: 'point without source',
    break: (_g, { point }) => put(point, 'sources', []),
    file: POINTS,
    path: '$.points[0].sources',
    reason: 'a fact without a source does not build',
  },
  {
    rule: 'point with an id of another form',
    break: (_g, { point }) => put(point, 'id', 'act-1'),
    file: POINTS,
    path: '$.points[0].id',
    reason: 'a point id looks like g-ind-12',
  },
  {
    rule: 'two points of one id',
    break: (_g, { other }) => put(other, 'id', 'g-act-1'),
    file: POINTS,
    path: '$.points[1].id',
    reason: 'already a point of guides/points/actions.json',
  },
  {
    rule: 'point written twice',
    break: (_g, { other }) => put(other, 'text', 'trust  the suspicion'),
    file: POINTS,
    path: '$.points[1].text',
    reason: 'The same text stands in the point g-act-1',
  },
  {
    rule: "point that repeats a country's",
    break: (_g, { other }) => put(other, 'text', 'What is done in measure 3.'),
    file: POINTS,
    path: '$.points[1].text',
    reason: 'The same text stands in the point',
  },
  {
    rule: 'point that no guide uses',
    break: ({ points }) => points.points.push({ id: 'g-act-3', text: 'Wait.', scope: 'eu', sources: ['guide-page'] }),
    file: POINTS,
    path: '$.points[2].id',
    reason: 'No guide uses the point "g-act-3"',
  },
  {
    rule: 'scope that is none',
    break: (_g, { point }) => put(point, 'scope', 'europe'),
    file: POINTS,
    path: '$.points[0].scope',
    reason: 'a scope is bsr',
  },
  {
    rule: 'guide that names a point that is not there',
    break: (_g, { sections }) => put(sections[0]?.items[0], 'point', 'g-act-11'),
    file: ROLE,
    path: '$.sections[0].items[0].point',
    reason: 'There is no point "g-act-11". Did you mean "g-act-1"?',
  },
  {
    rule: "guide that names a country's point that is not there",
    break: (_g, { sections }) => put(sections[2]?.items[0], 'point', 'ee-m3-9'),
    file: ROLE,
    path: '$.sections[2].items[0].point',
    reason: 'There is no point "ee-m3-9"',
  },
  {
    rule: 'point twice in a section',
    break: (_g, { sections }) => sections[0]?.items.push({ point: 'g-act-1', as: 'know' }),
    file: ROLE,
    path: '$.sections[0].items[1].point',
    reason: '"g-act-1" already stands in this section',
  },
  ...['signs', 'first-hour', 'first-day', 'first-weeks'].map(
    (phase, i): Case => ({
      rule: `role without ${phase}`,
      break: (_g, { sections }) => delete sections[i]?.phase,
      file: ROLE,
      path: '$.sections',
      reason: `A role needs a section of the phase "${phase}"`,
    }),
  ),
  {
    rule: 'role with an empty phase',
    break: (_g, { sections }) => put(sections[3], 'items', []),
    file: ROLE,
    path: '$.sections',
    reason: 'A role needs a section of the phase "first-weeks"',
  },
  {
    rule: 'section with nothing in it',
    break: ({ role }) => role.sections.push({ id: 'empty', title: role.title, form: 'points', items: [] }),
    file: ROLE,
    path: '$.sections[5]',
    reason: 'neither points nor anything of the countries',
  },
  {
    rule: 'section id twice',
    break: (_g, { sections }) => put(sections[1], 'id', 'signs'),
    file: ROLE,
    path: '$.sections[1].id',
    reason: '"signs" is already a section here',
  },
  {
    rule: 'slug that is not the file',
    break: ({ role }) => put(role, 'slug', 'roles/polcie'),
    file: ROLE,
    path: '$.slug',
    reason: 'is the file guides/roles/polcie.json',
  },
  {
    rule: 'group that is none',
    break: ({ role }) => put(role, 'group', 'role'),
    file: ROLE,
    path: '$.group',
    reason: 'Did you mean "roles"?',
  },
  {
    rule: 'legal fact that is none',
    break: (_g, { sections }) => put(sections[3], 'country', { legal: ['childern'] }),
    file: ROLE,
    path: '$.sections[3].country.legal[0]',
    reason: 'Did you mean "children"?',
  },
  {
    rule: 'measure that is none',
    break: (_g, { sections }) => put(sections[3], 'country', { measure: '8' }),
    file: ROLE,
    path: '$.sections[3].country.measure',
    reason: '"8" is none of 1, 2',
  },
  {
    rule: 'form of exploitation that the taxonomy does not know',
    break: (_g, { sections }) => put(sections[0]?.items[0], 'exploitation', ['labuor']),
    file: ROLE,
    path: '$.sections[0].items[0].exploitation[0]',
    reason: '"labuor" is no code of "exploitation" in taxonomy.json. Did you mean "labour"?',
  },
  {
    rule: 'kind to call that the taxonomy does not know',
    break: (_g, { sections }) => put(sections[1], 'call', { kinds: ['hotlin'] }),
    file: ROLE,
    path: '$.sections[1].call.kinds[0]',
    reason: '"hotlin" is no code of "kinds"',
  },
  {
    rule: 'service to call that nobody gives',
    break: (_g, { sections }) => put(sections[1], 'call', { services: ['empty'] }),
    level: 'warning',
    file: ROLE,
    path: '$.sections[1].call.services[0]',
    reason: 'No responder of any country has "empty"',
  },
  {
    rule: 'self-check without a question',
    break: (_g, { sections }) => delete sections[4]?.items[0]?.question,
    file: ROLE,
    path: '$.sections[4].items[0]',
    reason: 'each point needs its "question"',
  },
  {
    rule: 'question outside a self-check',
    break: (_g, { sections }) => put(sections[4], 'form', 'checklist'),
    file: ROLE,
    path: '$.sections[4].items[0].question',
    reason: 'Only a section of the form "questions"',
  },
  {
    rule: 'title without a language',
    break: ({ role }) => put(role, 'title', { en: 'Police', et: 'Politsei', lv: 'Policija' }),
    level: 'warning',
    file: ROLE,
    path: '$.title',
    reason: 'No label in: lt',
  },
  {
    rule: 'source that is not there',
    break: (_g, { point }) => put(point, 'sources', ['guide-pgae']),
    file: POINTS,
    path: '$.points[0].sources[0]',
    reason: 'Did you mean "guide-page"?',
  },
  {
    rule: 'source that nothing rests on',
    break: ({ sources }) => put(sources, 'spare', { url: 'https://example.org/spare' }),
    file: SOURCES,
    path: '$.spare',
    reason: 'No fact rests on this source',
  },
  {
    rule: 'page twice among the sources',
    break: ({ sources }, { point }) => {
      put(sources, 'again', { url: 'https://example.org/guide' });
      point.sources.push('again');
    },
    level: 'warning',
    file: SOURCES,
    path: '$.again.url',
    reason: 'already the source "guide-page"',
  },
  {
    rule: 'source of the future',
    break: ({ sources }) => put(sources['guide-page'], 'date', '2027-01'),
    file: SOURCES,
    path: '$["guide-page"].date',
    reason: 'lies in the future',
  },
  {
    rule: 'term twice',
    break: ({ glossary }) => put(glossary.terms[1], 'term', 'Victim'),
    file: 'glossary.json',
    path: '$.terms[1].term',
    reason: '"victim" is already there',
  },
  {
    rule: 'term id twice',
    break: ({ glossary }) => put(glossary.terms[1], 'id', 'victim'),
    file: 'glossary.json',
    path: '$.terms[1].id',
    reason: '"victim" is already there',
  },
  {
    rule: 'equivalent without source',
    break: ({ glossary }) => put(glossary.terms[0], 'equivalents', { lv: { text: 'upuris', sources: [] } }),
    file: 'glossary.json',
    path: '$.terms[0].equivalents.lv.sources',
    reason: 'a fact without a source does not build',
  },
  {
    rule: 'equivalent with a source that is not there',
    break: ({ glossary }) => put(glossary.terms[0]?.equivalents.lv, 'sources', ['lost']),
    file: 'glossary.json',
    path: '$.terms[0].equivalents.lv.sources[0]',
    reason: 'has no source "lost"',
  },
  {
    rule: 'practice with a theme that is none',
    break: (_g, { practice }) => practice.themes.push('trainning'),
    file: 'practices.json',
    path: '$.practices[0].themes[1]',
    reason: 'Did you mean "training"?',
  },
  {
    rule: 'theme that no practice has',
    break: ({ practices }) => put(practices.themes, 'return', { en: 'Return', et: 'a', lv: 'b', lt: 'c' }),
    level: 'warning',
    file: 'practices.json',
    path: '$.themes.return',
    reason: 'No practice has this theme',
  },
  {
    rule: 'practice of another country than its id',
    break: (_g, { practice }) => put(practice, 'country', 'no'),
    file: 'practices.json',
    path: '$.practices[0].id',
    reason: 'must begin with "no-"',
  },
  {
    rule: 'law point under another instrument',
    break: (_g, { instrument }) => put(instrument.points[0], 'id', 'law-directive-1'),
    file: 'law.json',
    path: '$.instruments[0].points[0].id',
    reason: 'must begin with "law-convention-"',
  },
  {
    rule: 'instrument changed by one that is not there',
    break: (_g, { instrument }) => put(instrument, 'amendedBy', 'directive'),
    file: 'law.json',
    path: '$.instruments[0].amendedBy',
    reason: 'There is no instrument "directive"',
  },
  {
    rule: 'link that is no source',
    break: (_g, { instrument }) => put(instrument, 'links', ['text']),
    file: 'law.json',
    path: '$.instruments[0].links[0]',
    reason: 'has no source "text"',
  },
];

/** The fixture with one service that the taxonomy knows and nobody gives. */
function folderOf(broken: Case): Folder {
  const folder = validFolder();
  const { guidance } = folder;
  put(folder.taxonomy.services, 'empty', folder.taxonomy.services.legal);
  broken.break(guidance, {
    point: guidance.points.points[0] as Point,
    other: guidance.points.points[1] as Point,
    sections: guidance.role.sections,
    practice: guidance.practices.practices[0] as Practice,
    instrument: guidance.law.instruments[0] as Instrument,
  });
  return folder;
}

describe('the check of the guidance', () => {
  it.each(CASES.map((one) => [one.rule, one] as const))('finds: %s', (_rule, broken) => {
    const findings = checkData(filesOf(folderOf(broken)), TODAY);
    expect(findings).toContainEqual({
      level: broken.level ?? 'error',
      file: broken.file,
      path: broken.path,
      reason: expect.stringContaining(broken.reason),
    });
  });

  it('finds nothing in the fixture', () => {
    expect(checkData(filesOf(validFolder()), TODAY)).toEqual([]);
  });

  it('takes a new guide from any file below guides/, and says what is wrong with it', () => {
    const file = 'guides/roles/fisher.json';
    const findings = checkData(filesOf(validFolder(), { [file]: { json: { slug: 'roles/fisher' } } }), TODAY);
    expect(findings.filter((finding) => finding.file === file).map(({ path }) => path)).toContain('$.title');
  });

  it('finds no error in the shipped guidance', () => {
    const findings = checkData(readFiles('data'), new Date());
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
