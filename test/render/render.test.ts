import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/document.ts';
import { highlight, loadHighlighter } from '../../src/render/highlight.ts';
import type { Line } from '../../src/render/line.ts';
import { RenderCache } from '../../src/render/rendered-units.ts';
import { renderBlocks, TOP } from '../../src/render/rendering.ts';
import { cellWidth } from '../../src/text/cells.ts';
import { runs } from '../properties.ts';
import { corpusPaths, readText } from './corpus.ts';
import { judge, plain } from './judge.ts';
import { renderDocument } from './lines.ts';

const show = (text: string, options: Partial<Parameters<typeof renderDocument>[1]> = {}): string[] =>
  plain(renderDocument(readDocument(text), { width: 40, ...options }));

/** A mark on the first place where `token` stands. */
const markOn = (text: string, token: string, state = 'untouched') => {
  const start = text.indexOf(token);
  return { start, end: start + token.length, state };
};

beforeAll(loadHighlighter);

describe('a rendered document', () => {
  const paths = corpusPaths().filter((_, index) => index % (process.env.SOAK ? 4 : 96) === 0);

  it.skipIf(paths.length === 0)('keeps every word and the width, and writes nothing unsafe, in real documents', () => {
    for (const path of paths) {
      const document = readDocument(readText(path));
      const { text, frontMatter } = document;
      const yaml = frontMatter ? text.slice(frontMatter.yaml.start, frontMatter.yaml.end) : '';
      for (const width of [40, 60, 80, 120, 200]) {
        const lines = plain(renderDocument(document, { width, targets: false }));
        const faults = judge(text.slice(frontMatter?.end ?? 0), yaml, lines, width);
        expect(faults, `${path} at ${width}`).toEqual({ wide: [], lost: [], unsafe: [] });
      }
    }
  });

  it('never exceeds the width, whatever the text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '> ',
        '- ',
        '1. ',
        '| a | b |\n|---|---|\n',
        '```\n',
        '**',
        '`',
        '[x](y)',
        '日本語',
        '👩‍💻',
        '\t',
        '<!--',
        '\x1b[2J',
        '# ',
        '    ',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.integer({ min: 20, max: 60 }), (parts, width) => {
        for (const options of [{}, { lineNumbers: true, marks: [{ start: 0, end: 9, state: 'partial' }] }]) {
          for (const line of show(parts.join(''), { width, ...options })) {
            expect(cellWidth(line)).toBeLessThanOrEqual(width);
            expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
          }
        }
      }),
      runs(50),
    );
  });

  it('hides comments when asked, and nothing else', () => {
    const text = '# A\n\n<!-- guidance -->\n\nText <!-- aside --> goes on with <CAP title>.\n';
    expect(show(text, { comments: 'hide', width: 60 })).toEqual([
      'A',
      '═'.repeat(60),
      '',
      'Text goes on with <CAP title>.',
    ]);
  });

  it('leaves targets to the terminal when asked', () => {
    expect(show('A [link](https://example.org).', { targets: false })).toEqual(['A link.']);
  });

  it('says of each line which line of the source it shows', () => {
    const text = 'One two\nthree.\n\n- item\n- | a |\n  |---|\n  | b |\n\n```js\nlet a;\nlet b;\n```\n';
    const sources = renderDocument(readDocument(text), { width: 40 })
      .filter((line) => line.spans.length > 0)
      .map((line) => line.source);
    expect(sources).toEqual([1, 4, 5, 6, 7, 9, 10, 11]);
  });

  it('numbers lines on request, each source line once', () => {
    const text = 'A paragraph that is wrapped because it is long.\n\nNext\n';
    expect(show(text, { lineNumbers: true, width: 30 })).toEqual([
      '1 A paragraph that is wrapped',
      '  because it is long.',
      '',
      '3 Next',
    ]);
  });

  it('shows only what lies within the ranges asked for', () => {
    const text = '# A\n\nfirst\n\n# B\n\nsecond\n';
    expect(show(text, { within: [{ start: text.indexOf('# B'), end: text.length }] })[0]).toBe('B');
  });
});

