import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cleanEnvironment, PROGRAM, temporaryFolder } from '../terminal/program.ts';
import { DECISION, decision, fortySpecs, Repository } from './repository.ts';

const root = join(import.meta.dirname, '../..');
const HOUR = 60 * 60 * 1000;

describe('init', () => {
  test('writes settings by what is there, and check finds the same specs by them', async () => {
    const repository = await fortySpecs();
    repository.git('rm', '-q', 'spec-wizard.yaml');
    const { code, stdout, stderr } = await repository.run(['init']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('8 specs of template decision in docs/decisions');
    const settings = parse(repository.read('spec-wizard.yaml')) as { specs: string[]; templates: object };
    expect(settings.templates).toEqual({ decision: { file: 'templates/decision.md' } });
    expect(settings.specs).toContain('docs/component');
    const { data } = await repository.json();
    expect(data.specs.length).toBe(40);
    expect(data.specs.filter(({ template }) => template === 'decision').length).toBe(8);
  });

  test('never writes over settings', async () => {
    const repository = new Repository();
    repository.write('spec-wizard.yaml', 'specs: docs\n');
    expect(await repository.run(['init'])).toMatchObject({ code: 2, stdout: '' });
    expect(repository.read('spec-wizard.yaml')).toBe('specs: docs\n');
  });

  test('leaves a file that can be used where nothing is there yet', async () => {
    const repository = new Repository();
    expect((await repository.run(['init'])).code).toBe(0);
    expect(await repository.run(['check'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^No specs found\.\nStart a spec: spec-wizard\n/),
      stderr: '',
    });
  });
});

describe("a project's own template", () => {
  test('is offered, numbered and found again by its mark', async () => {
    const repository = await fortySpecs();
    expect((await repository.run(['templates'])).stdout).toMatch(/^ decision /m);
    const made = await repository.run(['new', 'decision', 'Use Redis', '--blank']);
    expect(made.stdout).toBe('docs/decisions/dec-009-use-redis.md\n');
    expect(repository.read('docs/decisions/dec-009-use-redis.md')).toContain('template=decision');
    const { data } = await repository.json(['docs/decisions/dec-009-use-redis.md']);
    expect(data.specs).toMatchObject([{ template: 'decision', match: { by: 'mark' } }]);
  });

  test('takes its questions from its own flow, whose faults are named with their line', async () => {
    const repository = new Repository();
    const settings = (flow: string) => `templates:\n  decision: { file: decision.md, flow: ${flow} }\n`;
    repository.write('decision.md', DECISION);
    repository.write(
      'decision.yaml',
      'id: decision\ntitle: Decision\nabout: What was decided\nwhen: Always\npath: "{name}.md"\nnotApplicable: say\nsections:\n  context: { slots: { paragraph: { ask: What forces us? } } }\n',
    );
    repository.write('spec-wizard.yaml', settings('decision.yaml'));
    expect((await repository.run(['questions', 'decision'])).stdout).toContain('# What forces us?');
    repository.write('decision.yaml', `${repository.read('decision.yaml')}extra: 1\n`);
    const broken = await repository.run(['questions', 'decision']);
    expect(broken).toMatchObject({
      code: 2,
      stderr: 'spec-wizard: decision.yaml:9: extra: there is no such key\n',
    });
    repository.write('spec-wizard.yaml', settings('gone.yaml'));
    const gone = await repository.run(['questions', 'decision']);
    expect(gone.stderr).toMatch(/^spec-wizard: spec-wizard\.yaml:2: templates\.decision\.flow: .*gone\.yaml/);
  });
});

describe('the cache', () => {
  test('gives the same report, and forgets with content and template', async () => {
    const repository = await fortySpecs();
    const cache = temporaryFolder();
    const env = { XDG_CACHE_HOME: cache };
    const first = await repository.run(['check'], env);
    expect(readdirSync(join(cache, 'spec-wizard/check')).length).toBe(2);
    expect(await repository.run(['check'], env)).toEqual(first);
    expect(await repository.run(['check', '--no-cache'], env)).toEqual(first);
    repository.write('docs/decisions/dec-001-queues.md', decision({ context: 'TBD' }));
    const changed = await repository.run(['check', 'docs/decisions/dec-001-queues.md'], env);
    expect(changed.stdout).toContain('5 of 6');
    repository.write('templates/decision.md', `${DECISION}\n## Owner\n\n[Who]\n`);
    const longer = await repository.run(['check', 'docs/decisions/dec-001-queues.md'], env);
    expect(longer.stdout).toContain('5 of 7');
  });

  test('knows settings, flows and anchors from run to run, and forgets each with its file', async () => {
    const repository = new Repository();
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const problemsAnd = async () => {
      const { stderr, data } = await repository.json([], env);
      const advice = data.specs.flatMap((spec) => spec.advice.map(({ id }) => id));
      return [...data.specs.map(({ template }) => template), ...advice, ...stderr.split('\n').filter(Boolean)];
    };
    const twice = async (expected: unknown[]) => {
      expect(await problemsAnd()).toEqual(expected);
      expect(await problemsAnd()).toEqual(expected);
    };
    const settings =
      'templates:\n  decision: { file: t.md, flow: t.yaml }\nuse:\n  - files: docs/**\n    template: decision\n';
    repository.write('t.md', DECISION);
    const flow =
      'id: decision\ntitle: Decision\nabout: What was decided\nwhen: Always\npath: "{name}.md"\nnotApplicable: say\n';
    repository.write('t.yaml', flow);
    repository.write('spec-wizard.yaml', `specs: docs\n${settings}`);
    repository.write('other.md', '# Other\n\n## There\n');
    repository.write('docs/one.md', `${decision()}\n[a](../other.md#there)\n`);
    await twice(['decision']);
    repository.write('other.md', '# Other\n\n## Elsewhere\n');
    await twice(['decision', 'broken-anchor']);
    repository.write('spec-wizard.yaml', `specs: docs\n${settings}rules: { broken-anchor: off }\n`);
    await twice(['decision']);
    const entry = '{ id: no-number, severity: info, check: no-number, message: No number, fix: Add one }';
    repository.write('t.yaml', `${flow}advice: [${entry}]\n`);
    repository.write('docs/one.md', decision().replace(/\*\*Date.*\n/, ''));
    expect(await problemsAnd()).toContain('no-number');
    repository.write('t.yaml', flow);
    expect(await problemsAnd()).not.toContain('no-number');
    repository.write('spec-wizard.yaml', `specs: docs\n${settings.replace('template: d', 'template: no-d')}`);
    await twice([
      'spec-wizard: spec-wizard.yaml:6: use.0.template: there is no template “no-decision”',
      '  Did you mean “decision”?',
    ]);
  });

  test('is ignored when its file is damaged', async () => {
    const repository = await fortySpecs();
    const cache = temporaryFolder();
    const env = { XDG_CACHE_HOME: cache };
    const first = await repository.run(['check'], env);
    const files = ['check', 'templates'].flatMap((part) => {
      const folder = join(cache, 'spec-wizard', part);
      return readdirSync(folder).map((name) => join(folder, name));
    });
    expect(files).toHaveLength(3);
    for (const path of files) {
      const bytes = readFileSync(path);
      writeFileSync(path, Buffer.concat([bytes.subarray(0, bytes.length / 2), bytes.subarray(0, 100)]));
    }
    expect(await repository.run(['check'], env)).toEqual(first);
  });
});

test('a file that takes longer than its budget is one problem, and the others are checked', async () => {
  const repository = new Repository();
  repository.write('templates/decision.md', DECISION);
  repository.write(
    'spec-wizard.yaml',
    'templates: { decision: { file: templates/decision.md } }\nuse: [{ files: docs/**, template: decision }]\n',
  );
  repository.write('docs/a.md', decision({ context: `${'- [ ] a | `b` **c** [d](e)\n'.repeat(200_000)}` }));
  repository.write('docs/b.md', decision());
  const { code, stderr, data } = await repository.json(['--budget', '0.5']);
  expect(code).toBe(2);
  expect(stderr).toContain('spec-wizard: docs/a.md: it takes too long to read\n');
  expect(data.specs.map(({ path }) => path)).toEqual(['docs/b.md']);
});

test(
  'Ctrl+C leaves at once, with 130 and no half-written report',
  async () => {
    const repository = new Repository();
    for (let number = 0; number < 3000; number++) {
      repository.write(
        `docs/${number % 30}/${number}.md`,
        `${decision({ name: `Decision ${number}` })}\n<!-- spec-wizard: template=../../d.md -->\n`,
      );
    }
    repository.write('d.md', DECISION);
    const args = [PROGRAM, 'check', '--format=sarif=out.sarif', 'docs'];
    const child = spawn(process.execPath, args, {
      cwd: repository.folder,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.once('data', () => child.kill('SIGINT'));
    child.stdout.resume();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(stderr).toMatch(/^spec-wizard: stopped after \d+ of 3000 files\n$/);
    expect(readdirSync(repository.folder).filter((name) => name.startsWith('out'))).toEqual([]);
  },
  HOUR,
);

test('--watch checks again when a spec changes, and ends with Ctrl+C', async () => {
  const repository = new Repository();
  repository.write('templates/decision.md', DECISION);
  repository.write(
    'spec-wizard.yaml',
    'templates: { decision: { file: templates/decision.md } }\nuse: [{ files: docs/**, template: decision }]\n',
  );
  repository.write('docs/one.md', decision({ context: 'TBD' }));
  const child = spawn(process.execPath, [PROGRAM, 'check', '--watch'], {
    cwd: repository.folder,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const seen = async (text: string) => {
    while (!output.includes(text)) await setTimeout(20);
    output = output.slice(output.indexOf(text) + text.length);
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  await seen('1 spec, 1 gap.');
  const path = (name: string) => join(repository.folder, name);
  const changes = async (change: () => void, shown: string) => {
    await seen('Watching');
    await setTimeout(100);
    change();
    await seen(shown);
  };
  const replace = (text: string) => {
    repository.write('docs/.one.md.new', text);
    renameSync(path('docs/.one.md.new'), path('docs/one.md'));
  };
  // However editors save: into the file, another in its place, the old one put aside; in folders that come later, too.
  await changes(() => repository.write('docs/one.md', decision()), '1 spec, complete.');
  await changes(() => replace(decision({ context: 'TBD' })), '1 spec, 1 gap.');
  await changes(() => repository.write('docs/one.md', decision()), '1 spec, complete.');
  await changes(() => replace(decision({ context: 'TBD' })), '1 spec, 1 gap.');
  await changes(() => {
    renameSync(path('docs/one.md'), path('docs/one.md~'));
    repository.write('docs/one.md', decision());
  }, '1 spec, complete.');
  await changes(() => repository.write('docs/new/deep/two.md', decision()), '2 specs, complete.');
  await changes(() => repository.write('docs/new/deep/two.md', decision({ context: 'TBD' })), '2 specs, 1 gap.');
  await changes(() => rmSync(path('docs/new'), { recursive: true }), '1 spec, complete.');
  await seen('Watching');
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
});

describe('wherever it runs', () => {
  test('the hook checks what a commit changes', async () => {
    const repository = await fortySpecs();
    const words = ['check', '--changed=HEAD'];
    expect((await repository.run(words)).code).toBe(0);
    repository.write('docs/decisions/dec-001-queues.md', decision({ context: 'TBD' }));
    expect((await repository.run(words)).code).toBe(1);
  });

  test('the schema of the settings is published, and knows every key', () => {
    const schema = JSON.parse(readFileSync(join(root, 'dist/schemas/settings.json'), 'utf8')) as {
      properties: object;
    };
    expect(Object.keys(schema.properties)).toEqual([
      'specs',
      'templates',
      'use',
      'new',
      'gates',
      'rules',
      'references',
    ]);
  });
});
