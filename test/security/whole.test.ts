import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanEnvironment, PROGRAM } from '../terminal/program.ts';
import { startTerminal } from '../terminal/terminal.ts';
import { HostileRepository, PRIVATE, SECRET, TEMPLATE } from './hostile-repository.ts';

const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** A repository with every trap at once. */
function everything(): { repository: HostileRepository; bait: string } {
  const repository = new HostileRepository();
  const { home } = repository;
  const bait = join(repository.base, 'bait');
  const program = join(repository.base, 'program');
  writeFileSync(program, `#!/bin/sh\ntouch ${bait}\n`, { mode: 0o755 });
  for (const name of ['private.md', 'more.md']) writeFileSync(join(home, name), PRIVATE);
  writeFileSync(join(home, 'keys.yaml'), `${SECRET}: 1\n`);
  writeFileSync(join(home, '.profile'), '');
  repository.write('own.md', TEMPLATE);
  repository.write(
    'flow.yaml',
    'id: own\ntitle: Own\nabout: Own\nwhen: Own\npath: docs/h/{name}.md\nnotApplicable: say\n',
  );
  repository.write(
    'docs/a.md',
    '# Title\n\n## Context\n\nSee [x](../../home/private.md#y) and [z](/etc/passwd).\n\n<!-- spec-wizard: template=../../home/private.md -->\n',
  );
  repository.write('docs/b.md', '# Title\n\n## Context\n\nText.\n\n<!-- spec-wizard: template=component -->\n');
  repository.link('docs/c.md', join(home, 'private.md'));
  repository.link('docs/d.md', '/dev/zero');
  repository.link('docs/h', home);
  repository.link('docs/g', '../.git');
  repository.link('gaps.json', join(home, 'gaps.json'));
  repository.link('package.json', join(home, 'private.md'));
  repository.link('Cargo.toml', '/dev/zero');
  repository.write('.npmrc', `script-shell=${program}\nnode-options=--require ${program}\n`);
  repository.write('node_modules/spec-wizard/bin/spec-wizard.js', `require("fs").writeFileSync("${bait}", "")`);
  repository.write('node_modules/.bin/git', `#!/bin/sh\ntouch ${bait}\n`);
  repository.write('.gitattributes', '*.md filter=evil diff=evil\n');
  repository.write('.editorconfig', '');
  repository.commit();
  repository.write('own.md', TEMPLATE.replace('forces', 'powers'));
  repository.commit();
  repository.write(
    'spec-wizard.yaml',
    [
      'specs: [docs, "docs/h/*.md"]',
      'templates:',
      '  own: {file: own.md, flow: flow.yaml}',
      `  outside: {file: ${join(home, 'private.md')}}`,
      '  component: {file: own.md}',
      'use: [{files: docs/b.md, template: own}]',
      'new: {component: {path: docs/g/hooks/post-checkout}, own: {path: "docs/h/{name}.md"}}',
      'gates: {baseline: gaps.json}',
      '',
    ].join('\n'),
  );
  for (const [key, value] of Object.entries({
    'core.fsmonitor': program,
    'core.pager': program,
    'core.sshCommand': program,
    'diff.external': program,
    'diff.evil.textconv': program,
    'filter.evil.clean': program,
    'protocol.ext.allow': 'always',
    'extensions.partialClone': 'origin',
    'remote.origin.url': `ext::${program}`,
    'remote.origin.promisor': 'true',
    'core.editor': program,
    'mailmap.file': '/dev/zero',
  }))
    repository.git('config', key, value);
  return { repository, bait };
}

/** The state of a folder: each file with its size, and folders. */
const listing = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => !/^\.(?:cache|local)(?:\/|$)/.test(path))
    .map((path) => `${path} ${statSync(join(folder, path), { throwIfNoEntry: false })?.size}`)
    .sort();

