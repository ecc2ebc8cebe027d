import { execFile } from 'node:child_process';
import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { cleanEnvironment, PROGRAM, type Result, runAlone, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

/** A few processes for a while by default; SOAK=1 for the figures of docs/security.md. */
const ROUNDS = process.env.SOAK ? 10 : 1;
const SUCCESSES = process.env.SOAK ? 1000 : 20;
/** Only SOAK=1 runs pairs: the four that run at once by default fail for the same faults. */
const PAIRS = 500;
const TWENTY = Array.from({ length: 20 }, (_, index) => `Item ${index + 1}`);
/** The questions that are filled at once, each by a process of its own. */
const AT_ONCE = process.env.SOAK ? TWENTY : TWENTY.slice(0, 4);

/** A folder with a template of twenty sections, its blank spec `spec.md`, an answers file for each, and a home. */
function twentyQuestions(): { cwd: string; file: string; state: string } {
  const cwd = temporaryFolder();
  const body = TWENTY.map((title) => `\n## ${title}\n\n[What ${title} is]\n`).join('');
  writeFileSync(join(cwd, 'template.md'), `# Twenty\n${body}`);
  const file = join(cwd, 'spec.md');
  writeFileSync(
    file,
    `${readFileSync(join(cwd, 'template.md'), 'utf8')}\n<!-- spec-wizard: template=./template.md -->\n`,
  );
  for (const title of TWENTY) {
    writeFileSync(join(cwd, `${title}.json`), JSON.stringify({ [idOf(title)]: `answer to ${title}` }));
  }
  return { cwd, file, state: temporaryFolder() };
}

const idOf = (title: string) => `${title.toLowerCase().replace(' ', '-')}/paragraph`;

const fill = (cwd: string, state: string, title: string, name = 'spec.md') =>
  runAlone(['fill', name, '--answers', `${title}.json`], { cwd, env: { XDG_STATE_HOME: state } });

/** The titles that a fill reported as written, and that are not in the file. */
function lost(file: string, results: readonly Result[], titles = AT_ONCE): string[] {
  const text = readFileSync(file, 'utf8');
  return titles.filter((title, at) => results[at]!.code === 0 && !text.includes(`answer to ${title}\n`));
}

test.each([
  ['of one name', false],
  ['of two names that are one file by a hard link', true],
])(
  'fills that run at once lose no answer that they reported, %s',
  async (_names, linked) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { cwd, file, state } = twentyQuestions();
      const names = ['spec.md', linked ? 'other.md' : 'spec.md'];
      if (linked) linkSync(file, join(cwd, 'other.md'));
      const results = await Promise.all(AT_ONCE.map((title, at) => fill(cwd, state, title, names[at % names.length])));
      expect(lost(file, results)).toEqual([]);
      expect(results.map(({ code, stderr }) => `${code} ${stderr}`)).toEqual(AT_ONCE.map(() => '0 '));
      expect(readFileSync(join(cwd, names[1]!), 'utf8')).toBe(readFileSync(file, 'utf8'));
    }
  },
  600_000,
);

if (process.env.SOAK)
  test('pairs of concurrent fills lose no answer that they reported as written', async () => {
    let missing = 0;
    for (let pair = 0; pair < PAIRS; pair++) {
      const { cwd, file, state } = twentyQuestions();
      const results = await Promise.all([fill(cwd, state, 'Item 3'), fill(cwd, state, 'Item 17')]);
      missing += lost(file, results, ['Item 3', 'Item 17']).length;
      expect(results.map(({ code }) => code)).toEqual([0, 0]);
    }
    expect(missing).toBe(0);
  }, 3_600_000);

/** Answers ten questions of its own by the API, over and over; counts the answers that were written and are gone later. */
const WRITER = `
import { readFileSync } from 'node:fs';
const [, , api, file, first, times] = process.argv;
const { fill } = await import(api);
const written = new Map();
let successes = 0;
let lost = 0;
const count = () => {
  const text = readFileSync(file, 'utf8');
  for (const [item, answer] of written) if (!text.includes(answer)) {
    lost++;
    written.delete(item);
  }
};
for (let turn = 0; successes < Number(times); turn++) {
  const item = Number(first) + (turn % 10);
  const answer = 'turn ' + turn + ' of ' + item + '.';
  try {
    fill(file, { ['item-' + item + '/paragraph']: answer });
    successes++;
    written.set(item, answer);
  } catch (error) {
    if (error.code !== 'conflict') throw error;
  }
  count();
}
console.log(JSON.stringify({ successes, lost }));
`;

test('two processes that use the API lose no answer that they reported as written', async () => {
  const { cwd, file, state } = twentyQuestions();
  const script = join(cwd, 'writer.mjs');
  writeFileSync(script, WRITER);
  const api = pathToFileURL(join(PROGRAM, '../../dist/index.js')).href;
  const env = cleanEnvironment({ XDG_STATE_HOME: state });
  const run = (first: number) =>
    new Promise<{ successes: number; lost: number }>((resolve, reject) => {
      const args = [script, api, file, `${first}`, `${SUCCESSES}`];
      execFile(process.execPath, args, { cwd, env }, (error, stdout) =>
        error ? reject(error) : resolve(JSON.parse(stdout)),
      );
    });
  const done = await Promise.all([run(1), run(11)]);
  expect(done).toEqual([
    { successes: SUCCESSES, lost: 0 },
    { successes: SUCCESSES, lost: 0 },
  ]);
}, 600_000);

test('a change while the conflict dialog is open is shown again and not overwritten', async () => {
  for (const key of ['r', 'd'] as const) {
    const { cwd, file, state } = twentyQuestions();
    const terminal = startTerminal({ cwd, args: ['spec.md'], env: { XDG_STATE_HOME: state } });
    await terminal.waitFor('question 1 of');
    terminal.type('mine');
    await terminal.waitFor('mine');
    const change = (title: string) =>
      writeFileSync(file, readFileSync(file, 'utf8').replace(`[What ${title} is]`, `theirs of ${title}`));
    change('Item 5');
    terminal.press('ctrl+s');
    await terminal.waitFor('changed elsewhere');
    await terminal.waitFor('↵ do it');
    change('Item 6');
    terminal.press(key);
    await terminal.waitFor(key === 'r' ? 'in the field again' : 'kept as a draft');
    if (key === 'd') {
      terminal.press('tab');
      await terminal.waitFor('question 2 of');
      terminal.type('mine, too');
      await terminal.waitFor('mine, too');
    }
    terminal.press('ctrl+s');
    await terminal.waitFor('changed elsewhere');
    await terminal.waitFor('↵ do it');
    terminal.press('r');
    await terminal.waitFor('in the field again');
    terminal.press('ctrl+s');
    await terminal.waitFor('Kept in the file.');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('theirs of Item 5');
    expect(text).toContain('theirs of Item 6');
    expect(text).toContain('mine');
    terminal.press('ctrl+c');
    await terminal.exit;
  }
});
