import { wrapWords } from '../text/wrap.ts';
import * as messages from './messages.ts';
import { COMMANDS, type Command } from './table.ts';

/** The widths of the two columns, in cells. */
const LEFT = 31;
const RIGHT = 45;

/** The help of one command, or of the whole program: plain text that ends in a newline. */
export function helpText(command?: Command): string {
  return command ? commandHelp(command) : programHelp();
}

function programHelp(): string {
  return [
    messages.purpose,
    messages.purposeGoesOn,
    '',
    messages.usageTitle,
    ...COMMANDS.map((command) => row(usage(command), command.summary)),
    '',
    messages.optionsTitle,
    ...COMMANDS[0]!.options.map(([flags, summary]) => row(flags, summary)),
    row('-h, --help', messages.helpOption),
    row('-V, --version', messages.versionOption),
    '',
    messages.exitStatus,
    '',
  ].join('\n');
}

function commandHelp(command: Command): string {
  return [
    messages.usageLine(usage(command), command.options.length > 0),
    '',
    `${command.summary[0]!.toUpperCase()}${command.summary.slice(1)}.`,
    '',
    messages.optionsTitle,
    ...command.options.map(([flags, summary]) => row(flags, summary)),
    row('-h, --help', messages.thisText),
    '',
  ].join('\n');
}

function usage({ name, words, needs, options }: Command): string {
  const needed = options.filter(([flags]) => needs && flags.startsWith(`--${needs} `)).map(([flags]) => flags);
  return ['spec-wizard', name, ...words, ...needed].filter(Boolean).join(' ');
}

function row(left: string, right: string): string {
  const [first = '', ...rest] = wrapWords(right, RIGHT, { whole: true });
  const below = rest.map((line) => `\n  ${' '.repeat(LEFT)}  ${line}`).join('');
  return left.length <= LEFT
    ? `  ${left.padEnd(LEFT)}  ${first}${below}`
    : `  ${left}\n  ${' '.repeat(LEFT)}  ${first}${below}`;
}
