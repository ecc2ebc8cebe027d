import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../terminal/program.ts';
import { HostileRepository } from './hostile-repository.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  runs: { steps: { run: string; 'working-directory'?: string; env: Record<string, string> }[] };
};

/** A registry on this machine that has this version of the package; what it was asked for. */
let registry: Server;
let address: string;
const asked: string[] = [];
/** What the action's repository holds on a runner: what is committed, without a build. */
const actionPath = temporaryFolder();

beforeAll(() => {
  for (const name of ['action.yml', 'package.json', 'package-lock.json'])
    writeFileSync(join(actionPath, name), readFileSync(join(root, name)));
  const folder = temporaryFolder();
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
  const tarball = readFileSync(join(folder, readdirSync(folder)[0]!));
  const integrity = `sha512-${execFileSync('openssl', ['dgst', '-sha512', '-binary'], { input: tarball }).toString('base64')}`;
  registry = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url?.endsWith('.tgz')) return void response.end(tarball);
    if (!request.url?.startsWith('/spec-wizard')) return void response.writeHead(404).end('{}');
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { scripts: _, devDependencies: __, ...published } = manifest;
    const dist = { tarball: `${address}/spec-wizard-${version}.tgz`, integrity };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        name: 'spec-wizard',
        'dist-tags': { latest: version },
        versions: { [version]: { ...published, dist } },
      }),
    );
  });
  return new Promise<void>((done) =>
    registry.listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
      done();
    }),
  );
});

afterAll(() => {
  registry.close();
  rmSync(actionPath, { recursive: true, force: true });
});

/** Runs the action's own script over a checkout, as a runner does. */
function runAction(
  repository: HostileRepository,
  inputs: Record<string, string> = {},
  job: Record<string, string> = {},
) {
  const [{ run, env }] = action.runs.steps as [{ run: string; env: Record<string, string> }];
  const runnerTemp = join(repository.base, 'runner');
  mkdirSync(runnerTemp, { recursive: true });
  const given = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      inputs[name] ?? (value.includes('working-directory') ? '.' : ''),
    ]),
  );
  return new Promise<{ code: number | null; output: string }>((done) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: repository.folder,
      env: {
        ...given,
        PATH: process.env.PATH,
        HOME: repository.home,
        RUNNER_TEMP: runnerTemp,
        GITHUB_ACTION_PATH: actionPath,
        GITHUB_WORKSPACE: repository.folder,
        GITHUB_ACTIONS: 'true',
        npm_config_registry: address,
        ...job,
      },
    });
    let output = '';
    child.stdout.on('data', (bytes) => (output += String(bytes)));
    child.stderr.on('data', (bytes) => (output += String(bytes)));
    child.on('close', (code) => done({ code, output }));
  });
}

function checkout(): { repository: HostileRepository; bait: string } {
  const repository = new HostileRepository();
  repository.write('docs/a.md', '# Title\n\n## Purpose\n\nText.\n\n<!-- spec-wizard: template=component -->\n');
  return { repository, bait: join(repository.base, 'ran') };
}

const writes = (bait: string) => `#!/usr/bin/env node\nrequire("fs").writeFileSync(${JSON.stringify(bait)}, "")\n`;

function plantPackage(repository: HostileRepository, bait: string): void {
  const manifest = { name: 'spec-wizard', version, bin: { 'spec-wizard': 'bin/spec-wizard.js' } };
  repository.write('node_modules/spec-wizard/package.json', JSON.stringify(manifest));
  for (const path of ['spec-wizard/bin/spec-wizard.js', '.bin/spec-wizard', '.bin/npm', '.bin/node'])
    repository.write(`node_modules/${path}`, writes(bait));
  execFileSync('chmod', ['-R', '+x', join(repository.folder, 'node_modules')]);
  repository.write('package.json', JSON.stringify({ name: 'x', dependencies: { 'spec-wizard': version } }));
}

function plantOwnName(repository: HostileRepository, bait: string): void {
  const manifest = { name: 'spec-wizard', version, bin: 'evil.js', scripts: { preinstall: 'node evil.js' } };
  repository.write('package.json', JSON.stringify(manifest));
  repository.write('evil.js', writes(bait));
  execFileSync('chmod', ['+x', join(repository.folder, 'evil.js')]);
}

function plantShell(repository: HostileRepository, bait: string): void {
  repository.write('x', `#!/bin/sh\ntouch ${bait}\n`);
  execFileSync('chmod', ['+x', join(repository.folder, 'x')]);
  repository.write('.npmrc', 'script-shell=./x\nignore-scripts=false\nnode-options=--require ./evil.cjs\n');
  repository.write('evil.cjs', writes(bait));
  repository.write('package.json', '{"name":"x"}');
}

function plantRegistry(repository: HostileRepository): void {
  repository.write('.npmrc', 'registry=http://127.0.0.1:9/\n');
  repository.write('package.json', '{"name":"x"}');
}

