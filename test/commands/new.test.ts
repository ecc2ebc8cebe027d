import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { givenTitle } from '../../src/project/spec-path.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { freshFolder } from '../host/folder.ts';

/** Runs `spec-wizard new` in a folder. */
async function make(cwd: string, ...args: string[]) {
  const io = fakeIo({ cwd, env: { XDG_CACHE_HOME: cwd, XDG_STATE_HOME: cwd } });
  const code = await main(['new', ...args], io);
  return { code, out: io.out(), err: io.err() };
}

const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');
const FORM = '# {Tool}\n\n> Replace all {placeholders} before publishing.\n\n## Use of {Tool}\n\n[use]\n';

describe('a name becomes a path', () => {
  test.each([
    ['export-service', 'docs/specs/component/cmp-001-export-service.md'],
    ['cmp-007-export', 'docs/specs/component/cmp-007-export.md'],
    ['Über Größe 数据', 'docs/specs/component/cmp-001-über-größe-数据.md'],
    ['..', null],
    ['', null],
    ['…', null],
    ['con.md', null],
    ['a\u0000b/c.md', null],
    ['a/../../b/', null],
  ])('%j: %s', async (name, path) => {
    const cwd = freshFolder();
    const { code, out } = await make(cwd, 'component', name, '--blank');
    expect({ code, out }).toEqual(path === null ? { code: 2, out: '' } : { code: 0, out: `${path}\n` });
    if (path === null) expect(readdirSync(cwd).filter((found) => found.endsWith('.md'))).toEqual([]);
    else expect(existsSync(join(cwd, path))).toBe(true);
  });

  test('and parts of a name that would leave the folder are removed', async () => {
    const cwd = freshFolder();
    const { out } = await make(cwd, 'component', '..etc..passwd', '--blank');
    expect(out).toMatch(/^docs\/specs\/component\/cmp-001-[a-z-]+\.md\n$/);
  });
});

test("from a folder below, a name goes where the project's settings say, and never out of the project", async () => {
  const root = freshFolder();
  const cwd = join(root, 'part/deep');
  mkdirSync(cwd, { recursive: true });
  mkdirSync(join(root, 'forms'));
  writeFileSync(join(root, 'forms/tool.md'), FORM);
  const settings = [
    'templates: { tool: { file: forms/tool.md } }',
    'new: { tool: { path: "docs/{name}.md", numbered: "t-{number}-{name}" }, component: { path: "../{name}.md" } }',
  ];
  writeFileSync(join(root, 'spec-wizard.yaml'), settings.join('\n'));
  expect(await make(cwd, 'tool', 'kiln', '--blank')).toEqual({
    code: 0,
    out: '../../docs/t-001-kiln.md\n',
    err: '',
  });
  expect(await make(root, 'tool', 'oven', '--blank')).toMatchObject({ out: 'docs/t-002-oven.md\n' });
  expect(read(root, 'docs/t-001-kiln.md')).toBe(read(root, 'docs/t-002-oven.md'));
  const { code, err } = await make(cwd, 'component', 'kiln', '--blank');
  expect(code).toBe(2);
  expect(err).toContain('leads out of the project');
  expect(existsSync(join(root, '../kiln.md'))).toBe(false);
});

test.each(['a file', 'a link that leads nowhere'])('%s that stands is never overwritten', async (what) => {
  const cwd = freshFolder();
  if (what === 'a file') writeFileSync(join(cwd, 'spec.md'), 'mine\n');
  else symlinkSync(join(cwd, 'nowhere.md'), join(cwd, 'spec.md'));
  const { code, err } = await make(cwd, 'component', './spec.md', '--blank');
  expect(code).toBe(2);
  expect(err).toMatch(/never overwritten/);
  if (what === 'a file') expect(read(cwd, 'spec.md')).toBe('mine\n');
  else expect(existsSync(join(cwd, 'nowhere.md'))).toBe(false);
});

