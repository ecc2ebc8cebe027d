import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';
import { answerAll, answerKeys, questionOn, standing, templateOf } from './walker.ts';

const NAMES: Readonly<Record<string, { name: string; path: string; steps: number }>> = {
  component: { name: 'export-service', path: 'docs/specs/component/cmp-001-export-service.md', steps: 0 },
  'technical-spec': { name: 'export-service', path: 'docs/specs/technical/export-service.md', steps: 1 },
  photoncloud: { name: 'flaredb', path: 'specifications/flaredb.md', steps: 2 },
  'dynamo-component': { name: 'kv-router', path: 'docs/kv-router.md', steps: 3 },
};

interface Report {
  specs: { completeness: { answered: number; required: number; ratio: number } }[];
}

async function check(path: string, cwd: string): Promise<{ code: number | null; report: Report }> {
  const { code, stdout } = await runProgram(['check', path, '--json'], { cwd });
  return { code, report: JSON.parse(stdout) as Report };
}

/** The bytes of the spec as `new --blank` writes it. */
async function blankOf(id: string, name: string, path: string): Promise<string> {
  const cwd = temporaryFolder();
  expect(await runProgram(['new', id, name, '--blank'], { cwd })).toMatchObject({ code: 0 });
  return readFileSync(join(cwd, path), 'utf8');
}

/** The template with the fewest questions by default; SOAK=1 (npm run soak) walks through all. */
const DUE = Object.entries(NAMES).filter(([id]) => process.env.SOAK || id === 'photoncloud');

describe.each(DUE)('a whole session of %s', (id, { name, path, steps }) => {
  test('goes from home to a complete file, back to the blank one, and again to the end', {
    timeout: 300_000,
  }, async () => {
    const blank = await blankOf(id, name, path);
    const terminal = startTerminal();
    const file = join(terminal.cwd, path);
    await terminal.waitFor('New from a template');
    terminal.press(...Array.from({ length: steps }, () => 'down'), 'enter');
    await terminal.waitFor('what is it called?');
    terminal.type(name);
    await terminal.waitFor(`┃ ${name}`);
    terminal.press('enter');
    await terminal.waitFor('no file yet');

    const answers = await answerAll(terminal, templateOf(id), file, blank);
    expect(answers).toBeGreaterThan(20);
    const complete = readFileSync(file, 'utf8');
    const checked = await check(path, terminal.cwd);
    expect(checked.report.specs[0]?.completeness.ratio).toBe(1);
    expect(checked.code).toBe(0);

    terminal.press('escape');
    await terminal.waitFor('question');
    for (let step = 0; step < answers + 5; step++) terminal.press('u');
    await terminal.waitFor('Nothing to undo');
    expect(readFileSync(file, 'utf8')).toBe(blank);
    for (let step = 0; step < answers + 5; step++) terminal.press('U');
    await terminal.waitFor('Nothing to redo');
    expect(readFileSync(file, 'utf8')).toBe(complete);
    terminal.press('q');
    expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
    expect(terminal.screen().join('\n')).toContain('nothing is left');

    const again = startTerminal({ args: [path], cwd: terminal.cwd });
    await again.waitFor('Nothing is left');
    again.press('q');
    expect((await again.exit).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(complete);
  });
});

test('leaving in the middle keeps what was answered, and the next run goes on at the first gap', async () => {
  const { name, path } = NAMES['technical-spec']!;
  const blank = await blankOf('technical-spec', name, path);
  const terminal = startTerminal({ cols: 80, rows: 24, args: ['new', 'technical-spec', name] });
  const file = join(terminal.cwd, path);
  await terminal.waitFor('question 1 of');
  const template = templateOf('technical-spec');
  for (let answer = 0; answer < 5; answer++) {
    const before = standing(terminal.screen());
    terminal.press(...answerKeys(questionOn(terminal, template, file, blank)));
    await terminal.waitUntil('the next question', (rows) => standing(rows).question !== before.question);
  }
  terminal.type('half an ans');
  await terminal.waitFor('half an ans');
  terminal.press('ctrl+c');
  expect(await terminal.exit).toEqual({ code: 130, signal: 0 });
  expect(terminal.alternate()).toBe(false);
  const shown = terminal.screen().join('\n').replace(/\n/g, '');
  expect(shown).toContain(`Kept in ${path}: 5 of`);
  expect(shown).toContain(`Continue with: spec-wizard ${path}`);
  const { report } = await check(path, terminal.cwd);
  expect(report.specs[0]?.completeness.answered).toBe(5);
});
