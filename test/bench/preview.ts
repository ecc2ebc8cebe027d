import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { realText } from './documents.ts';
import { type Contender, type Figure, inTurns, runToEnd } from './measure.ts';
import { RIVALS, rival } from './rivals.ts';

/** The time for printing 1 MB of Markdown to a pipe, compared with other programs for terminals. */
export async function previewFigures(rounds: number): Promise<Figure[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'spec-wizard-preview-'));
  writeFileSync(join(cwd, 'large.md'), realText(1_000_000));
  writeFileSync(join(cwd, 'bare.mjs'), '');
  const node = process.execPath;
  const piped = (name: string, ...command: string[]): Contender => ({
    name,
    run: () => runToEnd(command, { cwd, piped: true }),
  });
  const lowdown = rival('lowdown');
  const contenders = [
    piped('bare node', node, 'bare.mjs'),
    piped('spec-wizard preview', node, resolve('bin/spec-wizard.js'), 'preview', 'large.md'),
    ...(rival('marked-terminal', 'marked-terminal')
      ? [piped('marked-terminal', node, join(RIVALS, 'marked-terminal.js'), 'large.md')]
      : []),
    ...(lowdown ? [piped('lowdown', lowdown, '-tterm', '--term-columns=80', 'large.md')] : []),
  ];
  const figures = await inTurns('preview', contenders, rounds);
  rmSync(cwd, { recursive: true, force: true });
  return figures;
}
