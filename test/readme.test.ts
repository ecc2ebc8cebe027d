import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUILT_IN } from '../src/commands/catalogue.ts';
import { COMMANDS } from '../src/commands/table.ts';
import { MOVES } from '../src/plain/moves.ts';
import { STATES } from '../src/spec/reading.ts';
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
