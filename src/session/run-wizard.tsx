import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ReadStream } from 'node:tty';
import type { Io } from '../host/io.ts';
import { restoreTerminal } from '../host/terminal.ts';
import type { Project } from '../project/project.ts';
import { printable } from '../text/printable.ts';
import type { Appearance, WizardStart } from './wizard-start.ts';

/**
 * The full-screen wizard: home, or a spec at its first gap. Called in a terminal only. Returns 0, or 130 after Ctrl+C;
 * either way everything is kept. Raises the Problems of opening and of beginning a spec, with the terminal as it was.
 */
export async function run(
  beginning: WizardStart,
  project: Project,
  io: Io,
  how: Appearance = {},
): Promise<number> {
  const exists = beginning.kind !== 'open' || existsSync(resolve(io.cwd, beginning.path));
  if (exists) takeTerminal(beginning, io);
  try {
    const { runSession } = await import('./run-session.ts');
    return await runSession(beginning, project, io, how);
  } catch (error) {
    if (exists) restoreTerminal();
    throw error;
  }
}

/** Something is on the screen at once, while the rest is loaded; keys typed meanwhile wait unseen. */
function takeTerminal(beginning: WizardStart, io: Io): void {
  if (io.stdin instanceof ReadStream) io.stdin.setRawMode(true);
  const title = beginning.kind === 'open' ? printable(beginning.path) : '\r\n spec-wizard';
  io.stdout.write(`\u001b[?1049h\u001b[?25l\u001b[H ${title}`);
}
