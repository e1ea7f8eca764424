/** Writes curators' files in their own form, all of them or none. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from './form.ts';

/** What is done with files; a test lets it fail in the middle. */
export interface Disk {
  write(path: string, text: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
}

const DISK: Disk = {
  write(path, text) {
    const file = openSync(path, 'w');
    writeSync(file, text);
    fsyncSync(file);
    closeSync(file);
  },
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
};

/**
 * Writes files that are there already. Each is written whole beside the old one and then takes its place; if one cannot, those
 * that did are put back.
 * @param changed the new content by path relative to the folder
 * @throws Error when it failed; then every file is as it was
 */
export function writeFiles(root: string, changed: ReadonlyMap<string, unknown>, disk: Disk = DISK): void {
  const files = [...changed].map(([file, json]) => {
    const path = join(root, file);
    return { path, beside: `${path}.new`, old: readFileSync(path, 'utf8'), text: formatted(json) };
  });
  const done: typeof files = [];
  try {
    for (const { beside, text } of files) disk.write(beside, text);
    for (const file of files) {
      disk.rename(file.beside, file.path);
      done.push(file);
    }
  } catch (error) {
    for (const { path, beside, old } of done) {
      disk.write(beside, old);
      disk.rename(beside, path);
    }
    for (const { beside } of files) disk.remove(beside);
    throw error;
  }
}
