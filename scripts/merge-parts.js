import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { build } from 'esbuild';

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */
/** @typedef {{ metafile: import('esbuild').Metafile, outputFiles: import('esbuild').OutputFile[] }} Bundle */

/**
 * What people wait for, by the entries that it loads. Parts that only `other` commands load stay as they are. Entries
 * that are rarely loaded at all decide nothing.
 */
const JOURNEYS = {
  start: /^src\/(?:cli|commands\/(?:choose-command|parse-words))\.ts$/,
  check: /^src\/(?:commands\/check|project\/check\/spec-reader)\.ts$/,
  preview: /^src\/commands\/preview(?:\/page)?\.ts$/,
  session: /^src\/(?:commands\/(?:new|open)|session\/(?:start|run-wizard|run-session))\.tsx?$/,
  screen: /^src\/(?:session\/screen|view\/pager\/pager)\.tsx$/,
  other: /^src\//,
};
const RARE = /^node_modules\/|^src\/project\/(?:settings-file|check\/watch)\.ts$/;

/**
 * Merges the shared parts of a bundle that the same journeys load. esbuild makes a part for each set of entries that
 * share something, which are a hundred with as many commands; Node needs a millisecond for each that it loads.
 *
 * @param {Bundle} bundled
 * @returns {Promise<Bundle>} the parts as they are to be written
 */
export async function mergeParts({ metafile, outputFiles }) {
  const files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const groups = groupsOf(metafile.outputs);
  /** @type {Map<string, string>} */
  const groupOf = new Map();
  for (const [group, parts] of groups) for (const part of parts) groupOf.set(part, group);
  const entries = [...files.keys()].filter((name) => !groupOf.has(name));
  const merged = await build({
    absWorkingDir: process.cwd(),
    entryPoints: Object.fromEntries(
      [...groups.keys(), ...entries].map((name) => [name.replace(/\.js$/, ''), name]),
    ),
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
    // gray-matter's engine for JavaScript, which is never asked for.
    logOverride: { 'direct-eval': 'silent' },
    plugins: [
      {
        name: 'merge-parts',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\.js$/ }, ({ path, kind, importer }) => {
            const name = basename(path);
            if (kind === 'entry-point' || groupOf.get(name) === importer || areTogether(importer, name))
              return { path: name, namespace: 'part' };
            return { path: `./${groupOf.get(name) ?? name}`, external: true };
          });
          onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
            kind === 'entry-point' ? undefined : { path, external: true },
          );
          onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
            contents: files.get(path) ?? exportsOf(groups.get(path) ?? []),
          }));
        },
      },
    ],
  });
  return {
    outputFiles: merged.outputFiles,
    metafile: { inputs: metafile.inputs, outputs: withSources(merged.metafile) },
  };

  /**
   * The outputs with the sources that they are made of.
   *
   * @param {import('esbuild').Metafile} mergedFrom
   */
  function withSources({ outputs }) {
    return Object.fromEntries(
      Object.entries(outputs).map(([path, output]) => {
        const parts = groups.get(basename(path)) ?? [basename(path)];
        const sources = parts.map((part) => metafile.outputs[`dist/${part}`]);
        const imports = output.imports.map((each) => ({
          ...each,
          path: each.path.replace(/^\.\//, 'dist/'),
        }));
        const inputs = Object.assign({}, ...sources.map((source) => source?.inputs));
        return [path, { ...output, entryPoint: sources[0]?.entryPoint, imports, inputs }];
      }),
    );
  }

  /** @param {string} importer @param {string} name */
  function areTogether(importer, name) {
    const group = groupOf.get(name);
    return group !== undefined && groupOf.get(importer) === group;
  }

  /** @param {readonly string[]} parts */
  function exportsOf(parts) {
    const seen = new Set();
    for (const part of parts)
      for (const name of metafile.outputs[`dist/${part}`]?.exports ?? []) {
        if (seen.has(name)) throw new Error(`two parts to be merged export ${name}`);
        seen.add(name);
      }
    return parts.map((part) => `export * from './${part}';`).join('\n');
  }
}

/**
 * The shared parts by the name of the part that they are merged into.
 *
 * @param {Outputs} outputs
 */
function groupsOf(outputs) {
  /** @type {Map<string, Set<string>>} */
  const journeysOf = new Map();
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (!entryPoint || RARE.test(entryPoint)) continue;
    const [journey = ''] = Object.entries(JOURNEYS).find(([, entries]) => entries.test(entryPoint)) ?? [];
    for (const part of sharedPartsOf(path, outputs)) {
      const journeys = journeysOf.get(part) ?? new Set();
      journeysOf.set(part, journeys.add(journey));
    }
  }
  /** @type {Map<string, string[]>} */
  const byJourneys = new Map();
  for (const [part, journeys] of journeysOf) {
    const key = Object.keys(JOURNEYS)
      .filter((journey) => journeys.has(journey))
      .join('-');
    byJourneys.set(key, [...(byJourneys.get(key) ?? []), part]);
  }
  return new Map(
    [...byJourneys]
      .filter(([key, parts]) => key !== 'other' && parts.length > 1)
      .map(([key, parts]) => {
        const hash = createHash('sha256').update(parts.sort().join()).digest('hex').slice(0, 8).toUpperCase();
        return [`part-${key}-${hash}.js`, parts];
      }),
  );
}

/**
 * The names of the parts without an entry that are loaded with an output.
 *
 * @param {string} path
 * @param {Outputs} outputs
 */
function sharedPartsOf(path, outputs, met = new Set()) {
  for (const { path: next, kind } of outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || met.has(next) || !outputs[next]) continue;
    met.add(next);
    sharedPartsOf(next, outputs, met);
  }
  return [...met].filter((part) => !outputs[part]?.entryPoint).map((part) => basename(part));
}
