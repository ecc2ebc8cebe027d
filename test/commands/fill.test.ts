import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { freshFolder } from '../host/folder.ts';

const FORM = '# X\n\n## Why\n\n[why]\n\n## How\n\n[how]\n\n## Aims\n\n- [aim]\n\n## When\n\n[when]\n';

/** Fills a spec of the form above; the answers are a file's bytes. */
async function fill(answers: string | Uint8Array, spec = FORM) {
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'form.md'), FORM);
  writeFileSync(join(cwd, 'spec.md'), spec);
  writeFileSync(join(cwd, 'a.yaml'), answers);
  const io = fakeIo({ cwd, env: { XDG_CACHE_HOME: cwd, XDG_STATE_HOME: cwd } });
  const code = await main(['fill', 'spec.md', '--template', './form.md', '--answers', 'a.yaml'], io);
  return { code, err: io.err(), text: readFileSync(join(cwd, 'spec.md'), 'utf8') };
}

describe('answers are written from', () => {
  const expected = FORM.replace('[why]', 'Two\nlines').replace('[aim]', 'one');
  const json = JSON.stringify({ 'why/paragraph': 'Two\nlines', 'aims/list': ['one'] });
  test.each([
    ['YAML', 'why/paragraph: |\n  Two\n  lines\naims/list: [one]\n'],
    ['YAML with CRLF', 'why/paragraph: |\r\n  Two\r\n  lines\r\naims/list:\r\n- one\r\n'],
    ['YAML with anchors', 'why/paragraph: &a "Two\\nlines"\naims/list: [one]\nhow/paragraph: null\n'],
    ['JSON', json],
    ['JSON with a BOM', `\uFEFF${json}`],
    [
      'the form',
      JSON.stringify({
        version: 1,
        questions: [
          { id: 'why/paragraph', value: 'Two\nlines' },
          { id: 'aims/list', value: 'one' },
        ],
      }),
    ],
    [
      'a list of entries',
      '- {id: why/paragraph, value: "Two\\nlines"}\n- {id: aims/list, value: [one]}\n- {id: how/paragraph}\n',
    ],
  ])('%s', async (_, answers) => {
    expect(await fill(answers)).toEqual({ code: 0, err: '', text: expected });
  });
});

test('line ends are those of the spec, not of the answers', async () => {
  const { text } = await fill('why/paragraph: "Two\\nlines"\n', FORM.replace(/\n/g, '\r\n'));
  expect(text).toBe(FORM.replace('[why]', 'Two\nlines').replace(/\n/g, '\r\n'));
});

describe('nothing is written where one answer is wrong:', () => {
  const good = 'why/paragraph: fine\nhow/paragraph: fine\n';
  test.each([
    ['an unknown question', `${good}no/such: x\n`, /^spec-wizard: a\.yaml:3: no\/such: there is no question/],
    ['a wrong type', `${good}aims/list: {a: b}\n`, /^spec-wizard: a\.yaml:3: aims\/list: expected a list/],
    [
      'one that breaks the document',
      'why/paragraph: fine\naims/list: [x]\nhow/paragraph: "```"\n',
      /^spec-wizard: a\.yaml:3: how\/paragraph: the answer would change the document[\s\S]*\n {2}To fix it: close the code fence/,
    ],
    [
      'the second of a form',
      JSON.stringify(
        [
          { id: 'why/paragraph', value: 'x' },
          { id: 'how/paragraph', value: '# x' },
        ],
        null,
        1,
      ),
      /^spec-wizard: a\.yaml:6: how\/paragraph: /,
    ],
    [
      'nothing to keep',
      `${good}aims/list: {keep: true}\n`,
      /^spec-wizard: a\.yaml:3: aims\/list: there is nothing to keep/,
    ],
  ])('%s', async (name, answers, message) => {
    const spec = name === 'nothing to keep' ? FORM.replace('- [aim]\n\n', '') : FORM;
    const { code, err, text } = await fill(answers, spec);
    expect(err).toMatch(message);
    expect({ code, text }).toEqual({ code: 2, text: spec });
  });
});

test('an answer to a question called version is written as every other', async () => {
  const cwd = freshFolder();
  const path = 'docs/specs/component/cmp-001-export.md';
  expect(await main(['new', 'component', 'export', '--blank'], fakeIo({ cwd }))).toBe(0);
  const io = fakeIo({ cwd, input: 'version: "1.4"\n' });
  expect(await main(['fill', path, '--answers', '-'], io)).toBe(0);
  expect(readFileSync(join(cwd, path), 'utf8')).toContain('**Version**: 1.4\n');
});

test('the form of a template has the rest of its text below each question', async () => {
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'form.md'), '# X\n\n## Problem\n\nWhat hurts today? Give numbers.\n\n## Aims\n\n- [aim]\n');
  const io = fakeIo({ cwd, env: { XDG_CACHE_HOME: cwd, XDG_STATE_HOME: cwd } });
  expect(await main(['questions', './form.md'], io)).toBe(0);
  expect(io.out()).toContain('# What hurts today?\n#   Give numbers.\nproblem/paragraph: null\n');
});
