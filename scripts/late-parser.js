import { build } from 'esbuild';

/** The module that is loaded late, and the file that the build makes of it. */
const MODULE = 'src/render/parser.ts';
const FILE = 'parser.cjs';

/**
 * A plugin that keeps remark out of the parts: most documents are shown without it. It is loaded at once where it is
 * needed, which only CommonJS can be.
 *
 * @returns {import('esbuild').Plugin}
 */
export function lateParser() {
  return {
    name: 'late-parser',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /parser\.cjs$/ }, () => ({ path: `./${FILE}`, external: true }));
      onLoad({ filter: /src[\\/]render[\\/]parser\.ts$/ }, () => ({
        contents: `let loaded;
          const load = () => (loaded ??= require('./${FILE}').parser);
          export const parser = { parse: (text) => load().parse(text) };`,
      }));
    },
  };
}

/**
 * Bundles what is loaded late.
 *
 * @param {import('esbuild').BuildOptions} options those of the other parts
 */
export function bundleParser(options) {
  return build({
    ...options,
    entryPoints: { [FILE.replace(/\.cjs$/, '')]: MODULE },
    outExtension: { '.js': '.cjs' },
    outdir: 'dist',
    bundle: true,
    format: 'cjs',
    metafile: true,
    write: false,
  });
}
