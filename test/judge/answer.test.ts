import { describe, expect, test } from 'vitest';
import { nextNumber } from '../../src/interview/answer/insert-section.ts';
import { answerSplices } from '../../src/interview/answer/splices.ts';
import { repeatSection } from '../../src/interview/answer/whole-section.ts';
import { answerAll } from '../../src/interview/answer.ts';
import { cellText } from '../../src/judge/item-text.ts';
import { readSpec } from '../../src/judge/read.ts';
import { guardedEdit } from '../../src/markdown/guard.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import type { Value } from '../../src/template/slot.ts';
import { applySplices } from '../../src/text/range.ts';

const template = (text: string) => readTemplate(text, { id: './template.md' });

/** What a spec becomes by an answer to one of its slots. */
function answered(form: string, spec: string, id: string, value: Value): string {
  const reading = readSpec(spec, template(form));
  return applySplices(spec, answerSplices(reading, id, { kind: 'value', value }));
}

describe('a list', () => {
  const form = '# X\n\n## Aims\n\n- [Aim]\n';
  const to = (spec: string, value: Value) => answered(form, `# X\n\n## Aims\n\n${spec}`, 'aims/list', value).slice(14);

  test.each<[string, string, string[], string]>([
    ['keeps its marker and its indentation', '*   One\n', ['One', 'Two'], '*   One\n*   Two\n'],
    [
      'keeps the blank lines between its items',
      '+ One\n\n+ Two\n',
      ['One', 'Two', 'Three'],
      '+ One\n\n+ Two\n\n+ Three\n',
    ],
    ['goes on counting', '3) One\n4) Two\n', ['One', 'Two', 'Three'], '3) One\n4) Two\n5) Three\n'],
    ['counts as it did', '1. One\n1. Two\n', ['One', 'Two', 'Three'], '1. One\n1. Two\n1. Three\n'],
    ['counts anew behind an item that is gone', '1. One\n2. Two\n3. Three\n', ['One', 'Three'], '1. One\n2. Three\n'],
    [
      'keeps the bytes of items that stay',
      '- One  \n  more\n-  Two\n- Three\n',
      ['One  \nmore', '2', 'Three'],
      '- One  \n  more\n- 2\n- Three\n',
    ],
    ['loses its last item with its line', '- One\n- Two\n', ['One'], '- One\n'],
    ['loses its first item with its line', '- One\n- Two\n', ['Two'], '- Two\n'],
    ['loses one in the middle', '- One\n- Two\n- Three\n', ['One', 'Three'], '- One\n- Three\n'],
    [
      'holds lists and fences in its items',
      '- One\n',
      ['One', 'Two\n- a\n- b\n\n```\nx\n\ny\n```'],
      '- One\n- Two\n  - a\n  - b\n\n  ```\n  x\n\n  y\n  ```\n',
    ],
    ['is indented as wide as its number', '9. One\n', ['One', 'Two\nmore'], '9. One\n10. Two\n    more\n'],
    ['holds no item that would be a rule', '- One\n', ['One', '---'], '- One\n- \\---\n'],
    ['drops items that say nothing', '- One\n', ['One', ' ', 'Two'], '- One\n- Two\n'],
    ['keeps CRLF', '- One\r\n', ['One', 'Two\nmore'], '- One\r\n- Two\r\n  more\r\n'],
    ['keeps its place', '  - One\n    more\n', ['One\nmore', 'Two\nmore'], '  - One\n    more\n  - Two\n    more\n'],
  ])('%s', (_, spec, value, expected) => {
    expect(to(spec, value)).toBe(expected);
  });
});

test('a task that is ticked changes its box alone', () => {
  const form = '# X\n\n## Steps\n\n- [ ] Step 1\n';
  const spec = '# X\n\n## Steps\n\n*  [ ] Dig\n\n   deep\n\n*  [X] Fill\n';
  const value = [
    { text: 'Dig\n\ndeep', done: true },
    { text: 'Fill', done: true },
  ];
  expect(answered(form, spec, 'steps/checklist', value)).toBe(spec.replace('[ ]', '[x]'));
});

