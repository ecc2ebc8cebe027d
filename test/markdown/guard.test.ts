import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/markdown/document.ts';
import { type GuardOptions, guardedEdit } from '../../src/markdown/guard.ts';
import { applySplices, type Splice } from '../../src/text/range.ts';
import { runs } from '../properties.ts';

/** What splices would break of a document. */
const findingOf = (...edit: Parameters<typeof guardedEdit>) => guardedEdit(...edit).finding;

const TEXT = `---
owner: ada
---

# Spec

## First

old first

## Second

- one
- two

\`\`\`js
code
\`\`\`

## Third

old third

<!-- spec-wizard: template=component -->
`;
const document = readDocument(TEXT);

/** The splice that puts `text` in the place of `old`. */
function replace(old: string, text: string): Splice {
  const start = TEXT.indexOf(old);
  return { start, end: start + old.length, text };
}

/** The splice that inserts `text` before `mark`. */
function before(mark: string, text: string): Splice {
  const start = TEXT.indexOf(mark);
  return { start, end: start, text };
}

const titlesAfter = (splices: Splice[]) => readDocument(applySplices(TEXT, splices)).sections.map(({ title }) => title);
const TITLES = ['', 'Spec', 'First', 'Second', 'Third'];

/** Answers as people type and paste them, and what each would do to the headings around it. */
const ANSWERS: Record<string, 'fine' | 'swallows' | 'adds' | 'runs on'> = {
  'A plain answer.': 'fine',
  'Two\n\nparagraphs.': 'fine',
  '- a\n- b': 'fine',
  '| a |\n|---|\n| b |': 'fine',
  '```js\nx\n```': 'fine',
  '```\n# comment\n```': 'fine',
  '<div>\nx\n</div>': 'fine',
  '> # quoted': 'fine',
  '1. a\n\n   # nested': 'fine',
  'a\n\n---': 'fine',
  '- ```\n  open in an item': 'fine',
  '<!-- a comment -->': 'fine',
  '#hashtag': 'fine',
  '[x]: http://y': 'fine',
  '\\': 'fine',
  '```js\nx': 'swallows',
  '~~~~\n# x\n~~~': 'swallows',
  '<!-- a': 'swallows',
  '<script>\nx': 'swallows',
  '<?php': 'swallows',
  '<![CDATA[': 'swallows',
  '# Heading': 'adds',
  '### Deeper\n\nx': 'adds',
  'Title\n===': 'adds',
  'words\n---': 'adds',
};

describe('an answer in the place of text', () => {
  test.each(Object.entries(ANSWERS))('%j: %s', (answer, effect) => {
    const finding = findingOf(document, [replace('old first', answer)]);
    if (effect === 'fine') {
      expect(finding).toBeNull();
      expect(titlesAfter([replace('old first', answer)])).toEqual(TITLES);
      return;
    }
    expect(finding!.swallowed.length > 0).toBe(effect === 'swallows');
    expect(finding!.added.length > 0).toBe(effect === 'adds');
    expect(finding!.message).toMatch(/^the answer would change the document around it: \S/);
    expect(finding!.repairs.length).toBeGreaterThan(0);
    for (const { splices } of finding!.repairs) {
      expect(findingOf(document, splices)).toBeNull();
      expect(titlesAfter(splices)).toEqual(TITLES);
    }
  });

  test('names the headings that would vanish, and what takes them in', () => {
    expect(findingOf(document, [replace('old first', '```\nx')])).toMatchObject({
      swallowed: [{ title: 'Second', level: 2 }],
      runsOn: 'fence',
    });
    expect(findingOf(document, [replace('old first', '<!-- x')])).toMatchObject({
      swallowed: [
        { title: 'Second', level: 2 },
        { title: 'Third', level: 2 },
      ],
      runsOn: 'comment',
    });
  });

  test.each(['```\nx', '<!-- x', '<script>'])('is judged with what follows the last section, too: %j', (answer) => {
    const finding = findingOf(document, [replace('old third', answer)])!;
    expect(finding.swallowed).toEqual([]);
    expect(finding.runsOn).not.toBeNull();
    for (const { splices } of finding.repairs) expect(findingOf(document, splices)).toBeNull();
  });
});

