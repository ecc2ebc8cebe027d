import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileBytes } from '../../src/host/data-path.ts';
import { temporaryFolder } from '../terminal/program.ts';

const MOST = 1_000_000;

test('each file is read whole into the memory of the one before, however much longer it is', () => {
  const folder = temporaryFolder();
  const bytes = new FileBytes();
  for (const size of [0, 10, 262_143, 262_144, 262_145, 999_999, 3]) {
    const path = join(folder, `${size}.md`);
    writeFileSync(path, 'é'.repeat(size / 2) + 'a'.repeat(size % 2));
    expect(bytes.read(path, MOST)?.length).toBe(2 * Math.floor(size / 2) + (size % 2));
    expect(bytes.read(path, MOST)?.at(-1)).toBe(size === 0 ? undefined : size % 2 ? 97 : 0xa9);
  }
});

test('folders, devices and files that are too large are not read, and a pipe is not waited for', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'folder.md'));
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  writeFileSync(join(folder, 'large.md'), 'a'.repeat(MOST + 1));
  const bytes = new FileBytes();
  for (const name of ['folder.md', 'pipe.md', 'large.md']) expect(bytes.read(join(folder, name), MOST)).toBeNull();
  expect(() => bytes.read(join(folder, 'gone.md'), MOST)).toThrow('ENOENT');
});
