import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const about = JSON.parse(read('package.json')) as {
  version: string;
  homepage: string;
  bugs: string;
  repository: { url: string };
};
const repository = /^git\+https:\/\/github\.com\/([^/]+\/[^/]+)\.git$/.exec(about.repository.url)![1]!;

/** The texts that users and workflows read; not templates, test material and code. */
const papers = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => /^[^/]+\.(?:md|ya?ml)$|^docs\/|^\.github\/|^\.pre-commit-hooks/.test(path));

test('package.json names one repository', () => {
  expect(about.homepage).toBe(`https://github.com/${repository}#readme`);
  expect(about.bugs).toBe(`https://github.com/${repository}/issues`);
});

test('every mention of the repository is the one of package.json', () => {
  expect(papers.length).toBeGreaterThan(10);
  const name = repository.split('/')[1]!;
  const others = papers.flatMap((path) =>
    Array.from(
      read(path).matchAll(/(?:github\.com\/|uses: |repo: )([\w.-]+\/[\w.-]+)/g),
      ([, mention]) => `${path}: ${mention}`,
    ).filter(
      (mention) =>
        mention
          .split('/')
          .at(-1)!
          .replace(/\.git$/, '') === name && !mention.endsWith(` ${repository}`),
    ),
  );
  expect(others).toEqual([]);
});

test('no document has a placeholder for the owner', () => {
  const open = papers.filter((path) => /\bOWNER\/(?!NAME)|\bYOUR[-_]?(?:ORG|NAME|USER)\b/i.test(read(path)));
  expect(open).toEqual([]);
});

test('the action is used by the tag of the version', () => {
  const uses = papers.flatMap((path) =>
    Array.from(read(path).matchAll(new RegExp(`uses: ${repository}@(\\S+)`, 'g')), ([, tag]) => tag),
  );
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.filter((tag) => tag !== `v${about.version}`)).toEqual([]);
});

test('the changelog has the version, or says that it is not released', () => {
  const changelog = read('CHANGELOG.md');
  expect(changelog).toMatch(
    new RegExp(`^## \\[${about.version}\\] - \\d{4}-\\d\\d-\\d\\d$|first release, ${about.version}\\.$`, 'm'),
  );
});

test('the hook names no version of its own', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string }[];
  expect(hook!.id).toBe('spec-wizard');
  expect(hook!.entry).not.toMatch(/@\d/);
});

test('the Node versions of package.json, CI and .nvmrc agree', () => {
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
  const { jobs } = parse(read('.github/workflows/ci.yml')) as {
    jobs: { test: { strategy: { matrix: { node: string[] } } } };
  };
  const { node } = jobs.test.strategy.matrix;
  expect(engines.node).toBe(`>=${node[0]}`);
  expect(node).toContain(read('.nvmrc').trim());
});
