import type { Io } from '../host/io.ts';
import type { Args } from './args.ts';

/** What a command's module exports: does the work and gives the exit status. Raises Problem for what cannot be done. */
interface CommandModule {
  run: (args: Args, io: Io) => Promise<number>;
}

/** One row of the command table. */
export interface Command {
  /** '' for the wizard, which runs where no command is named. */
  name: string;
  /** Its words as help shows them: `<NAME>` needed, `[NAME]` optional, `…` after the last for any number. */
  words: readonly string[];
  /** One line, for the list of commands. */
  summary: string;
  /** Option and explanation: `--json`, `--template <ID|PATH>` (takes a value; with `…` behind it, several), `--no-pager`. */
  options: readonly (readonly [flags: string, summary: string])[];
  /** The one option without which it cannot run, by long name in camel case. */
  needs?: string;
  load: () => Promise<CommandModule>;
}