describe('marks', () => {
  it('highlight an open placeholder, and no more than that', () => {
    const text = 'The {component} is \\<Title\\> & `{x}`.';
    const marks = [markOn(text, '{component}'), markOn(text, '\\<Title\\>', 'pending'), markOn(text, '{x}')];
    const [line] = renderDocument(readDocument(text), { width: 60, marks });
    const gaps = line!.spans.filter(({ style }) => style.gap !== undefined && style.role !== 'gap');
    expect(gaps.map(({ text: shown, style }) => [shown, style.gap])).toEqual([
      ['{component}', 'untouched'],
      ['<Title>', 'pending'],
      ['{x}', 'untouched'],
    ]);
  });

  it('put a sign at the right edge of the lines concerned', () => {
    const text = 'Fine.\n\n{todo}\n\n| a | b |\n|---|---|\n| x |  |\n';
    const empty = text.lastIndexOf('|') - 1;
    const marks = [markOn(text, '{todo}', 'pending'), { start: empty, end: empty, state: 'empty' }];
    expect(show(text, { width: 20, marks })).toEqual([
      'Fine.',
      '',
      '{todo}             !',
      '',
      'a  b',
      '─  ─',
      'x  ○               ○',
    ]);
  });

  it('are on the heading if there is no text', () => {
    const text = '# A\n\n## Empty\n\n## Next\n\ntext\n';
    const at = text.indexOf('## Next');
    const lines = show(text, { width: 20, marks: [{ start: at, end: at, state: 'empty' }] });
    expect(lines.find((line) => line.startsWith('Empty'))).toBe('Empty              ○');
  });

  it('mark code lines that hold them', () => {
    const text = '```json\n{\n  "a": "{value}"\n}\n```\n';
    const lines = renderDocument(readDocument(text), { width: 30, marks: [markOn(text, '{value}')] });
    expect(lines.map((line: Line) => line.gap)).toEqual([undefined, undefined, 'untouched', undefined]);
  });
});

describe('on a wide screen', () => {
  const text = `# Title\n\n${'some words to read '.repeat(9)}\n\n- ${'some words to read '.repeat(9)}\n\n| ${'a '.repeat(30)} | ${'b '.repeat(15)} |\n|---|---|\n| 1 | {x} |\n\n\`\`\`\n${'code '.repeat(18)}\n\`\`\`\n`;
  const widths = (more = {}) =>
    plain(renderDocument(readDocument(text), { width: 100, prose: 40, ...more })).map(cellWidth);

  it('running text stays as narrow as is asked, while tables and code take the room', () => {
    const all = widths();
    expect(all.slice(0, 10).every((width) => width <= 40)).toBe(true);
    expect(all.slice(1, 6)).toContain(40);
    expect(all.filter((width) => width > 40)).toHaveLength(4);
    expect(Math.max(...all)).toBeLessThanOrEqual(100);
  });

  it('signs of gaps stand behind running text, or behind what is longer', () => {
    const marks = [markOn(text, 'some words'), markOn(text, '{x}')];
    const signs = widths({ marks }).filter(
      (_, index) => renderDocument(readDocument(text), { width: 100, prose: 40, marks })[index]!.gap !== undefined,
    );
    expect(signs).toEqual([40, 66]);
    expect(Math.max(...widths({ marks, width: 92 }))).toBeLessThanOrEqual(92);
  });
});

