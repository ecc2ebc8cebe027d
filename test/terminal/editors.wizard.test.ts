import { beforeAll, describe, expect, test } from 'vitest';
import { begin, goTo, keep, section } from './small-spec.ts';

let session: Awaited<ReturnType<typeof begin>>;

describe('in one session, each kind of question', () => {
  beforeAll(async () => {
    session = await begin();
  });

  test('a name is written everywhere', async () => {
    const { terminal, text } = session;
    terminal.type('Export 한국어 😀');
    terminal.press('enter');
    await terminal.waitFor('question 2 of');
    expect(text()).toMatch(/^# Export 한국어 😀\n/);
  });

  test('a choice is narrowed by typing, and a date is checked as it is typed', async () => {
    const { terminal, text } = session;
    await goTo(terminal, 'Status');
    terminal.type('rev');
    terminal.press('enter');
    await terminal.waitFor('Created');
    terminal.type('2026-02-30');
    await terminal.waitFor('Write a day as yyyy-mm-dd');
    terminal.press('ctrl+u');
    terminal.type('2026-02-28');
    await keep(terminal);
    expect(text()).toContain('**Status**: Review\n**Created**: 2026-02-28\n');
  });

  test('a paragraph keeps every character, erased grapheme by grapheme', async () => {
    const { terminal, text } = session;
    await goTo(terminal, 'About');
    terminal.type('A 😀 B 👨‍👩‍👧 C e\u0301 D 한국어.');
    terminal.press('enter', 'enter');
    terminal.type('👨‍👩‍👧');
    await terminal.waitFor('┃ 👨‍👩‍👧');
    terminal.press('backspace');
    terminal.type('Second 한국어');
    terminal.press('backspace', 'backspace');
    terminal.type('글');
    await keep(terminal);
    expect(section(text(), 'About')).toBe('A 😀 B 👨‍👩‍👧 C e\u0301 D 한국어.\n\nSecond 한글');
  });

  test('a list is reordered and indented', async () => {
    const { terminal, text } = session;
    await goTo(terminal, 'Goals');
    terminal.type('second');
    terminal.press('enter');
    terminal.type('first');
    await terminal.waitFor('▸ first');
    terminal.type('\x1b[1;3A');
    await terminal.waitUntil('first above second', (rows) => /▸ first[\s\S]*• second/.test(rows.join('\n')));
    terminal.press('down', 'enter', 'space');
    terminal.type('below second');
    await terminal.waitFor('▸ below second');
    await keep(terminal);
    expect(section(text(), 'Goals')).toBe('- first\n- second\n  - below second');
  });

  test('a table is filled cell by cell', async () => {
    const { terminal, text } = session;
    await goTo(terminal, 'Variables');
    for (const cell of ['PORT', 'number', 'the port', 'URL', 'string', 'where | to']) {
      terminal.type(cell);
      if (cell === 'the port') terminal.press('enter');
      else if (cell !== 'where | to') terminal.press('tab');
    }
    await keep(terminal);
    const written = section(text(), 'Variables')
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' '));
    expect(written.slice(2)).toEqual(['| PORT | number | the port |', '| URL | string | where \\| to |']);
  });

  test('code keeps its indentation, and gets a fence longer than any in it', async () => {
    const { terminal, text } = session;
    await goTo(terminal, 'Settings');
    // Lines that arrive in one piece are a paste, which keeps its own indentation.
    const newLineBelow = (line: RegExp) =>
      terminal.waitUntil(`a line below ${line.source}`, (rows) => {
        const at = rows.findIndex((row) => line.test(row));
        return at >= 0 && rows[at + 1]!.includes('┃');
      });
    terminal.type('a:');
    terminal.press('enter');
    await newLineBelow(/┃ a:/);
    terminal.press('tab');
    terminal.type('b: |');
    await terminal.waitFor('┃   b: |');
    terminal.press('enter');
    await newLineBelow(/┃ {3}b: \|/);
    terminal.type('```');
    await keep(terminal);
    expect(section(text(), 'Settings')).toBe('````yaml\na:\n  b: |\n  ```\n````');
  });

  test('a checklist is written and ticked', async () => {
    const { terminal, text } = session;
    await goTo(terminal, 'Tasks');
    terminal.type('Write it');
    terminal.press('enter');
    terminal.type('Read it');
    terminal.press('ctrl+t');
    await terminal.waitFor('[x] Read it');
    await keep(terminal);
    expect(section(text(), 'Tasks')).toBe('- [ ] Write it\n- [x] Read it');
  });
});

describe('in another session, pasted text', () => {
  beforeAll(async () => {
    session = await begin();
  });

  test('two hundred pasted lines are one act', async () => {
    const { terminal, text } = session;
    await goTo(terminal, 'About');
    const lines = Array.from({ length: 200 }, (_, line) => `Line ${line} of many — 한국어`);
    terminal.paste(lines.join('\r\n'));
    await terminal.waitFor('Line 199');
    await keep(terminal);
    expect(section(text(), 'About')).toBe(lines.join('\n'));
    terminal.press('ctrl+/');
    await terminal.waitUntil('an empty field', (rows) => !rows.join('\n').includes('┃ Line'));
  });

  test('fifty pasted CSV rows fill a table; bars and quotes come out right', async () => {
    const { terminal, text } = session;
    await goTo(terminal, 'Variables');
    const rows = Array.from({ length: 50 }, (_, row) => `V${row},"a, ""b"" | c",said ${row}`);
    terminal.paste(['Variable,Type,Description', ...rows].join('\n'));
    await terminal.waitFor('V49');
    await keep(terminal);
    const written = section(text(), 'Variables').split('\n');
    expect(written).toHaveLength(52);
    expect(written[2]?.replace(/\s+/g, ' ')).toBe('| V0 | a, "b" \\| c | said 0 |');
    expect(written[51]?.replace(/\s+/g, ' ')).toBe('| V49 | a, "b" \\| c | said 49 |');
  });
});

test('an answer that would break the document is asked about and repaired', async () => {
  const { terminal, text } = await begin();
  await goTo(terminal, 'About');
  terminal.type('```');
  terminal.press('enter');
  terminal.type('open');
  terminal.press('tab');
  await terminal.waitFor('would change the document');
  terminal.press('r');
  await terminal.waitFor('saved');
  expect(section(text(), 'Goals')).toBe('- Goal 1\n- Goal 2');
  expect(section(text(), 'About')).toContain('open');
});
