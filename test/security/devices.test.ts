import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HostileRepository, TEMPLATE } from './hostile-repository.ts';

const SPEC = '# Title\n\n## Context\n\nText.\n';

/** What a repository may hold in place of a file, and how it gets there. */
const THINGS: Record<string, (repository: HostileRepository, path: string) => Promise<void> | void> = {
  'a link to /dev/zero': (r, path) => r.link(path, '/dev/zero'),
  'a link to a link to /dev/zero': (r, path) => {
    r.link(`${path}.2`, '/dev/zero');
    r.link(path, join(r.folder, `${path}.2`));
  },
  'a link to /dev/stdin': (r, path) => r.link(path, '/dev/stdin'),
  'a pipe': (r, path) => void execFileSync('mkfifo', [join(r.folder, path)]),
  'a socket': async (r, path) => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(r.folder, path), done));
    server.unref();
  },
};

/** The files that are read because they are there, or because another names them. */
const FILES: [string, Record<string, string>, string[][]][] = [
  [
    'spec-wizard.yaml',
    {},
    [
      ['check'],
      ['templates'],
      ['questions', 'docs/a.md', '--template', 'component'],
      ['new', 'component', 'x', '--blank'],
    ],
  ],
  ['.gitignore', {}, [['check'], ['related', 'docs/a.md', '--template', 'component']]],
  ['docs/.gitignore', {}, [['check']]],
  ['.git/info/exclude', {}, [['check']]],
  [
    '.git/HEAD',
    { 'own.md': TEMPLATE },
    [
      ['check', '--template', './own.md'],
      ['check', '--changed'],
    ],
  ],
  ['.git/packed-refs', { 'own.md': TEMPLATE }, [['check', '--template', './own.md']]],
  ['gaps.json', { 'spec-wizard.yaml': 'gates: {baseline: gaps.json}\n' }, [['check'], ['check', '--update-baseline']]],
  [
    'flow.yaml',
    { 'own.md': TEMPLATE, 'spec-wizard.yaml': 'templates: {own: {file: own.md, flow: flow.yaml}}\n' },
    [['check'], ['templates'], ['new', 'own', 'x', '--blank']],
  ],
  [
    'own.md',
    { 'spec-wizard.yaml': 'templates: {own: {file: own.md}}\nuse: [{files: docs, template: own}]\n' },
    [['check'], ['templates'], ['new', 'own', 'x', '--blank']],
  ],
  [
    'docs/z.md',
    { 'spec-wizard.yaml': 'specs: docs/z.md\n' },
    [['check'], ['check', '--changed'], ['check', 'docs/z.md']],
  ],
  ['answers.yaml', {}, [['fill', 'docs/a.md', '--template', 'component', '--answers', 'answers.yaml']]],
];

describe.each(Object.keys(THINGS))('%s holds no command up, and costs no memory, in place of', (thing) => {
  // Each way is tried for each file once, and the two that differ most for all.
  const files = /^a (?:link to \/dev\/zero|pipe)$/.test(thing) ? FILES : FILES.slice(0, 3);
  test.each(files)('%s', async (path, files, runs) => {
    const repository = new HostileRepository();
    repository.write('docs/a.md', SPEC);
    for (const [name, text] of Object.entries(files)) repository.write(name, text);
    const within = path.startsWith('.git/') || path === 'answers.yaml' || !/socket|pipe/.test(thing);
    repository.commit();
    execFileSync('rm', ['-f', join(repository.folder, path)]);
    mkdirSync(join(repository.folder, path, '..'), { recursive: true });
    await THINGS[thing]!(repository, path);
    if (within && !path.startsWith('.git')) {
      repository.git('add', '-A');
      repository.git('commit', '-q', '-m', 'change', '--allow-empty');
    }
    for (const args of runs) {
      // An answers file is named by the person and may be a pipe: nobody writes into this one, so it is ended.
      if (args[0] === 'fill' && thing !== 'a link to /dev/zero') continue;
      // The heap that is left is no more than a few hundred megabytes.
      const { killed, code, stderr } = await repository.run(args);
      expect({ args, killed, code: [0, 1, 2].includes(code!) }).toEqual({ args, killed: false, code: true });
      expect(stderr).not.toMatch(/internal|heap/);
    }
  });
});

test('an editor that leaves a device in place of the answer does not hold the wizard up', async () => {
  const repository = new HostileRepository();
  const script = join(repository.base, 'edit.sh');
  writeFileSync(script, '#!/bin/sh\nln -sf /dev/zero "$1"\n', { mode: 0o755 });
  const { editInEditor } = await import('../../src/host/editor.ts');
  const edited = await editInEditor({
    text: 'a',
    extension: 'md',
    env: { EDITOR: script, PATH: process.env.PATH! },
  });
  expect(edited.kind).toBe('failed');
});
