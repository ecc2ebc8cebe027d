import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
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
    ['a key that is none', `${USE}gates:\n  minimum: 80\n`, 'spec-wizard.yaml:4: gates.minimum: there is no such key'],
    ['a value of another kind', `${USE}gates:\n  min: most\n`, /^spec-wizard: spec-wizard\.yaml:4: gates\.min: /],
    ['broken YAML', `${USE}gates: [\n`, /^spec-wizard: spec-wizard\.yaml:\d+:\d+: /],
    [
      'a misspelt key',
      'templats: {}\n',
      'spec-wizard.yaml:1: templats: there is no such key\n  Did you mean “templates”?',
    ],
  ])('with %s are one clear line, and specs are checked without them', async (_what, text, line) => {
    repository.write('spec-wizard.yaml', text);
    repository.write('docs/component.md', '# A\n\n## Purpose\n\nx\n\n## Interfaces\n\nx\n');
    const { code, stderr, data } = await repository.json(['--template', 'templates/decision.md', 'docs/one.md']);
    expect(code).toBe(2);
    if (typeof line === 'string') expect(stderr).toBe(`spec-wizard: ${line}\n`);
    else expect(stderr).toMatch(line);
    expect(data.specs.map(({ path }) => path)).toEqual(['docs/one.md']);
    expect(data.problems.map(({ code: found }) => found)).toEqual(['bad-settings']);
  });

  test('that name an unknown rule give one line with the nearest name, and the rest of them applies', async () => {
    repository.write('spec-wizard.yaml', `${USE}rules:\n  broken-link: off\n  brocken-anchor: off\n`);
    repository.write('docs/two.md', `${decision()}\n[a](gone.md) [b](one.md#gone)\n`);
    const { code, stderr, data } = await repository.json();
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'spec-wizard: spec-wizard.yaml:5: rules.brocken-anchor: no advice is called “brocken-anchor”\n  Did you mean “broken-anchor”?\n',
    });
    expect(data.specs.map(({ advice }) => advice.map(({ id }) => id))).toEqual([[], ['broken-anchor']]);
    expect(data.problems).toMatchObject([{ path: 'spec-wizard.yaml', code: 'bad-settings' }]);
  });

  test('may switch the advice of any flow, built-in or their own', async () => {
    const flow =
      'id: decision\ntitle: Decision\nabout: a\nwhen: b\nnotApplicable: say\npath: "{name}.md"\nadvice: [{ id: no-date, severity: info, check: section-missing, section: date, message: m, fix: f }]\n';
    repository.write('templates/decision.yaml', flow);
    const settings = `templates: { decision: { file: templates/decision.md, flow: templates/decision.yaml } }
use: [{ files: docs/**, template: decision }]
rules: { no-related-specs: off, no-date: off }
`;
    repository.write('spec-wizard.yaml', settings);
    expect(await repository.json()).toMatchObject({ code: 0, stderr: '' });
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

  test('that are not text, missing or not regular give one line each', async () => {
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
    expect(named.stderr).toContain('spec-wizard: notes.md: it fits no template well enough');
  });

  test('each that cannot be read is one line, whatever it is, and the others are checked', async () => {
    mkdirSync(join(repository.folder, 'docs/folder.md'));
    execFileSync('mkfifo', [join(repository.folder, 'docs/pipe.md')]);
    symlinkSync('nowhere.md', join(repository.folder, 'docs/link.md'));
    symlinkSync('loop.md', join(repository.folder, 'docs/loop.md'));
    const names = ['pipe', 'link', 'loop', 'one'].map((name) => `docs/${name}.md`);
    const { code, stderr, data } = await repository.json(names);
    expect(code).toBe(2);
    expect(stderr.split('\n').filter((line) => line.startsWith('spec-wizard:'))).toEqual([
      'spec-wizard: docs/pipe.md: it is a pipe, not a file',
      'spec-wizard: docs/link.md: it is a link to nowhere.md, which does not exist',
      expect.stringMatching(/^spec-wizard: docs\/loop\.md: it cannot be read: /),
    ]);
    expect(data.specs.map(({ path }) => path)).toEqual(['docs/one.md']);
    // Come upon rather than named, what is no file is passed over.
    const all = await repository.json();
    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(all.data.specs.map(({ path }) => path)).toEqual(['docs/one.md']);
    expect((await repository.json(['docs/folder.md'])).data.specs).toEqual([]);
  });

  test('that .gitignore names are skipped, by folder and by pattern', async () => {
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
