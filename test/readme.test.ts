import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/commands/table.ts';
import { STATES } from '../src/judge/reading.ts';
import { MOVES } from '../src/plain/moves.ts';
import { BUILT_IN } from '../src/project/template-sources.ts';
import { SLOT_KINDS } from '../src/template/slot.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the README names every command and every option', () => {
  const commands = COMMANDS.map(({ name }) => `| \`spec-wizard ${name}`.trimEnd());
  const options = COMMANDS.flatMap((command) => command.options.map(([flags]) => flags.split(' ')[0]!));
  expect([...commands, ...options].filter((word) => !readme.includes(word))).toEqual([]);
});

test('the README names every state, kind, template and move', () => {
  const words = [...STATES, ...SLOT_KINDS, ...BUILT_IN, ...MOVES.map(([word]) => word)];
  expect(words.filter((word) => !readme.includes(`\`${word}\``))).toEqual([]);
});

test('each line of the promise leads to tests that are there', () => {
  const promise = /^## The promise\n([\s\S]*?)^## /m.exec(readme)![1]!;
  const lines = promise.split(/^- /m).slice(1);
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) {
    const paths = Array.from(line.matchAll(/\]\((test\/[^)]+\.test\.tsx?)\)/g), ([, path]) => path!);
    expect(paths, line).not.toEqual([]);
    expect(paths.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
  }
});

test('every relative link in the README leads to a file', () => {
  const links = Array.from(readme.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g), ([, path]) => path!);
  expect(links.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
});
