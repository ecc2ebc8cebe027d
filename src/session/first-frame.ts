import type { ReadStream } from 'node:tty';
import type { Io } from '../host/io.ts';
import { reportProblem } from '../host/report-problem.ts';
import { onEnding } from '../host/signals.ts';
import { restoreTerminal, takeTerminal } from '../host/terminal.ts';
import { firstFrame } from '../view/first-frame.ts';
import { PALETTES, paint } from '../view/paint.ts';
import { firstScreenOf } from './first-screen.ts';
import { preferencesAtOnce, themeName } from './preferences.ts';
import type { Appearance, WizardStart } from './wizard-start.ts';

/**
 * Takes the terminal and draws what is known of the first screen, before anything else of the wizard is loaded: neither
 * Ink nor the judge. Keys wait unseen in the terminal until the wizard reads them. An ending restores the terminal; returns
 * what ends that watch, for whoever watches from then on. Null where nothing is known: then the terminal is as it was.
 */
export function showFirstFrame(beginning: WizardStart, { ascii }: Appearance, io: Io): (() => void) | null {
  const screen = firstScreenOf(beginning, io);
  if (screen === null) return null;
  const { whole, settings } = preferencesAtOnce(io, ascii);
  const { theme, ...preferences } = settings;
  const palette = PALETTES[themeName(theme, io)];
  const size = { columns: io.stdout.columns || 80, rows: io.stdout.rows || 24 };
  const { rows } = firstFrame(screen, { size, preferences, keys: whole });
  const unwatch = onEnding(
    () => {},
    () => restoreTerminal(),
    (error) => void reportProblem(error, io),
  );
  takeTerminal(io.stdin as ReadStream, io.stdout);
  io.stdout.write(rows.map((row) => paint(row, palette, preferences.ascii)).join('\r\n'));
  return unwatch;
}
