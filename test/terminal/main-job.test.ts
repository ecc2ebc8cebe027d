import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram, temporaryFolder } from './program.ts';

/** A question as `questions --json` prints it. */
interface Asked {
  id: string;
  kind: string;
  options?: string[];
  columns?: string[];
  value?: unknown;
}

const TEMPLATES = {
  component: 'docs/specs/component/cmp-007-export-service.md',
  'technical-spec': 'docs/specs/technical/cmp-007-export-service.md',
  photoncloud: 'specifications/cmp-007-export-service.md',
  'dynamo-component': 'docs/cmp-007-export-service.md',
} as const;

/** An answer of an author's own for any kind of question. */
function answerTo({ kind, options = [], columns = [], id }: Asked): unknown {
  switch (kind) {
    case 'choice':
      return options[0];
    case 'choices':
      return options.slice(0, 2);
    case 'date':
      return '2026-02-03';
    case 'list':
      return [`The first point of ${id}`, 'A second one\n- with something below it'];
    case 'table':
      return [Object.fromEntries(columns.map((column) => [column, `a | pipe in ${column}`]))];
    case 'checklist':
      return [
        { text: 'Draw it on paper', done: true },
        { text: 'Build it', done: false },
      ];
    case 'code':
      return 'let answer = 42;\n\nprint(answer)';
    case 'variable':
      return 'Export Service';
    default:
      return `Words of its own, at ${id}.`;
  }
}

async function json(args: string[], cwd: string) {
  const { stdout, code, stderr } = await runProgram([...args, '--json'], { cwd });
  expect(stderr).toBe('');
  return { code, ...JSON.parse(stdout) };
}

test.each(Object.entries(TEMPLATES))('%s goes from a blank file through the form to complete', async (id, path) => {
  const cwd = temporaryFolder();
  const made = await runProgram(['new', id, 'cmp-007-export-service', '--blank'], { cwd });
  expect(made).toMatchObject({ code: 0, stdout: `${path}\n`, stderr: '' });
  const blank = await json(['check', path], cwd);
  expect(blank.code).toBe(1);
  const [spec] = blank.specs;
  expect(spec).toMatchObject({
    path,
    template: id,
    match: { by: 'mark', score: 1 },
    completeness: { answered: 0, ratio: 0 },
  });
  expect(spec.completeness.required).toBeGreaterThan(25);

  // A form with nothing in it is the same as no answers.
  const before = readFileSync(join(cwd, path));
  const { questions } = await json(['questions', path], cwd);
  writeFileSync(join(cwd, 'form.json'), JSON.stringify({ version: 1, questions }));
  expect(await runProgram(['fill', path, '--answers', 'form.json'], { cwd })).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(readFileSync(join(cwd, path)).equals(before)).toBe(true);

  const filled = questions.map((question: Asked) => ({ ...question, value: answerTo(question) }));
  writeFileSync(join(cwd, 'form.json'), JSON.stringify({ version: 1, questions: filled }));
  expect(await runProgram(['fill', path, '--answers', 'form.json'], { cwd })).toMatchObject({
    code: 0,
    stderr: '',
  });
  const done = await json(['check', path], cwd);
  expect(done.code).toBe(0);
  expect(done.specs[0].completeness.ratio).toBe(1);
  expect((await json(['questions', path], cwd)).questions).toEqual([]);
});

const MANUAL = `# 3. Notification Hub

Notes I keep here.

## 1. Goals and Non Goals

### 1.1 Non-Goals

- Sending letters

### 1.2 Goals

- One place for all messages

## 2. Rejected ideas

We thought of a queue per team.  
Two spaces end the line above.

## 3) Executive Summary

One hub for messages, instead of six.

## 4. Requirements

### 4.1 Functional Requirements

- FR1: Component must do X
- It delivers each message once

## 5. Dependencies

- Internal: Service A, Database B
- External: a mail provider
- Infrastructure: Kubernetes
`;

test('a renumbered and reordered spec written by hand is asked for what is missing', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'hub.md'), MANUAL);
  const { specs } = await json(['check', 'hub.md', '--template', 'technical-spec'], cwd);
  const states = new Map(
    specs[0].sections.map((section: { path: string[]; state: string }) => [section.path.join(' › '), section.state]),
  );
  expect(states.get('Goals & Non-Goals › Goals')).toBe('answered');
  expect(states.get('Goals & Non-Goals › Non-Goals')).toBe('answered');
  expect(states.get('Executive Summary')).toBe('answered');
  expect(states.get('Requirements › Functional Requirements')).toBe('partial');
  expect(states.get('Requirements › Non-Functional Requirements')).toBe('missing');
  expect(states.get('Dependencies')).toBe('partial');
  expect(specs[0].extra.map((section: { title: string }) => section.title)).toEqual(['2. Rejected ideas']);

  const { questions } = await json(['questions', 'hub.md', '--template', 'technical-spec'], cwd);
  const ids: string[] = questions.map((question: Asked) => question.id);
  expect(ids).not.toContain('executive-summary/paragraph');
  expect(ids).toContain('requirements/functional-requirements/list');
  const answers = Object.fromEntries(questions.map((question: Asked) => [question.id, answerTo(question)]));
  writeFileSync(join(cwd, 'a.yaml'), JSON.stringify(answers));
  expect(
    await runProgram(['fill', 'hub.md', '--template', 'technical-spec', '--answers', 'a.yaml'], { cwd }),
  ).toMatchObject({ code: 0, stderr: '' });
  expect((await json(['check', 'hub.md', '--template', 'technical-spec'], cwd)).code).toBe(0);
  const text = readFileSync(join(cwd, 'hub.md'), 'utf8');
  const extra = MANUAL.slice(MANUAL.indexOf('## 2. Rejected'), MANUAL.indexOf('## 3)'));
  expect(text).toContain(extra);
  expect(text).toContain('\nNotes I keep here.\n');
  expect(text.indexOf('## 2. Rejected')).toBeLessThan(text.indexOf('## 3) Executive'));
  expect(text).not.toContain('spec-wizard:');
});

