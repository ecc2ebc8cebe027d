import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '../problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Args } from './args.ts';
import * as messages from './messages.ts';
import { COMMANDS, type Command } from './table.ts';

/** An option of the command table. */
interface Option {
  /** Its long name in camel case, without `no-`. */
  key: string;
  /** What it takes: nothing, an optional value, one value, or a value each time it is given. */
  takes: 'nothing' | 'optional' | 'value' | 'values';
}

/**
 * Splits the words after a command's name into arguments and options. Raises Problem `usage` for an unknown option
 * (naming the nearest), a missing value, and too few or too many words.
 */
export function parseWords(command: Command, argv: readonly string[]): Args {
  const known = new Map(command.options.map(([flags]) => [nameOf(flags), optionOf(flags)]));
  const { tokens } = parseArgs({
    args: withInlineValues(argv, known),
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      [...known].map(([name, { takes }]) => [
        name,
        { type: takes === 'value' || takes === 'values' ? 'string' : 'boolean' },
      ]),
    ),
  });
  const words: string[] = [];
  const options: Record<string, string | boolean | string[]> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = known.get(name);
    if (!option || !rawName.startsWith('--')) throw unknownOption(command, rawName, known);
    const { key, takes } = option;
    if (takes === 'nothing') {
      if (value !== undefined) throw problem(command, messages.takesNoValue(rawName));
      options[key] = !name.startsWith('no-');
    } else if (takes === 'optional') options[key] = value ?? true;
    else if (value === undefined) throw problem(command, messages.needsValue(rawName));
    else if (takes === 'value') options[key] = value;
    else options[key] = [...((options[key] as string[] | undefined) ?? []), value];
  }
  checkCount(command, words);
  if (command.needs && options[command.needs] === undefined)
    throw problem(command, `${shortName(command)} needs --${command.needs}`);
  return { words, options };
}

/** `--min <PERCENT>` is `min`, `--no-cache` is `no-cache`. */
function nameOf(flags: string): string {
  return flags.split(' ')[0]!.slice('--'.length);
}

function optionOf(flags: string): Option {
  const name = nameOf(flags).replace(/^no-/, '');
  const key = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const takes = flags.endsWith('…')
    ? 'values'
    : flags.includes('<')
      ? 'value'
      : flags.includes('[')
        ? 'optional'
        : 'nothing';
  return { key, takes };
}

/** Joins an optional value to its option, because parseArgs knows only options with and without a value. */
function withInlineValues(argv: readonly string[], known: ReadonlyMap<string, Option>): string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const joined: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    const next = argv[at + 1];
    const isOptional = word.startsWith('--') && known.get(word.slice('--'.length))?.takes === 'optional';
    if (isOptional && at + 1 < end && next !== undefined && !next.startsWith('-')) {
      joined.push(`${word}=${next}`);
      at++;
    } else joined.push(word);
  }
  return joined;
}

function unknownOption(command: Command, option: string, known: ReadonlyMap<string, Option>): Problem {
  const meant = nearest(option, [...[...known.keys()].map((name) => `--${name}`), '--help']);
  return problem(command, messages.unknownOption(option, meant));
}

function checkCount(command: Command, words: readonly string[]): void {
  const least = command.words.filter((word) => word.startsWith('<')).length;
  const most = command.words.some((word) => word.endsWith('…')) ? Infinity : command.words.length;
  if (words.length < least)
    throw problem(command, messages.needsWord(shortName(command), command.words[words.length]!));
  if (words.length > most) throw problem(command, messages.doesNotTake(shortName(command), words[most]!));
}

function problem(command: Command, message: string): Problem {
  const label = ['spec-wizard', command.name].filter(Boolean).join(' ');
  return new Problem('usage', message, { hints: [messages.seeHelpOf(label)] });
}

function shortName(command: Command): string {
  return command.name || messages.theWizard;
}

/** The wizard's options that take no value. */
const FLAGS = new Set(COMMANDS[0]!.options.map(([flags]) => flags).filter((flags) => !flags.includes(' ')));

/**
 * The command that a command line names, and the other words. Without a command they belong to the wizard, unless the
 * first word looks like a mistyped command: Problem `usage`, naming the nearest.
 */
export function chooseCommand(argv: readonly string[], cwd: string): { command: Command; words: readonly string[] } {
  const [first = '', ...rest] = argv;
  const named = COMMANDS.find((command) => command.name !== '' && command.name === first);
  if (named) return { command: named, words: rest };
  // Flags may precede the command: `--plain new TEMPLATE NAME`.
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
  return new Problem('usage', messages.noCommand(word, meant), {
    hints: [messages.seeHelp],
  });
}
