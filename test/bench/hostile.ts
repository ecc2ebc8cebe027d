// What the hostile documents cost: npm run figures:hostile [-- MS MB]
// Each command over each document is a run of the built program of its own. Prints those above so many milliseconds of
// the processor or megabytes, then the worst of each command.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CORPUS } from '../hostile/corpus.ts';
import { layOut, runsOf } from '../hostile/outcome.ts';

/** The cost of one run: CPU time in milliseconds, peak resident memory in megabytes. */
interface Cost {
  name: string;
  ms: number;
  mb: number;
}

const [mostMs = 1000, mostMb = 300] = process.argv.slice(2).map(Number);
const PATIENCE = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-hostile-'));
const meter = join(folder, 'meter.mjs');
writeFileSync(
  meter,
  `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`,
);

const costs = new Map<string, Cost[]>();
for (const [index, hostile] of CORPUS.entries()) {
  const cwd = join(folder, String(index));
  for (const args of runsOf(hostile)) {
    mkdirSync(cwd);
    layOut(cwd, hostile.bytes());
    const command = args.join(' ');
    const cost = { name: hostile.name, ...run(args, cwd) };
    costs.set(command, [...(costs.get(command) ?? []), cost]);
    if (cost.ms > mostMs || cost.mb > mostMb) console.log(`${cost.name}: ${command}: ${cost.ms} ms, ${cost.mb} MB`);
    rmSync(cwd, { recursive: true });
  }
}
rmSync(folder, { recursive: true });

console.log('\n| command | runs | ms: median | most | by | MB: median | most | by |');
console.log('|---|--:|--:|--:|---|--:|--:|---|');
for (const [command, all] of costs) {
  const byMs = all.toSorted((a, b) => a.ms - b.ms);
  const byMb = all.toSorted((a, b) => a.mb - b.mb);
  const [slow, large] = [byMs.at(-1)!, byMb.at(-1)!];
  const [ms, mb] = [byMs[all.length >> 1]!.ms, byMb[all.length >> 1]!.mb];
  console.log(
    `| ${command} | ${all.length} | ${ms} | ${slow.ms} | ${slow.name} | ${mb} | ${large.mb} | ${large.name} |`,
  );
}

/** Runs the built program; a run that had to be stopped counts as infinite. */
function run(args: readonly string[], cwd: string): Pick<Cost, 'ms' | 'mb'> {
  const { output, signal } = spawnSync(process.execPath, ['--import', meter, resolve('bin/spec-wizard.js'), ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: folder, XDG_CACHE_HOME: join(cwd, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: PATIENCE,
    maxBuffer: 1 << 30,
  });
  const usage = String(output?.[3] ?? '');
  if (signal || usage === '') return { ms: Infinity, mb: Infinity };
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return { ms: Math.round((userCPUTime + systemCPUTime) / 1000), mb: Math.round(maxRSS / 1024) };
}
