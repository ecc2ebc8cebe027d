import './host/with-resolvers.ts';
import { chooseCommand, parseWords } from './commands/parse-words.ts';
import { type Io, processIo } from './host/io.ts';

/** Runs a command line (without node and the program's name) and returns the exit status. Reports problems itself. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    if (argv[0] === '--version' || argv[0] === '-V') {
      const { version } = await import('./host/package.ts');
      io.stdout.write(`${version()}\n`);
      return 0;
    }
    if (argv[0] === 'complete') {
      const { complete } = await import('./commands/complete.ts');
      return await complete(argv.slice(1), io);
    }
    if (asksForHelp(argv)) {
      const { helpText } = await import('./commands/help.ts');
      const topic = argv[0] === 'help' ? argv.slice(1) : argv.filter((word) => word !== '--help' && word !== '-h');
      const { command } = chooseCommand(topic, io.cwd);
      io.stdout.write(helpText(command.name === '' ? undefined : command));
      return 0;
    }
    const { command, words } = chooseCommand(argv, io.cwd);
    const args = parseWords(command, words);
    const { run } = await command.load();
    return await run(args, io);
  } catch (error) {
    const { reportProblem } = await import('./host/report-problem.ts');
    return reportProblem(error, io);
  }
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  return own[0] === 'help' || own.includes('--help') || own.includes('-h');
}

/** Runs the process's own command line. A reader that closes the pipe early is not an error. */
export async function start(): Promise<void> {
  const quiet = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  };
  process.stdout.on('error', quiet);
  process.stderr.on('error', quiet);
  if (process.env.NO_COLOR && process.env.FORCE_COLOR === undefined) process.env.FORCE_COLOR = '0';
  process.exitCode = await main(process.argv.slice(2), processIo());
}
