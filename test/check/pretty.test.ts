import stringWidth from 'string-width';
import { beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { decision, fortySpecs, type Repository } from './repository.ts';

let repository: Repository;
/** What has findings of every kind that the forty specs have. */
const EACH_TEMPLATE = [
  ...['component', 'technical-spec', 'photoncloud', 'dynamo-component'].flatMap((name) =>
    [1, 5].map((number) => `docs/${name}/${name}-00${number}.md`),
  ),
  'docs/decisions',
];

beforeAll(async () => {
  repository = await fortySpecs();
  repository.write(
    'docs/decisions/a-long-folder-name-that-leaves-little-room/dec-020-a-long-name-for-a-decision.md',
    decision({ status: '[Proposed | Accepted | Deprecated]', context: 'TBD', outcome: '' }),
  );
});

/** What `check` prints in a terminal of so many columns, line by line. */
async function inTerminal(columns: number, ...args: string[]): Promise<string[]> {
  return inTerminalWith({}, columns, ...args);
}

async function inTerminalWith(env: Record<string, string>, columns: number, ...args: string[]): Promise<string[]> {
  const io = fakeIo({
    terminal: { columns, rows: 24 },
    cwd: repository.folder,
    env: { NO_COLOR: '1', XDG_CACHE_HOME: repository.folder, ...env },
  });
  await main(['check', ...args], io);
  return io.out().trimEnd().split('\n');
}

test('in a terminal, meters and paths of all specs stand in the same columns', async () => {
  const rows = await inTerminal(100, '--summary');
  const heads = rows.filter((row) => /█|░/.test(row));
  expect(heads.length).toBe(41);
  expect(new Set(heads.map((row) => row.search('%')))).toEqual(new Set([16]));
  expect(new Set(heads.map((row) => row.search('docs/')))).toEqual(new Set([31]));
});

test('findings stand below their section with place, what is missing and, once for a rule, how to fix it', async () => {
  const rows = await inTerminal(80, 'docs/decisions/a-long-folder-name-that-leaves-little-room');
  expect(rows.slice(0, -4)).toEqual([
    ' █████░░░░░░  50%    3 of 6    docs/decisions/a-long-folder-name-that-leaves-little-room/dec-020-a-long-name-for-a-decision.md',
    '                               decision',
    '  Queues',
    '   3:13  Status: still offers the choice “[Proposed | Accepted | Deprecated]”',
    '         → Leave the one option that is true. (open-choice)',
    '  Context',
    '    8:1  is put off: “TBD”',
    '         → Write it once it is known, or say why it does not apply. (pending)',
    '  Decision',
    '     10  has nothing in it that a reader sees',
    '         → Answer it, or say why it does not apply. (empty-section)',
  ]);
});

test.each([40, 80, 109, 110, 200])(
  'in %i columns no finding is wider than the terminal, and none loses a word of its fix',
  async (columns) => {
    const rows = await inTerminal(columns, ...EACH_TEMPLATE);
    const findings = rows.filter((row) => !/█|░|spec-wizard/.test(row));
    expect(findings.filter((row) => stringWidth(row) > columns)).toEqual([]);
    const text = rows.map((row) => row.slice(2).trim()).join(' ');
    expect(text.replace(/\s+/g, ' ')).toContain('Write it once it is known, or say why it does not apply. (pending)');
  },
);

test('the summary says what to do next, and that nothing is left to do', async () => {
  const left = await inTerminal(80, 'docs/decisions');
  expect(left.slice(-3)).toEqual([
    expect.stringMatching(/^ 9 specs, \d+ gaps\.$/),
    expect.stringMatching(/^ Fill them: {7}spec-wizard docs\/decisions\/\S+\.md$/),
    expect.stringMatching(/^ About a finding: spec-wizard explain [a-z-]+$/),
  ]);
  const complete = await inTerminal(80, 'docs/decisions/dec-001-queues.md');
  expect(complete.at(-1)).toBe(' 1 spec, complete.');
});

test('where the locale has no UTF-8, meters and marks are ASCII, in the same columns', async () => {
  const rows = await inTerminalWith({ LC_ALL: 'C' }, 80, 'docs/decisions');
  expect(rows.filter((row) => /[^\0-\x7f]/.test(row))).toEqual([]);
  expect(rows[0]).toMatch(/^ #{11} 100% {4}6 of 6 {4}docs\/decisions\/dec-001-queues\.md {3}decision$/);
});
