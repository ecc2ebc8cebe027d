import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HostileRepository, TEMPLATE } from './hostile-repository.ts';

const REAL_GIT = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

/** A repository with a template of two versions and a configuration that names a program wherever git would start one. */
function hostile(): { repository: HostileRepository; ran: () => string[] } {
  const repository = new HostileRepository();
  const bait = join(repository.base, 'ran');
  mkdirSync(bait);
  const program = join(repository.base, 'program');
  writeFileSync(program, `#!/bin/sh\ntouch "${bait}/$(basename "$0")-$$"\nexit 1\n`);
  chmodSync(program, 0o755);
  repository.write('own.md', TEMPLATE);
  repository.write('.gitattributes', '*.md filter=evil diff=evil merge=evil\n');
  repository.write('docs/a.md', '# Title\n\n## Context\n\nText.\n\n<!-- spec-wizard: template=../own.md -->\n');
  repository.commit();
  const [blob = ''] = repository.git('rev-parse', 'HEAD:own.md').split('\n');
  repository.write('own.md', TEMPLATE.replace('forces', 'powers'));
  repository.commit();
  for (const [key, value] of Object.entries({
    'core.fsmonitor': program,
    'core.pager': program,
    'core.sshCommand': program,
    'core.askPass': program,
    'core.alternateRefsCommand': program,
    'core.editor': program,
    'diff.external': program,
    'diff.evil.command': program,
    'diff.evil.textconv': program,
    'filter.evil.clean': program,
    'filter.evil.smudge': program,
    'filter.evil.process': program,
    'filter.evil.required': 'true',
    'gpg.program': program,
    'log.showSignature': 'true',
    'log.mailmap': 'true',
    'mailmap.file': '/dev/zero',
    'credential.helper': program,
    'pager.log': program,
    'uploadpack.packObjectsHook': program,
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
    'protocol.file.allow': 'always',
    'extensions.partialClone': 'origin',
    'remote.origin.url': `ext::${program}`,
    'remote.origin.promisor': 'true',
    'remote.origin.partialclonefilter': 'blob:none',
    'remote.origin.uploadpack': program,
    'remote.origin.vcs': 'ext',
    'core.repositoryFormatVersion': '1',
    'core.hooksPath': join(repository.base, 'hooks'),
  }))
    repository.git('config', key, value);
  mkdirSync(join(repository.base, 'hooks'));
  for (const hook of [
    'post-index-change',
    'reference-transaction',
    'post-checkout',
    'pre-auto-gc',
    'fsmonitor-watchman',
  ])
    symlinkSync(program, join(repository.base, 'hooks', hook));
  // A version of the template that would have to be fetched.
  rmSync(join(repository.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  return { repository, ran: () => readdirSync(bait) };
}

const RUNS = [
  ['check'],
  ['check', '--changed'],
  ['check', '--changed=HEAD~1'],
  ['questions', 'docs/a.md'],
  ['preview', 'docs/a.md', '--no-pager'],
  ['related', 'docs/a.md'],
];

describe('git runs nothing that the repository’s configuration names', () => {
  test.each([
    ['by the git of this machine', 'exec'],
    ['by a git that knows no GIT_NO_LAZY_FETCH', 'unset GIT_NO_LAZY_FETCH; exec'],
  ])('%s', async (_name, start) => {
    const { repository, ran } = hostile();
    const bin = join(repository.base, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'git'), `#!/bin/sh\n${start} "${REAL_GIT}" "$@"\n`, { mode: 0o755 });
    for (const args of RUNS) {
      const began = Date.now();
      const { killed } = await repository.run(args, { env: { PATH: `${bin}:${process.env.PATH}` } });
      expect({ args, killed, ran: ran() }).toEqual({ args, killed: false, ran: [] });
      // A mailmap that never ends must not cost the ten seconds that git may take.
      expect(Date.now() - began).toBeLessThan(9000);
    }
  });

  test('though the same configuration makes git itself run it', () => {
    const { repository, ran } = hostile();
    repository.git('config', '--unset', 'mailmap.file');
    try {
      repository.git('log', '-p', '--ext-diff', '-1');
    } catch {
      // What the program leaves behind counts.
    }
    expect(ran()).not.toEqual([]);
  });
});

describe('--changed compares a committed link', () => {
  async function changed(repository: HostileRepository): Promise<string[]> {
    const { stdout } = await repository.run(['check', '--changed=HEAD', '--json', '--template', 'component']);
    return (JSON.parse(stdout) as { specs: { path: string }[] }).specs.map(({ path }) => path).sort();
  }

  test('by where it leads, and by what stands there', async () => {
    const repository = new HostileRepository();
    repository.write('docs/a.md', '# Title\n\n## Purpose\n\nText.\n');
    repository.write('docs/b.md', '# Other\n\n## Purpose\n\nText.\n');
    repository.link('docs/link.md', 'a.md');
    repository.commit();
    expect(await changed(repository)).toEqual([]);
    repository.write('docs/a.md', '# Title\n\n## Purpose\n\nMore text.\n');
    expect(await changed(repository)).toEqual(['docs/a.md', 'docs/link.md']);
    repository.commit();
    rmSync(join(repository.folder, 'docs/link.md'));
    repository.link('docs/link.md', 'b.md');
    expect(await changed(repository)).toEqual(['docs/link.md']);
    expect(existsSync(join(repository.folder, 'docs/link.md'))).toBe(true);
  });
});
