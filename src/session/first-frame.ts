import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReadStream } from 'node:tty';
import { readRegular, readStart } from '../host/data-path.ts';
import type { Io } from '../host/io.ts';
import { readBuiltFile } from '../host/package.ts';
import { reportProblem } from '../host/report-problem.ts';
import { onEnding, restoreTerminal, takeTerminal } from '../host/terminal.ts';
import { filesAndClaims } from '../host/write-lock.ts';
import { readDocument } from '../markdown/document.ts';
import { findSettings } from '../project/project-settings.ts';
import { givenTitle, isPath, pathFor } from '../project/spec-path.ts';
import { decodeSource } from '../text/source.ts';
import { type FirstScreen, firstFrame } from '../view/first-frame.ts';
import { PALETTES, paint } from '../view/paint.ts';
import type { ShownOutline } from '../view/screens/walk-layout.ts';
import type { TemplateChoice } from '../wizard/state.ts';
import type { FirstWalks } from './first-walks.ts';
import { preferencesForFirstFrame, themeName } from './preferences.ts';
import type { Appearance, WizardStart } from './wizard-start.ts';

/**
 * Takes the terminal and draws what is known of the first screen, before the rest of the wizard, such as Ink and the
 * judge, is loaded. Keys wait unseen in the terminal until the wizard reads them. Restores the terminal if the process
 * ends; returns a function that stops watching for that. Returns null, with the terminal unchanged, if nothing is
 * known.
 */
export function showFirstFrame(beginning: WizardStart, { ascii }: Appearance, io: Io): (() => void) | null {
  const screen = firstScreenOf(beginning, io);
  if (screen === null) return null;
  const { whole, settings } = preferencesForFirstFrame(io, ascii);
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

/** How much of a file is read for the first screen, in bytes. */
const FIRST_PART = 32 * 1024;
/** Larger settings files are not searched. */
const MOST_SETTINGS = 1024 * 1024;

/**
 * Returns what the first screen can show before the wizard is loaded, from files made by the build and the first bytes
 * of the spec. Returns null if the start may fail, so that the error is printed without a screen. Never raises.
 */
export function firstScreenOf(beginning: WizardStart, { cwd }: Pick<Io, 'cwd'>): FirstScreen | null {
  try {
    switch (beginning.kind) {
      case 'home':
        return home(cwd, null);
      case 'open':
        return opened(beginning.path, cwd);
      case 'new':
        return beginning.template === undefined || beginning.name === undefined
          ? home(cwd, [])
          : begun(beginning.template, beginning.name, cwd);
    }
  } catch {
    return null;
  }
}

function home(cwd: string, specs: [] | null): FirstScreen {
  const templates = findSettings(cwd) === null ? readBuiltFile<Record<string, TemplateChoice>>('templates') : null;
  return templates === null ? { kind: 'home-unread' } : { kind: 'home', templates: Object.values(templates), specs };
}

/** A new spec of a built-in template that no setting changes, as the build prepared it. */
function begun(reference: string, name: string, cwd: string): FirstScreen | null {
  const settings = findSettings(cwd);
  const text = settings === null ? '' : String(readRegular(settings, MOST_SETTINGS));
  const all = readBuiltFile<Record<string, FirstWalks>>('first-walks') ?? {};
  const found = Object.entries(all).find(([id, { aliases }]) => id === reference || aliases.includes(reference));
  if (!found || text.includes(found[0]) || text.includes(reference)) {
    const isThere = text.includes(reference) || (isPath(reference) && existsSync(resolve(cwd, reference)));
    return isThere ? unread(isPath(name) ? name : '', 'template', []) : null;
  }
  const [, walks] = found;
  // The number of a numbered spec also appears in its text.
  if (isPath(name) && walks.flow.numbered !== undefined) return unread(name, 'template', []);
  const path = pathFor({ flow: walks.flow }, name, cwd, filesAndClaims());
  if (existsSync(resolve(cwd, path))) return null;
  const walk = givenTitle(name) === undefined ? walks.untitled : walks.titled;
  return { kind: 'walk', ...walk, header: { ...walk.header, path } };
}

function opened(path: string, cwd: string): FirstScreen | null {
  const buffer = Buffer.alloc(FIRST_PART);
  const length = readStart(resolve(cwd, path), buffer);
  if (length === 0) return null;
  // Cuts between lines, so that no character is cut.
  const end = length < FIRST_PART ? length : buffer.lastIndexOf('\n', length) + 1;
  const { text } = decodeSource(buffer.subarray(0, end));
  return unread(path, 'file', sectionsIn(text));
}

function unread(path: string, reads: 'file' | 'template', sections: ShownOutline['sections']): FirstScreen {
  return { kind: 'unread', path, reads, outline: { sections, here: -1, active: false, gaps: null } };
}

/** The headings of a text as sections of the outline: the title first, on the same level as those below it. */
function sectionsIn(text: string): ShownOutline['sections'] {
  const [title, ...others] = readDocument(text).sections.filter(({ level }) => level > 0);
  if (!title) return [];
  const upper = Math.min(...others.map(({ level }) => level));
  return [title, ...others].map((section) => ({
    title: section.title,
    depth: section === title ? 0 : section.level - upper,
    sign: null,
    answered: 0,
    required: 0,
    first: null,
    open: null,
  }));
}
