import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  version?: string;
  link?: boolean;
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Package> };

/** Where Node would find a package from the folder of another one; null where the lockfile has it nowhere. */
function find(name: string, from: string): string | null {
  for (let folder = from; ; folder = folder.replace(/\/?(?:^|(?<=\/))node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return null;
  }
}

const missing = (kind: 'dependencies' | 'optionalDependencies' | 'peerDependencies') =>
  Object.entries(packages).flatMap(([path, found]) =>
    Object.keys(found[kind] ?? {})
      .filter((name) => !(kind === 'peerDependencies' && found.peerDependenciesMeta?.[name]?.optional))
      .filter((name) => find(name, path) === null)
      .map((name) => `${path || 'the project'} needs ${name}`),
  );

test('the lockfile holds the optional packages of every platform', () => {
  const optional = Object.values(packages).flatMap((found) => Object.keys(found.optionalDependencies ?? {}));
  for (const platform of ['darwin-arm64', 'linux-x64', 'win32-x64'])
    expect(optional.some((name) => name.includes(platform))).toBe(true);
  expect(missing('optionalDependencies')).toEqual([]);
});

test('the lockfile holds every dependency and peer', () => {
  expect(missing('dependencies')).toEqual([]);
  expect(missing('peerDependencies')).toEqual([]);
});

test('the lockfile says what package.json says', () => {
  const { version, devDependencies } = read('package.json') as Package;
  expect(packages['']).toMatchObject({ version, devDependencies });
  const installed = Object.keys(devDependencies!).map((name) => [name, packages[`node_modules/${name}`]?.version]);
  expect(Object.fromEntries(installed)).toEqual(devDependencies);
});

test.each(['package-lock.json', 'test/bench/rivals/package-lock.json'])(
  'in %s every package has a checksum and no registry address',
  (file) => {
    const { packages } = read(file) as { packages: Record<string, Package> };
    const others = Object.entries(packages).filter(([path]) => path !== '');
    expect(others.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
    expect(others.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  },
);