describe('a table', () => {
  const form = '# X\n\n## Parts\n\n| Part | Kind |\n|---|---|\n| [part] | [kind] |\n';
  const head = 'Part|Kind\n:--|--:\n';
  const to = (rows: string, value: Value) =>
    answered(form, `# X\n\n## Parts\n\n${head}${rows}`, 'parts/table', value).slice(15 + head.length);

  test.each<[string, string, string[][], string]>([
    [
      'keeps its head and the cells that stay',
      'Door |  old\nRoof | new',
      [
        ['Door', 'older'],
        ['Roof', 'new'],
      ],
      'Door |  older\nRoof | new',
    ],
    [
      'gets a row below',
      '|Door|old|\n',
      [
        ['Door', 'old'],
        ['Roof', 'new'],
      ],
      '|Door|old|\n| Roof | new |\n',
    ],
    ['loses a row', '|Door|old|\n|Roof|new|\n', [['Roof', 'new']], '|Roof|new|\n'],
    ['fills an empty cell', '| Door ||\n', [['Door', 'old']], '| Door | old |\n'],
    ['escapes bars, and no bar twice', '| Door | a |\n', [['a | b', 'c \\| d']], '| a \\| b | c \\| d |\n'],
    ['keeps a backslash at the end', '| Door | a |\n', [['C:\\', 'x\\\\|y']], '| C:\\ | x\\\\\\|y |\n'],
    ['keeps lines apart', '| Door | a |\n', [['one\r\ntwo', 'b']], '| one<br>two | b |\n'],
  ])('%s', (_, rows, value, expected) => {
    expect(to(rows, value)).toBe(expected);
  });

  test.each(['a | b', '|', 'a\\', '\\|', '\\\\|', 'x\ny', '`a|b`'])('a cell written again stays: %j', (text) => {
    expect(cellText(cellText(text))).toBe(cellText(text));
  });
});

describe('code', () => {
  const form = '# X\n\n## Run\n\n```sh\n{command}\n```\n';
  const to = (spec: string, value: string) => answered(form, `# X\n\n## Run\n\n${spec}`, 'run/code', value).slice(13);

  test.each([
    ['keeps the fence and its info string', '~~~ sh title="a"\n{command}\n~~~\n', 'ls', '~~~ sh title="a"\nls\n~~~\n'],
    ['gets a longer fence than any inside', '```sh\nx\n```\n', 'a\n```\nb\n````', '`````sh\na\n```\nb\n````\n`````\n'],
    ['that brings its fence keeps it', '```sh\nx\n```\n', '~~~js\ny\n~~~', '~~~js\ny\n~~~\n'],
    ['keeps its blank lines and tabs', '```sh\nx\n```\n', '\ta\n\n  b', '```sh\n\ta\n\n  b\n```\n'],
    ['keeps CRLF', '```sh\r\nx\r\n```\r\n', 'a\nb', '```sh\r\na\r\nb\r\n```\r\n'],
  ])('%s', (_, spec, value, expected) => {
    expect(to(spec, value)).toBe(expected);
  });
});

