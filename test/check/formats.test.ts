import { beforeAll, expect, test } from 'vitest';
import { checkJson } from './json-shape.ts';
import { junitFaults, sarifFaults } from './public-schemas.ts';
import { type CheckJson, fortySpecs, Repository } from './repository.ts';

let repository: Repository;
let data: CheckJson;
let gaps: number;

beforeAll(async () => {
  repository = await fortySpecs();
  const result = await repository.json();
  expect(result.stderr).toBe('');
  data = result.data;
  gaps = data.specs.reduce((sum, { completeness: { required, answered } }) => sum + required - answered, 0);
});

test('all forty specs are found with their templates, and nothing else', () => {
  expect(data.specs.length).toBe(40);
  expect(data.problems).toEqual([]);
  const ways = data.specs.map(({ template, match }) => `${template} by ${match.by}`);
  expect(new Set(ways)).toEqual(
    new Set([
      'component by mark',
      'technical-spec by mark',
      'photoncloud by mark',
      'dynamo-component by mark',
      'decision by settings',
    ]),
  );
});

test('--json has the promised shape', () => {
  expect(checkJson.safeParse(data).error?.issues).toBeUndefined();
});

test('a pipe gets a line for each spec and each gap, which begins with its place and says how to fix it', async () => {
  const { code, stdout, stderr } = await repository.run(['check', 'docs/decisions']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const lines = stdout.split('\n');
  expect(lines[0]).toBe('docs/decisions/dec-001-queues.md: 100%, 6 of 6 answered (decision)');
  expect(lines).toContain(
    'docs/decisions/dec-003-queues.md:8:1: pending: Context: is put off: “TBD”. Write it once it is known, or say why it does not apply. (pending)',
  );
  expect(lines.at(-2)).toMatch(/^8 specs, \d+ gaps\. Fill them: spec-wizard docs\/decisions\/dec-003-queues\.md$/);
});

test('prints the command that continues, quoted for the shell, with the given template', async () => {
  const own = new Repository();
  own.write("it's one.md", '# One\n\n## Goal\n\n{goal}\n');
  own.write('my template.md', '# {name}\n\n## Goal\n\n{goal}\n');
  const { stdout } = await own.run(['check', "it's one.md", '--template', './my template.md', '--summary']);
  const words = "spec-wizard 'it'\\''s one.md' --template './my template.md'";
  expect(stdout).toContain(`1 spec, 1 gap. Fill them: ${words}\n`);
});

test('--summary keeps to the meters, --quiet to the exit status', async () => {
  const summary = await repository.run(['check', '--summary', 'docs/decisions']);
  expect(summary.stdout.match(/^docs\/decisions\/dec-.*: \d+%, /gm)?.length).toBe(8);
  expect(summary.stdout).not.toContain('pending');
  expect(await repository.run(['check', '--quiet'])).toMatchObject({ code: 1, stdout: '', stderr: '' });
});

test('SARIF is valid against its schema and has a result for each gap', async () => {
  const { stdout, code } = await repository.run(['check', '--format', 'sarif']);
  expect(code).toBe(1);
  const log = JSON.parse(stdout) as {
    runs: [{ results: { ruleId: string; level: string }[]; tool: object }];
  };
  expect(sarifFaults(log)).toEqual([]);
  expect(log.runs[0].results.filter(({ level, ruleId }) => level === 'error' && !/^no-/.test(ruleId)).length).toBe(
    gaps,
  );
});

test('each rule in SARIF has what code scanning shows of it, at the level of its results', async () => {
  const { stdout } = await repository.run(['check', '--format', 'sarif']);
  const [run] = (
    JSON.parse(stdout) as {
      runs: [{ results: { ruleId: string; level: string }[]; tool: { driver: { rules: { id: string }[] } } }];
    }
  ).runs;
  const rules = new Map(run.tool.driver.rules.map((rule) => [rule.id, rule]));
  expect(rules.size).toBeGreaterThan(1);
  for (const rule of rules.values())
    expect(rule).toMatchObject({
      shortDescription: { text: expect.stringMatching(/\w/) },
      fullDescription: { text: expect.stringMatching(/\w/) },
      help: { text: expect.stringContaining(`spec-wizard explain ${rule.id}`), markdown: expect.any(String) },
      properties: { 'problem.severity': expect.stringMatching(/^(?:error|warning|recommendation)$/) },
    });
  for (const { ruleId, level } of run.results)
    expect(rules.get(ruleId)).toMatchObject({ defaultConfiguration: { level } });
});

test('JUnit is valid against its schema, a suite for each spec', async () => {
  const { stdout } = await repository.run(['check', '--format', 'junit']);
  expect(await junitFaults(stdout)).toEqual([]);
  expect(stdout.match(/<testsuite /g)?.length).toBe(40);
  expect(stdout).toMatch(/name="docs\/decisions\/dec-001-queues\.md"[^>]* failures="0"/);
});

test('GitHub gets ten annotations of a kind, and everything in the summary of the job', async () => {
  repository.write('summary.md', 'Before.\n');
  const { stdout } = await repository.run(['check', '--format', 'github'], {
    GITHUB_STEP_SUMMARY: `${repository.folder}/summary.md`,
    GITHUB_WORKSPACE: repository.folder,
  });
  expect(stdout.match(/^::error file=docs\/[^\n]*::/gm)?.length).toBe(10);
  expect(stdout.match(/^::(?:warning|notice) /gm)!.length).toBeLessThanOrEqual(20);
  const summary = repository.read('summary.md');
  expect(summary).toMatch(/^Before\.\n/);
  expect(summary).toContain('| `docs/decisions/dec-003-queues.md` | decision | 83% | 5 of 6 | 1 | 0 |');
});

test('an annotation holds no line end or comma that would end it', async () => {
  repository.write('docs/decisions/a,b%.md', '# [Decision]\n\n## Context\n\n## Decision\n');
  const { stdout } = await repository.run(['check', '--format', 'github', 'docs/decisions/a,b%.md']);
  expect(stdout).toContain('::error file=docs/decisions/a%2Cb%25.md,line=1');
});

test('Markdown is a table that fits a comment, with nothing of a spec taken for Markdown', async () => {
  const { stdout } = await repository.run(['check', '--format', 'markdown']);
  expect(stdout.length).toBeLessThanOrEqual(65_536);
  expect(stdout).toMatch(/^\*\*4[01] specs, [\d,]+ gaps\*\* · \d+ of \d+ answered \(\d+%\)\n/);
  expect(stdout).toContain('\\[Proposed \\| Accepted \\| Deprecated\\]');
});

test('several formats are written at once, whole, and stdout stays for people', async () => {
  const { stdout } = await repository.run([
    'check',
    '--format=sarif=out/check.sarif,junit=out/check.xml',
    '--format',
    'json=out/check.json',
    'docs/decisions',
  ]);
  expect(stdout).toContain('Fill them');
  expect(sarifFaults(JSON.parse(repository.read('out/check.sarif')))).toEqual([]);
  expect(await junitFaults(repository.read('out/check.xml'))).toEqual([]);
  expect(checkJson.safeParse(JSON.parse(repository.read('out/check.json'))).success).toBe(true);
});

test('two formats cannot share stdout; an unknown one is named with its nearest', async () => {
  const both = await repository.run(['check', '--json', '--format', 'sarif']);
  expect(both).toMatchObject({ code: 2, stdout: '' });
  expect(both.stderr).toContain('json and sarif cannot both go to stdout');
  const unknown = await repository.run(['check', '--format', 'saarif']);
  expect(unknown.stderr).toContain('there is no format “saarif”; did you mean sarif?');
});

test('what is missing is shown where it belongs, behind the section before', async () => {
  const own = new Repository();
  own.write('own.md', '# Note\n\n## Goal\n\nSay why.\n\n## Plan\n\nSay how.\n\n## Rollback\n\nSay how to go back.\n');
  own.write('note.md', '# A\n\n## Goal\n\nFaster.\n\n## Rollback\n\nTurn it off.\n');
  own.write('end.md', '# B\n\n## Goal\n\nFaster.\n\n## Plan\n\nToday.\n');
  const args = ['check', 'note.md', 'end.md', '--template', './own.md', '--format'];
  const lines = (await own.run([...args, 'lines'])).stdout;
  expect(lines).toContain('note.md:5:1: missing: Plan: section is missing');
  expect(lines).toContain('end.md:9:1: missing: Rollback: section is missing');
  const github = (await own.run([...args, 'github'])).stdout;
  expect(github).toMatch(/^::error file=[^,]*note\.md,line=5,title=Plan::/m);
  const sarif = JSON.parse((await own.run([...args, 'sarif'])).stdout) as {
    runs: [
      {
        results: { locations: [{ physicalLocation: { region: object } }] }[];
        tool: { driver: { rules: object[] } };
      },
    ];
  };
  const [run] = sarif.runs;
  expect(run.results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.region)).toEqual([
    { startLine: 5 },
    { startLine: 9 },
  ]);
  expect(run.tool.driver.rules).toMatchObject([
    {
      id: 'missing-section',
      help: { text: 'Add the section and answer it. More: spec-wizard explain missing-section' },
    },
  ]);
});

test('a missing list, table or code is named by the line above it', async () => {
  const own = new Repository();
  own.write('scope.md', '# Plan\n\n## Scope\n\nIn scope:\n\n- [item]\n\nOut of scope:\n\n- [item]\n');
  own.write('umfang.md', '# Plan\n\n## Umfang\n\nInhalt:\n\n- [Punkt]\n\nAusnahmen:\n\n- [Punkt]\n');
  own.write('a.md', '# A\n\n## Scope\n\nIn scope:\n\n- Export\n');
  own.write('b.md', '# B\n\n## Umfang\n\nInhalt:\n\n- Export\n');
  const lines = async (name: string, template: string) =>
    (await own.run(['check', name, '--template', template, '--format', 'lines'])).stdout;
  expect(await lines('a.md', './scope.md')).toContain('a.md:3:1: missing: Scope › Out of scope: is missing');
  expect(await lines('b.md', './umfang.md')).toContain('b.md:3:1: missing: Umfang › Ausnahmen: is missing');
});
