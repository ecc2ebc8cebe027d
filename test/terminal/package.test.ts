import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BUDGET } from '../../scripts/budget.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));

test('the package carries the program, its templates and flows, nothing else, and stays small', () => {
  const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(listing) as [Record<keyof typeof BUDGET, number> & { files: { path: string }[] }];
  const { files } = packed;
  const paths = files.map(({ path }) => path);
  expect(new Set(paths.map((path) => path.split('/')[0]))).toEqual(
    new Set(['LICENSE', 'README.md', 'package.json', 'bin', 'dist', 'flows', 'templates']),
  );
  for (const needed of ['bin/spec-wizard.js', 'dist/cli.js', 'dist/LICENSES.txt', 'templates/component.md']) {
    expect(paths).toContain(needed);
  }
  for (const [name, most] of Object.entries(BUDGET))
    expect(packed[name as keyof typeof BUDGET], name).toBeLessThanOrEqual(most);
});

test('the built program imports its own parts and Node, and nothing else', () => {
  const strangers = parts.flatMap((name) => {
    const text = readFileSync(join(root, 'dist', name), 'utf8');
    const imports = [...text.matchAll(/^(?:import|export)\b[^'"();]*?(?:from\s*)?["']([^"']+)["']/gm)];
    const required = [...text.matchAll(/\brequire\("([^"]+)"\)/g)];
    return [...imports, ...required].flatMap(([, to]) =>
      /^(?:\.\/|node:)/.test(to!) ? [] : [`${name} imports ${to}`],
    );
  });
  const builtIn =
    /imports (?:assert|buffer|child_process|events|fs|os|path|process|stream|tty|url|util|module|readline)$/;
  expect(strangers.filter((line) => !builtIn.test(line))).toEqual([]);
});

test('the package contains the licences of what is bundled', () => {
  const text = readFileSync(join(root, 'dist/LICENSES.txt'), 'utf8');
  expect(text).toMatch(/^ink \d+\.\d+\.\d+ \(MIT\)$/m);
  expect(text).toContain('Permission is hereby granted');
});

test('no file of the package imports a module of Node by a statement', () => {
  const importing = parts.filter((name) => /\bfrom\s*"node:/.test(readFileSync(join(root, 'dist', name), 'utf8')));
  expect(importing).toEqual([]);
});
