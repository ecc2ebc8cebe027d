import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { withoutBuiltinImports } from './builtin-modules.js';

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */
/** @typedef {{ metafile: import('esbuild').Metafile, outputFiles: import('esbuild').OutputFile[] }} Bundle */

/**
 * Regular expressions that Node 20 supports. esbuild would turn each literal with `\p{…}` or a lookbehind into a call
 * of `new RegExp`, evaluated every time.
 */
const REGEXPS = { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true };

/**
 * The text of a file in which regular expressions with `\p{…}` are made when they are first used, and once. Node checks
 * literals when it loads a file, and each `\p{…}` takes a twentieth of a millisecond.
 *
 * @param {string} text as esbuild makes it for a Node that has no `\p{…}`
 */
export function lateRegexps(text) {
  let count = 0;
  const late = text.replace(
    /((?:\.(?:match|matchAll|replace|replaceAll|split)\()?)(new RegExp\(("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`), ?"([a-z]*)"\))/g,
    // One that keeps its place is made anew, but where it is only passed on.
    (all, call, made, _source, flags) =>
      call === '' && /[gy]/.test(flags) ? all : `${call}(__late[${count++}]??=${made})`,
  );
  return count === 0 ? text : `const __late=[];${late}`;
}

/**
 * The options for all of the program's files.
 *
 * @returns {import('esbuild').BuildOptions}
 */
export const buildOptions = () => ({
  absWorkingDir: process.cwd(),
  platform: 'node',
  target: 'node20',
  supported: REGEXPS,
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});

/**
 * The journeys that people wait for, by the entries that they load, the smallest first. A part that several journeys
 * load is merged with those of the first one: loading a file takes as long as compiling a hundred kilobytes that do not
 * run. Parts that only `other` commands load are not merged. Entries that are rarely loaded do not count.
 */
const JOURNEYS = {
  start: /^src\/cli\.ts$/,
  first: /^src\/commands\/(?:new|open)\.ts$/,
  pager: /^src\/commands\/preview(?:\/page)?\.ts$/,
  check: /^src\/commands\/check\.ts$/,
  judge: /^src\/(?:commands\/complete|project\/check\/spec-reader)\.ts$/,
  preview: /^src\/commands\/preview\/gaps\.ts$/,
  session: /^src\/(?:session\/run-session|project\/project)\.ts$/,
  screen: /^src\/(?:session\/screen|view\/pager\/pager)\.tsx$/,
  other: /^src\//,
};
const RARE = /^node_modules\/|^src\/project\/(?:settings-file|check\/watch)\.ts$/;

/**
 * Merges the shared parts of a bundle that the same journeys load. esbuild makes a part for each set of entries that
 * share code, a hundred with as many commands, and Node needs a millisecond to load each.
 *
 * @param {Bundle} bundled
 * @returns {Promise<Bundle>} the parts as they are to be written
 */
export async function mergeParts({ metafile, outputFiles }) {
  const files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const groups = groupsOf(metafile.outputs);
  const groupOf = new Map([...groups].flatMap(([group, parts]) => parts.map((part) => [part, group])));
  const entries = [...files.keys()].filter((name) => !groupOf.has(name));
  const merged = await build({
    ...buildOptions(),
    supported: { ...REGEXPS, 'regexp-sticky-and-unicode-flags': false },
    entryPoints: Object.fromEntries([...groups.keys(), ...entries].map((name) => [name.replace(/\.js$/, ''), name])),
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    // gray-matter's engine for JavaScript, which is never used.
    logOverride: { 'direct-eval': 'silent' },
    plugins: [{ name: 'merge-parts', setup: merging }],
  });
  const codes = withoutUnusedNames(
    new Map(merged.outputFiles.map(({ path, text }) => [basename(path), lateRegexps(withoutBuiltinImports(text))])),
    new Set(groups.keys()),
  );
  return {
    outputFiles: merged.outputFiles.map(({ path, hash }) => {
      const code = /** @type {string} */ (codes.get(basename(path)));
      return { path, hash, text: code, contents: Buffer.from(code) };
    }),
    metafile: { inputs: metafile.inputs, outputs: withSources(merged.metafile) },
  };

  /** @param {import('esbuild').PluginBuild} build */
  function merging({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind, importer, namespace }) => {
      const name = basename(path);
      if (kind === 'entry-point') return { path: name, namespace: groups.has(name) ? 'group' : 'part' };
      const group = groupOf.get(name);
      if (!path.startsWith('./') || !group) return { path, external: true };
      const isInside = namespace === 'group' || groupOf.get(importer) === group;
      return { path: name, namespace: isInside ? 'part' : 'from-group' };
    });
    onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
      contents: /** @type {string} */ (files.get(path)),
    }));
    onLoad({ filter: /./, namespace: 'group' }, ({ path }) => ({
      contents: (groups.get(path) ?? []).map((part) => reexport(part, { from: part })).join('\n'),
    }));
    // The imports of a part outside of the group.
    onLoad({ filter: /./, namespace: 'from-group' }, ({ path }) => ({
      contents: reexport(path, { from: /** @type {string} */ (groupOf.get(path)) }),
    }));
  }

  /**
   * The statement that exports what a part exports, from the part or from its group, where several parts may use one
   * name.
   *
   * @param {string} part
   * @param {{ from: string }} options
   */
  function reexport(part, { from }) {
    const suffix = `_${groups.get(groupOf.get(part) ?? '')?.indexOf(part)}`;
    const names = metafile.outputs[`dist/${part}`]?.exports ?? [];
    const pairs = names.map((name) => (from === part ? `${name} as ${name}${suffix}` : `${name}${suffix} as ${name}`));
    return `export { ${pairs.join(', ')} } from './${from}';`;
  }

  /**
   * The outputs with their sources.
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
}

/** A static import of names from a part, as esbuild writes it without blanks. */
const NAMED_IMPORT = /(?<![\w$.])import\{([^{}]*)\}from"(\.\/[^"]+)";/g;
const EXPORT = /(?<![\w$.])export\{([^{}]*)\};?\s*$/;

