/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/** Packages that only the part that needs them may load, never a light entry. */
const HEAVY = ['ink', 'react', 'yoga-layout', '@inquirer/prompts', 'execa', 'highlight.js'];

/** A source that only commands that read templates or judge may load: it brings the words of all languages. */
const WORDS = 'src/template/languages/tables.ts';

/** Entries that may end, or show something, before anything is judged. */
const EARLY = ['cli', 'commands/check', 'commands/help', 'commands/new', 'commands/open'].map(
  (name) => `src/${name}.ts`,
);

/** Entries that run in scripts and pipes and must start fast. */
const LIGHT = [
  'src/cli.ts',
  'src/api.ts',
  ...['check', 'questions', 'fill', 'templates', 'help', 'preview'].map((name) => `src/commands/${name}.ts`),
];

/**
 * Returns one line for each light entry that would load a heavy package at start, and for each early one that would load
 * the words, by esbuild's metafile.
 *
 * @param {import('esbuild').Metafile} metafile
 */
export function heavyImports({ outputs }) {
  /** @type {string[]} */
  const found = [];
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (!entryPoint) continue;
    const parts = [...reachableFrom(path, outputs)];
    if (EARLY.includes(entryPoint) && parts.some((part) => outputs[part]?.inputs[WORDS]))
      found.push(`${entryPoint} loads ${WORDS} at start`);
    if (!LIGHT.includes(entryPoint)) continue;
    const packages = new Set(parts.flatMap((part) => packagesOf(outputs[part])));
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
