import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { givenTitle, pathFor } from '../../src/project/spec-path.ts';
import { themeOf } from '../../src/render/theme.ts';
import { templateChoice } from '../../src/session/files-here.ts';
import { firstScreenOf } from '../../src/session/first-frame.ts';
import { firstWalksOf } from '../../src/session/first-walks.ts';
import { newSpecText } from '../../src/session/new-spec.ts';
import type { Template } from '../../src/template/template.ts';
import { type FirstScreen, firstFrame } from '../../src/view/first-frame.ts';
import { frameOf } from '../../src/view/frame.ts';
import { PALETTES, paint, type Row } from '../../src/view/paint.ts';
import { DEFAULT_PREFERENCES } from '../../src/wizard/preferences.ts';
import { firstState, wizardMachine } from '../../src/wizard/update.ts';
import { TEMPLATES } from '../view/stage.ts';

const SIZES = [
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
  { columns: 100, rows: 24 },
  { columns: 80, rows: 24 },
  { columns: 60, rows: 20 },
  { columns: 40, rows: 12 },
  { columns: 39, rows: 11 },
];
const THEME = { palette: PALETTES.dark, theme: themeOf('dark') };
const FACTS = { today: '2026-11-27' };
const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-first-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(SIZES)('in $columns × $rows cells', (size) => {
  const shown = { size, preferences: DEFAULT_PREFERENCES, keys: true };

  test('the first frame of home is that of the wizard', () => {
    const templates = TEMPLATES.map(templateChoice);
    const whole = frameOf(firstState(size, FACTS, templates), THEME);
    const first = firstFrame({ kind: 'home', templates, specs: null }, shown);
    expect(first.rows.map(painted)).toEqual(whole.rows.map(painted));
  });

  test('the first frame of home without templates leaves out, but changes nothing', () => {
    const whole = frameOf(firstState(size, FACTS, TEMPLATES.map(templateChoice)), THEME);
    expectWithin(firstFrame({ kind: 'home-unread' }, shown).rows, whole.rows);
  });

  test.each(
    TEMPLATES.flatMap((template) => ['Ferry times', 'ferry'].map((name) => ({ id: template.id, name, template }))),
  )('the first frame of $id “$name” leaves out, but changes nothing', ({ template, name }) => {
    const { screen, state } = begun(template, name, size);
    const first = firstFrame(screen, shown).rows;
    const whole = frameOf(state, THEME).rows;
    expectWithin(first, whole);
    if (size.rows >= 12 && size.columns >= 40) expect(text(first.at(-1)!)).toBe(text(whole.at(-1)!));
  });
});

test('own keys that are not known yet are not named', () => {
  const screen: FirstScreen = { kind: 'home', templates: [], specs: null };
  const [size] = SIZES;
  const { rows } = firstFrame(screen, { size: size!, preferences: DEFAULT_PREFERENCES, keys: false });
  expect(text(rows.at(-1)!).trim()).toBe('');
});

describe('a spec that exists', () => {
  const titlesOf = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    const screen = firstScreenOf({ kind: 'open', path: name }, { cwd: folder });
    return screen?.kind === 'unread' ? screen.outline.sections.map((one) => [one.depth, one.title]) : screen;
  };

  test('shows its headings, as deep as they are', () => {
    expect(titlesOf('a.md', '# Ferry\n\n## Goals\n\n### Speed\n\n## Risks\n')).toEqual([
      [0, 'Ferry'],
      [0, 'Goals'],
      [1, 'Speed'],
      [0, 'Risks'],
    ]);
  });

  test('shows nothing of fences, comments and front matter', () => {
    const content = '---\n# no: 1\n---\nFerry\n=====\n\n```\n# no\n```\n\n<!--\n# no\n-->\n\n## Goals\n';
    expect(titlesOf('b.md', content)).toEqual([
      [0, 'Ferry'],
      [0, 'Goals'],
    ]);
  });

  test('is read as far as the first part goes, and no character is cut', () => {
    const content = `# Ferry\n\n${'ü'.repeat(79)}\n${`${'ü'.repeat(80)}\n`.repeat(1000)}## Goals\n`;
    expect(titlesOf('c.md', content)).toEqual([[0, 'Ferry']]);
  });

  test.each([
    ['empty.md', ''],
    ['no-text.md', Buffer.from([0x23, 0x20, 0x00, 0xff])],
  ])('is not shown where it cannot be opened: %s', (name, content) => {
    expect(titlesOf(name, content)).toBeNull();
  });

  test('is not shown for a missing file or a folder', () => {
    mkdirSync(join(folder, 'folder.md'));
    for (const path of ['absent.md', 'folder.md'])
      expect(firstScreenOf({ kind: 'open', path }, { cwd: folder })).toBeNull();
  });
});

test('a file that may not be a template gets no screen', () => {
  expect(firstScreenOf({ kind: 'new', template: 'nope', name: 'Ferry' }, { cwd: folder })).toBeNull();
});

/** A new spec in the wizard, and what is known of it before. */
function begun(template: Template, name: string, size: { columns: number; rows: number }) {
  const path = pathFor(template, name, folder);
  const machine = wizardMachine(firstState(size, FACTS, []));
  const { titled, untitled } = firstWalksOf(template);
  const title = givenTitle(name);
  machine.dispatch({ type: 'known', facts: { name: title } });
  const content = newSpecText(template, path, folder);
  machine.dispatch({ type: 'opened', path, template, text: content, exists: false, last: null, drafts: [] });
  const walk = title === undefined ? untitled : titled;
  const screen: FirstScreen = { kind: 'walk', ...walk, header: { ...walk.header, path } };
  return { screen, state: machine.current() };
}

/** Expects that each cell of the first rows is blank or the same in the second. */
function expectWithin(first: readonly Row[], whole: readonly Row[]): void {
  expect(first).toHaveLength(whole.length);
  for (const [at, row] of first.entries()) {
    const cells = [...text(row)];
    const others = [...text(whole[at]!)];
    expect(cells.map((cell, column) => (cell === ' ' ? others[column] : cell)).join('')).toBe(others.join(''));
  }
}

const painted = (row: Row) => paint(row, PALETTES.dark);

const text = (row: Row) => row.map((one) => one.plain ?? one.text).join('');