describe('from a file', () => {
  test('the mark leads from the spec to its template, and the instructions stay behind', async () => {
    const cwd = freshFolder();
    mkdirSync(join(cwd, 'forms'));
    writeFileSync(join(cwd, 'forms/tool.md'), FORM);
    expect(await make(cwd, './forms/tool.md', 'docs/deep/kiln.md', '--blank')).toMatchObject({
      code: 0,
      out: 'docs/deep/kiln.md\n',
    });
    expect(read(cwd, 'docs/deep/kiln.md')).toBe(
      '# {Tool}\n\n## Use of {Tool}\n\n[use]\n\n<!-- spec-wizard: template=../../forms/tool.md -->\n',
    );
    const io = fakeIo({ cwd, env: { XDG_CACHE_HOME: cwd, XDG_STATE_HOME: cwd } });
    expect(await main(['check', 'docs/deep/kiln.md', '--json'], io)).toBe(1);
    expect(JSON.parse(io.out()).specs[0].match.by).toBe('mark');
  });

  test('a name without a flow goes into the folder', async () => {
    const cwd = freshFolder();
    writeFileSync(join(cwd, 'tool.md'), FORM);
    expect(await make(cwd, './tool.md', 'My Kiln', '--blank')).toMatchObject({
      code: 0,
      out: 'my-kiln.md\n',
    });
    expect(read(cwd, 'my-kiln.md')).toContain('template=./tool.md -->');
  });

  test('CRLF stays', async () => {
    const cwd = freshFolder();
    writeFileSync(join(cwd, 'tool.md'), FORM.replace(/\n/g, '\r\n'));
    await make(cwd, './tool.md', './kiln.md', '--blank');
    expect(read(cwd, 'kiln.md')).toBe(
      '# {Tool}\r\n\r\n## Use of {Tool}\r\n\r\n[use]\r\n\r\n<!-- spec-wizard: template=./tool.md -->\r\n',
    );
  });

  test('a template within a fence is taken out of it', async () => {
    const cwd = freshFolder();
    writeFileSync(join(cwd, 'page.md'), `Take this:\n\n\`\`\`\`markdown\n${FORM}\`\`\`\`\n\nThat is all.\n`);
    await make(cwd, './page.md', './kiln.md', '--blank');
    expect(read(cwd, 'kiln.md')).toMatch(/^# \{Tool\}\n\n## Use of \{Tool\}\n\n\[use\]\n\n<!-- spec-wizard/);
  });
});

describe('with answers', () => {
  test('it is filled at once', async () => {
    const cwd = freshFolder();
    writeFileSync(join(cwd, 'tool.md'), FORM);
    writeFileSync(join(cwd, 'a.yaml'), 'tool: Kiln\nuse-of-tool/paragraph: It burns clay.\n');
    expect(await make(cwd, './tool.md', './kiln.md', '--answers', 'a.yaml')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(read(cwd, 'kiln.md')).toMatch(/^# Kiln\n\n## Use of Kiln\n\nIt burns clay\.\n\n<!--/);
  });

  test('writes no spec if one of them is wrong', async () => {
    const cwd = freshFolder();
    writeFileSync(join(cwd, 'tool.md'), FORM);
    writeFileSync(join(cwd, 'a.yaml'), 'tool: Kiln\nuse-of-tool/paragraph: [1]\n');
    const { code, err } = await make(cwd, './tool.md', './new/kiln.md', '--answers', 'a.yaml');
    expect(code).toBe(2);
    expect(err).toMatch(/^spec-wizard: a\.yaml:2: use-of-tool\/paragraph: expected a text/);
    expect(existsSync(join(cwd, 'new'))).toBe(false);
  });
});

test.each([
  ['Suche für Straßen ', 'Suche für Straßen'],
  ['KV-Router', 'KV-Router'],
  ['export-service', undefined],
  ['docs/Export Service.md', undefined],
  ['Export.md', undefined],
])('as a title, the name %j gives %j', (name, title) => expect(givenTitle(name)).toBe(title));