describe('repairs', () => {
  const repaired = (answer: string, name: string) => {
    const splices = findingOf(document, [replace('old first', answer)])!.repairs.find(
      (repair) => repair.name === name,
    )?.splices;
    return splices?.map(({ text }) => text).join();
  };

  test.each([
    ['```js\nx', 'close-fence', '```js\nx\n```\n'],
    ['> ~~~~\n> x', 'close-fence', undefined],
    ['- a\n\n~~~~\nx', 'close-fence', '- a\n\n~~~~\nx\n~~~~\n'],
    ['<!-- x', 'close-html', '<!-- x\n-->\n'],
    ['<SCRIPT>\nx', 'close-html', '<SCRIPT>\nx\n</SCRIPT>\n'],
    ['# a\n\nb\n# c', 'escape', '\\# a\n\nb\n\\# c'],
    ['a\n  ---', 'escape', 'a\n  \\---'],
    ['```\n# a', 'escape', '\\```\n\\# a'],
    ['# `a`', 'fence', '\n\n```\n# `a`\n```\n\n'],
    ['# ```\nx', 'fence', '\n\n````\n# ```\nx\n````\n\n'],
    ['# a\n\nb', 'indent', '\n\n    # a\n\n    b\n\n'],
  ])('%j: %s', (answer, name, text) => {
    if (text === undefined) expect(findingOf(document, [replace('old first', answer)])).toBeNull();
    else expect(repaired(answer, name)).toBe(text);
  });

  test('an answer directly above other text is separated from it', () => {
    const finding = findingOf(document, [before('## Second', '<div>\nx\n')])!;
    expect(finding.swallowed).toEqual([{ title: 'Second', level: 2 }]);
    expect(finding.repairs[0]).toMatchObject({ name: 'separate', splices: [{ text: '\n\n<div>\nx\n\n' }] });
  });

  test('use the line ends of the document', () => {
    const other = readDocument(TEXT.replaceAll('\n', '\r\n'));
    const start = other.text.indexOf('old first');
    const finding = findingOf(other, [{ start, end: start + 9, text: '```\r\nx' }])!;
    expect(finding.repairs[0]!.splices[0]!.text).toBe('```\r\nx\r\n```\r\n');
  });

  test('several splices are repaired together', () => {
    const finding = findingOf(document, [replace('old third', '# b'), replace('old first', '# a')])!;
    expect(finding.added).toHaveLength(2);
    const { splices } = finding.repairs.find(({ name }) => name === 'escape')!;
    expect(titlesAfter(splices)).toEqual(TITLES);
    expect(applySplices(TEXT, splices)).toContain('\\# a');
  });
});

describe('headings that an answer may add', () => {
  const findings = (text: string, options: GuardOptions) => findingOf(document, [replace('old first', text)], options);

  test('those deeper than the section, where sub-headings are meant', () => {
    expect(findings('### a\n\n#### b', { allowHeadings: true })).toBeNull();
    expect(findings('## a', { allowHeadings: true })!.added).toEqual([{ title: 'a', level: 2 }]);
    expect(findings('### a\n\n```', { allowHeadings: true })!.runsOn).toBe('fence');
  });

  test('those from a level on, if the answer brings a section', () => {
    const splice = before('## Second', '## New\n\n### Below\n\n');
    expect(findingOf(document, [splice], { minLevel: 2 })).toBeNull();
    expect(findingOf(document, [splice], { minLevel: 3 })!.added).toEqual([{ title: 'New', level: 2 }]);
  });

  test('one whose words are edited', () => {
    expect(findingOf(document, [replace('Second', 'Other *words*')])).toBeNull();
    expect(findingOf(document, [replace('Spec', '{x}'), replace('Third', '3rd')])).toBeNull();
    for (const heading of ['## Second', '## Second\n'])
      expect(findingOf(document, [replace(heading, heading)])).toBeNull();
    expect(findingOf(document, [replace('Second', 'a\n# b')])!.added).toEqual([{ title: 'b', level: 1 }]);
  });

  test('are empty when a whole section is removed', () => {
    const { start, end } = document.sections.find(({ title }) => title === 'Second')!;
    expect(findingOf(document, [{ start, end, text: '' }])).toBeNull();
  });
});

describe('other bounds', () => {
  test('front matter keeps its own', () => {
    expect(findingOf(document, [replace('ada', 'bob')])).toBeNull();
    expect(findingOf(document, [replace('ada', 'a\n---\nb')])!.frontMatter).toBe(true);
    expect(findingOf(document, [replace('owner: ada\n---', 'owner: ada')])!.frontMatter).toBe(true);
  });

  test('front matter may be given as a whole, and never appears by chance', () => {
    const bare = readDocument('a: b\n---\n\n# C\n');
    expect(findingOf(bare, [{ start: 0, end: 0, text: '---\nd: e\n---\n\n' }], { minLevel: 1 })).toBeNull();
    const apart = readDocument('\n---\n\nb\n\n---\n');
    expect(findingOf(apart, [{ start: 0, end: 1, text: '' }])!.frontMatter).toBe(true);
  });

  test('a code block keeps its end', () => {
    expect(findingOf(document, [replace('code', '# more\ncode')])).toBeNull();
    expect(findingOf(document, [replace('code', '```\n\nx')])).not.toBeNull();
  });
});

test('no answer passes that changes the headings, and every repair offered passes', () => {
  const part = fc.constantFrom(
    '# a',
    '### b',
    '```',
    '~~~',
    '<!--',
    '-->',
    '---',
    '===',
    'words',
    '',
    '- item',
    '  more',
    '> quote',
    '<div>',
    '<pre>',
    '</pre>',
    '| a |',
    '|---|',
    '    code',
    '\\',
    '[x]: y',
    '[^1]: z',
  );
  const places = ['old first', '## Second', '- two', 'code', 'old third'].map((mark) => TEXT.indexOf(mark));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom(...places), fc.nat(4), (lines, start, length) => {
      const splice = { start, end: start + length, text: lines.join('\n') };
      const finding = findingOf(document, [splice]);
      if (finding) for (const { splices } of finding.repairs) expect(findingOf(document, splices)).toBeNull();
      else if (start !== TEXT.indexOf('## Second') || length === 0) expect(titlesAfter([splice])).toEqual(TITLES);
    }),
    runs(80),
  );
});