/** All commands with SOAK=1, else the first of each kind. */
const COMMANDS = [
  ['check'],
  ['check', '--json'],
  ['check', '--format', 'github', '--strict'],
  ['check', '--changed=HEAD'],
  ['check', '--update-baseline'],
  ['check', 'docs'],
  ['check', 'docs/*.md'],
  ['templates'],
  ['templates', '--json'],
  ['questions', 'docs/a.md', '--all'],
  ['questions', 'docs/b.md', '--json'],
  ['questions', 'outside'],
  ['preview', 'docs/a.md', '--gaps', '--no-pager'],
  ['preview', 'docs/b.md', '--no-pager'],
  ['related', 'docs/b.md'],
  ['new', 'component', 'export', '--blank'],
  ['new', 'own', 'export', '--blank'],
  ['new', 'outside', 'export', '--blank'],
  ['fill', 'docs/a.md', '--answers', '-'],
  ['drafts'],
  ['init'],
];

/** What is opened in a terminal. */
const SESSIONS = [[], ['docs/b.md', '--plain'], ['docs/b.md'], ['docs/a.md'], ['new']];

test.skipIf(!hasStrace)('a repository full of traps springs none, whatever command it is given to', async () => {
  const { repository, bait } = everything();
  const { base, folder, home } = repository;
  const log = join(base, 'trace');
  const before = [...listing(home), ...listing(join(folder, '.git'))];
  const env = cleanEnvironment({
    HOME: home,
    XDG_STATE_HOME: join(base, 'state'),
    XDG_CACHE_HOME: join(base, 'cache'),
    EDITOR: 'false',
  });
  const traced = [
    '-f',
    '-qq',
    '-s',
    '300',
    '-e',
    'trace=execve,open,openat,rename,renameat,renameat2,link,linkat',
    '-o',
  ];
  const judge = (name: string, output: string) => {
    const trace = readFileSync(log, 'utf8');
    const started = [...trace.matchAll(/execve\("([^"]+)".*= 0/g)].map(([, path]) => path!.split('/').at(-1));
    expect({ name, started: started.filter((one) => one !== 'node' && one !== 'git') }).toEqual({
      name,
      started: [],
    });
    expect({ name, started: started.length > 0 }).toEqual({ name, started: true });
    const opened = [...trace.matchAll(/open(?:at)?\([^"]*"([^"]+)".*= \d/g)].map(([, path]) => path!);
    const others = opened.filter(
      (path) => path.includes('/home/') || /private|keys\.yaml|\/dev\/zero|passwd/.test(path),
    );
    expect({
      name,
      others: others.filter((path) => !/\/home\/?$|gitconfig|\.config\/git/.test(path)),
    }).toEqual({ name, others: [] });
    expect({ name, shown: /Swordfish/.test(output) }).toEqual({ name, shown: false });
    expect({ name, bait: existsSync(bait) }).toEqual({ name, bait: false });
  };
  for (const args of process.env.SOAK ? COMMANDS : COMMANDS.filter((_, index) => index % 3 === 0)) {
    const { stdout, stderr, signal } = spawnSync('strace', [...traced, log, process.execPath, PROGRAM, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      input: 'context/paragraph: Text.\n',
      timeout: 60_000,
    });
    expect({ args, signal }).toEqual({ args, signal: null });
    judge(args.join(' '), stdout + stderr);
  }
  for (const args of process.env.SOAK ? SESSIONS : SESSIONS.slice(0, 2)) {
    const terminal = startTerminal({
      command: 'strace',
      args: [...traced, log, process.execPath, PROGRAM, ...args],
      cwd: folder,
      env,
      cols: 100,
      rows: 30,
    });
    await terminal.waitFor(/\S/);
    for (const keys of ['', '\r', 'a', '\t', '\x1b', '\x03', '\x03', '\x03']) {
      terminal.type(keys);
      await terminal.still();
    }
    await terminal.exit;
    expect(terminal.raw().length).toBeGreaterThan(20);
    judge(`terminal: ${args.join(' ')}`, terminal.raw());
  }
  expect([...listing(home), ...listing(join(folder, '.git'))]).toEqual(before);
});
