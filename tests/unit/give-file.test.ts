import { afterEach, expect, it, vi } from 'vitest';
import { giveFile } from '../../src/device/give-file.ts';

const saved = vi.hoisted(() => [] as File[]);
vi.mock('../../src/device/save-file.ts', () => ({ saveFile: (file: File) => saved.push(file) }));

/** What a phone does with a file: its kind is not taken, it is refused, the sheet is closed, or it goes out. */
type Answer =
  | 'not taken'
  | 'canShare throws'
  | 'shared'
  | 'AbortError'
  | 'NotAllowedError'
  | 'InvalidStateError'
  | 'TypeError';

function phone(answer: (name: string) => Answer, brands?: string[]) {
  const offered: { name: string; type: string; title: string }[] = [];
  vi.stubGlobal('navigator', {
    ...(brands && { userAgentData: { brands: brands.map((brand) => ({ brand })) } }),
    canShare({ files: [file] }: { files: File[] }) {
      const said = answer(file?.name ?? '');
      if (said === 'canShare throws') throw new TypeError('files');
      return said !== 'not taken';
    },
    async share({ files: [file], title }: { files: File[]; title: string }) {
      offered.push({ name: file?.name ?? '', type: file?.type ?? '', title });
      const said = answer(file?.name ?? '');
      if (said === 'TypeError') throw new TypeError('files');
      if (said !== 'shared') throw new DOMException(said, said);
    },
  });
  return offered;
}

afterEach(() => {
  vi.unstubAllGlobals();
  saved.length = 0;
});

const card = () => new File(['BEGIN:VCARD'], 'visit.vcf', { type: 'text/vcard' });
const isText = (name: string) => name.endsWith('.txt');

it.each<[string, (name: string) => Answer, string[] | undefined, string, string[]]>([
  ['takes it', () => 'shared', undefined, 'shared', ['visit.vcf']],
  ['takes texts alone', (name) => (isText(name) ? 'shared' : 'not taken'), undefined, 'shared', ['visit.vcf.txt']],
  ['asked, throws', (name) => (isText(name) ? 'shared' : 'canShare throws'), undefined, 'shared', ['visit.vcf.txt']],
  [
    'says yes and refuses',
    (name) => (isText(name) ? 'shared' : 'NotAllowedError'),
    [],
    'shared',
    ['visit.vcf', 'visit.vcf.txt'],
  ],
  ['is Chromium, which would refuse it', () => 'shared', ['Not A;Brand', 'Chromium'], 'shared', ['visit.vcf.txt']],
  ['refuses both', () => 'NotAllowedError', undefined, 'saved', ['visit.vcf', 'visit.vcf.txt']],
  ['has another sheet open', () => 'InvalidStateError', undefined, 'saved', ['visit.vcf', 'visit.vcf.txt']],
  ['cannot read it', () => 'TypeError', undefined, 'saved', ['visit.vcf', 'visit.vcf.txt']],
  ['takes no files', () => 'not taken', undefined, 'saved', []],
  ['is closed by hand', () => 'AbortError', undefined, 'cancelled', ['visit.vcf']],
  [
    'is closed by hand, second',
    (name) => (isText(name) ? 'AbortError' : 'not taken'),
    undefined,
    'cancelled',
    ['visit.vcf.txt'],
  ],
])('a share sheet that %s', async (_, answer, brands, outcome, names) => {
  const offered = phone(answer, brands);
  expect(await giveFile(card(), 'The visit')).toBe(outcome);
  expect(offered.map(({ name }) => name)).toEqual(names);
  for (const { name, type, title } of offered) {
    expect(title).toBe('The visit');
    if (isText(name)) expect(type).toBe('text/plain');
  }
  // What is saved keeps its own name, and nothing is saved behind the back of somebody who changed their mind.
  expect(saved.map(({ name }) => name)).toEqual(outcome === 'saved' ? ['visit.vcf'] : []);
});

it('a text has no other name to be given under', async () => {
  const offered = phone(() => 'NotAllowedError');
  expect(await giveFile(new File(['x'], 'visit-ro.txt', { type: 'text/plain' }), 'The visit')).toBe('saved');
  expect(offered.map(({ name }) => name)).toEqual(['visit-ro.txt']);
});

it('saves where there is no share sheet at all', async () => {
  vi.stubGlobal('navigator', {});
  expect(await giveFile(card(), 'The visit')).toBe('saved');
  expect(await saved[0]?.text()).toBe('BEGIN:VCARD');
});

it('gives the same bytes whatever the name', async () => {
  const given: File[] = [];
  vi.stubGlobal('navigator', {
    canShare: ({ files: [file] }: { files: File[] }) => isText(file?.name ?? ''),
    share: async ({ files }: { files: File[] }) => void given.push(...files),
  });
  await giveFile(new File(['Ēvele\r\n'], 'a.harbour'), 'x');
  expect(await given[0]?.text()).toBe('Ēvele\r\n');
});
