/** The commands by which an edition is published: what they write, and what they refuse before they write anything. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEVELOPMENT_KEY, NEXT_DEVELOPMENT_KEY } from '../../scripts/edition/development.ts';
import { newSecretKey } from '../../scripts/edition/sign.ts';
import { changeManifest, manifestOf, publish, replacePack, type Site } from '../fixtures/site.ts';

const built = publish();
const edition = (number: number, key = DEVELOPMENT_KEY) =>
  changeManifest(
    replacePack(built, 'lv', (text) => text.replace('"about":"', `"about":"${number}: `)),
    (manifest) => Object.assign(manifest, { edition: number }),
    key,
  );

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harbour-publish-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(where: string, site: Site): string {
  mkdirSync(where, { recursive: true });
  for (const [file, text] of site) writeFileSync(join(where, file), text);
  return where;
}

const filesIn = (where: string) =>
  Object.fromEntries(readdirSync(where).map((file) => [file, readFileSync(join(where, file), 'utf8')]));

function publishIn(made: Site, to: string) {
  const EDITION_FROM = put(join(folder, 'made'), made);
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/edition-publish.ts', to], {
    encoding: 'utf8',
    env: { ...process.env, EDITION_FROM },
  });
  return { status, said: stdout + stderr };
}

describe('npm run edition:publish', () => {
  it.each<[string, Site]>([
    ['the next number', edition(5)],
    ['any number by the next key', edition(2, NEXT_DEVELOPMENT_KEY)],
  ])('adds an edition with %s, and leaves what the app was built with', (_, made) => {
    const data = put(join(folder, 'site/data'), edition(4));
    const before = filesIn(data);
    expect(publishIn(made, join(folder, 'site'))).toMatchObject({ status: 0 });
    const after = filesIn(data);
    for (const { file } of manifestOf(made).packs) expect(after[file]).toBe(made.get(file));
    for (const file of ['edition.json', 'edition.json.minisig']) expect(after[file]).toBe(made.get(file));
    for (const { file } of manifestOf(edition(4)).packs) expect(after[file]).toBe(before[file]);
  });

  it.each<[string, Site, string]>([
    ['the same number', edition(4), 'published already'],
    ['a smaller number', edition(3), 'No phone would take it'],
    [
      'a number that was published with other words',
      replacePack(edition(4), 'ee', (text) => text.replace('Answers', 'Hears')),
      'No phone would take it',
    ],
  ])('refuses %s, and writes nothing', (_, made, why) => {
    const data = put(join(folder, 'site/data'), edition(4));
    const before = filesIn(data);
    const { status, said } = publishIn(made, join(folder, 'site'));
    expect(status).toBe(1);
    expect(said).toContain(why);
    expect(said).toContain('Nothing was written');
    expect(filesIn(data)).toEqual(before);
  });

  it('refuses to follow what is signed by a key that this build does not know', () => {
    put(join(folder, 'site/data'), edition(4, newSecretKey()));
    const { status, said } = publishIn(edition(5), join(folder, 'site'));
    expect(status).toBe(1);
    expect(said).toContain('Publish the app');
  });

  it('says what it needs where nothing is published', () => {
    const { status, said } = publishIn(edition(5), join(folder, 'nowhere'));
    expect(status).toBe(1);
    expect(said).toContain('npm run edition:publish -- FOLDER');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});
