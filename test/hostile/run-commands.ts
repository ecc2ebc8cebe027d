// Runs commands over the corpus in one process: node test/run.js test/hostile/run-commands.ts FIRST [LAST]
// One JSON line before each document, one after each command; a process that stops in between has met its match.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { CORPUS } from './corpus.ts';

/** What a command did with a document. */
export interface Outcome {
  index: number;
  command: string;
  status: number;
  milliseconds: number;
  /** Resident memory of the process so far, at most, in MB. */
  megabytes: number;
  out: string;
  err: string;
  /** The document's bytes are what they were. */
  same: boolean;
  /** The text after it, where it is not. */
  text: string | null;
  /** Something in the document was executed, or reached Object.prototype. */
  harmed: boolean;
}

/** The commands: `doc.md` is the document, `spec.md` a spec without harm. */
export const RUNS: readonly (readonly string[])[] = [
  ['check', 'doc.md'],
  ['check', 'doc.md', '--template', 'component', '--json'],
  ['check', 'spec.md', '--template', './doc.md'],
  ['questions', 'doc.md'],
  ['questions', 'doc.md', '--json'],
  ['preview', 'doc.md', '--no-pager', '--width', '60'],
  ['new', './doc.md', 'made.md', '--blank'],
  ['fill', 'doc.md', '--template', 'component', '--answers', 'answers.yaml'],
];

/** The answer that is filled in. */
export const ANSWER = 'Exports what users own, on demand.';

const first = process.argv[3];
if (first !== undefined && process.argv[1]?.endsWith('run.js'))
  await runAll(Number(first), Number(process.argv[4] ?? CORPUS.length));

async function runAll(from: number, to: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-hostile-'));
  process.env.BAIT = join(folder, 'bait');
  process.env.XDG_STATE_HOME = join(folder, 'state');
  for (let index = from; index < to && index < CORPUS.length; index++) {
    process.stdout.write(`${JSON.stringify({ starting: index })}\n`);
    const bytes = CORPUS[index]!.bytes();
    for (const args of RUNS) {
      const cwd = join(folder, String(index));
      mkdirSync(cwd);
      writeFileSync(join(cwd, 'doc.md'), bytes);
      writeFileSync(join(cwd, 'spec.md'), '# Title\n\n## Purpose\n\nText.\n');
      writeFileSync(join(cwd, 'answers.yaml'), `purpose/paragraph: ${JSON.stringify(ANSWER)}\n`);
      process.stdout.write(`${JSON.stringify(await runOne(index, args, cwd, bytes))}\n`);
      rmSync(cwd, { recursive: true });
    }
  }
  rmSync(folder, { recursive: true });
}

async function runOne(
  index: number,
  args: readonly string[],
  cwd: string,
  bytes: Uint8Array,
): Promise<Outcome> {
  const io = fakeIo({ cwd });
  const start = performance.now();
  const status = await main(args, io);
  const milliseconds = Math.round(performance.now() - start);
  const after = readFileSync(join(cwd, 'doc.md'));
  const same = after.equals(bytes);
  return {
    index,
    command: args.join(' '),
    status,
    milliseconds,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    out: unsafeParts(io.out()),
    err: `${unsafeParts(io.err())}${io.err().slice(0, 2000)}`,
    same,
    text: same ? null : after.toString('utf8').slice(0, 300_000),
    harmed: existsSync(process.env.BAIT!) || 'polluted' in {} || 'x' in {},
  };
}

/** What a terminal would act on, with what stands before it; '' where nothing is. */
function unsafeParts(output: string): string {
  const found = output.match(
    /.{0,20}[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u,
  );
  return found ? `UNSAFE ${JSON.stringify(found[0])}` : '';
}
