import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a program ended and what it wrote. */
export interface Result {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

/** A command line, and what it runs in. */
export interface Command {
  args: readonly string[];
  cwd: string;
  env: Record<string, string>;
  input: string;
  /** Cells of the terminal that its streams seem to be; without it they are pipes. */
  terminal?: { columns: number; rows: number } | undefined;
}

const SERVER = fileURLToPath(new URL('command-server.js', import.meta.url));
/** Megabytes of heap that all commands of a server get: none of them has a reason to hold much. */
const HEAP = 300;

let server: ChildProcess | null = null;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Runs a command in the server, which is started where there is none, after all commands before it. One that does not
 * end in so many milliseconds, or takes more memory than there is, ends the server; its code is null, then.
 */
export function runInServer(command: Command, patience: number): Promise<Result> {
  const result = queue.then(() => send(command, patience));
  queue = result.catch(() => {});
  return result;
}

function send(command: Command, patience: number): Promise<Result> {
  server ??= start();
  const child = server;
  return new Promise((resolve) => {
    const finish = (result: Result) => {
      clearTimeout(alarm);
      child.off('message', finish).off('exit', ended);
      resolve(result);
    };
    const ended = (code: number | null, signal: string | null) => {
      server = null;
      finish({ code, signal, stdout: '', stderr: 'the process ended' });
    };
    const alarm = setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('message', finish).on('exit', ended);
    child.send(command);
  });
}

/** A server that does not keep the process of the tests. */
function start(): ChildProcess {
  // Its standard input is a pipe that nobody writes into: what reads it does not end.
  const child = fork(SERVER, {
    execArgv: [`--max-old-space-size=${HEAP}`],
    stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  (child.stdin as unknown as { unref?: () => void }).unref?.();
  return child;
}
