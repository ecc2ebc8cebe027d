// How long until something stands on the screen, beside a bare node: npm run figures:start [-- ROUNDS] [--json]
// Programs run in turns, those with a screen in a pseudo-terminal of 120 × 40; figures are medians of milliseconds by the
// clock. What asks for a terminal is ended once its first frame has the needle in it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { spawn } from '@lydell/node-pty';

const [rounds = '9'] = process.argv.slice(2).filter((word) => word !== '--json');
const HANG = 20_000;
const program = resolve('bin/spec-wizard.js');
const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-start-'));
const template = readFileSync('templates/technical-spec.md', 'utf8');
writeFileSync(
  join(folder, 'large.md'),
  `${template}\n${'More of what was decided, at length.\n\n'.repeat(2500)}`,
);
writeFileSync(join(folder, 'small.md'), template);
writeFileSync(join(folder, 'bare.mjs'), "process.stdout.write('ready\\n');\n");

interface Scenario {
  args: readonly string[];
  /** What stands on the screen when it is there, without escape sequences. Without one the program's end is waited for. */
  needle?: string;
}

const SCENARIOS: Record<string, Scenario> = {
  'bare node': { args: ['bare.mjs'] },
  '--version': { args: [program, '--version'] },
  'check of one spec': {
    args: [program, 'check', '--no-cache', 'small.md', '--template', 'technical-spec'],
  },
  'check of one spec, cached': {
    args: [program, 'check', 'small.md', '--template', 'technical-spec'],
  },
  'first frame of home': { args: [program], needle: 'dynamo-component' },
  'first frame of new TEMPLATE NAME': {
    args: [program, 'new', 'technical-spec', 'Ferry times'],
    needle: 'What is the component or feature called?',
  },
  'field of new TEMPLATE NAME': {
    args: [program, 'new', 'technical-spec', 'Ferry times'],
    needle: '┃ Ferry times',
  },
  'first frame of a FILE of 100 kB': {
    args: [program, 'large.md', '--template', 'technical-spec'],
    needle: 'Executive Summary',
  },
  'first screen of the pager': { args: [program, 'preview', 'large.md'], needle: 'Summary' },
};

const env = { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', HOME: folder };
const measured = new Map<string, number[]>(Object.keys(SCENARIOS).map((name) => [name, []]));
for (const scenario of Object.values(SCENARIOS)) await untilShown(scenario);
for (let round = 0; round < Number(rounds); round++)
  for (const [name, scenario] of Object.entries(SCENARIOS))
    measured.get(name)!.push(await untilShown(scenario));
rmSync(folder, { recursive: true, force: true });

const bare = median(measured.get('bare node')!);
const figures = [...measured].map(([name, times]) => ({
  name,
  milliseconds: Math.round(median(times)),
  ratio: Number((median(times) / bare).toFixed(2)),
}));
if (process.argv.includes('--json')) console.log(JSON.stringify({ node: process.version, rounds, figures }));
else
  for (const { name, milliseconds, ratio } of figures)
    console.log(`${name.padEnd(34)}${String(milliseconds).padStart(6)} ms${ratio.toFixed(2).padStart(8)} ×`);

/** Milliseconds from the start of a program until its needle stands on the screen. */
function untilShown({ args, needle }: Scenario): Promise<number> {
  return new Promise((resolveWith, reject) => {
    const start = performance.now();
    const pty = spawn(process.execPath, [...args], { cwd: folder, env, cols: 120, rows: 40 });
    let shown: number | null = null;
    let output = '';
    pty.onData((data) => {
      if (shown !== null || needle === undefined) return;
      output += data;
      // Escape sequences stand between words and colours.
      if (
        !output
          .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g, '')
          .includes(needle)
      )
        return;
      shown = performance.now() - start;
      pty.kill('SIGKILL');
    });
    const hang = setTimeout(() => pty.kill('SIGKILL'), HANG);
    pty.onExit(() => {
      clearTimeout(hang);
      if (needle === undefined) shown = performance.now() - start;
      if (shown === null) reject(new Error(`no “${needle}” in:\n${output}`));
      else resolveWith(shown);
    });
  });
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
