import { nearest } from '../text/nearest.ts';
import * as messages from './messages.ts';

/** The commands that an author may type instead of an answer, and what they do. */
export const TYPED_COMMANDS = [
  ['/skip', 'skip the question; Enter alone does the same'],
  ['/back', 'the question before'],
  ['/undo', 'undo the last answer, and ask it again'],
  ['/go NUMBER', 'the question with that number'],
  ['/go WORDS', 'look for a question that holds these words'],
  ['/list', 'every question with its number and state'],
  ['/left', 'what is still to answer'],
  ['/na REASON', 'it does not apply, and why'],
  ['/take', 'the answer that is suggested'],
  ['/keep', 'keep the text as it is; it is shown first'],
  ['/rename NAME', 'rename what the spec is about, everywhere'],
  ['/edit', 'write the answer in $EDITOR'],
  ['/drop', 'in a list or table: remove this item or row'],
  ['/help', 'the question and these words again'],
  ['/quit', 'leave; every answer given is in the file'],
] as const;

/** Commands that take no words. */
const BARE = ['skip', 'back', 'undo', 'take', 'edit', 'keep', 'drop', 'left', 'list', 'help', 'quit'] as const;

/** A command. */
export type TypedCommand =
  | { kind: (typeof BARE)[number] }
  | { kind: 'not-applicable'; reason: string }
  | { kind: 'go'; to: string }
  | { kind: 'rename'; name: string };

/** The command in a line; null if it is an answer, such as `/exports/{id}`. */
export function commandIn(line: string): TypedCommand | null {
  const [, word, rest = ''] = /^\/([a-z]+)(?:\s+(.*))?$/s.exec(line.trim()) ?? [];
  if (word === 'na') return { kind: 'not-applicable', reason: rest };
  if (word === 'go') return { kind: 'go', to: rest.trim() };
  if (word === 'rename') return { kind: 'rename', name: rest.trim() };
  const bare = BARE.find((kind) => kind === word);
  return bare && rest === '' ? { kind: bare } : null;
}

/** The message for a line that looks like a command but is not one; null for every other line. */
export function unknownCommand(line: string): string | null {
  const word = /^\/[a-z]+(?=\s|$)/i.exec(line.trim())?.[0];
  if (word === undefined || commandIn(line)) return null;
  const words = TYPED_COMMANDS.map(([command]) => command.split(' ')[0]!);
  const near = nearest(word, words);
  return messages.asAnswer(words.includes(word) ? messages.takesNoWords(word) : messages.noCommand(word, near));
}

/** Raised by a prompt in which a command was typed. */
export class CommandTyped extends Error {
  readonly command: TypedCommand;

  constructor(command: TypedCommand) {
    super(`command: ${command.kind}`);
    this.command = command;
  }
}

/**
 * The walk ends: by Ctrl+C (`interrupt`), by the end of standard input (`end`), or at the author's request (`quit`).
 * `typed` is the unfinished line, or ''.
 */
export class Leaving extends Error {
  readonly by: 'interrupt' | 'end' | 'quit';
  readonly typed: string;

  constructor(by: Leaving['by'], typed = '') {
    super(`left by ${by}`);
    this.by = by;
    this.typed = typed;
  }
}
