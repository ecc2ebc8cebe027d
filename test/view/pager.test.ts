import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/document.ts';
import { themeOf } from '../../src/render/theme.ts';
import { cellWidth } from '../../src/text/cells.ts';
import { pagerScreen } from '../../src/view/pager/screen.ts';
import { updatePager } from '../../src/wizard/pager/layers.ts';
import { type PagerAction, type PagerEffect, type PagerState, startPager } from '../../src/wizard/pager/state.ts';

const text = Array.from(
  { length: 30 },
  (_, index) => `## Part ${index}\n\nText of part ${index}, {blank${index}}.\n`,
).join('\n');
const marks = [3, 4, 20].map((index) => {
  const start = text.indexOf(`{blank${index}}`);
  return { start, end: start + `{blank${index}}`.length, state: 'untouched' };
});

const open = (source = text, options = {}): PagerState =>
  startPager({
    name: 'spec.md',
    document: readDocument(source),
    whole: true,
    options: { width: 40, ...options },
    gapsKnown: true,
    size: { columns: 40, rows: 11 },
  });

const run = (state: PagerState, ...actions: PagerAction[]): [PagerState, PagerEffect[]] => {
  const effects: PagerEffect[] = [];
  let current = state;
  for (const action of actions) {
    const [next, asked] = updatePager(current, action);
    current = next;
    effects.push(...asked);
  }
  return [current, effects];
};

/** Presses keys: one character is typed, a longer word is a chord. */
const press = (state: PagerState, ...keys: string[]): PagerState =>
  run(
    state,
    ...keys.map(
      (key): PagerAction => ({
        kind: 'press',
        press: key.length > 1 ? { kind: 'chord', chord: key } : { kind: 'text', text: key },
      }),
    ),
  )[0];

const screen = (state: PagerState): string[] => pagerScreen(state, themeOf('none')).map((row) => row.trimEnd());
const body = (state: PagerState): string[] => screen(state).slice(0, -1);