describe('the action runs its own program, whatever is checked out', () => {
  test('a package of the same name and version, and a shell for npm’s scripts', async () => {
    const { repository, bait } = checkout();
    plantShell(repository, bait);
    plantPackage(repository, bait);
    const { code, output } = await runAction(repository);
    expect(existsSync(bait)).toBe(false);
    expect(output).toMatch(/::error file=docs\/a\.md/);
    expect(code).toBe(1);
  });

  test('another registry, a package that is called spec-wizard itself, and commands in the inputs', async () => {
    const { repository, bait } = checkout();
    plantRegistry(repository);
    plantOwnName(repository, bait);
    repository.write('docs/a b.md', repository.read('docs/a.md'));
    const { code, output } = await runAction(repository, {
      MIN: '0',
      STRICT: 'true',
      PATHS: 'docs/a b.md\n$(touch x)\n`touch x`\n-x; touch x\n',
    });
    expect(existsSync(bait)).toBe(false);
    expect(repository.has('x')).toBe(false);
    expect(output).toMatch(/::error file=docs\/a b\.md/);
    expect(code).toBe(2);
  });

  test('built from its own repository while its version is not published', async () => {
    const { repository, bait } = checkout();
    plantPackage(repository, bait);
    const empty = createServer((_, response) => response.writeHead(404).end('{}'));
    await new Promise<void>((done) => empty.listen(0, '127.0.0.1', done));
    const source = temporaryFolder();
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
    for (const path of files.split('\0').filter((name) => /^(?!test\/|docs\/)./.test(name)))
      cpSync(join(root, path), join(source, path));
    // Neither installation nor build is real: the first would need a registry, and every `npm install` in a checkout
    // runs the second. A copy of this checkout's dist/ stands for what they would make.
    const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
    const programs = temporaryFolder();
    const built = JSON.stringify(join(root, 'dist'));
    writeFileSync(
      join(source, 'scripts/build.js'),
      `import { cpSync, statSync } from 'node:fs';\nstatSync('node_modules');\ncpSync(${built}, 'dist', { recursive: true });\n`,
    );
    const installs = `[ "$1" = ci ] && exec mkdir node_modules`;
    writeFileSync(join(programs, 'npm'), `#!/bin/sh\n${installs}\nexec "${npm}" "$@"\n`, { mode: 0o755 });
    const { code, output } = await runAction(
      repository,
      {},
      {
        GITHUB_ACTION_PATH: source,
        PATH: `${programs}:${process.env.PATH}`,
        npm_config_registry: `http://127.0.0.1:${(empty.address() as AddressInfo).port}`,
      },
    );
    empty.close();
    expect(output).toMatch(/::error file=docs\/a\.md/);
    expect(code).toBe(1);
    expect(existsSync(bait)).toBe(false);
    expect(existsSync(join(source, 'dist'))).toBe(false);
  });

  test('comments on what the change adds and fills, and keeps its status', async () => {
    const { repository } = checkout();
    repository.commit();
    repository.write('docs/a.md', repository.read('docs/a.md').replace('Text.', 'TBD'));
    const posted: string[] = [];
    const github = createServer((request, response) => {
      let text = '';
      request.on('data', (bytes) => (text += String(bytes)));
      request.on('end', () => {
        if (request.method === 'POST') posted.push(`${request.headers.authorization} ${JSON.parse(text).body}`);
        response.writeHead(request.url === '/user' ? 403 : 200).end('[]');
      });
    });
    await new Promise<void>((done) => github.listen(0, '127.0.0.1', done));
    const { code, output } = await runAction(
      repository,
      { COMMENT: 'true', TOKEN: 'secret', CHANGED: 'HEAD' },
      {
        GITHUB_API_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
        GITHUB_REPOSITORY: 'team/specs',
        GITHUB_REF: 'refs/pull/7/merge',
      },
    );
    github.close();
    expect(code).toBe(1);
    expect(output).toContain('the comment is written');
    expect(output).not.toContain('secret');
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatch(/^Bearer secret <!-- spec-wizard/);
    expect(posted[0]).toMatch(/`docs\/a\.md` .* adds 1 \|/);
    expect(posted[0]).toContain('Purpose: is put off: “TBD”');
    expect(
      execFileSync('git', ['worktree', 'list'], { cwd: repository.folder, encoding: 'utf8' }).trim().split('\n'),
    ).toHaveLength(1);
  });
});

describe('the hook runs its own program, whatever is checked out', () => {
  const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as [
    { entry: string; language: string; pass_filenames: boolean },
  ];

  test('even with a package, a shell and a registry in the checkout', () => {
    expect(hook).toMatchObject({ entry: 'scripts/pre-commit.sh', language: 'script', pass_filenames: false });
    const { repository, bait } = checkout();
    repository.commit();
    plantPackage(repository, bait);
    plantShell(repository, bait);
    repository.write('docs/a.md', repository.read('docs/a.md').replace('Text.', 'More.'));
    // What pre-commit clones: the committed files, without a build.
    const clone = join(repository.base, 'clone-of-hook');
    mkdirSync(join(clone, 'scripts'), { recursive: true });
    for (const name of ['package.json', 'package-lock.json', hook.entry])
      writeFileSync(join(clone, name), readFileSync(join(root, name)), { mode: 0o755 });
    const env = { PATH: process.env.PATH, HOME: repository.home, npm_config_registry: address };
    return new Promise<void>((done) => {
      const child = spawn(join(clone, hook.entry), [], { cwd: repository.folder, env });
      let output = '';
      child.stdout.on('data', (bytes) => (output += String(bytes)));
      child.on('close', (code) => {
        expect(output).toMatch(/docs\/a\.md/);
        expect(code).toBe(1);
        expect(existsSync(bait)).toBe(false);
        done();
      });
    });
  });
});