describe('a labelled value', () => {
  test('in a quote beside others does not start a paragraph of its own', () => {
    const form = '# X\n\n> Version: [0.0] | Keeper: [name]\n\n## A\n\n[a]\n';
    const spec = form.replace('[0.0]', '1 | 2');
    expect(answered(form, form, 'version', '1 | 2')).toBe(spec.replace('1 | 2', '1 \\| 2'));
  });

  test('that is missing goes after the item before it and everything below that', () => {
    const form = '# X\n\n## Team\n\n- **Lead**: [name]\n- **Deputy**: [name]\n- **Guest**: [name]\n';
    const spec = '# X\n\n## Team\n\n- **Lead**: Ada\n  - since May\n- **Guest**: Tove\n';
    expect(answered(form, spec, 'team/deputy', 'Ola')).toBe(
      spec.replace('since May\n', 'since May\n- **Deputy**: Ola\n'),
    );
  });

  test('takes the number of its list', () => {
    const form = '# X\n\n## Team\n\n1. **Lead**: [name]\n2. **Deputy**: [name]\n';
    const spec = '# X\n\n## Team\n\n1. **Lead**: Ada\n';
    expect(answered(form, spec, 'team/deputy', 'Ola')).toBe(`${spec}2. **Deputy**: Ola\n`);
  });

  test('goes to the end of a numbered list, so that no other number changes', () => {
    const form = '# X\n\n1. **Lead**: [name]\n2. **Deputy**: [name]\n3. **Guest**: [name]\n';
    const spec = '# X\n\n1. **Lead**: Ada\n2. **Guest**: Tove\n';
    expect(answered(form, spec, 'deputy', 'Ola')).toBe(`${spec}3. **Deputy**: Ola\n`);
  });

  describe('that is missing is written as its neighbours are in the spec, not as in the template', () => {
    const form = '# X\n\n**Kind**: [kind]\n\n**Owner**: [owner]\n\n**Status**: [status]\n';
    test.each([
      ['as an item', '* **Kind:** a\n* **Status:** b\n', '* **Kind:** a\n* **Owner:** Ada\n* **Status:** b\n'],
      [
        'as an item in a loose list',
        '-   __Kind__: a\n\n-   __Status__: b\n',
        '-   __Kind__: a\n\n-   __Owner__: Ada\n\n-   __Status__: b\n',
      ],
      ['in a numbered list', '1) Kind: a\n2) Status: b\n', '1) Kind: a\n2) Status: b\n3) Owner: Ada\n'],
      ['above its neighbour', '+ **Status**: b\n', '+ **Owner**: Ada\n+ **Status**: b\n'],
      [
        'in a quote',
        '> - **Kind:** a\n> - **Status:** b\n',
        '> - **Kind:** a\n> - **Owner:** Ada\n> - **Status:** b\n',
      ],
      ['as a segment', '**Kind**: a | **Status**: b\n', '**Kind**: a | **Owner**: Ada | **Status**: b\n'],
      ['as a line', '**Kind:** a\n**Status:** b\n', '**Kind:** a\n**Owner:** Ada\n**Status:** b\n'],
      [
        "after labels of the author's own",
        '- **Since:** May\n- **Room:** 4\n',
        '- **Since:** May\n- **Room:** 4\n- **Owner:** Ada\n',
      ],
    ])('%s', (_, spec, expected) => {
      expect(answered(form, `# X\n\n${spec}`, 'owner', 'Ada')).toBe(`# X\n\n${expected}`);
    });

    test('as a row', () => {
      const rows =
        '# X\n\n| Field | Value |\n|---|---|\n| Kind | [kind] |\n| Owner | [owner] |\n| Status | [status] |\n';
      const spec = '# X\n\n| Field  | Value |\n|--------|-------|\n| **Kind**   | a     |\n| **Status** | b     |\n';
      expect(answered(rows, spec, 'owner', 'Ada')).toBe(spec.replace('a     |\n', 'a     |\n| **Owner**   | Ada |\n'));
    });
  });
});

describe('front matter', () => {
  const form = '---\ntitle: [title]\ntags: [a, b]\ndate: YYYY-MM-DD\n---\n\n# X\n\n[x]\n';
  const to = (matter: string, id: string, value: Value) =>
    answered(form, `---\n${matter}---\n\n# X\n\nx\n`, id, value).slice(4).split('---\n')[0];

  test.each<[string, string, string, Value, string]>([
    ['a comment stays', 'title: old # the name\n', 'title', 'new', 'title: new # the name\n'],
    ['quotes stay', "title: 'old'\n", 'title', "it's", "title: 'it''s'\n"],
    ['what YAML would read otherwise is quoted', 'title: x\n', 'title', 'a: b', 'title: "a: b"\n'],
    ['a number as it would change is quoted', 'title: x\n', 'title', '1.10', 'title: "1.10"\n'],
    ['a sign that begins YAML is quoted', 'title: x\n', 'title', '@home', 'title: "@home"\n'],
    ['null is a word', 'title: x\n', 'title', 'null', 'title: "null"\n'],
    ['a date stays bare', 'date: x\n', 'date', '2026-02-03', 'date: 2026-02-03\n'],
    ['an empty key gets its value', 'title:\n', 'title', 'new', 'title: new\n'],
    ['a missing key goes last', 'title: x\n', 'date', '2026-02-03', 'title: x\ndate: 2026-02-03\n'],
  ])('%s', (_, matter, id, value, expected) => {
    expect(to(matter, id, value)).toBe(expected);
  });

  test('is made where there is none', () => {
    expect(answered(form, '# X\r\n\r\nx\r\n', 'date', '2026-02-03')).toBe(
      '---\r\ndate: 2026-02-03\r\n---\r\n\r\n# X\r\n\r\nx\r\n',
    );
  });
});