/**
 * The parts without imports of names that they do not use, and the groups without exports that no other part imports:
 * esbuild imports all that a group exports, and Node links every name, a thousand until the pager's first screen.
 *
 * @param {ReadonlyMap<string, string>} codes by file name
 * @param {ReadonlySet<string>} groups the files that are imported statically only
 */
function withoutUnusedNames(codes, groups) {
  /** @type {Map<string, Set<string>>} */
  const imported = new Map([...codes.keys()].map((name) => [name, new Set()]));
  const lean = new Map(
    [...codes].map(([name, code]) => {
      // The name that an export gives may be that of an import, which is not used by it.
      const ownCode = code.replace(NAMED_IMPORT, '').replace(EXPORT, (all) => all.replace(/ as [\w$]+/g, ''));
      const used = new Set(ownCode.match(/[\w$]+/g));
      return [
        name,
        code.replace(NAMED_IMPORT, (_whole, /** @type {string} */ names, /** @type {string} */ path) => {
          const kept = names.split(',').filter((each) => used.has(each.split(' as ').at(-1) ?? ''));
          for (const each of kept) imported.get(basename(path))?.add(each.split(' as ')[0] ?? '');
          return kept.length > 0 ? `import{${kept.join()}}from"${path}";` : `import"${path}";`;
        }),
      ];
    }),
  );
  return new Map(
    [...lean].map(([name, code]) => {
      if (!groups.has(name)) return [name, code];
      const isImported = (/** @type {string} */ each) => imported.get(name)?.has(each.split(' as ').at(-1) ?? '');
      return [
        name,
        code.replace(
          EXPORT,
          (_whole, /** @type {string} */ names) => `export{${names.split(',').filter(isImported).join()}};`,
        ),
      ];
    }),
  );
}

/**
 * The shared parts by the name of the part into which they are merged.
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
  const byJourney = new Map();
  for (const [part, journeys] of journeysOf) {
    const [first = ''] = Object.keys(JOURNEYS).filter((journey) => journeys.has(journey));
    // So little that `check` does not load all of the pager for it.
    const home = first === 'pager' && journeys.has('check') ? 'first' : first;
    byJourney.set(home, [...(byJourney.get(home) ?? []), part]);
  }
  return new Map(
    [...byJourney]
      .filter(([journey, parts]) => journey !== 'other' && parts.length > 1)
      .map(([journey, parts]) => {
        const hash = createHash('sha256').update(parts.sort().join()).digest('hex').slice(0, 8).toUpperCase();
        return [`part-${journey}-${hash}.js`, parts];
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
