// Runs command lines of the built program one after the other, each as a parent process sends it; ends with its parent.
// Starting a process for each would take most of the time of the tests.
import { Readable, Writable } from 'node:stream';

// In a variable, so that the type check does not follow it into the bundle.
const program = new URL('../../dist/cli.js', import.meta.url).href;
const { main } = await import(program);

/**
 * @param {string} input
 * @param {{ columns: number, rows: number } | undefined} terminal
 */
function makeStreams(input, terminal) {
  const kind = { isTTY: terminal !== undefined, ...terminal };
  const written = { stdout: '', stderr: '' };
  /** @param {'stdout' | 'stderr'} name */
  const sink = (name) =>
    Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          written[name] += String(chunk);
          done();
        },
      }),
      kind,
    );
  const stdin = Object.assign(Readable.from(input === '' ? [] : [Buffer.from(input)]), kind);
  return { written, stdin, stdout: sink('stdout'), stderr: sink('stderr') };
}

/** @param {import('./command-client.ts').Command} command */
async function run({ args, cwd, env, input, terminal }) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  const { written, ...streams } = makeStreams(input, terminal);
  const code = await main(args, { ...streams, env, cwd: process.cwd(), now: () => new Date() });
  process.chdir('/');
  return { code, signal: null, ...written };
}

process.on('message', async (/** @type {any} */ command) => {
  process.send?.(await run(command));
});
process.on('disconnect', () => process.exit());