describe('the pager', () => {
  it('fills the screen exactly, whatever it shows', () => {
    for (const keys of [[], ['G'], ['?'], ['o'], ['/', 'x'], ['#'], ['tab']]) {
      const rows = screen(press(open(text, { marks }), ...keys));
      expect(rows).toHaveLength(11);
      for (const row of rows) expect(cellWidth(row)).toBeLessThanOrEqual(40);
    }
  });

  it('scrolls by lines and pages, and stops at the ends', () => {
    const start = open();
    expect(body(start)[0]).toBe('Part 0');
    expect(body(press(start, 'j', 'down', 'k'))[0]).toMatch(/^─+$/);
    expect(body(press(start, 'k', 'b', 'u'))).toEqual(body(start));
    const last = press(start, 'G');
    expect(body(last).at(-1)).toBe('Text of part 29, {blank29}.');
    expect(body(press(last, ' ', 'j', 'd'))).toEqual(body(last));
    expect(body(press(last, 'g'))).toEqual(body(start));
    expect(body(press(start, ' ', 'b'))).toEqual(body(start));
  });

  it('finds a term forwards and backwards, wrapping around', () => {
    const found = press(open(), '/', ...'part 1', 'enter');
    expect(body(found)).toContain('Part 1');
    expect(screen(press(found, 'n')).join('\n')).toContain('Text of part 1');
    const once = press(open(), '/', ...'part 17,', 'enter');
    expect(body(once)).toContain('Text of part 17, {blank17}.');
    expect(screen(press(once, 'n')).at(-1)).toContain('On from the top');
    expect(body(press(once, 'N'))).toContain('Text of part 17, {blank17}.');
    expect(screen(press(open(), '/', ...'nowhere', 'enter')).at(-1)).toContain('“nowhere” not found');
  });

  it('searches a long document a little at a time, and takes keys between', () => {
    const source = `${'The sun and the moon.\n\n'.repeat(900)}Here the and meet.\n\n${'The sun and the moon.\n\n'.repeat(900)}`;
    const term: PagerAction = { kind: 'press', press: { kind: 'text', text: 'the and' } };
    const enter: PagerAction = { kind: 'press', press: { kind: 'chord', chord: 'enter' } };
    let [state, effects] = run(press(open(source), '/'), term, enter);
    expect(screen(state).at(-1)).toContain('Searching…');
    const [effect] = effects;
    expect(effect).toMatchObject({ kind: 'search' });
    const moved = press(state, 'j');
    expect(run(moved, effect as PagerAction)).toEqual([moved, []]);
    let goes = 0;
    while (effects.length > 0 && goes++ < 100) [state, effects] = run(state, ...(effects as PagerAction[]));
    expect(body(state)).toContain('Here the and meet.');
    [state, effects] = run(press(state, 'N'), { kind: 'say', message: '' });
    expect(state.search).not.toBeNull();
    for (goes = 0; state.search && goes < 200; goes++) [state] = run(state, { kind: 'search', search: state.search });
    expect(screen(state).at(-1)).toContain('On from the end');
    expect(body(state)).toContain('Here the and meet.');
  });

  it('finds words that a line end cuts in two, and those behind markup', () => {
    const source = `${'filler\n\n'.repeat(20)}Some words to fill the first row, then *alpha* beta gamma.\n`;
    const found = press(open(source), '/', ...'alpha beta', 'enter');
    expect(body(found).join(' ')).toMatch(/alpha +beta/);
  });

  it('splits the keys of one read', () => {
    const [state] = run(open(), { kind: 'press', press: { kind: 'text', text: 'jj/part 9' } });
    expect(screen(state).at(-1)).toContain('/part 9');
  });

  it('highlights what was found', () => {
    const found = press(open(), '/', ...'PART', 'enter');
    expect(screen(found).at(-1)).toContain('“PART” not found');
    const rows = pagerScreen(press(open(), '/', ...'text of', 'enter'), themeOf('dark'));
    expect(rows.join('\n')).toContain('\x1b[7mText of\x1b[0m part 0');
  });

  it('goes from gap to gap, wrapping around', () => {
    const start = open(text, { marks });
    const first = press(start, 'n');
    expect(body(first).find((row) => row.includes('{blank3}'))).toMatch(/○$/);
    expect(screen(first).at(-1)).toContain('Gap 1 of 3');
    expect(body(press(first, 'tab')).join()).toContain('{blank4}');
    const third = press(first, 'tab', 'tab');
    expect(body(third).join()).toContain('{blank20}');
    expect(screen(press(third, 'tab')).at(-1)).toContain('Gap 1 of 3');
    expect(screen(press(first, 'shift+tab')).at(-1)).toContain('Gap 3 of 3');
    expect(screen(press(open(), 'tab')).at(-1)).toContain('There are no gaps');
  });

  it('highlights only the gap that is the target of a jump', () => {
    const rows = pagerScreen(press(open(text, { marks }), 'n', 'n'), themeOf('dark'));
    const apart = rows.filter((row) => row.includes('\x1b[7m'));
    expect(apart).toEqual([expect.stringContaining('\x1b[7m{blank4}\x1b[0m')]);
    expect(apart[0]).toContain('\x1b[7m○\x1b[0m');
  });

  it('leaves room for the keys beside a long path', () => {
    const document = readDocument(text);
    const named = (name: string) => {
      const size = { columns: 60, rows: 11 };
      const start = startPager({
        name,
        document,
        whole: true,
        options: { width: 40 },
        gapsKnown: true,
        size,
      });
      return screen(start).at(-1)!;
    };
    expect(named('docs/a.md')).toMatch(/ docs\/a\.md +\d+%$/);
    expect(named('docs/specs/component/cmp-001.md')).toMatch(/ {2}cmp-001\.md +\d+%$/);
    expect(named(`docs/${'한'.repeat(30)}.md`)).toMatch(/ …한{7}\.md +\d+%$/);
  });

  it('jumps by the outline, which begins where the reader is', () => {
    const outline = press(open(text, { marks }), '/', ...'part 12,', 'enter', 'o');
    expect(body(outline).find((row) => row.includes('▸'))).toContain('Part 12');
    expect(body(press(outline, 'down', 'enter'))[0]).toBe('Part 13');
    expect(body(press(outline, 'escape'))).toContain('Part 12');
    expect(body(press(open(text, { marks }), 'o')).find((row) => row.includes('Part 3'))).toContain('○');
  });

  it('asks to edit at the place that was jumped to, else at the first line', () => {
    const edit: PagerAction = { kind: 'press', press: { kind: 'text', text: 'e' } };
    expect(run(press(open(text, { marks }), 'tab'), edit)[1]).toEqual([
      { kind: 'edit', offset: text.indexOf('Text of part 3,') },
    ]);
    expect(run(press(open(), 'j', 'j', 'j'), edit)[1]).toEqual([
      { kind: 'edit', offset: text.indexOf('Text of part 0') },
    ]);
  });

  it('stays at its place when the window, the file or the line numbers change', () => {
    const there = press(open(), '/', ...'part 12,', 'enter');
    const [narrow] = run(there, { kind: 'resize', size: { columns: 24, rows: 8 }, widths: { width: 24 } });
    expect(body(narrow).join('\n')).toContain('Part 12');
    expect(body(press(there, '#')).join('\n')).toMatch(/\d+ Part 12/);
    const [reloaded] = run(there, {
      kind: 'document',
      document: readDocument(text.replace('Part 12', 'Part twelve')),
      options: {},
      notice: 'Read again',
    });
    expect(body(reloaded)).toContain('Part twelve');
    expect(screen(reloaded).at(-1)).toContain('Read again');
  });

  it('stays at its row of a long line when colours and gaps become known', () => {
    const source = `# Title\n\n${'some words that fill rows '.repeat(60)}\n\nend\n`;
    const options = { marks: [] };
    for (let rows = 1; rows < 20; rows++) {
      const there = press(open(source, options), ...Array<string>(rows).fill('j'));
      const known: PagerAction = { kind: 'document', document: readDocument(source), options, notice: '' };
      expect(body(run(there, { kind: 'coloured' }, known)[0])).toEqual(body(there));
    }
  });

  it('lets keys that need the whole document wait until it is read, in order', () => {
    const part = readDocument(text.slice(0, text.indexOf('## Part 10')));
    const options = { width: 40, marks: [] };
    const size = { columns: 40, rows: 11 };
    const start = startPager({
      name: 'spec.md',
      document: part,
      whole: false,
      options,
      gapsKnown: false,
      size,
    });
    const whole: PagerAction = { kind: 'document', document: readDocument(text), options: null, notice: '' };
    expect(body(press(start, 'j'))).toEqual(body(press(open(text, { marks: [] }), 'j')));
    const waiting = press(start, 'G', 'k', '/', 'P', 'a');
    expect(body(waiting)).toEqual(body(start));
    expect(screen(run(waiting, whole)[0])).toEqual(screen(press(open(text, { marks: [] }), 'G', 'k', '/', 'P', 'a')));
    const pages = press(start, ' ', ' ', ' ', ' ', ' ');
    expect(body(run(pages, whole)[0])).toEqual(body(press(open(text, { marks: [] }), ' ', ' ', ' ', ' ', ' ')));
    expect(run(waiting, { kind: 'press', press: { kind: 'chord', chord: 'ctrl+c' } })[1]).toEqual([
      { kind: 'leave', status: 130 },
    ]);
    expect(run(press(start, 'e'), whole)[1]).toEqual([{ kind: 'edit', offset: 0 }]);
  });

  it('does not say that there are no gaps before it knows', () => {
    const document = readDocument(text);
    const size = { columns: 60, rows: 11 };
    const options = { width: 40, marks: [] };
    const start = startPager({ name: 'spec.md', document, whole: true, options, gapsKnown: false, size });
    expect(screen(press(start, 'n')).at(-1)).toContain('Still looking for gaps.');
    const [known] = run(start, { kind: 'document', document, options: { marks }, notice: '' });
    expect(screen(press(known, 'n')).at(-1)).toContain('Gap 1 of 3');
    const [none] = run(start, { kind: 'document', document, options: { marks: [] }, notice: '' });
    expect(screen(press(none, 'n')).at(-1)).toContain('There are no gaps.');
  });

  it('leaves by q with 0, by ctrl+c with 130', () => {
    const key = (chord: string): PagerAction => ({ kind: 'press', press: { kind: 'chord', chord } });
    expect(run(open(), { kind: 'press', press: { kind: 'text', text: 'q' } })[1]).toEqual([
      { kind: 'leave', status: 0 },
    ]);
    expect(run(open(), key('ctrl+c'))[1]).toEqual([{ kind: 'leave', status: 130 }]);
  });

  it('shows an empty document', () => {
    expect(body(press(open(''), 'j', 'G', 'n', 'o', '/', 'x', 'enter')).join('')).toBe('');
  });
});
