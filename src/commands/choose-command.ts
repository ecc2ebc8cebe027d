import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './table.ts';

/**
 * The command that a command line names and the words left for it. A line that names none belongs to the wizard, unless
 * its first word looks like a mistyped command: Problem `usage`, naming the nearest.
 */
export function chooseCommand(
  argv: readonly string[],
  cwd: string,
): { command: Command; words: readonly string[] } {
  const [first = '', ...rest] = argv;
  const named = COMMANDS.find((command) => command.name !== '' && command.name === first);
  if (named) return { command: named, words: rest };
  if (/^[^-]/.test(first) && !/[/\\.]/.test(first) && !existsSync(resolve(cwd, first))) throw unknown(first);
  return { command: COMMANDS[0]!, words: argv };
}

function unknown(word: string): Problem {
  const meant = nearest(
    word,
    COMMANDS.map((command) => command.name),
  );
  return new Problem(
    'usage',
    `no command and no file is called "${word}"${meant ? `; did you mean ${meant}?` : ''}`,
    {
      hints: ['See: spec-wizard --help'],
    },
  );
}
