import { CommanderError, Command as Parser } from 'commander';
import { Problem } from '../problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Args } from './args.ts';
import type { Command } from './command.ts';

/**
 * Takes the words after a command's name apart into arguments and options. Raises Problem `usage` for an unknown option
 * (naming the nearest), a value that is missing, and too few or too many words.
 */
export function parseWords(command: Command, words: readonly string[]): Args {
  const parser = new Parser(command.name || 'spec-wizard')
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
    .helpOption(false)
    .allowExcessArguments(true);
  for (const [flags, summary] of command.options) {
    if (flags.endsWith('…')) parser.option(flags.slice(0, -1), summary, gather, []);
    else parser.option(flags, summary);
  }
  const known = command.options.map(([flags]) => flags.split(' ')[0]!);
  try {
    parser.parse(words as string[], { from: 'user' });
  } catch (cause) {
    if (cause instanceof CommanderError) throw usageProblem(command, cause, known);
    throw cause;
  }
  checkCount(command, parser.args);
  const options = parser.opts();
  if (command.needs && options[command.needs] === undefined) {
    throw problem(command, `${short(command)} needs --${command.needs}`);
  }
  return { words: parser.args, options };
}

/** The values of an option that may be given several times. */
function gather(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function usageProblem(command: Command, error: CommanderError, known: string[]): Problem {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const option = named.split(/[ =]/)[0]!;
  if (error.code === 'commander.unknownOption') {
    const meant = nearest(option, [...known, '--help']);
    return problem(command, `unknown option ${option}${meant ? `; did you mean ${meant}?` : ''}`);
  }
  if (error.code === 'commander.optionMissingArgument')
    return problem(command, `option ${option} needs a value`);
  return problem(command, error.message.replace(/^error: /, ''));
}

function checkCount(command: Command, words: readonly string[]): void {
  const least = command.words.filter((word) => word.startsWith('<')).length;
  const most = command.words.some((word) => word.endsWith('…')) ? Infinity : command.words.length;
  if (words.length < least) throw problem(command, `${short(command)} needs ${command.words[words.length]}`);
  if (words.length > most) throw problem(command, `${short(command)} does not take "${words[most]}"`);
}

function problem(command: Command, message: string): Problem {
  return new Problem('usage', message, { hints: [`See: ${label(command)} --help`] });
}

function label(command: Command): string {
  return ['spec-wizard', command.name].filter(Boolean).join(' ');
}

function short(command: Command): string {
  return command.name || 'the wizard';
}
