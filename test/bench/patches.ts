// What each patch of a package gains (scripts/package-patches.js): npm run figures:patches [-- ROUNDS]
// Bundles the program with all patches and without each, and runs all of them in turns: the wizard started in a
// terminal and left at once, and keys typed in it. Prints the processor's time of whole processes: the least of all
// rounds, which what else the machine does disturbs least.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bundle } from '../../scripts/bundle.js';
import { PATCHES } from '../../scripts/package-patches.js';
import { startTerminal } from '../terminal/terminal.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const KEYS = 150;
const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-patches-'));
const meter = join(folder, 'meter.mjs');
writeFileSync(
  meter,
  `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.COST, JSON.stringify(process.resourceUsage())));`,
);

/** Writes the program without some patches into a folder. Returns what starts it. */
async function program(without: string[]): Promise<string> {
  const place = join(folder, without.join('+') || 'all');
  const { outputFiles } = await bundle({ without });
  mkdirSync(join(place, 'dist'), { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(join(place, 'dist', basename(path)), contents);
  for (const part of ['bin', 'flows', 'templates', 'package.json', 'dist/flows'])
    cpSync(part, join(place, part), { recursive: true });
  return join(place, 'bin/spec-wizard.js');
}

/** The CPU time of one run in a terminal from start to exit, in milliseconds. */
async function cost(bin: string, args: readonly string[], keys: number): Promise<number> {
  const cwd = mkdtempSync(join(folder, 'run-'));
  cpSync(join(folder, 'spec.md'), join(cwd, 'spec.md'));
  const file = join(cwd, 'cost.json');
  // Compiled code is cached as it is for users, one folder for each program.
  const env = { COST: file, XDG_CACHE_HOME: join(bin, '../../cache') };
  const terminal = startTerminal({
    command: process.execPath,
    args: ['--import', meter, bin, ...args],
    cols: 120,
    rows: 40,
    cwd,
    env,
  });
  await terminal.waitFor('question');
  for (let at = 0; at < keys; at++) {
    const typed = 'Finds any document. '.repeat(KEYS).slice(0, at + 1);
    terminal.type(typed.at(-1)!);
    await new Promise((done) => setTimeout(done, 20));
  }
  terminal.press('ctrl+c');
  await terminal.exit;
  const { userCPUTime, systemCPUTime } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ResourceUsage;
  rmSync(cwd, { recursive: true, force: true });
  return (userCPUTime + systemCPUTime) / 1000;
}

writeFileSync(
  join(folder, 'spec.md'),
  `${readFileSync('templates/technical-spec.md', 'utf8')}\n<!-- spec-wizard: template=technical-spec -->\n`,
);
// The program does not build without this patch, whose code loads a package that is not installed.
const names = PATCHES.map(({ name }) => name).filter((name) => name !== 'no-devtools');
const programs = [{ name: '', bin: await program([]) }];
for (const name of names) programs.push({ name, bin: await program([name]) });

const SCENARIOS: Record<string, (bin: string) => Promise<number>> = {
  start: (bin: string) => cost(bin, ['spec.md'], 0),
  typing: (bin: string) => cost(bin, ['spec.md'], KEYS),
};
for (const [scenario, run] of Object.entries(SCENARIOS)) {
  const times = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
  for (const { bin } of programs) await run(bin);
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, bin } of programs) times.get(name)!.push(await run(bin));
  const least = (name: string) => Math.min(...times.get(name)!);
  console.log(`${scenario}: ${least('').toFixed(0)} ms with all patches (least of ${ROUNDS} rounds in turns)`);
  for (const name of names) {
    const gain = ((1 - least('') / least(name)) * 100).toFixed(1);
    console.log(`  without ${name.padEnd(20)} ${least(name).toFixed(0).padStart(5)} ms, so it gains ${gain} %`);
  }
}
rmSync(folder, { recursive: true });