describe('a window', () => {
  const text = Array.from(
    { length: 200 },
    (_, index) => `## Section ${index}\n\n- one\n- two\n\nText ${index}.\n`,
  ).join('\n');
  const document = readDocument(text);
  const options = { width: 60 };

  it('shows what the whole shows there', () => {
    const all = plain(renderDocument(document, options));
    const rendering = renderBlocks(document, options, new RenderCache());
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.nat(40), (from, count) => {
        const place = rendering.move(TOP, from);
        expect(plain(rendering.window(place, count))).toEqual(all.slice(from, from + count));
        expect(rendering.move(place, -from)).toEqual(TOP);
      }),
    );
    expect(plain(rendering.window(rendering.end(), 9))).toEqual(all.slice(-1));
    expect(rendering.move(TOP, 1e9)).toEqual(rendering.end());
    expect(plain(renderBlocks(document, options).window(TOP, 3))).toEqual(all.slice(0, 3));
  });

  it('renders only what it shows', () => {
    let rendered = 0;
    class Counting extends RenderCache {
      override set(key: string, value: Parameters<RenderCache['set']>[1]): void {
        rendered++;
        super.set(key, value);
      }
    }
    const cache = new Counting();
    const rendering = renderBlocks(document, options, cache);
    rendering.window(rendering.placeOf(text.indexOf('Section 100')), 10);
    expect(rendered).toBeLessThan(10);
  });

  it('takes unchanged blocks from the cache, moved to where they stand now', () => {
    const cache = new RenderCache();
    const before = renderBlocks(document, options, cache).window(TOP, Number.POSITIVE_INFINITY);
    const changed = readDocument(text.replace('Text 5.', 'Text 5.\n\nMore.'));
    const after = renderBlocks(changed, options, cache).window(TOP, Number.POSITIVE_INFINITY);
    expect(after).toEqual(renderBlocks(changed, options, new RenderCache()).window(TOP, Number.POSITIVE_INFINITY));
    expect(after[0]).toBe(before[0]);
    expect(after.at(-1)!.source).toBe(before.at(-1)!.source + 2);
  });

  it('gives the same lines part by part', () => {
    const source = `${text}\n\n<!-- -->\n\n[a]: /u\n\n${Array.from({ length: 130 }, (_, at) => `- [a] ${at}`).join('\n')}\n`;
    for (const more of [{}, { lineNumbers: true, marks: [] }, { comments: 'hide' as const }]) {
      const rendering = renderBlocks(readDocument(source), { ...options, ...more }, new RenderCache());
      expect([...rendering.each()].flat()).toEqual(rendering.window(TOP, Number.POSITIVE_INFINITY));
    }
  });

  it('finds the line that shows an offset', () => {
    const rendering = renderBlocks(document, options);
    for (const token of ['## Section 0', '## Section 77', 'Text 150.']) {
      const place = rendering.placeOf(text.indexOf(token));
      expect(plain(rendering.window(place, 1))[0]).toBe(token.replace('## ', ''));
    }
  });

  it('splits long lists, tables and code without a seam', () => {
    const rows = Array.from({ length: 150 }, (_, index) => index);
    const long = [
      rows.map((index) => `${index + 1}. item`).join('\n'),
      `| n | text |\n|---|---|\n${rows.map((index) => `| ${index} | row |`).join('\n')}`,
      `\`\`\`\n${rows
        .concat(rows)
        .map((index) => `code ${index}`)
        .join('\n')}\n\`\`\``,
    ].join('\n\n');
    const lines = show(long);
    expect(lines.filter((line) => line === '')).toHaveLength(2);
    expect(lines.filter((line) => /^ *\d+\. item$/.test(line)).map((line) => Number.parseInt(line, 10))).toEqual(
      rows.map((index) => index + 1),
    );
    expect(lines.filter((line) => /^\d+ +row$/.test(line))).toHaveLength(150);
    expect(lines.filter((line) => line.startsWith('  code '))).toHaveLength(300);
  });
});

describe('highlighting', () => {
  it.each(['rust', 'protobuf', 'toml', 'yaml', 'json', 'python', 'bash', 'markdown', 'sql', 'typescript', 'go'])(
    'knows %s',
    (language) => {
      const lines = ['"text" 12 <b> & \'c\'', '', '// last'];
      const coloured = highlight(lines, language);
      expect(coloured?.map((line) => line.map(({ text }) => text).join(''))).toEqual(lines);
    },
  );

  it('leaves what is not labelled, or in another language, alone', () => {
    expect(highlight(['let a = 1'], '')).toBeNull();
    expect(highlight(['let a = 1'], 'nonsense')).toBeNull();
  });
});

describe('a line of code that is too wide', () => {
  const drawing =
    '```\n┌──────────────────────────────────────────┐\n│ 한국어 한국어 한국어 한국어 한국어 한국어│\n└────┘\n```\n';

  it('continues below, or is cut so that a drawing keeps its shape', () => {
    expect(show(drawing).filter((line) => line.includes('↳'))).not.toEqual([]);
    const cut = show(drawing, { code: 'cut' });
    expect(cut).toHaveLength(3);
    expect(cut.map((line) => line.slice(0, 4))).toEqual(['  ┌─', '  │ ', '  └─']);
    expect(cut.map((line) => line.endsWith('…'))).toEqual([true, true, false]);
    for (const line of cut) expect(cellWidth(line)).toBeLessThanOrEqual(40);
    const mark = { start: 0, end: drawing.length, state: 'untouched' };
    const marked = show(drawing, { code: 'cut', marks: [mark] });
    expect(marked.map((line) => line.endsWith('○'))).toEqual([true, true, true]);
  });
});

it('a comment keeps its lines, its lists and its fences', () => {
  const text =
    '<!--\nShort.\nAlso short:\n  - one\n    - below\n\n```yaml\nkind: Job\nspec:\n  a: 1\n\n\n  b: 2\n```\n-->\n';
  expect(renderDocument(readDocument(text), { width: 40 }).map((line) => plain([line])[0]!.trimEnd())).toEqual([
    ...['┊ Short.', '┊ Also short:', '┊   - one', '┊     - below', '┊', '┊ ```yaml', '┊ kind: Job', '┊ spec:'],
    ...['┊   a: 1', '┊', '┊', '┊   b: 2', '┊ ```'],
  ]);
});
