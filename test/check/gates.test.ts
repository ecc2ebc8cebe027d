import { beforeEach, describe, expect, test } from 'vitest';
import { junitFaults, sarifFaults } from './public-schemas.ts';
import { DECISION, decision, Repository } from './repository.ts';

let repository: Repository;

/** Two complete decisions and one with two of its six answers missing. */
beforeEach(() => {
  repository = new Repository();
  repository.write('templates/decision.md', DECISION);
  repository.write('spec-wizard.yaml', settings());
  repository.write('docs/one.md', decision());
  repository.write('docs/two.md', decision());
  repository.write('docs/three.md', decision({ context: '', outcome: 'TBD' }));
});

function settings(gates = ''): string {
  return `specs: docs\ntemplates: { decision: { file: templates/decision.md } }\nuse: [{ files: docs/**, template: decision }]\n${gates}`;
}

async function status(...args: string[]): Promise<number | null> {
  return (await repository.run(['check', ...args])).code;
}

describe('without a gate', () => {
  test('a gap fails, complete specs pass', async () => {
    expect(await status()).toBe(1);
    expect(await status('docs/one.md', 'docs/two.md')).toBe(0);
  });
});

describe('percentages', () => {
  test('--min holds each spec to one, and names those below it', async () => {
    expect(await status('--min', '66')).toBe(0);
    expect(await status('--min=66%')).toBe(0);
    const below = await repository.run(['check', '--min', '67']);
    expect(below.code).toBe(1);
    expect(below.stdout).toContain('docs/three.md is at 66%, below 67%');
  });

  test('make the gaps of a spec that passes warnings, and no failures', async () => {
    const report = async (min: string, format: string) =>
      (await repository.run(['check', '--min', min, '--format', format])).stdout;
    expect((await report('66', 'github')).match(/^::(?:error|warning) file=docs\/three\.md/gm)).toEqual([
      '::warning file=docs/three.md',
      '::warning file=docs/three.md',
    ]);
    expect(await report('67', 'github')).toContain('::error file=docs/three.md');
    expect(await report('66', 'junit')).not.toContain('<failure ');
    expect(await report('67', 'junit')).toContain('<failure ');
    expect(await report('66', 'sarif')).not.toMatch(/"ruleId":"[^"]*","level":"error"/);
  });

  test('--min-overall holds the sum to one', async () => {
    expect(await status('--min-overall', '88')).toBe(0);
    const below = await repository.run(['check', '--quiet', '--min-overall', '89']);
    expect(below).toMatchObject({ code: 1, stdout: '' });
    expect(below.stderr).toContain('all specs together are at 88%, below 89%');
  });

  test('the settings hold them too, and the command line goes before', async () => {
    repository.write('spec-wizard.yaml', settings('gates: { min: 67 }\n'));
    expect(await status()).toBe(1);
    expect(await status('--min', '50')).toBe(0);
  });

  test('reject anything that is not a percentage', async () => {
    expect(await status('--min', '101')).toBe(2);
    expect(await status('--min', 'most')).toBe(2);
  });
});