describe('a missing section', () => {
  const form =
    '# X\n\n## 1. First\n\n[one]\n\n---\n\n## 2. Second\n\n### 2.1 Near\n\n[near]\n\n### 2.2 Far\n\n[far]\n\n---\n\n## 3. Third\n\n[three]\n';
  const to = (spec: string, id: string) => answered(form, spec, id, 'Said.');

  test.each([
    [
      'comes behind the one before it',
      '# X\n\n## 1. First\n\none\n',
      'third/paragraph',
      '# X\n\n## 1. First\n\none\n\n## 2. Third\n\nSaid.\n',
    ],
    [
      'takes the next number, and no number twice',
      '# X\n\n## 1. First\n\none\n\n## 2. Third\n\nthree\n\n## 3. Own\n\nown\n',
      'second/near/paragraph',
      '# X\n\n## 1. First\n\none\n\n## 4. Second\n\n### 4.1 Near\n\nSaid.\n\n## 2. Third\n\nthree\n\n## 3. Own\n\nown\n',
    ],
    [
      'has the number of its place below',
      '# X\n\n## 7. Second\n\n### 7.1 Near\n\nnear\n',
      'second/far/paragraph',
      '# X\n\n## 7. Second\n\n### 7.1 Near\n\nnear\n\n### 7.2 Far\n\nSaid.\n',
    ],
    [
      'has none where the others have none',
      '# X\n\n## First\n\none\n',
      'third/paragraph',
      '# X\n\n## First\n\none\n\n## Third\n\nSaid.\n',
    ],
    [
      'is as deep as its neighbours',
      '# X\n\n### 1) First\n\none\n',
      'third/paragraph',
      '# X\n\n### 1) First\n\none\n\n### 2) Third\n\nSaid.\n',
    ],
    [
      'is underlined as its neighbours',
      'X\n=\n\nFirst\n-----\n\none\n',
      'third/paragraph',
      'X\n=\n\nFirst\n-----\n\none\n\nThird\n-----\n\nSaid.\n',
    ],
    [
      'stays above the rule that ends its parent',
      '# X\n\n## 2. Second\n\n### 2.1 Near\n\nnear\n\n***\n\n## 3. Third\n\nthree\n',
      'second/far/paragraph',
      '# X\n\n## 2. Second\n\n### 2.1 Near\n\nnear\n\n### 2.2 Far\n\nSaid.\n\n***\n\n## 3. Third\n\nthree\n',
    ],
    [
      'brings the rule between sections',
      '# X\n\n## 1. First\n\none\n\n***\n\n## 3. Third\n\nthree\n',
      'second/near/paragraph',
      '# X\n\n## 1. First\n\none\n\n***\n\n## 2. Second\n\n### 2.1 Near\n\nSaid.\n\n***\n\n## 3. Third\n\nthree\n',
    ],
    [
      'stays above the mark',
      '# X\n\n## 1. First\n\none\n\n<!-- spec-wizard: template=x -->\n',
      'third/paragraph',
      '# X\n\n## 1. First\n\none\n\n## 2. Third\n\nSaid.\n\n<!-- spec-wizard: template=x -->\n',
    ],
    [
      'keeps CRLF and a file without a last line end',
      '# X\r\n\r\n## 1. First\r\n\r\none',
      'third/paragraph',
      '# X\r\n\r\n## 1. First\r\n\r\none\r\n\r\n## 2. Third\r\n\r\nSaid.',
    ],
    ['comes into an empty file', '', 'first/paragraph', '## 1. First\n\nSaid.\n'],
    [
      'comes below front matter alone',
      '---\na: b\n---\n',
      'first/paragraph',
      '---\na: b\n---\n\n## 1. First\n\nSaid.\n',
    ],
  ])('%s', (_, spec, id, expected) => {
    expect(to(spec, id)).toBe(expected);
  });

  test('gets the name that stands everywhere else', () => {
    const named = '# {Tool}\n\n## Why\n\n[why]\n\n## Use of {Tool}\n\n[use]\n';
    const spec = '# Kiln\n\n## Why\n\nHeat.\n';
    expect(answered(named, spec, 'use-of-tool/paragraph', 'Said.')).toBe(`${spec}\n## Use of Kiln\n\nSaid.\n`);
  });
});

test.each([
  [['1. ', '2. '], '2. ', null, '3. '],
  [['1. ', '2. ', '3. '], '1. ', '2. ', '4. '],
  [['2.1 ', '2.2 '], '2.2 ', null, '2.3 '],
  [['2. '], null, '2. ', '1. '],
  [['A. ', 'B. '], 'B. ', null, 'C. '],
  [['I. ', 'II. '], 'II. ', null, 'III. '],
  [['9) '], '9) ', null, '10) '],
  [['', ''], '', null, ''],
])('the number among %j behind %j, before %j is %j', (siblings, before, after, expected) => {
  expect(nextNumber(siblings, before, after)).toBe(expected);
});

