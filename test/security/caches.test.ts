import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ResultCache } from '../../src/project/check/result-cache.ts';
import { temporaryFolder } from '../terminal/program.ts';
import { HostileRepository } from './hostile-repository.ts';

const SPEC = (index: number, text = 'Text.') =>
  `# Export ${index}\n\n## Purpose\n\n${text}\n\n<!-- spec-wizard: template=component -->\n`;

/** All files below a folder, as paths from it. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    lstatSync(join(folder, path)).isFile(),
  );
}

/** The bytes below a folder. */
const sizeOf = (folder: string) => filesIn(folder).reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);

describe('the cache of results', () => {
  test('is not taken from the repository that is checked', async () => {
    const repository = new HostileRepository();
    repository.write('docs/a.md', SPEC(1));
    const cache = join(repository.folder, '.cache');
    const { stdout } = await repository.run(['check'], { env: { XDG_CACHE_HOME: cache } });
    expect(stdout).toMatch(/gap/);
    expect(filesIn(cache)).toEqual([]);
  });

  test('forged in the repository, changes no verdict', async () => {
    const repository = new HostileRepository();
    repository.write('docs/a.md', SPEC(1));
    const honest = await repository.run(['check']);
    expect(honest.code).toBe(1);
    // What a run keeps is given to the repository, with every gap taken out of it.
    const cache = join(repository.folder, '.cache');
    renameSync(join(repository.home, '.cache'), cache);
    for (const path of filesIn(cache).filter((name) => name.endsWith('.pack'))) {
      const bytes = readFileSync(join(cache, path)).toString('latin1');
      const forged = bytes.replace(
        /"gaps":\[.*?\](?=,"advice")/s,
        (found) => `"gaps":[]${' '.repeat(found.length - 9)}`,
      );
      expect(forged).not.toBe(bytes);
      writeFileSync(join(cache, path), Buffer.from(forged, 'latin1'));
    }
    expect(await repository.run(['check'], { env: { XDG_CACHE_HOME: cache } })).toMatchObject({
      code: 1,
      stdout: honest.stdout,
    });
  });

  test.each([
    [
      'a link',
      (pack: string, victim: string) => {
        rmSync(pack);
        symlinkSync(victim, pack);
      },
    ],
    [
      'named with a path',
      (pack: string, victim: string) => {
        const index = pack.replace(/\.[0-9a-f]+\.pack$/, '.index');
        const bytes = readFileSync(index);
        const end = bytes.indexOf(10);
        mkdirSync(`${index.replace(/index$/, 'x')}`);
        writeFileSync(
          index,
          Buffer.concat([
            Buffer.from(`${index.replace(/index$/, 'x')}/../../../../../${victim.split('/').at(-1)}`),
            bytes.subarray(end),
          ]),
        );
      },
    ],
  ])('writes into no pack that is %s', async (_name, forge) => {
    const repository = new HostileRepository();
    const victim = join(repository.home, 'victim');
    writeFileSync(victim, 'mine');
    repository.write('docs/a.md', SPEC(1));
    await repository.run(['check']);
    const folder = join(repository.home, '.cache/spec-wizard/check');
    const pack = readdirSync(folder).find((name) => name.endsWith('.pack'))!;
    forge(join(folder, pack), victim);
    repository.write('docs/b.md', SPEC(2));
    expect((await repository.run(['check'])).code).toBe(1);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
  });

  test('is not taken from a folder of somebody else, nor from one that others may write into', async () => {
    const repository = new HostileRepository();
    repository.write('docs/a.md', SPEC(1));
    const folder = join(repository.home, '.cache/spec-wizard');
    mkdirSync(join(repository.home, 'shared'), { recursive: true });
    chmodSync(join(repository.home, 'shared'), 0o777);
    mkdirSync(join(repository.home, '.cache'));
    symlinkSync(join(repository.home, 'shared'), folder);
    await repository.run(['check']);
    expect(filesIn(join(repository.home, 'shared'))).toEqual([]);
  });

  test('goes into no temporary folder that is shared', async () => {
    const repository = new HostileRepository();
    repository.write('docs/a.md', SPEC(1));
    const tmp = join(repository.base, 'tmp');
    mkdirSync(tmp);
    await repository.run(['check'], { env: { HOME: '/nonexistent', TMPDIR: tmp } });
    expect(filesIn(tmp)).toEqual([]);
  });

  test('stays within bounds though no run looks at all files, and keeps what is newest', () => {
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const value = 'x'.repeat(10_000);
    let last = '';
    for (let round = 0; round < 30; round++) {
      const cache = new ResultCache('/project', env, { bytes: 500_000, entries: 40 });
      for (let index = 0; index < 20; index++) {
        last = ResultCache.key(`${round} ${index}`);
        cache.put(last, value);
      }
      cache.save(false);
      expect(sizeOf(env.XDG_CACHE_HOME)).toBeLessThan(1_000_000);
    }
    expect(new ResultCache('/project', env).get(last)).toBe(value);
    expect(new ResultCache('/project', env).get(ResultCache.key('0 0'))).toBeUndefined();
  });

  test('of folders that are gone does not stay', async () => {
    const repository = new HostileRepository();
    repository.write('docs/a.md', SPEC(1));
    await repository.run(['check']);
    const folder = join(repository.home, '.cache/spec-wizard/check');
    const old = new Date(Date.now() - 100 * 24 * 3600_000);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
    const before = new Set(readdirSync(folder));
    renameSync(join(repository.folder, 'docs'), join(repository.base, 'docs'));
    repository.write('elsewhere/spec-wizard.yaml', 'specs: .\n');
    repository.write('elsewhere/a.md', SPEC(3));
    const { code } = await repository.run(['check'], { folder: join(repository.folder, 'elsewhere') });
    expect(code).toBe(1);
    expect(
      readdirSync(folder).filter(
        (name) => before.has(name) && statSync(join(folder, name)).mtimeMs < Date.now() - 90 * 24 * 3600_000,
      ),
    ).toEqual([]);
  });
});

test('every folder that is kept for comfort is closed to others', async () => {
  const repository = new HostileRepository();
  repository.write('own.md', '# T\n\n## Context\n\n[text]\n');
  repository.commit();
  repository.write('own.md', '# T\n\n## Context\n\n[more text]\n');
  repository.write('spec-wizard.yaml', 'templates: {own: {file: own.md}}\n');
  repository.write('docs/a.md', SPEC(1));
  await repository.run(['check']);
  const folder = realpathSync(join(repository.home, '.cache/spec-wizard'));
  const all = [folder, ...(readdirSync(folder, { recursive: true }) as string[]).map((path) => join(folder, path))];
  expect(all.length).toBeGreaterThan(3);
  expect(all.filter((path) => (statSync(path).mode & 0o077) !== 0 && !path.includes('/code/'))).toEqual([]);
});
