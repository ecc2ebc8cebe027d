import { describe, expect, test } from 'vitest';
import { HostileRepository } from './hostile-repository.ts';

const LONG = `${'a'.repeat(200)}.md`;
const DEEP = `${'a/'.repeat(60)}x.md`;
const SPEC = '# Title\n\n## Context\n\nText.\n';
const keys = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('the time that a repository can cost is bounded, whatever it writes in', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['.gitignore: folders', { '.gitignore': `${'/**/a'.repeat(8)}/**/b\n`, [DEEP]: SPEC }, ['check']],
    ['.gitignore: stars', { '.gitignore': `${'*a'.repeat(10)}b\n`, [LONG]: SPEC }, ['check']],
    ['.gitignore: sets', { '.gitignore': `${'*[ab]'.repeat(10)}c\n`, [LONG]: SPEC }, ['check']],
    ['.gitignore: 20,000 lines', { '.gitignore': keys(20_000, (index) => `/x${index}/*.md`), [LONG]: SPEC }, ['check']],
    [
      'use',
      {
        'spec-wizard.yaml': `use: [{files: "${'/**/a'.repeat(8)}/**/b", template: component}]\n`,
        [DEEP]: SPEC,
      },
      ['check'],
    ],
    [
      'use, of a named spec',
      {
        'spec-wizard.yaml': `use: [{files: "${'/**/a'.repeat(8)}/**/b", template: component}]\n`,
        [DEEP]: SPEC,
      },
      ['questions', DEEP, '--template', 'component'],
    ],
    ['specs: stars', { 'spec-wizard.yaml': `specs: docs/${'*a'.repeat(10)}b\n`, [`docs/${LONG}`]: SPEC }, ['check']],
    ['specs: folders', { 'spec-wizard.yaml': `specs: "${'**/a/'.repeat(8)}b"\n`, [DEEP]: SPEC }, ['check']],
    [
      'specs: braces',
      { 'spec-wizard.yaml': `specs: "docs/${'{a,aa}'.repeat(24)}"\n`, [`docs/${LONG}`]: SPEC },
      ['check'],
    ],
    [
      'specs: nested braces',
      {
        'spec-wizard.yaml': `specs: "docs/${'{a,'.repeat(3000)}${'}'.repeat(3000)}"\n`,
        [`docs/${LONG}`]: SPEC,
      },
      ['check'],
    ],
    ['specs: the whole disk', { 'spec-wizard.yaml': 'specs: ../../../../../../**/*.md\n', 'a.md': SPEC }, ['check']],
    [
      'settings: keys',
      { 'spec-wizard.yaml': `rules:\n${keys(40_000, (index) => `  rule-${index}: off`)}\n`, 'a.md': SPEC },
      ['check'],
    ],
    [
      'settings: 10 MB',
      { 'spec-wizard.yaml': `specs: [\n${keys(1_000_000, () => '"a.md",')}\n]\n`, 'a.md': SPEC },
      ['check'],
    ],
    [
      'answers: keys',
      { 'answers.yaml': keys(60_000, (index) => `purpose/key-${index}: a`), 'a.md': SPEC },
      ['fill', 'a.md', '--template', 'component', '--answers', 'answers.yaml'],
    ],
    [
      'flow: keys',
      {
        'own.md': SPEC,
        'flow.yaml': keys(40_000, (index) => `key-${index}: a`),
        'spec-wizard.yaml': 'templates: {own: {file: own.md, flow: flow.yaml}}\n',
      },
      ['templates'],
    ],
    [
      'a value: blanks',
      {
        'own.md': '# T\n\n## Meta\n\n- Author: [name]\n',
        'a.md': `# T\n\n## Meta\n\n- Author: a${' '.repeat(190_000)}b\n`,
        'answers.yaml': 'meta/author: somebody\n',
      },
      ['fill', 'a.md', '--template', './own.md', '--answers', 'answers.yaml'],
    ],
  ])('%s', async (_name, files, args) => {
    const repository = new HostileRepository();
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    const { killed, code, stderr } = await repository.run(args[0] === 'check' ? [...args, '--budget', '1'] : args);
    expect({ killed, ended: [0, 1, 2].includes(code!), stderr }).toMatchObject({
      killed: false,
      ended: true,
    });
    expect(stderr).not.toMatch(/internal/);
  });
});
