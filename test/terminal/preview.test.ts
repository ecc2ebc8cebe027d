import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM, temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const text = `# Title\n\n${Array.from({ length: 40 }, (_, index) => `## Part ${index}\n\nText ${index}.\n`).join('\n')}`;

function pager(source = text, words: string[] = [], template = ''): TestTerminal & { path: string } {
  const cwd = temporaryFolder();
  const path = join(cwd, 'doc.md');
  writeFileSync(path, source);
  if (template !== '') writeFileSync(join(cwd, 'template.md'), template);
  return { ...startTerminal({ args: ['preview', 'doc.md', ...words], cols: 80, rows: 24, cwd }), path };
}

test('a document opens in a pager that scrolls, finds, jumps and gives the terminal back', async () => {
  const terminal = pager();
  await terminal.waitFor('q leave');
  expect(terminal.alternate()).toBe(true);
  await terminal.waitUntil('the first row', ([first]) => first === 'Title');
  terminal.press('space');
  await terminal.waitFor('Part 5');
  terminal.type('/text 33');
  terminal.press('enter');
  await terminal.waitFor('Text 33.');
  terminal.press('o');
  await terminal.waitFor('▸   Part 33');
  terminal.press('home', 'enter');
  await terminal.waitUntil('the top', (rows) => rows[0] === 'Title');
  terminal.press('q');
  expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
  expect(terminal.alternate()).toBe(false);
  expect(terminal.cursor().hidden).toBe(false);
});

test('the pager follows its file and its window', async () => {
  const terminal = pager();
  await terminal.waitFor('q leave');
  terminal.resize(60, 12);
  await terminal.waitUntil('a narrow rule', (rows) => rows[1] === '═'.repeat(58));
  writeFileSync(terminal.path, '# Other\n');
  await terminal.waitFor('Other');
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
});

test('e opens the wizard at the place, and leaving it returns to the pager where it was', async () => {
  const template = '# {Title}\n\n## Goals\n\n{goals}\n\n## Risks\n\n{risks}\n';
  const terminal = pager('# Export\n\n## Goals\n\n{goals}\n', ['--template', 'template.md'], template);
  await terminal.waitFor('Risks (missing)');
  terminal.press('n', 'n');
  await terminal.waitFor('Gap 2 of 2');
  terminal.press('e');
  await terminal.waitFor('question 3 of 3');
  terminal.type('Much could break');
  terminal.press('escape', 'q');
  await terminal.waitFor(/Much could break[\s\S]*q leave/);
  await terminal.waitUntil('one gap', (rows) => /^(?!.*\(missing\)).*○ 1 /s.test(rows.join('\n')));
  expect(terminal.raw()).not.toContain('Continue with');
  terminal.press('n');
  await terminal.waitFor(/Gap 1 of 1|Still looking/);
  terminal.press('q');
  expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
  expect(terminal.alternate()).toBe(false);
});

test('text from a pipe is paged with keys from the terminal', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'doc.md'), text);
  const line = `cat doc.md | "${process.execPath}" "${PROGRAM}" preview -; echo left: $?; stty -a`;
  const terminal = startTerminal({ command: '/bin/sh', args: ['-c', line], cols: 80, rows: 24, cwd });
  await terminal.waitFor('standard input');
  terminal.press('e');
  await terminal.waitFor('there is no file');
  terminal.press('G');
  await terminal.waitFor('Text 39.');
  terminal.press('q');
  await terminal.waitFor('left: 0');
  await terminal.exit;
  expect(terminal.screen().join(' ')).toMatch(/ icanon .* echo /s);
  expect(terminal.alternate()).toBe(false);
});

test('a long document takes keys at the first screen, and shows its gaps once they are known', async () => {
  const parts = Array.from({ length: 10_000 }, (_, index) => `## Part ${index}\n\nText ${index}.\n`);
  const long = `# Title\n\n${parts.join('\n')}\n## Goal\n\n{goal}\n`;
  const terminal = pager(long, ['--template', './template.md'], '# {name}\n\n## Goal\n\n{goal}\n');
  await terminal.waitUntil('a first screen', (rows) => rows[0] === 'Title');
  terminal.press('G');
  await terminal.waitFor('{goal}');
  await terminal.waitFor('○ 1');
  terminal.press('g', 'tab');
  await terminal.waitFor('Gap 1 of 1');
  terminal.press('q');
  expect((await terminal.exit).code).toBe(0);
});

test('problems with the document or the template are printed after the pager closes', async () => {
  const deep = pager(`${text}\n${'filler\n\n'.repeat(9000)}${'>'.repeat(300)} deep\n`);
  expect(await deep.exit).toEqual({ code: 2, signal: 0 });
  expect(deep.alternate()).toBe(false);
  expect(deep.screen().join('\n')).toMatch(/^spec-wizard: doc\.md: .*nest/m);
  const strange = pager(text, ['--template', 'compnent']);
  expect(await strange.exit).toEqual({ code: 2, signal: 0 });
  expect(strange.screen().join('\n')).toContain('Did you mean “component”?');
});

test('no escape sequence of a document reaches the terminal', async () => {
  const terminal = pager('# A\x1b]0;owned\x07\n\n[x](http://a/\x1b[2J) \x9b31m\n');
  await terminal.waitFor('q leave');
  terminal.press('q');
  await terminal.exit;
  expect(terminal.raw()).not.toContain('\x1b]0;');
  expect(terminal.raw()).not.toContain('\x9b');
});

test.each([
  ['preview --no-pager doc.md', 'one two three four five six seven eight nine ten eleven twelve'],
  ['preview doc.md', 'q leave'],
  ['doc.md --template template.md', 'question 1 of'],
])('a terminal that says it has no columns and no rows is taken for 80 × 24: %s', async (words, shown) => {
  const cwd = temporaryFolder();
  const line = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
  writeFileSync(join(cwd, 'doc.md'), `# Title\n\n${line}\n`);
  writeFileSync(join(cwd, 'template.md'), '# Title\n\n[What it is for]\n');
  const command = `stty rows 0 cols 0; "${process.execPath}" "${PROGRAM}" ${words}`;
  const terminal = startTerminal({ command: '/bin/sh', args: ['-c', command], cwd });
  await terminal.waitFor(shown);
});
