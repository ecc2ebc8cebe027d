import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from 'vitest';
import { CORPUS } from './corpus.ts';
import { CHECK, FILL, type Outcome, runsOf } from './outcome.ts';

/** One command that is not back by then, in milliseconds, is taken to hang. */
const HANG = 120_000;
/** Megabytes of heap for all commands over a part of the corpus, one after the other. */
const HEAP = 300;
const PARTS = process.env.SOAK ? 4 : 1;

let outcomes: Outcome[] = [];

beforeAll(async () => {
  const size = Math.ceil(CORPUS.length / PARTS);
  for (let from = 0; from < CORPUS.length; from += size) {
    outcomes = outcomes.concat(await runPart(from, from + size));
  }
}, 60 * 60_000);

/** Runs all commands over a part of the corpus in a process of its own; raises where one of them hangs or stops it. */
async function runPart(from: number, to: number): Promise<Outcome[]> {
  const args = [`--max-old-space-size=${HEAP}`, 'scripts/run.js', 'test/hostile/run-commands.ts', `${from}`, `${to}`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  const kill = () => child.kill('SIGKILL');
  const found: Outcome[] = [];
  let alarm = setTimeout(kill, HANG);
  let at = from;
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(alarm);
    alarm = setTimeout(kill, HANG);
    const event = JSON.parse(line) as Outcome | { starting: number };
    if ('starting' in event) at = event.starting;
    else found.push(event);
  }
  clearTimeout(alarm);
  if ((await ended) === 0) return found;
  const done = found.filter(({ index }) => index === at).length;
  throw new Error(`“${CORPUS[at]?.name}” hangs or stops: ${runsOf(CORPUS[at]!)[done]?.join(' ')}`);
}

/** What is wrong with which outcomes; none is as it should be. */
function wrong(judge: (outcome: Outcome) => string | false): string[] {
  return outcomes.flatMap((outcome) => {
    const what = judge(outcome);
    return what ? [`${CORPUS[outcome.index]?.name}: ${outcome.command}: ${what}`] : [];
  });
}

const is = (outcome: Outcome, args: readonly string[]) => outcome.command === args.join(' ');

describe('hostile documents, whatever command they are given to', () => {
  it('are all tried', () => expect(outcomes).toHaveLength(CORPUS.flatMap(runsOf).length));

  it('give a result or a clear problem, never an internal error', () => {
    expect(wrong(({ status, told }) => (![0, 1, 2].includes(status) || /internal/.test(told)) && told)).toEqual([]);
    const silent = wrong((outcome) => {
      const { status, told, codes } = outcome;
      return (
        status === 2 &&
        told === '' &&
        codes.length === 0 &&
        !/junit|sarif|github|markdown/.test(outcome.command) &&
        'no word'
      );
    });
    expect(silent).toEqual([]);
  });

  it('are refused where they must be, and nowhere else', () => {
    const judge = (outcome: Outcome) => {
      const { refused } = CORPUS[outcome.index]!;
      if (is(outcome, CHECK)) {
        const codes = outcome.codes.join();
        // A busy machine may need longer than a document is given.
        if (codes === 'too-slow') return false;
        return codes !== (refused ?? '') && `“${codes}” instead of “${refused ?? ''}”`;
      }
      return refused !== null && !outcome.command.startsWith('preview') && outcome.status !== 2 && 'not refused';
    };
    expect(wrong(judge)).toEqual([]);
  });

  it('send nothing to the terminal that it would act on', () => {
    expect(wrong(({ unsafe }) => unsafe)).toEqual([]);
  });

  it('execute nothing, and reach no prototype', () => {
    expect(wrong(({ harmed }) => harmed && 'harmed')).toEqual([]);
  });

  it('keep every byte but those of the answer', () => {
    expect(wrong((outcome) => !is(outcome, FILL) && !outcome.same && 'changed')).toEqual([]);
    expect(wrong((outcome) => is(outcome, FILL) && outcome.status !== 0 && !outcome.same && 'changed')).toEqual([]);
    expect(wrong((outcome) => is(outcome, FILL) && outcome.status === 0 && !outcome.answered && 'no answer')).toEqual(
      [],
    );
    const filled = outcomes.filter((outcome) => is(outcome, FILL));
    expect(filled.filter(({ status }) => status === 0).length).toBeGreaterThan(filled.length / 2);
    expect(filled.length).toBeGreaterThan(CORPUS.length / 8);
  });
});