describe('a baseline', () => {
  test('lets old gaps stand, and begins only when asked to', async () => {
    expect(await status('--baseline', 'gaps.json')).toBe(1);
    expect(() => repository.read('gaps.json')).toThrow();
    expect(await status('--baseline', 'gaps.json', '--update-baseline')).toBe(0);
    expect(JSON.parse(repository.read('gaps.json'))).toEqual({
      version: 1,
      gaps: { 'docs/three.md': ['context/paragraph', 'decision/paragraph'] },
    });
    expect(await status('--baseline', 'gaps.json')).toBe(0);
  });

  test('fails on a new gap, names it, and never takes it in later', async () => {
    await status('--baseline', 'gaps.json', '--update-baseline');
    repository.write('docs/two.md', decision({ context: 'TODO' }));
    for (const args of [[], ['--update-baseline']]) {
      const { code, stdout } = await repository.run(['check', '--baseline', 'gaps.json', ...args]);
      expect(code).toBe(1);
      expect(stdout).toContain('new since the baseline: docs/two.md:8 Context (context/paragraph)');
    }
  });

  test('names what is filled since, and shrinks only when asked to', async () => {
    await status('--baseline', 'gaps.json', '--update-baseline');
    const before = repository.read('gaps.json');
    repository.write('docs/three.md', decision({ outcome: 'TBD' }));
    const { code, stdout } = await repository.run(['check', '--baseline', 'gaps.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('filled since the baseline: docs/three.md context/paragraph');
    expect(repository.read('gaps.json')).toBe(before);
    expect(await status('--baseline', 'gaps.json', '--update-baseline')).toBe(0);
    expect(JSON.parse(repository.read('gaps.json'))).toMatchObject({
      gaps: { 'docs/three.md': ['decision/paragraph'] },
    });
  });

  test('says what it wrote, and what is filled is no error anywhere', async () => {
    const run = async (...args: string[]) => repository.run(['check', '--baseline', 'gaps.json', ...args]);
    expect((await run('--update-baseline')).stdout).toContain('the baseline gaps.json was written, with 2 gaps');
    expect((await run('--update-baseline')).stdout).not.toContain('was written');
    repository.write('docs/three.md', decision({ outcome: 'TBD' }));
    const { code, stdout } = await run('--format', 'github');
    expect(code).toBe(0);
    expect(stdout).toContain('::notice title=spec-wizard::filled since the baseline: docs/three.md');
    expect(stdout).not.toContain('::error');
    expect((await run('--update-baseline', '--quiet')).stderr).toBe('');
  });

  test('makes its gaps notes in every report, and the new ones stay errors', async () => {
    await status('--baseline', 'gaps.json', '--update-baseline');
    repository.write('docs/two.md', decision({ context: 'TODO' }));
    const report = async (format: string) =>
      (await repository.run(['check', '--baseline', 'gaps.json', '--format', format])).stdout;
    const github = await report('github');
    expect(github.match(/^::error file=[^,]*/gm)).toEqual(['::error file=docs/two.md']);
    expect(github.match(/^::notice file=docs\/three\.md,/gm)).toHaveLength(2);
    const junit = await report('junit');
    expect(await junitFaults(junit)).toEqual([]);
    expect(junit.match(/<failure /g)).toHaveLength(1);
    expect(junit.match(/docs\/three\.md:\d+: accepted: /g)).toHaveLength(2);
    const sarif = JSON.parse(await report('sarif')) as { runs: [{ results: { level: string }[] }] };
    expect(sarifFaults(sarif)).toEqual([]);
    expect(sarif.runs[0].results.map(({ level }) => level).sort()).toEqual(['error', 'note', 'note']);
    expect(await report('lines')).toContain('3 gaps, 2 of them accepted. Fill them: spec-wizard docs/two.md');
    const pretty = await report('pretty');
    expect(pretty).toContain('2 gaps accepted by the baseline or the status; --format lines lists them.');
    expect(pretty).not.toContain('has nothing in it');
  });

  test('keeps the entries of specs that were not looked at', async () => {
    await status('--baseline', 'gaps.json', '--update-baseline');
    const before = repository.read('gaps.json');
    expect(await status('--baseline', 'gaps.json', '--update-baseline', 'docs/one.md')).toBe(0);
    expect(repository.read('gaps.json')).toBe(before);
  });

  test('that is not valid is a problem with a hint', async () => {
    repository.write('gaps.json', '{"version": 7}');
    const { code, stderr } = await repository.run(['check', '--baseline', 'gaps.json']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'spec-wizard: gaps.json: it is not a baseline of version 1\n  Remove it and run --update-baseline to start it anew.\n',
    );
  });
});

describe('by status', () => {
  test('pending answers do not fail a spec whose status allows them; the meters do not change', async () => {
    repository.write('spec-wizard.yaml', settings('gates: { pendingIn: [proposed] }\n'));
    repository.write('docs/three.md', decision({ status: 'Proposed', outcome: 'TBD' }));
    const { code, data } = await repository.json();
    expect(code).toBe(0);
    expect(data.specs.find(({ path }) => path === 'docs/three.md')?.completeness).toEqual({
      answered: 5,
      required: 6,
      ratio: 0.83,
    });
  });

  test('missing answers still fail it, and so does another status', async () => {
    repository.write('spec-wizard.yaml', settings('gates: { pendingIn: [Proposed] }\n'));
    repository.write('docs/three.md', decision({ status: 'Proposed', outcome: '' }));
    expect(await status()).toBe(1);
    repository.write('docs/three.md', decision({ status: 'Accepted', outcome: 'TBD' }));
    expect(await status()).toBe(1);
  });
});

describe('--changed', () => {
  test('looks only at specs that changed since a commit', async () => {
    repository.commit();
    const none = await repository.run(['check', '--changed']);
    expect(none).toMatchObject({ code: 0, stdout: 'No specs changed since HEAD.\n' });
    repository.write('docs/two.md', decision({ context: 'Other forces.' }));
    repository.write('docs/four.md', decision());
    const { data, code } = await repository.json(['--changed']);
    expect(code).toBe(0);
    expect(data.specs.map(({ path }) => path)).toEqual(['docs/four.md', 'docs/two.md']);
  });

  test('looks at what a branch did since it left another', async () => {
    repository.commit();
    repository.git('checkout', '-q', '-b', 'work');
    repository.write('docs/two.md', decision({ context: 'Other forces.' }));
    repository.commit();
    const { data } = await repository.json(['--changed=main']);
    expect(data.specs.map(({ path }) => path)).toEqual(['docs/two.md']);
  });

  test('names a commit that is not there', async () => {
    repository.commit();
    const { code, stderr } = await repository.run(['check', '--changed=nowhere']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no commit “nowhere” to compare with here');
  });
});
