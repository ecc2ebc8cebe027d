import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, PROGRAM, temporaryFolder } from '../terminal/program.ts';

/** Set NODE_WITH_COMPILE_CACHE to a Node of 22.8 or later to test with it where this one is older. */
const NODE = process.env.NODE_WITH_COMPILE_CACHE ?? process.execPath;
const knows =
  spawnSync(NODE, ['-p', 'typeof require("module").enableCompileCache'], {
    encoding: 'utf8',
  }).stdout.trim() === 'function';

/** The text of what starts the program, which decides where compiled code is kept. */
const STARTER = readFileSync(PROGRAM, 'utf8');

test('compiled code is never kept where Node would put it by itself', () => {
  expect(STARTER).toMatch(/enableCompileCache/);
  expect(STARTER).not.toMatch(/enableCompileCache\(\)/);
});

describe.skipIf(!knows)('compiled code', () => {
  function run(env: Record<string, string>, cwd = temporaryFolder()) {
    const tmp = temporaryFolder();
    const { status } = spawnSync(NODE, [PROGRAM, 'templates'], {
      cwd,
      env: cleanEnvironment({ TMPDIR: tmp, ...env }),
    });
    expect(status).toBe(0);
    expect(readdirSync(tmp)).toEqual([]);
  }

  test('goes into the user’s own cache folder, closed to others', () => {
    const cache = temporaryFolder();
    run({ XDG_CACHE_HOME: cache });
    const folder = join(cache, 'spec-wizard/code');
    expect(readdirSync(folder)).not.toEqual([]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(cache, 'spec-wizard')).mode & 0o777).toBe(0o700);
  });

  test.each<[string, (cache: string) => void]>([
    [
      'others may write into',
      (cache) => {
        mkdirSync(join(cache, 'spec-wizard/code'), { recursive: true });
        chmodSync(join(cache, 'spec-wizard/code'), 0o777);
      },
    ],
    [
      'others may replace',
      (cache) => {
        mkdirSync(join(cache, 'spec-wizard/code'), { recursive: true, mode: 0o700 });
        chmodSync(join(cache, 'spec-wizard'), 0o777);
      },
    ],
    [
      'is a link',
      (cache) => {
        const shared = temporaryFolder();
        mkdirSync(join(cache, 'spec-wizard'), { mode: 0o700 });
        symlinkSync(shared, join(cache, 'spec-wizard/code'));
      },
    ],
    ['a repository holds', (cache) => execFileSync('git', ['init', '-q'], { cwd: cache })],
  ])('goes into no folder that %s', (_name, prepare) => {
    const cache = temporaryFolder();
    prepare(cache);
    run({ XDG_CACHE_HOME: cache });
    const folder = join(cache, 'spec-wizard/code');
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)('goes into no folder of another user', () => {
    const cache = temporaryFolder();
    mkdirSync(join(cache, 'spec-wizard/code'), { recursive: true, mode: 0o700 });
    execFileSync('chown', ['-R', '65534', join(cache, 'spec-wizard')]);
    run({ XDG_CACHE_HOME: cache });
    expect(readdirSync(join(cache, 'spec-wizard/code'))).toEqual([]);
  });

  test('is not kept where there is no home', () => run({ HOME: '/nonexistent', XDG_CACHE_HOME: '' }));
});
