import { startTerminal, type TestTerminal } from '../../test/terminal/terminal.ts';
import type { ThemeName } from './palette.ts';
import { type Screen, screenOf } from './screen.ts';

/** A still picture: the command, the keys, and the text to wait for. */
export interface Scene {
  /** Its file name, without theme and extension. */
  name: string;
  /** The command, for the bar above the picture. */
  title: string;
  args: readonly string[];
  /** In cells; 100 columns by default. */
  columns?: number;
  rows: number;
  drive: (terminal: TestTerminal) => Promise<unknown>;
}

/** The size of most scenes, in cells. */
const COLUMNS = 100;
const SEARCH = 'docs/specs/technical/faster-search.md';

export const SCENES: readonly Scene[] = [
  {
    name: 'home',
    title: 'spec-wizard',
    args: [],
    rows: 24,
    drive: async (terminal) => {
      await terminal.waitFor('complete');
      terminal.press('g');
    },
  },
  {
    name: 'walk',
    title: `spec-wizard ${SEARCH}`,
    args: [SEARCH],
    rows: 28,
    drive: async (terminal) => {
      await terminal.waitFor('question 14 of 47');
      terminal.type('Nobody finds what they may not read; each search is filtered by permission');
      await terminal.waitFor('by permission');
    },
  },
  {
    name: 'table',
    title: `spec-wizard ${SEARCH} --section risk-assessment`,
    args: [SEARCH, '--section', 'risk-assessment'],
    columns: 84,
    rows: 22,
    drive: async (terminal) => {
      await terminal.waitFor('What are the risks');
      terminal.press('ctrl+o');
      terminal.type('The disk fills up');
      await terminal.waitFor('The disk fills up');
      terminal.press('tab');
    },
  },
  {
    name: 'review',
    title: `spec-wizard ${SEARCH}`,
    args: [SEARCH],
    rows: 26,
    drive: async (terminal) => {
      await terminal.waitFor('question 14 of 47');
      terminal.press('escape');
      await terminal.waitFor('next gap');
      terminal.press('r');
      await terminal.waitFor('go there');
    },
  },
  {
    name: 'preview',
    title: `spec-wizard preview ${SEARCH}`,
    args: ['preview', SEARCH],
    rows: 30,
    drive: async (terminal) => {
      await terminal.waitFor('Faster Search');
      await terminal.waitFor('25');
      terminal.press('n');
      await terminal.waitFor('Security');
    },
  },
  {
    name: 'check',
    title: 'spec-wizard check docs/decisions',
    args: ['check', 'docs/decisions'],
    rows: 18,
    drive: async (terminal) => {
      await terminal.exit;
    },
  },
];

/** Plays a scene in a project (its folder) and returns the screen at its end. */
export async function play(scene: Scene, cwd: string, theme: ThemeName): Promise<Screen> {
  const { args, columns = COLUMNS, rows, drive } = scene;
  const terminal = startTerminal({ args, cwd, cols: columns, rows, env: environment(theme) });
  await drive(terminal);
  await terminal.still();
  const screen = screenOf(terminal, columns, rows);
  terminal.kill();
  return screen;
}

/** Tells the program the background of its terminal and its number of colours. */
export function environment(theme: ThemeName): Record<string, string> {
  return { COLORFGBG: theme === 'dark' ? '15;0' : '0;15', COLORTERM: 'truecolor' };
}
