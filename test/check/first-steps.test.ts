import { expect, test } from 'vitest';
import { DECISION, decision, Repository } from './repository.ts';

const RFC =
  '# RFC: [Title]\n\n## Why\n\n<!-- one paragraph -->\n\n## How\n\n[What changes]\n\n## Risks\n\n[What may fail]\n';

/** What `check` prints where it finds no spec. */
async function printed(repository: Repository, ...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await repository.run(['check', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.trimEnd().split('\n');
}

test('in an empty folder, check says how to begin', async () => {
  expect(await printed(new Repository())).toEqual([
    'No specs found.',
    'Start a spec: spec-wizard',
    'See in two minutes how it works: spec-wizard demo',
  ]);
});

test('where a file looks like a template, check names it, and each command that it names works', async () => {
  const repository = new Repository();
  repository.write('docs/rfc template.md', RFC);
  repository.write(
    'docs/0001-cache.md',
    '# RFC: Cache\n\n## Why\n\nSpeed.\n\n## How\n\nA cache.\n\n## Risks\n\n[What may fail]\n',
  );
  expect(await printed(repository)).toEqual([
    'No specs found.',
    'This looks like a template of yours: docs/rfc template.md',
    'Make it known, with the specs that follow it: spec-wizard init',
    "Start a spec from it: spec-wizard new 'docs/rfc template.md' NAME.md",
  ]);
  expect(await repository.run(['new', 'docs/rfc template.md', 'NAME.md', '--blank'])).toMatchObject({
    code: 0,
  });
  expect(await repository.run(['init'])).toMatchObject({ code: 0 });
  const { stdout } = await repository.run(['check', '--summary']);
  expect(stdout).toContain('docs/0001-cache.md: 75%, 3 of 4 answered');
});

test('where several files look like templates, check speaks of them all', async () => {
  const repository = new Repository();
  repository.write('docs/rfc template.md', RFC);
  repository.write('docs/decision-template.md', DECISION);
  expect(await printed(repository)).toEqual([
    'No specs found.',
    'These look like templates of yours: docs/decision-template.md, docs/rfc template.md',
    'Make them known, with the specs that follow them: spec-wizard init',
    'Start a spec from one: spec-wizard new docs/decision-template.md NAME.md',
  ]);
});

test('where there are settings, check says that the template belongs there', async () => {
  const repository = new Repository();
  repository.write('spec-wizard.yaml', 'specs: docs\n');
  repository.write('docs/decision-template.md', DECISION);
  expect(await printed(repository)).toContain(
    'Make it known, with the specs that follow it: name it in spec-wizard.yaml',
  );
  repository.write('spec-wizard.yaml', 'templates:\n  decision:\n    file: docs/decision-template.md\n');
  expect((await printed(repository)).join('\n')).not.toContain('looks like');
});

test('where no file fits a template, check says how to name one, and that works', async () => {
  const repository = new Repository();
  repository.write('notes.md', '# Notes\n\nNothing much.\n');
  expect(await printed(repository)).toContain(
    'The one Markdown file here fits none of the templates that spec-wizard templates lists.',
  );
  repository.write('more.md', decision());
  repository.write('../own.md', DECISION);
  const lines = await printed(repository);
  expect(lines).toContain('None of the 2 Markdown files here fits a template that spec-wizard templates lists.');
  expect(lines.at(-1)).toBe('Check a file by a template of yours: spec-wizard check FILE --template TEMPLATE.md');
  expect((await repository.run(['check', 'more.md', '--template', '../own.md'])).stdout).toContain('100%');
});

test('programs that read the output of check get no advice in it', async () => {
  const repository = new Repository();
  repository.write('notes.md', '# Notes\n');
  for (const format of ['json', 'sarif', 'junit', 'markdown'])
    expect((await repository.run(['check', '--format', format])).stdout, format).not.toContain('Start a spec');
  expect((await repository.run(['check', '--quiet'])).stdout).toBe('');
});
