import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDraftSync } from '../../src/host/drafts.ts';
import { foreign, TELLING } from '../hostile/raw-output.ts';
import { runProgram, temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const EVIL = '\x1b]0;ownedÿ\x07\x1b[31;1mredÿ\u202eÿ\x9b2Jÿ';
/** As YAML and TOML write it. */
const WRITTEN = JSON.stringify(EVIL);
const NAME = `doc${EVIL.replaceAll('/', '')}.md`;

/** A document that has every sequence wherever a text can stand; also a template of as many questions. */
const DOCUMENT = [
  `---\ntitle: ${WRITTEN}\nstatus: ${WRITTEN}\n---`,
  `# Title ${EVIL}`,
  ...TELLING.filter((sequence) => !/[\r\n]/.test(sequence)).flatMap((sequence, index) => [
    `## Part ${index} ${sequence}`,
    `<!-- ${sequence} -->`,
    `[${sequence}] text ${sequence} {name ${sequence}}`,
    `**Label ${sequence}**: [${sequence} | other ${sequence}]`,
    `- [ ] task ${sequence}\n- item ${sequence}`,
    `| ${sequence} | b |\n|---|---|\n| ${sequence} | [x](${sequence}) |`,
    `\`\`\`${sequence}\n${sequence}\n\`\`\``,
    `> ${sequence} [text](https://example.org/${sequence} "${sequence}") \`${sequence}\``,
  ]),
  '## Last\n\nTBD\n',
].join('\n\n');

let cwd: string;
let state: string;

beforeAll(() => {
  cwd = temporaryFolder();
  state = temporaryFolder();
  mkdirSync(join(cwd, 'templates'));
  for (const name of ['doc.md', NAME, 'templates/evil.md']) writeFileSync(join(cwd, name), DOCUMENT);
  const flow = {
    id: 'evil',
    title: EVIL,
    about: EVIL,
    when: EVIL,
    path: 'docs/{name}.md',
    next: [EVIL],
    notApplicable: 'say',
  };
  writeFileSync(join(cwd, 'templates/evil.yaml'), JSON.stringify(flow));
  writeFileSync(
    join(cwd, 'spec-wizard.yaml'),
    'templates:\n  evil: { file: templates/evil.md, flow: templates/evil.yaml }\nuse:\n  - { files: "doc*.md", template: evil }\n',
  );
  writeFileSync(join(cwd, 'answers.yaml'), `${WRITTEN}: x\n`);
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ version: EVIL }));
  for (const args of [
    ['init', '-q'],
    ['config', 'user.name', EVIL],
    ['config', 'user.email', EVIL],
  ])
    execFileSync('git', args, { cwd });
  const folder = join(state, 'spec-wizard/drafts');
  mkdirSync(folder, { recursive: true });
  const typed = { path: join(cwd, 'doc.md'), baseHash: '', value: EVIL };
  writeDraftSync({ ...typed, slotId: EVIL }, { folder });
  writeDraftSync({ ...typed, slotId: null, value: { text: DOCUMENT, bom: false } }, { folder });
  writeDraftSync({ ...typed, path: join(cwd, NAME), slotId: 'last/paragraph' }, { folder });
});

function start(...args: string[]): TestTerminal {
  return startTerminal({ cwd, args, env: { XDG_STATE_HOME: state, EDITOR: 'false' } });
}

/** What a command that asks nothing prints to a terminal. */
async function outputOf(...args: string[]): Promise<string> {
  const { stdout, stderr } = await runProgram(args, {
    cwd,
    env: { XDG_STATE_HOME: state },
    terminal: { columns: 120, rows: 40 },
  });
  return stdout + stderr;
}

test('the test finds foreign sequences and ignores our own', () => {
  for (const sequence of TELLING)
    if (!/^[a\p{Cf}ÿ\p{L}\u{e0000}-\u{e007f}]+$/u.test(sequence)) expect(foreign(`text ${sequence}`)).not.toBe('');
  expect(foreign('\x1b[?1049h\x1b[?25l\x1b[H\x1b[1mbold\x1b[0m\r\n\x1b]8;;https://a.b/\x1b\\x\x1b]8;;\x1b\\')).toBe('');
});

