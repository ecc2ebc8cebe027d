/** What only the part that shows it may load, and never at start. */
const HEAVY = ['ink', 'react', 'yoga-layout', '@inquirer/prompts', 'execa', 'highlight.js'];

/** Parts that run in scripts and pipes: they load nothing heavy before they know that they need it. */
const LIGHT = [
  'src/cli.ts',
  'src/api.ts',
  ...['check', 'questions', 'fill', 'templates', 'help', 'preview'].map((name) => `src/commands/${name}.ts`),
];

/** One line for each light part that would load something heavy at start, by esbuild's metafile; [] where all is well. */
export function heavyParts({ outputs }) {
  const found = [];
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (!LIGHT.includes(entryPoint)) continue;
    const packages = new Set([...reach(outputs, path)].flatMap((part) => packagesOf(outputs[part])));
    for (const name of HEAVY) if (packages.has(name)) found.push(`${entryPoint} loads ${name} at start`);
  }
  return found;
}

/** The outputs that loading one of them loads, itself included. */
function reach(outputs, path, met = new Set()) {
  if (met.has(path)) return met;
  met.add(path);
  for (const { path: next, kind } of outputs[path].imports) {
    if (kind === 'import-statement' && outputs[next]) reach(outputs, next, met);
  }
  return met;
}

function packagesOf({ inputs }) {
  return Object.keys(inputs).flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? [],
  );
}
