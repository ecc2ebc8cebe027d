// Runs commands over the corpus in one process: node scripts/run.js test/hostile/run-commands.ts FIRST LAST
// One JSON line before each document, one after each command; a process that stops in between has met its match.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { CORPUS } from './corpus.ts';
import { ANSWER, layOut, type Outcome, runsOf } from './outcome.ts';

const [from = 0, to = CORPUS.length] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-hostile-'));
const bait = join(folder, 'bait');
process.env.BAIT = bait;

for (let index = from; index < Math.min(to, CORPUS.length); index++) {
  process.stdout.write(`${JSON.stringify({ starting: index })}\n`);
  const bytes = CORPUS[index]!.bytes();
  for (const args of runsOf(CORPUS[index]!)) {
    const cwd = join(folder, String(index));
    mkdirSync(cwd);
    layOut(cwd, bytes);
    process.stdout.write(`${JSON.stringify(await runOne(index, args, cwd, bytes))}\n`);
    rmSync(cwd, { recursive: true });
  }
}
rmSync(folder, { recursive: true });

async function runOne(index: number, args: readonly string[], cwd: string, bytes: Uint8Array): Promise<Outcome> {
  const io = fakeIo({ cwd, env: { XDG_STATE_HOME: folder, XDG_CACHE_HOME: join(cwd, 'cache') } });
  const start = process.cpuUsage();
  const status = await main(args, io);
  const { user, system } = process.cpuUsage(start);
  const after = readFileSync(join(cwd, 'doc.md'));
  const same = after.equals(bytes);
  const [printed, told] = [io.out(), io.err()];
  return {
    index,
    command: args.join(' '),
    status,
    milliseconds: Math.round((user + system) / 1000),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    codes: Array.from(printed.matchAll(/^ {6}"code": "([a-z-]+)"/gm), ([, code]) => code!),
    unsafe: [unsafePart(printed), unsafePart(told)].filter(Boolean).join(' '),
    told: told.slice(0, 500),
    same,
    answered: after.includes(ANSWER),
    harmed: existsSync(bait) || 'polluted' in {} || 'x' in {},
  };
}

/** What a terminal would act on, with what stands before it; '' where nothing is. */
function unsafePart(output: string): string {
  const found = /.{0,20}[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.exec(output);
  return found ? JSON.stringify(found[0]) : '';
}
