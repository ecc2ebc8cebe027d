import { build } from 'esbuild';

/** The exports of the package yaml that the sources use. */
const YAML = ['isMap', 'isNode', 'isScalar', 'isSeq', 'LineCounter', 'parse', 'parseDocument', 'stringify', 'visit'];

/**
 * Modules that are loaded on the first call: remark, which most documents do not need, and the reader of YAML, which
 * documents without front matter do not need. By file name: the module, a filter for imports of it, and its stubs.
 */
const LATE = {
  parser: {
    entry: 'src/render/parser.ts',
    filter: /[\\/]parser\.ts$/,
    calls: 'export const parser = { parse: (text) => load().parser.parse(text) };',
  },
  yaml: {
    entry: 'node_modules/yaml/dist/index.js',
    filter: /^yaml$/,
    calls: YAML.map(
      (name) =>
        `export function ${name}(...given) {
          return new.target ? new (load().${name})(...given) : load().${name}(...given);
        }`,
    ).join('\n'),
  },
};

/**
 * A plugin that keeps late modules out of the parts. They are loaded synchronously, which only CommonJS allows.
 *
 * @returns {import('esbuild').Plugin}
 */
export function lateParts() {
  return {
    name: 'late-parts',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\.\/late-\w+\.cjs$/ }, ({ path }) => ({ path, external: true }));
      for (const [name, { filter, calls }] of Object.entries(LATE)) {
        onResolve({ filter }, () => ({ path: name, namespace: 'late' }));
        onLoad({ filter: new RegExp(`^${name}$`), namespace: 'late' }, () => ({
          contents: `let loaded;
            const load = () => (loaded ??= require('./late-${name}.cjs'));
            ${calls}`,
        }));
      }
    },
  };
}

/**
 * Bundles the late modules.
 *
 * @param {import('esbuild').BuildOptions} options those of the other parts
 */
export function bundleLateParts(options) {
  return build({
    ...options,
    entryPoints: Object.fromEntries(Object.entries(LATE).map(([name, { entry }]) => [`late-${name}`, entry])),
    outExtension: { '.js': '.cjs' },
    outdir: 'dist',
    bundle: true,
    format: 'cjs',
    metafile: true,
    write: false,
  });
}
