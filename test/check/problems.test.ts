import { beforeEach, describe, expect, test } from 'vitest';
import { DECISION, decision, Repository } from './repository.ts';

let repository: Repository;

beforeEach(() => {
  repository = new Repository();
  repository.write('templates/decision.md', DECISION);
  repository.write('docs/one.md', decision());
});

const USE = `templates: { decision: { file: templates/decision.md } }
use: [{ files: docs/**, template: decision }]
`;

describe('settings', () => {
  test.each([
    [
      'a key that is none',
      `${USE}gates:\n  minimum: 80\n`,
      'spec-wizard.yaml:4: gates.minimum: there is no such key',
    ],
    [
      'a value of another kind',
      `${USE}gates:\n  min: most\n`,
      /^spec-wizard: spec-wizard\.yaml:4: gates\.min: /,
    ],
    ['broken YAML', `${USE}gates: [\n`, /^spec-wizard: spec-wizard\.yaml:\d+:\d+: /],
    [
      'a misspelt key',
      'templats: {}\n',
      'spec-wizard.yaml:1: templats: there is no such key\n  Did you mean “templates”?',
    ],
  ])('with %s are one clear line, and specs are checked without them', async (_what, text, line) => {
    repository.write('spec-wizard.yaml', text);
    repository.write('docs/component.md', '# A\n\n## Purpose\n\nx\n\n## Interfaces\n\nx\n');
    const { code, stderr, data } = await repository.json([
      '--template',
      'templates/decision.md',
      'docs/one.md',
    ]);
    expect(code).toBe(2);
    if (typeof line === 'string') expect(stderr).toBe(`spec-wizard: ${line}\n`);
    else expect(stderr).toMatch(line);
    expect(data.specs.map(({ path }) => path)).toEqual(['docs/one.md']);
    expect(data.problems.map(({ code: found }) => found)).toEqual(['bad-settings']);
  });

  test('rule the folders below them, up to the root of the repository', async () => {
    repository.write('spec-wizard.yaml', 'rules: {}\n');
    repository.write(
      'part/spec-wizard.yaml',
      'templates: { note: { file: note.md } }\nuse: [{ files: "*.md", template: note }]\n',
    );
    repository.write('part/note.md', '# Note\n\n## Text\n\n[text]\n');
    repository.write('part/deep/a.md', '# Note\n\n## Text\n\nYes.\n');
    const { data } = await repository.json(['part/deep/a.md']);
    expect(data.specs).toMatchObject([{ template: 'note', match: { by: 'settings' } }]);
  });
});

test('a template that vanished is a line for each spec of it, and the others are checked', async () => {
  repository.write(
    'spec-wizard.yaml',
    `templates:
  decision: { file: templates/decision.md }
  gone:
    file: templates/gone.md
use:
  - { files: docs/gone/**, template: gone }
  - { files: docs/**, template: decision }
`,
  );
  repository.write('docs/gone/two.md', decision());
  const { code, stderr, data } = await repository.json();
  expect(code).toBe(2);
  expect(stderr).toBe(
    'spec-wizard: docs/gone/two.md: its template gone cannot be read: the template templates/gone.md: no such file\n  See spec-wizard.yaml:4, templates.gone.file.\n',
  );
  expect(data.specs.map(({ path }) => path)).toEqual(['docs/one.md']);
});

describe('files', () => {
  beforeEach(() => repository.write('spec-wizard.yaml', USE));

  test('a pattern that fits nothing is one line, and the others are checked', async () => {
    const { code, stderr, data } = await repository.json(['none/*.md', 'docs/*.md']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'spec-wizard: none/*.md: no file fits this pattern\n',
    });
    expect(data.specs.length).toBe(1);
  });

  test('a file that is no text, not there or no file is one line each', async () => {
    repository.write('docs/bytes.md', Uint8Array.of(0xff, 0xfe, 0x41));
    const { code, stderr, data } = await repository.json(['docs/bytes.md', 'docs/absent.md', 'docs/one.md']);
    expect(code).toBe(2);
    expect(stderr.split('\n').filter((line) => line.startsWith('spec-wizard:'))).toEqual([
      'spec-wizard: docs/bytes.md: the file is UTF-16',
      'spec-wizard: docs/absent.md: no such file',
    ]);
    expect(data.problems.map(({ code: found }) => found)).toEqual(['not-text', 'no-file']);
    expect(data.specs.length).toBe(1);
  });

  test('a named file that fits no template is a problem, one that was come upon is not', async () => {
    repository.write('notes.md', '# Notes\n\nNothing to fill.\n');
    expect(await repository.json(['.'])).toMatchObject({ code: 0, stderr: '' });
    const named = await repository.json(['notes.md']);
    expect(named.code).toBe(2);
    expect(named.stderr).toContain('spec-wizard: notes.md: it fits none of the templates');
  });

  test('what .gitignore names is passed over, by folder and by pattern', async () => {
    repository.write('.gitignore', 'docs/build/\n');
    repository.write('docs/build/two.md', decision());
    for (const args of [[], ['docs'], ['docs/**/*.md']]) {
      const { data } = await repository.json(args);
      expect(data.specs.map(({ path }) => path)).toEqual(['docs/one.md']);
    }
  });

  test('a report that cannot be written is a problem', async () => {
    repository.write('taken', '');
    const { code, stderr } = await repository.run(['check', '--format', 'json=taken/check.json']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^spec-wizard: taken\/check\.json: it cannot be written \(E[A-Z]+\)\n/);
  });
});
