import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { freshFolder } from '../host/folder.ts';
import { temporaryFolder } from '../terminal/program.ts';

const PURPOSE = 'purpose/paragraph';
const text = (value: string) => JSON.stringify({ [PURPOSE]: value });
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...[...'bcdefghij'].map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}x]`),
].join('\n');

const refused: [string, string | Uint8Array, RegExp][] = [
  ['__proto__ in YAML', '__proto__: {polluted: true}', /answers\.yaml:1: .*no question “__proto__”/],
  ['__proto__ in JSON', '{"__proto__": {"polluted": true}}', /no question “__proto__”/],
  ['names of Object', 'constructor: x\ntoString: y', /no question “constructor”/],
  ['__proto__ in a value', `${PURPOSE}: {__proto__: {value: x}}`, /answers\.yaml:1: .*expected a text/],
  ['a list for a text', `${PURPOSE}: [a, b]`, /expected a text/],
  ['tasks for a text', `${PURPOSE}: {text: a, done: true}`, /expected a text/],
  ['bytes for a text', `${PURPOSE}: !!binary aGk=`, /expected a text/],
  ['a row too wide', 'configuration/environment-variables/table: [[1,2,3,4,5,6]]', /6 cells/],
  ['a list at the top', '- a', /no id/],
  ['a text at the top', 'hello', /answers are an object/],
  ['the same key twice', `${PURPOSE}: a\n${PURPOSE}: b`, /answers\.yaml:2:1: Map keys must be unique/],
  ['a bomb of aliases', bomb, /answers\.yaml: its aliases expand beyond measure/],
  ['many brackets', `${PURPOSE}: ${'['.repeat(5000)}`, /answers\.yaml:1:\d+: it nests too deeply/],
  ['many braces', `${PURPOSE}: ${'{a: '.repeat(5000)}`, /it nests too deeply/],
  ['Latin-1', Buffer.from(`${PURPOSE}: na\xefve`, 'latin1'), /answers\.yaml: the file is not valid UTF-8/],
  ['NUL', `${PURPOSE}: "\0"`, /answers\.yaml: the file holds NUL/],
  ...['\0', '\x07', '\x08', '\x0c', '\x1b', '\x7f', '\x85', '\x9b'].map((control): [string, string, RegExp] => [
    `the control character ${JSON.stringify(control)}`,
    `version: 1\n${PURPOSE}: ${JSON.stringify(`a${control}b`)}`,
    /answers\.yaml:2: purpose\/paragraph: it holds a control character, U\+00/,
  ]),
  ['a control in a cell', 'configuration/environment-variables/table: [[a, "b\\ec"]]', /answers\.yaml:1: .*U\+001B/],
  ['a control in an item', 'primary-responsibilities/list: [a, "b\\ac"]', /answers\.yaml:1: .*U\+0007/],
  ['a control in a reason', `${PURPOSE}: {notApplicable: "no\\e[2Jne"}`, /answers\.yaml:1: .*U\+001B/],
  ['half a character', `{"${PURPOSE}": "a\\ud83db"}`, /not written: the text holds half a character/],
  ['a long line', text('a'.repeat(300_000)), /answers\.yaml: a line is longer/],
  ['12 MB', `x: "${'a\n'.repeat(6_000_000)}"`, /answers\.yaml: the file is larger than 10 MB/],
  ['a sequence as a key', '"\\e]0;x\\a": y', /no question “␛]0;x␇”/],
  ['an unclosed fence', text('```\nx'), /headings? would vanish/],
  ['an unclosed comment', text('<!-- x'), /headings? would vanish/],
  ['a script', text('<script>'), /headings? would vanish/],
  ['a heading', text('## Other'), /heading would be added/],
  ['an underlined heading', text('a\n==='), /heading would be added/],
];

it.each(refused)(
  'refuses %s with one line that names the place, and changes no byte',
  async (_name, answers, words) => {
    const { status, err, changed } = await fill(answers);
    expect(status).toBe(2);
    expect(err.split('\n')[0]).toMatch(words);
    expect(err).not.toMatch(/internal/);
    expect(changed).toBe(null);
    expect('polluted' in {}).toBe(false);
  },
);

it.each([
  ['nothing', ''],
  ['null', 'null'],
  ['null for a question', `${PURPOSE}: null`],
  ['an empty object', '{}'],
])('%s: done, without a change', async (_name, answers) => {
  expect(await fill(answers)).toEqual({ status: 0, err: '', changed: null });
});

it.each([
  ['a number', `${PURPOSE}: 1.10`, '1.10'],
  ['a number with zeros before it', `${PURPOSE}: 012`, '012'],
  ['what looks like a date', `${PURPOSE}: 2024-01-01`, '2024-01-01'],
  ['yes', `${PURPOSE}: yes`, 'yes'],
  ['a function by its tag', `${PURPOSE}: !!js/function 'function () {}'`, 'function () {}'],
  ['an emoji', text('👨‍👩‍👧 naïve'), '👨‍👩‍👧 naïve'],
])('%s is the text that it is', async (_name, answers, value) => {
  const { status, changed } = await fill(answers);
  expect(status).toBe(0);
  expect(changed).toContain(`## Purpose\n\n${value}\n\n`);
});

let blank: string;

beforeAll(async () => {
  const cwd = temporaryFolder();
  await main(['new', 'component', 'a.md', '--blank'], fakeIo({ cwd }));
  blank = readFileSync(join(cwd, 'a.md'), 'utf8');
});

/** Fills a blank spec; `changed` is its text, or null where it is as it was. */
async function fill(answers: string | Uint8Array) {
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'a.md'), blank);
  writeFileSync(join(cwd, 'answers.yaml'), answers);
  const io = fakeIo({ cwd, env: { XDG_CACHE_HOME: cwd, XDG_STATE_HOME: cwd } });
  const status = await main(['fill', 'a.md', '--answers', 'answers.yaml'], io);
  const after = readFileSync(join(cwd, 'a.md'), 'utf8');
  return { status, err: io.err(), changed: after === blank ? null : after };
}