test('one answer to {component} fills all its casings, and changes nothing else', async () => {
  const cwd = temporaryFolder();
  await runProgram(['new', 'dynamo-component', 'kv-router', '--blank'], { cwd });
  const path = join(cwd, 'docs/kv-router.md');
  const before = readFileSync(path, 'utf8');
  expect(await runProgram(['fill', path, '--answers', '-'], { cwd, input: 'component: KV Router' })).toMatchObject({
    code: 0,
    stderr: '',
  });
  const after = readFileSync(path, 'utf8');
  expect(after).toContain('# KV Router - 1.0 Component Specification');
  for (const form of [
    'pip install dynamo-kv-router',
    'from dynamo import KvRouter',
    'DYNAMO_KV_ROUTER_HOST',
    'kv-router-config.yaml',
    '`KvRouter`',
    'dynamo_kv_router_requests_total',
    'dynamo.experimental.kv_router',
    '`KV_ROUTER_001`',
    'KvRouterConfigError',
    'tests/unit/kv-router/',
    '--cov=dynamo.kv_router',
  ]) {
    expect(after).toContain(form);
  }
  expect(after).not.toMatch(/\{component\}|\{Component\}|\{COMPONENT\}|\{ComponentClass\}|\{Component Name\}/);
  const token = /\{Component Name\}|\{ComponentClass\}|\{component\}|\{Component\}|\{COMPONENT\}/;
  const changed = before.split('\n').filter((line, index) => line !== after.split('\n')[index]);
  expect(changed.length).toBeGreaterThan(30);
  expect(changed.filter((line) => !token.test(line))).toEqual([]);
});

test.each([
  ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
  ['CR', (text: string) => text.replace(/\n/g, '\r')],
  ['a BOM', (text: string) => `\uFEFF${text}`],
  ['no final newline', (text: string) => text.trimEnd()],
])('an empty form leaves every byte of a file with %s, and one answer all but its own', async (_, write) => {
  const cwd = temporaryFolder();
  const path = join(cwd, 'spec.md');
  const text = write(MANUAL);
  writeFileSync(path, text);
  const fill = (input: string) =>
    runProgram(['fill', 'spec.md', '--template', 'technical-spec', '--answers', '-'], { cwd, input });
  expect(await fill('{}')).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(await fill('dependencies/internal: the user database')).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(path, 'utf8')).toBe(text.replace('Service A, Database B', 'the user database'));
});

test('bad input gets one clear line, and exit code 2', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'binary.md'), Buffer.from([0, 1, 2, 3]));
  writeFileSync(join(cwd, 'latin.md'), Buffer.from([0x23, 0x20, 0xe9]));
  mkdirSync(join(cwd, 'folder.md'));
  await runProgram(['new', 'component', './spec.md', '--blank'], { cwd });
  writeFileSync(join(cwd, 'answers.yaml'), 'purpose/paragraph: fine\nno-such/id: 1\n');
  const cases: [string[], RegExp][] = [
    [['check', 'nowhere.md'], /^spec-wizard: nowhere\.md: no such file\n$/],
    [['preview', 'folder.md'], /^spec-wizard: folder\.md: it is a folder, not a file\n/],
    [['check', 'binary.md'], /^spec-wizard: binary\.md: .*NUL/],
    [['check', 'latin.md'], /^spec-wizard: latin\.md: .*UTF-8/],
    [['new', 'componet', 'x', '--blank'], /there is no template .componet.*\n {2}Did you mean .component/s],
    [
      ['fill', 'spec.md', '--answers', 'answers.yaml'],
      /^spec-wizard: answers\.yaml:2: no-such\/id: there is no question/,
    ],
    [['new', 'component', './spec.md', '--blank'], /spec\.md: .*(exists|overwritten)/],
    [['spec.md'], /terminal.*(check|fill|questions)/s],
    [[], /terminal.*(check|fill|questions)/s],
  ];
  for (const [args, message] of cases) {
    const { code, stderr, stdout } = await runProgram(args, { cwd });
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  }
});
