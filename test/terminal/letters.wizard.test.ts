import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { begin, goTo, keep, section } from './small-spec.ts';
import type { TestTerminal } from './terminal.ts';

/** Letters of several code units, code points and cells; the last one is taken away again and replaced. */
const LETTERS = 'A 😀 👨‍👩‍👧 e\u0301 한국어';
const CHANGED = 'A 😀 👨‍👩‍👧 e\u0301 한글';

/** The editors that take text, where they are asked for, and what of it stands in the file. */
const EDITORS: Readonly<Record<string, [question: string, written: string]>> = {
  name: ['Component Name', `# ${CHANGED}\n`],
  paragraph: ['About', `## About\n\n${CHANGED}\n`],
  list: ['Goals', `## Goals\n\n- ${CHANGED}\n`],
  table: ['Variables', `| ${CHANGED} `],
  code: ['Settings', `\`\`\`yaml\n${CHANGED}\n\`\`\``],
  checklist: ['Tasks', `## Tasks\n\n- [ ] ${CHANGED}\n`],
};

/** Waits until the screen is drawn as recorded; fails, with what differs, where it stays another. */
async function isUnchanged(terminal: TestTerminal, name: string): Promise<void> {
  const file = new URL(`screens/${name}.txt`, import.meta.url);
  const drawn = () => `${terminal.screen().join('\n')}\n`;
  await terminal.still();
  if (existsSync(file)) {
    const recorded = readFileSync(file, 'utf8');
    await terminal.waitUntil(`${name}.txt`, () => drawn() === recorded).catch(() => {});
  }
  await expect(drawn()).toMatchFileSnapshot(fileURLToPath(file));
}

describe('letters of all widths in a real terminal', () => {
  test.each(Object.entries(EDITORS))('arrive whole in the %s and in the file', async (name, [question, written]) => {
    const { terminal, text } = await begin({ cols: 80, rows: 24 });
    await goTo(terminal, question);
    terminal.type(LETTERS);
    await terminal.waitFor('한국어');
    await terminal.waitFor('typing');
    await isUnchanged(terminal, `${name}-letters`);
    terminal.press('backspace', 'backspace');
    terminal.type('글');
    await terminal.waitFor('한글');
    await keep(terminal);
    expect(text()).toContain(written);
    // Each letter is one step of the cursor, and one to be taken away.
    for (const left of [
      'A 😀 👨‍👩‍👧 e\u0301 한',
      'A 😀 👨‍👩‍👧 e\u0301 ',
      'A 😀 👨‍👩‍👧 e\u0301',
      'A 😀 👨‍👩‍👧 ',
      'A 😀 👨‍👩‍👧',
      'A 😀 ',
    ]) {
      terminal.press('backspace');
      await terminal.waitUntil(JSON.stringify(left), (rows) =>
        rows.some((row) => row.trimEnd().endsWith(left.trimEnd())),
      );
    }
  });
});

test('a choice and a date are drawn as recorded', async () => {
  const { terminal } = await begin({ cols: 80, rows: 24 });
  await goTo(terminal, 'Status');
  terminal.type('re');
  await terminal.waitFor('filter: re');
  await isUnchanged(terminal, 'choice');
  terminal.press('ctrl+u', 'escape');
  await goTo(terminal, 'Created');
  terminal.type('2026-02-28');
  await terminal.waitFor('Saturday');
  await isUnchanged(terminal, 'date');
});

test('two hundred pasted lines are drawn as recorded, at their end and at their start', async () => {
  const { terminal, text } = await begin({ cols: 80, rows: 24 });
  await goTo(terminal, 'About');
  const lines = Array.from({ length: 200 }, (_, line) => `Line ${line}, 한국어`);
  terminal.paste(lines.join('\n'));
  await terminal.waitFor('Line 199');
  await isUnchanged(terminal, 'pasted-lines');
  terminal.type('\x1b[1;5H');
  await terminal.waitFor('Line 0,');
  await isUnchanged(terminal, 'pasted-lines-from-the-start');
  await keep(terminal);
  expect(section(text(), 'About')).toBe(lines.join('\n'));
});

test('fifty pasted CSV rows are drawn as recorded, with the names of the columns', async () => {
  const { terminal, text } = await begin({ cols: 80, rows: 24 });
  await goTo(terminal, 'Variables');
  const rows = Array.from({ length: 50 }, (_, row) => `V${row},한국어,"said ${row}, 😀"`);
  terminal.paste(['Variable,Type,Description', ...rows].join('\n'));
  await terminal.waitFor('V49');
  await isUnchanged(terminal, 'pasted-rows');
  await keep(terminal);
  expect(section(text(), 'Variables').split('\n')).toHaveLength(52);
});