test('a section that repeats comes again at the depth it has, and its code stays', () => {
  const form = '# X\n\n## Plan\n\n### <!-- a part -->\n\n[x]\n\n```\n# a remark\n```\n\n#### Tasks\n\n- [ ] Task 1\n';
  const spec = '# X\n\n### Plan\n\n#### One\n\nx\n';
  const reading = readSpec(spec, template(form));
  const repeated = reading.sections.find(({ section }) => section.repeat)!;
  const text = applySplices(spec, repeatSection(reading, repeated.id));
  expect(text).toContain('\n```\n# a remark\n```\n\n##### Tasks\n');
  expect(text.startsWith(spec)).toBe(true);
});

test('phases count on from the highest that stands', () => {
  const phased = new Catalogue(new Project(process.cwd())).get('technical-spec');
  const spec =
    '# X\n\n## Implementation Plan\n\n### Phase 1: Core\n\n- [x] It runs\n\n### Phase 7: More\n\n- [ ] It flies\n';
  const reading = readSpec(spec, phased);
  const id = 'implementation-plan/phase-1-core-functionality';
  expect(applySplices(spec, repeatSection(reading, id))).toContain('### Phase 8: Core Functionality\n');
});

describe('an answer that would break the document', () => {
  const form = '# X\n\n## A\n\n[a]\n\n## B\n\n[b]\n';
  const spec = '# X\n\n## A\n\na\n\n## B\n\nb\n';
  const reading = readSpec(spec, template(form));
  const hostile = [
    '```\nx',
    '~~~\nx',
    '<!-- x',
    '<script>',
    '<pre>\nx',
    '<style>',
    '<textarea>',
    '<?php',
    '<!DOCTYPE',
    '<![CDATA[',
    '# x',
    '## x',
    '## B',
    'x\n===',
    'x\n---',
    '- a\n\n# x',
  ];
  const harmless = [
    '---',
    '***',
    '[x]: /y',
    '[^1]: note',
    '> # x',
    '- # x',
    '    # x',
    '- - - - - x',
    '\\# x',
    '#x',
    '<div>\nx\n</div>',
    '| a |\n|---|',
    '\\',
    '```\n# x\n```',
    '<!-- x -->',
    '> ```\n> x',
    '- ```\n  x',
    '<b>',
    '&lt;',
    '***bold',
    '[',
    '`',
    '$$',
    '![',
  ];

  test.each(hostile)('%j is caught, and each repair passes', (value) => {
    const splices = answerSplices(reading, 'a/paragraph', { kind: 'value', value });
    const finding = guardedEdit(reading.document, splices, { allowHeadings: true }).finding;
    expect(finding).not.toBeNull();
    expect(finding!.repairs.length).toBeGreaterThan(0);
    for (const repair of finding!.repairs)
      expect(guardedEdit(reading.document, repair.splices, { allowHeadings: true }).finding).toBeNull();
    const answers = new Map([
      ['b/paragraph', { kind: 'value' as const, value: 'fine' }],
      ['a/paragraph', { kind: 'value' as const, value }],
    ]);
    expect(() => answerAll(spec, reading.template, answers)).toThrow(
      expect.objectContaining({ code: 'breaks-document', place: { key: 'a/paragraph' } }),
    );
  });

  test.each(harmless)('is not %j: text outside stays', (value) => {
    const splices = answerSplices(reading, 'a/paragraph', { kind: 'value', value });
    expect(guardedEdit(reading.document, splices, { allowHeadings: true }).finding).toBeNull();
    const after = applySplices(spec, splices);
    expect(after).toBe(`# X\n\n## A\n\n${value}\n\n## B\n\nb\n`);
    expect(readSpec(after, reading.template).document.sections.map(({ title }) => title)).toEqual(['', 'X', 'A', 'B']);
  });
});

test('a name cannot be marked as not applicable', () => {
  const form = '# {Tool}\n\n## Use of {Tool}\n\n[x]\n';
  const reading = readSpec(form, template(form));
  expect(() => answerSplices(reading, 'tool', { kind: 'not-applicable', reason: 'x' })).toThrow('cannot be left out');
});

test('a name that is filled in everywhere is changed everywhere, and refused where it stands nowhere', () => {
  const form = '# {Tool}\n\n## Use of {Tool}\n\n[x]\n';
  const spec = '# Kiln\n\n## Use of Kiln\n\nx\n';
  const reading = readSpec(spec, template(form));
  expect(answerSplices(reading, 'tool', { kind: 'value', value: 'Kiln' })).toEqual([]);
  expect(answered(form, spec, 'tool', 'Oven')).toBe('# Oven\n\n## Use of Oven\n\nx\n');
  expect(() => answered(form, 'x\n', 'tool', 'Oven')).toThrow('no placeholder');
});
