import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './table.ts';

/** The wizard's options that take no value. */
const FLAGS = new Set(COMMANDS[0]!.options.map(([flags]) => flags).filter((flags) => !flags.includes(' ')));

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
  // Flags may stand before the command: `--plain new TEMPLATE NAME`.
  const flags = argv.findIndex((word) => !/^--[\w-]+$/.test(word));
  if (flags > 0 && argv.slice(0, flags).every((word) => FLAGS.has(word))) {
    const behind = COMMANDS.find(({ name }) => name !== '' && name === argv[flags]);
    if (behind) return { command: behind, words: [...argv.slice(0, flags), ...argv.slice(flags + 1)] };
  }
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
    `there is no command or file named "${word}"${meant ? `; did you mean ${meant}?` : ''}`,
    {
      hints: ['See: spec-wizard --help'],
    },
  );
}
