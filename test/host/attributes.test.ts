import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { realFiles } from '../../src/host/files.ts';
import { saveSpec } from '../../src/host/save-spec.ts';
import { openSpec } from '../../src/host/spec-file.ts';
import { freshFolder } from './folder.ts';

const NEW = { text: 'two', bom: false };
/** One user more may read it: version 2, then tag, permissions and id of each entry (acl(5)). */
const ACCESS_LIST = '0200000001000600ffffffff02000400d204000004000400ffffffff10000400ffffffff20000400ffffffff';
const MARKS = { 'user.origin': '68657265', 'system.posix_acl_access': ACCESS_LIST };

it('attributes of a file are copied to the new one, which replaces it in one step', ({ skip }) => {
  const { path, ino } = markedSpec() ?? skip('no extended attributes here, or no python3 to set them');
  saveSpec(openSpec(path), NEW);
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(marksOf(path)).toEqual(MARKS);
  expect(statSync(path).ino).not.toBe(ino);
});

it('if an attribute cannot be copied, the old file is written in place', ({ skip }) => {
  const { path, ino } = markedSpec() ?? skip('no extended attributes here, or no python3 to set them');
  const drafts = { folder: freshFolder() };
  commandsFirst({ cp: 'case "$1" in --version) echo "cp (GNU coreutils) 9.1";; *) exit 1;; esac' });
  saveSpec(openSpec(path), NEW, { drafts });
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(marksOf(path)).toEqual(MARKS);
  expect(statSync(path).ino).toBe(ino);
  expect([readdirSync(dirname(path)), readdirSync(drafts.folder)]).toEqual([['spec.md'], []]);
});

it('if no copy can be kept while writing in place, nothing is written and the problem says so', () => {
  const path = join(freshFolder(), 'spec.md');
  writeFileSync(path, 'one');
  const files = {
    ...realFiles,
    copyAttributes() {
      throw Object.assign(new Error('not here'), { code: 'ENOTSUP' });
    },
  };
  const save = () => saveSpec(openSpec(path), NEW, { files, drafts: { folder: null } });
  expect(save).toThrow(/must be written in place, and no copy can be kept/);
  expect([readFileSync(path, 'utf8'), readdirSync(dirname(path))]).toEqual(['one', ['spec.md']]);
});

it.runIf(process.platform === 'linux')('where nothing here knows of attributes, a save is one step as ever', () => {
  const path = join(freshFolder(), 'spec.md');
  writeFileSync(path, 'one');
  const { ino } = statSync(path);
  commandsFirst({ cp: 'echo "cp: unrecognized option: $1" >&2; exit 1' });
  saveSpec(openSpec(path), NEW, { drafts: { folder: null } });
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(statSync(path).ino).not.toBe(ino);
});

/** A spec with an attribute and an access list; null where none can be set. */
function markedSpec(): { path: string; ino: number } | null {
  const path = join(freshFolder(), 'spec.md');
  writeFileSync(path, 'one, longer');
  const set =
    'import os,sys,json\nfor k,v in json.loads(sys.argv[2]).items(): os.setxattr(sys.argv[1],k,bytes.fromhex(v))';
  const { status } = spawnSync('python3', ['-c', set, path, JSON.stringify(MARKS)]);
  return status === 0 ? { path, ino: statSync(path).ino } : null;
}

function marksOf(path: string): unknown {
  const read =
    'import os,sys,json; print(json.dumps({k: os.getxattr(sys.argv[1],k).hex() for k in os.listxattr(sys.argv[1])}))';
  return JSON.parse(spawnSync('python3', ['-c', read, path], { encoding: 'utf8' }).stdout);
}

/** Puts shell scripts before the commands of the same names, until the test is over. */
function commandsFirst(scripts: Record<string, string>): void {
  const folder = freshFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const before = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${before}`;
  onTestFinished(() => {
    process.env.PATH = before;
  });
}
