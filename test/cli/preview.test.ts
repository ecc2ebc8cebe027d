import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { type FakeIoOptions, fakeIo } from './fake-io.ts';

const cwd = mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);

const preview = async (words: string[], options: FakeIoOptions = {}) => {
  const io = fakeIo({ cwd, ...options });
  const code = await main(['preview', ...words], io);
  return { code, out: io.out(), err: io.err() };
};

write('plain.md', '# Title\n\nA [link](https://example.org) and `code`.\n\n<!-- aside -->\n\n```rust\nlet a;\n```\n');

describe('preview', () => {
  it('prints plain text to a pipe', async () => {
    expect(await preview(['plain.md', '--width', '40'])).toEqual({
      code: 0,
      out: `Title\n${'═'.repeat(40)}\n\nA link (https://example.org) and code.\n\n┊ aside\n\n  ┄ rust\n  let a;\n`,
      err: '',
    });
  });

  it('uses colours when they are forced, for the given background', async () => {
    const env = { FORCE_COLOR: '1' };
    const dark = await preview(['plain.md'], { env });
    expect(dark.out).toContain('\x1b[33mcode\x1b[0m');
    expect(dark.out).toContain('\x1b[38;5;176mlet\x1b[0m');
    const light = { FORCE_COLOR: '1', COLORFGBG: '0;15' };
    expect((await preview(['plain.md'], { env: light })).out).toContain('\x1b[35mcode\x1b[0m');
    expect((await preview(['plain.md', '--theme', 'none'], { env })).out).not.toContain('\x1b');
    expect((await preview(['plain.md'], { env: { FORCE_COLOR: '0' } })).out).not.toContain('\x1b');
  });

  it('prints to a terminal when asked not to page, making links where it has them', async () => {
    const terminal = { columns: 50, rows: 10 };
    const env = { TERM_PROGRAM: 'WezTerm' };
    const { out } = await preview(['plain.md', '--no-pager'], { terminal, env });
    expect(out).toContain('\x1b]8;;https://example.org\x1b\\');
    expect(out).not.toContain('(https');
    expect(out).toContain('═'.repeat(50));
    const colourless = await preview(['plain.md', '--no-pager'], {
      terminal,
      env: { ...env, NO_COLOR: '1' },
    });
    expect(colourless.out).not.toContain('\x1b');
  });

  it('looks through a long run of blank lines once, also in colour', async () => {
    const env = { FORCE_COLOR: '1' };
    write('blanks.md', `# A\n${' \n'.repeat(500_000)}\n~~~ rust\nlet a;\n~~~\n`);
    expect((await preview(['blanks.md'], { env })).out).toContain('\x1b[38;5;176mlet\x1b[0m');
  });

  it('shows a table of more columns than the screen has cells as lists', async () => {
    const cells = (text: string, count: number) => `|${`${text}|`.repeat(count)}\n`;
    write('wide.md', cells('a', 500) + cells('-', 500) + '|\n'.repeat(200) + cells('b', 3));
    const { out } = await preview(['wide.md']);
    const rows = out.split('\n\n').map((row) => row.trimEnd().split('\n'));
    expect(rows).toHaveLength(201);
    for (const row of rows) expect(row).toHaveLength(500);
    expect(rows.at(-1)!.slice(0, 4)).toEqual(['a: b', '  a: b', '  a: b', '  a:']);
  });

  it('stops when its reader is gone', async () => {
    write('long.md', 'word\n\n'.repeat(200_000));
    const io = fakeIo({ cwd });
    let written = 0;
    const stdout = new Writable({
      write(chunk, _encoding, done) {
        written += String(chunk).length;
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    stdout.on('error', () => {});
    expect(await main(['preview', 'long.md'], { ...io, stdout })).toBe(0);
    expect(written).toBeLessThan(200_000);
  });

  it('reads standard input', async () => {
    expect((await preview(['-'], { input: '*hello*\n' })).out).toBe('hello\n');
    expect(await preview(['-'], { input: 'a\0b' })).toMatchObject({ code: 2, out: '' });
  });

  it('leaves comments out, and numbers lines, when asked', async () => {
    expect((await preview(['plain.md', '--no-comments'])).out).not.toContain('aside');
    expect((await preview(['plain.md', '--line-numbers'])).out).toContain('\n 3 A link');
  });

  it('shows the gaps of a spec, or only them', async () => {
    write('template.md', '# {name}\n\n## Goal\n\n{goal}\n\n## Risks\n\n{risks}\n\n## Owner\n\n{owner}\n');
    write('spec.md', '# Export\n\n## Goal\n\nFast exports.\n\n## Risks\n\n{risks}\n');
    const words = ['spec.md', '--template', './template.md', '--width', '30'];
    const whole = await preview(words);
    expect(whole.out).toContain(`{risks}${' '.repeat(22)}○\n`);
    expect(whole.out).toContain('Fast exports.\n');
    const gaps = await preview([...words, '--gaps']);
    expect(gaps.out).not.toContain('Fast exports');
    expect(gaps.out).toContain('{risks}');
    expect(gaps.out).toMatch(/○ Owner is missing\n$/);
  });

  it.each([
    [['nothing.md'], 'nothing.md: '],
    [['plain.md', '--width', '5'], '--width takes a whole number from 20 on'],
    [['plain.md', '--theme', 'pink'], '--theme takes dark, light, none'],
    [['plain.md', '--gaps'], 'plain.md: it fits no template well enough'],
  ])('says what is wrong with %j', async (words, message) => {
    const { code, out, err } = await preview(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
