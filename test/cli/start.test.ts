import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { type FakeIoOptions, fakeIo } from './fake-io.ts';

const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));

async function run(argv: readonly string[], options: FakeIoOptions = {}) {
  const io = fakeIo({ cwd: temporaryFolder(), ...options });
  const code = await main(argv, io);
  return { code, out: io.out(), err: io.err(), cwd: io.cwd };
}

describe('without a terminal the wizard refuses and names what works', () => {
  test.each([
    ['home', [], ['spec-wizard check', '--blank', '--plain']],
    ['a spec', ['a.md'], ['spec-wizard questions', 'spec-wizard fill', '--plain']],
    ['a new spec', ['new', 'component', 'export'], ['--blank', '--answers', '--plain']],
  ])('%s', async (_, argv, named) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), '# A\n');
    const { code, out, err } = await run(argv, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^spec-wizard: the wizard needs a terminal/);
    for (const way of named) expect(err).toContain(way);
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });

  test.each([
    [['docs/a.md'], 'docs/a.md: no such file'],
    [['new', 'no-such', 'export'], 'there is no template “no-such”'],
  ])('but first names what would fail in a terminal, too: %j', async (argv, message) => {
    const { code, err } = await run(argv);
    expect(code).toBe(2);
    expect(err).toContain(`spec-wizard: ${message}`);
    expect(err).not.toContain('terminal');
  });

  test('a path without a file, and a folder, say what can be done', async () => {
    expect((await run(['docs/a.md'])).err).toContain('Start it: spec-wizard new TEMPLATE docs/a.md');
    expect((await run(['.', '--plain'])).err).toContain('spec-wizard check .');
  });

  test.each<Record<string, string>>([{ TERM: 'dumb' }, { ACCESSIBLE: '1' }])(
    'a terminal with %o is asked line by line',
    async (env) => {
      const { code, out } = await run([], { terminal: { columns: 80, rows: 24 }, env });
      expect(code).toBe(0);
      expect(out).toContain('From which template?');
      expect(out).not.toContain('\x1b');
    },
  );
});

describe('templates', () => {
  test('lists every template with what it is about', async () => {
    const { code, out } = await run(['templates']);
    expect(code).toBe(0);
    for (const id of ['component', 'technical-spec', 'photoncloud', 'dynamo-component']) {
      expect(out).toMatch(new RegExp(`^ ${id} +\\d+ questions {3}\\S`, 'm'));
    }
  });

  test('--json gives the same as data', async () => {
    const { out } = await run(['templates', '--json']);
    const { version, templates } = JSON.parse(out) as {
      version: number;
      templates: { id: string; path: string }[];
    };
    expect(version).toBe(1);
    expect(templates.find(({ id }) => id === 'component')?.path).toBe('docs/specs/component/{name}.md');
  });
});

describe('--plain', () => {
  test('makes a spec with the first answer, and goes on with it later', async () => {
    const begun = await run(['new', 'technical-spec', 'search', '--plain'], { input: 'Search\n/quit\n' });
    expect(begun.err).toBe('');
    expect(begun.code).toBe(0);
    const path = join(begun.cwd, 'docs/specs/technical/search.md');
    expect(readFileSync(path, 'utf8')).toContain('Search');

    const before = readFileSync(path);
    const again = await run(['docs/specs/technical/search.md', '--plain'], { cwd: begun.cwd, input: '' });
    expect(again.code).toBe(0);
    expect(again.out).toContain('1 of ');
    expect(readFileSync(path)).toEqual(before);
  });

  test('asks for template and name if they are not given', async () => {
    const { code, out, cwd } = await run(['--plain'], { input: '1\nexport service\n/quit\n' });
    expect(code).toBe(0);
    expect(out).toContain('1. component');
    expect(out).toContain('docs/specs/component/cmp-001-export-service.md');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('does not start an existing file again', async () => {
    const { cwd } = await run(['new', 'technical-spec', 'search', '--blank']);
    const { code, err } = await run(['new', 'technical-spec', 'search', '--plain'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('docs/specs/technical/search.md: it exists already');
  });

  test('offers to continue the specs of the folder', async () => {
    const { cwd } = await run(['new', 'component', 'auth', '--blank']);
    const { out } = await run(['--plain'], { cwd, input: '2\n' });
    expect(out).toContain('2. docs/specs/component/cmp-001-auth.md');
    expect(out).toMatch(/Question 1 of \d+/);
  });

  test('offers no template as a spec', async () => {
    const { cwd } = await run(['new', 'component', 'auth', '--blank']);
    writeFileSync(join(cwd, 'form.md'), readFileSync('templates/component.md'));
    const { out } = await run(['--plain'], { cwd, input: '' });
    expect(out).toContain('2. docs/specs/component/cmp-001-auth.md');
    expect(out).not.toContain('form.md');
  });
});