describe('nothing that a document, a name or a setting holds reaches a terminal as more than text, from', () => {
  test.each<string[]>([
    ['check', '--strict', '--watch'],
    ['preview', NAME, '--no-pager', '--line-numbers', '--gaps'],
  ])('in a terminal: %j', async (...args) => {
    const terminal = start(...args);
    if (args.includes('--watch')) {
      await terminal.waitFor('Watching');
      terminal.press('ctrl+c');
    }
    await terminal.exit;
    expect(terminal.raw().length).toBeGreaterThan(10);
    expect(foreign(terminal.raw())).toBe('');
  });

  test.each<string[]>([
    ['check'],
    ['check', NAME],
    ['check', `gone${EVIL}.md`],
    ['check', 'doc.md', '--template', `no${EVIL}`],
    ['check', 'doc.md', '--template', `./templates/${EVIL}.md`],
    ['check', '--json'],
    ...['sarif', 'junit', 'github', 'markdown', 'pretty', 'lines'].map((format) => ['check', '--format', format]),
    ['check', '--format', EVIL],
    [`chekc${EVIL}`],
    [`--${EVIL}`],
    ['questions', 'doc.md'],
    ['questions', 'doc.md', '--all'],
    ['questions', NAME, '--all'],
    ['questions', './templates/evil.md', '--all'],
    ['questions', NAME, '--json', '--all'],
    ['questions', `gone${EVIL}.md`],
    ['fill', 'doc.md', '--answers', 'answers.yaml'],
    ['fill', 'doc.md', '--answers', `gone${EVIL}`],
    ['new', 'evil', EVIL, '--blank'],
    ['new', 'evil', `./${EVIL}/../doc.md`, '--blank'],
    ['templates'],
    ['templates', '--json'],
    ['related', 'doc.md'],
    ['related', NAME, '--json'],
    ['drafts'],
    ['drafts', '--json'],
    ['drafts', 'show', EVIL],
    ['init'],
    ['preview', 'doc.md', '--no-pager'],
    ['preview', NAME, '--no-pager', '--line-numbers', '--gaps'],
    ['preview', `gone${EVIL}.md`],
  ])('%j', async (...args) => {
    const output = await outputOf(...args);
    expect(output.length).toBeGreaterThan(10);
    expect(foreign(output)).toBe('');
  });

  test('drafts show, of each draft', async () => {
    const listed = await outputOf('drafts', '--json');
    const ids = Array.from(listed.matchAll(/"id": "(\w+)"/g), ([, id]) => id!);
    expect(ids).toHaveLength(3);
    for (const id of ids) expect(foreign(await outputOf('drafts', 'show', id))).toBe('');
  });

  test.each(process.env.SOAK ? ['doc.md', NAME] : [NAME])('the pager: %j', async (path) => {
    const terminal = start('preview', path);
    await terminal.waitFor('q leave');
    for (const keys of ['#', ' ', ' ', 'G', '?', '\x1b', 'o', 'G', '\x1b', '/owned\r', 'n', 'N', '\x1b', 'r', 'g'])
      await press(terminal, keys);
    await press(terminal, '/zzz\r');
    await press(terminal, '\x1b');
    await leave(terminal, 'q');
    expect(foreign(terminal.raw())).toBe('');
  });

  test('the wizard at home', async () => {
    const terminal = start();
    await terminal.waitFor('Continue');
    for (const keys of ['\x1b[B', '\x1b[B', 'p', '\x1b', '/owned', '\x1b', '?', '\x1b']) await press(terminal, keys);
    await leave(terminal, '\x03');
    expect(foreign(terminal.raw())).toBe('');
  });

  test('the wizard, through every screen of a spec', async () => {
    const terminal = start('doc.md');
    await terminal.waitFor('not in the file');
    for (let draft = 0; draft < 3; draft++) await press(terminal, 'l');
    await terminal.waitFor(/question \d/);
    for (const keys of ['\x14', '\x18', '\x07', '\x1b']) await press(terminal, keys);
    for (let question = 0; question < 12; question++) await press(terminal, '\t');
    await press(terminal, `\x1b[200~pasted \x1b]0;ownedÿ\x07 \x1b[31;1mredÿ\u202e\x1b[201~`);
    for (const keys of ['\x13', '\x1b', 'd', '\x1b', 'r', '\x1b[B', '\x1b', 'p', ' ', 'p', '/owned', '\x1b'])
      await press(terminal, keys);
    for (const keys of ['x', `why ${EVIL.replace(/[^ -~]/g, '')}`, '\r', 'n', 'N', 'u', 'U', '?', ' ', '\x1b'])
      await press(terminal, keys);
    await leave(terminal, '\x03');
    expect(foreign(terminal.raw())).toBe('');
  });

  test('the wizard on a new spec, its template and its names', async () => {
    const terminal = start('new', 'evil');
    await terminal.waitFor('what is it called');
    await press(terminal, 'a/../b\r');
    await press(terminal, 'name\r');
    for (let question = 0; question < 6; question++) await press(terminal, '\t');
    await leave(terminal, '\x03');
    expect(foreign(terminal.raw())).toBe('');
  });

  test('the questions line by line', async () => {
    const env = { XDG_STATE_HOME: temporaryFolder() };
    const terminal = startTerminal({ cwd, args: ['--plain', 'doc.md'], env });
    await terminal.waitFor(/owned/);
    for (const line of ['/help', '/left', 'text', '/skip', '/take', '/keep', '/back', '/na because'])
      await press(terminal, `${line}\r`);
    await leave(terminal, '\x03');
    expect(foreign(terminal.raw())).toBe('');
  });
});

/** Types, and waits until nothing more is drawn for it. */
async function press(terminal: TestTerminal, keys: string): Promise<void> {
  terminal.type(keys);
  await terminal.still();
}

/** Presses a key until the program has left: on a busy machine it may come together with the one before. */
async function leave(terminal: TestTerminal, key: string): Promise<void> {
  let left = false;
  void terminal.exit.then(() => {
    left = true;
  });
  while (!left) await press(terminal, key);
}
