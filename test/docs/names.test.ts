import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/table.ts';
import { STATES } from '../../src/judge/reading.ts';
import { BUILT_IN } from '../../src/project/project.ts';
import { SLOT_KINDS } from '../../src/template/slot.ts';
import { readPaper } from './documents.ts';

const missing = (path: string, words: readonly string[]) => {
  const text = readPaper(path);
  return words.filter((word) => !text.includes(word));
};
const code = (words: readonly string[]) => words.map((word) => `\`${word}\``);

describe('the documents name', () => {
  test('every command and option', () => {
    const commands = COMMANDS.map(({ name }) => `| \`spec-wizard ${name}`.trimEnd());
    const options = COMMANDS.flatMap((command) => command.options.map(([flags]) => flags.split(' ')[0]!));
    expect(missing('docs/commands.md', [...commands, ...options])).toEqual([]);
  });

  test('every state', () => {
    expect(missing('README.md', code(STATES))).toEqual([]);
  });

  test('every kind of slot with its value', () => {
    expect(missing('docs/json-and-api.md', code(SLOT_KINDS))).toEqual([]);
  });

  test('every built-in template', () => {
    expect(missing('docs/templates-and-flows.md', code(BUILT_IN))).toEqual([]);
  });
});
