// Compares `check` with reading the files and with its peers, side by side: npm run bench [-- ROUNDS]
// Figures are medians of the rounds. The peers are installed with: npm ci --prefix test/bench/rivals
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeProject } from './project.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const here = resolve('test/bench');
const rivals = join(here, 'rivals');
const program = resolve('bin/spec-wizard.js');
const bin = (name: string) => join(rivals, 'node_modules/.bin', name);
const native = join(rivals, 'node_modules/@rumdl', `cli-${process.platform}-${process.arch}`, 'bin/rumdl');
const rumdl = [native, native.replace('/bin/', '/')].find((path) => existsSync(path)) ?? bin('rumdl');

const folder = makeProject();
const files = readdirSync(join(folder, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const cache = mkdtempSync(join(tmpdir(), 'spec-wizard-bench-cache-'));

const forget = () => rmSync(cache, { recursive: true, force: true });
const node = process.execPath;

interface Contender {
  name: string;
  command: [string, ...string[]];
  before?: () => void;
  /** The file that is there when the peer is installed. */
  peer?: string;
}

interface Figures {
  /** Seconds by the clock. */
  clock: number;
  /** Seconds of the processor. */
  cpu: number;
  /** Megabytes at the peak. */
  memory: number;
}

const ALL: Contender[] = [
  { name: 'reading the files', command: [node, join(here, 'read-files.js')] },
  { name: 'spec-wizard check, cold', command: [node, program, 'check'], before: forget },
  { name: 'spec-wizard check, warm', command: [node, program, 'check'] },
  { name: 'rumdl, cold', command: [rumdl, 'check', '--no-cache', 'docs'], peer: rumdl },
  {
    name: 'markdownlint-cli2',
    command: [node, bin('markdownlint-cli2'), 'docs/**/*.md'],
    peer: bin('markdownlint-cli2'),
  },
  {
    name: 'remark-cli, lint preset',
    command: [
      node,
      bin('remark'),
      'docs',
      '--no-stdout',
      '--quiet',
      '--use',
      join(rivals, 'node_modules/remark-preset-lint-recommended/index.js'),
    ],
    peer: bin('remark'),
  },
];
const CONTENDERS = ALL.filter(({ name, peer }) => {
  if (!peer || existsSync(peer)) return true;
  console.log(`${name}: not installed (npm ci --prefix test/bench/rivals)`);
  return false;
});

const measured = new Map<string, Figures[]>(CONTENDERS.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const { name, command, before } of CONTENDERS) {
    before?.();
    measured.get(name)!.push(measure(command));
  }
}
report();
rmSync(folder, { recursive: true, force: true });
forget();

/** Runs a command in the project. */
function measure(command: Contender['command']): Figures {
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: cache, NO_COLOR: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (error) throw error;
  const [clock = 0, user = 0, system = 0, kilobytes = 0] = stderr
    .trimEnd()
    .split('\n')
    .at(-1)!
    .split(' ')
    .map(Number);
  return { clock, cpu: user + system, memory: kilobytes / 1024 };
}

function report(): void {
  const of = (name: string, field: keyof Figures) => median(measured.get(name)!.map((one) => one[field]));
  const reading = of('reading the files', 'cpu');
  console.log(`${files.length} documents, medians of ${ROUNDS} rounds, side by side`);
  console.log(
    `${'files/s'.padStart(34)}${'CPU s'.padStart(9)}${'× reading'.padStart(11)}${'peak MB'.padStart(9)}`,
  );
  for (const { name } of CONTENDERS) {
    const cpu = of(name, 'cpu');
    const columns = [
      name.padEnd(26),
      String(Math.round(files.length / of(name, 'clock'))).padStart(8),
      cpu.toFixed(2).padStart(9),
      (cpu / reading).toFixed(1).padStart(11),
      String(Math.round(of(name, 'memory'))).padStart(9),
    ];
    console.log(columns.join(''));
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
