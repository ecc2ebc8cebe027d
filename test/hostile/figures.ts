// What the hostile documents cost: SOAK=1 node test/run.js test/hostile/figures.ts [MS] [MB]
// Each document in a process of its own; prints the commands above so many milliseconds of the processor or MB.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CORPUS } from './corpus.ts';
import type { Outcome } from './outcome.ts';

const [most = 1000, memory = 300] = process.argv.slice(3).map(Number);
const PATIENCE = 120_000;
const all: Outcome[] = [];
for (const [index, { name }] of CORPUS.entries()) {
  const args = ['test/run.js', 'test/hostile/run-commands.ts', `${index}`, `${index + 1}`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: PATIENCE });
  const found: Outcome[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Outcome | { starting: number };
    if ('command' in said) found.push(said);
  }
  all.push(...found);
  for (const { command, milliseconds, megabytes } of found) {
    if (milliseconds > most || megabytes > memory)
      console.log(`${name}: ${command}: ${milliseconds} ms, ${megabytes} MB`);
  }
  if (child.signalCode || child.exitCode)
    console.log(`${name}: stopped after ${found.at(-1)?.command ?? 'nothing'}`);
}
const times = all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const at = (part: number) => times[Math.floor((times.length - 1) * part)];
console.log(
  `${CORPUS.length} documents, ${all.length} runs; ms: median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`,
);
console.log(`MB: most ${Math.max(...all.map(({ megabytes }) => megabytes))}`);
