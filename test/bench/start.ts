import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { specOf } from './documents.ts';
import { type Contender, type Figure, inTurns, type Run, runToEnd } from './measure.ts';
import { RIVALS, rival } from './rivals.ts';
import { Screen } from './screen.ts';

const program = resolve('bin/spec-wizard.js');

/** The time until something is on the screen, compared with node alone. */
export async function startFigures(rounds: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-start-'));
  writeFileSync(join(folder, 'large.md'), specOf(100_000));
  writeFileSync(join(folder, 'small.md'), specOf(0));
  writeFileSync(join(folder, 'bare.mjs'), "process.stdout.write('ready\\n');\nsetInterval(() => {}, 1000);\n");
  const spec = ['small.md', '--template', 'technical-spec'];
  const ends = (name: string, ...args: string[]): Contender => ({
    name,
    run: () => runToEnd([process.execPath, ...args], { cwd: folder, env: { HOME: folder } }),
  });
  const shows = (name: string, needle: string, ...args: string[]): Contender => ({
    name,
    run: () => untilShown(args, needle, folder),
  });
  const prompts = Object.entries({
    '@clack/prompts, a select': ['@clack/prompts', 'clack.js'],
    '@inquirer/prompts, a select': ['@inquirer/prompts', 'inquirer.js'],
    'Enquirer, a select': ['enquirer', 'enquirer.js'],
    'Ink, one line, not bundled': ['ink', 'ink.js'],
  }).flatMap(([name, [path = '', script = '']]) =>
    rival(name, path) ? [shows(name, 'the last one', join(RIVALS, script))] : [],
  );
  const contenders = [
    shows('bare node', 'ready', 'bare.mjs'),
    ends('bare node, to its end', '-e', '0'),
    ends('--version', program, '--version'),
    ends('check of one spec', program, 'check', '--no-cache', ...spec),
    ends('check of one spec, cached', program, 'check', ...spec),
    {
      name: 'first byte of home',
      run: async () => {
        const { firstByte, ...run } = await untilShown([program], 'dynamo-component', folder);
        return { ...run, wall: firstByte };
      },
    },
    shows('first frame of home', 'dynamo-component', program),
    shows(
      'first frame of `new TEMPLATE NAME`',
      'What is the component or feature called?',
      ...[program, 'new', 'technical-spec', 'Ferry times'],
    ),
    shows('its field', '┃ Ferry times', program, 'new', 'technical-spec', 'Ferry times'),
    shows(
      'first frame of a FILE of 100 kB',
      'Executive Summary',
      ...[program, 'large.md', '--template', 'technical-spec'],
    ),
    shows('first screen of the pager, 100 kB', 'Executive Summary', program, 'preview', 'large.md'),
    ...prompts,
  ];
  await inTurns('start', contenders, 1);
  const figures = await inTurns('start', contenders, rounds);
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function untilShown(args: string[], needle: string, folder: string): Promise<Run & { firstByte: number }> {
  const screen = new Screen(args, folder);
  const run = screen.taken(await screen.until(needle));
  await screen.kill();
  return { ...run, firstByte: screen.firstByte! };
}
