/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/** Packages that only the part that needs them may load, never a light entry. */
const HEAVY = ['ink', 'react', 'yoga-layout', '@inquirer/prompts', 'execa', 'highlight.js'];

/** Entries that run in scripts and pipes and must start fast. */
const LIGHT = [
  'src/cli.ts',
  'src/api.ts',
  ...['check', 'questions', 'fill', 'templates', 'help', 'preview'].map((name) => `src/commands/${name}.ts`),
];

/**
 * Returns one line for each light entry that would load a heavy package at start, by esbuild's metafile.
 *
 * @param {import('esbuild').Metafile} metafile
 */
export function heavyImports({ outputs }) {
  /** @type {string[]} */
  const found = [];
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (!entryPoint || !LIGHT.includes(entryPoint)) continue;
    const packages = new Set([...reachableFrom(path, outputs)].flatMap((part) => packagesOf(outputs[part])));
    for (const name of HEAVY) if (packages.has(name)) found.push(`${entryPoint} loads ${name} at start`);
  }
  return found;
}

/**
 * The outputs that are loaded statically with one of them, itself included.
 *
 * @param {string} path
 * @param {Outputs} outputs
 * @param {Set<string>} met
 */
function reachableFrom(path, outputs, met = new Set()) {
  if (met.has(path)) return met;
  met.add(path);
  for (const { path: next, kind } of outputs[path]?.imports ?? []) {
    if (kind === 'import-statement' && outputs[next]) reachableFrom(next, outputs, met);
  }
  return met;
}

/** @param {Outputs[string] | undefined} output */
function packagesOf(output) {
  return Object.keys(output?.inputs ?? {}).flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? [],
  );
}
