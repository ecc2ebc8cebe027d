import { readFile } from 'node:fs/promises';

/**
 * Code units of one cell each for which string-width needs no table: Latin, general punctuation, arrows, box drawing,
 * blocks and the signs we show.
 */
export const NARROW =
  '\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u024F\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u21FF\\u2500-\\u25FC\\u2713-\\u2718';

/**
 * A change to a package on its way into the bundle. Each text must occur exactly once, else the build fails: after an
 * update of the package the patch has to be looked at again. Gains are measured by `npm run figures:patches`.
 *
 * @typedef {{
 *   name: string,
 *   file: string,
 *   changes: { from: RegExp, to: (...groups: string[]) => string }[],
 * }} Patch
 */

/** @type {Patch[]} */
export const PATCHES = [
  {
    name: 'yoga-bytes',
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    changes: [
      {
        from: /loadYoga = loadYoga \|\| \{\};([\s\S]*?)"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/,
        to: (_, between = '', bytes = '') =>
          `loadYoga = loadYoga || {}; loadYoga.wasmBinary = Buffer.from("${bytes}", "base64");${between}"data:,"`,
      },
    ],
  },
  {
    name: 'narrow-text',
    file: 'string-width/index.js',
    changes: [
      {
        from: /if \(\/\^\[\\u0020-\\u007E\]\*\$\/\.test\(string\)\) \{/,
        to: () =>
          `if ((ambiguousIsNarrow && /^[${NARROW}]*$/.test(string)) || /^[\\u0020-\\u007E]*$/.test(string)) {`,
      },
    ],
  },
  {
    name: 'late-segmenter',
    file: 'string-width/index.js',
    changes: [
      {
        from: /const segmenter = new Intl\.Segmenter\(\);/,
        to: () =>
          'let madeSegmenter; const segmenter = { segment: (text) => (madeSegmenter ??= new Intl.Segmenter()).segment(text) };',
      },
    ],
  },
  {
    name: 'late-emoji-pattern',
    file: 'string-width/index.js',
    changes: [
      {
        from: /const rgiEmojiRegex = \/\^\\p\{RGI_Emoji\}\$\/v;/,
        to: () =>
          "let madeRegex; const rgiEmojiRegex = { test: (text) => (madeRegex ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text) };",
      },
    ],
  },
  {
    name: 'whole-rows',
    file: 'ink/build/output.js',
    changes: [
      { from: /caches = new OutputCaches\(\);/, to: () => 'caches = keptCaches();' },
      { from: /styledChars = new Map\(\);/, to: () => 'styledChars = new Map(); rows = new Map();' },
      {
        from: /export default class Output \{/,
        to: () => `let kept;
const keptCaches = () =>
    kept && kept.styledChars.size < 1000 && kept.widths.size < 5000 ? kept : (kept = new OutputCaches());
const tidy = (caches, line) => {
    const known = caches.rows.get(line) ?? styledCharsToString(caches.getStyledChars(line));
    caches.rows.set(line, known);
    return known;
};
const wholeRows = ({ operations, caches, height }) => {
    const rows = new Map();
    for (const { type, x, y, text, transformers } of operations) {
        if (type !== 'write' || x !== 0 || rows.has(y) || text.includes('\\n')) return null;
        const line = transformers.reduce((line, transformer) => transformer(line, 0), tidy(caches, text));
        rows.set(y, tidy(caches, line).trimEnd());
    }
    return { output: Array.from({ length: height }, (_, y) => rows.get(y) ?? '').join('\\n'), height };
};
export default class Output {`,
      },
      {
        from: /get\(\) \{(?=\s+\/\/ Initialize output)/,
        to: (found) => `${found} const rows = wholeRows(this); if (rows) return rows;`,
      },
    ],
  },
  {
    name: 'emoji-rows',
    file: 'ink/build/line-update.js',
    changes: [
      {
        from: /const control = \/\\p\{Control\}\/u;/,
        to: () => 'const control = /\\p{Control}|\\p{Extended_Pictographic}|\\u200d|\\ufe0f/u;',
      },
    ],
  },
  {
    name: 'no-devtools',
    file: 'ink/build/reconciler.js',
    changes: [
      { from: /process\.env\['DEV'\] === 'true'(?=\) \{\s+\/\/ Intentionally)/, to: () => 'false' },
      { from: /process\.env\['DEV'\] === 'true'(?=\) \{\s+try)/, to: () => 'false' },
    ],
  },
];

/**
 * The esbuild plugin that applies the patches. Fails the build when a text does not occur exactly once, or, in a bundle
 * with Ink, when a patched file is not part of it.
 *
 * @param {string[]} without names of patches to leave out
 * @returns {import('esbuild').Plugin}
 */
export const packagePatches = (without = []) => ({
  name: 'package-patches',
  setup(build) {
    const patches = PATCHES.filter(({ name }) => !without.includes(name));
    const files = [...new Set(patches.map(({ file }) => file))];
    /** @type {Set<string>} */
    const met = new Set();
    for (const file of files) {
      const filter = new RegExp(`node_modules/${file.replaceAll('.', '\\.')}$`.replaceAll('/', '[\\\\/]'));
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const { from, to } of patches
          .filter((patch) => patch.file === file)
          .flatMap(({ changes }) => changes)) {
          const times = [...contents.matchAll(new RegExp(from, 'g'))].length;
          if (times !== 1) return { errors: [{ text: `${file}: ${from} occurs ${times} times, not once` }] };
          contents = contents.replace(from, to);
        }
        met.add(file);
        return { contents, loader: 'js' };
      });
    }
    build.onEnd(({ metafile }) => {
      if (!metafile || !Object.keys(metafile.inputs).some((path) => path.includes('node_modules/ink/')))
        return;
      const unmet = files.filter((file) => !met.has(file));
      return {
        errors: unmet.map((file) => ({ text: `${file} is not in the bundle, so it cannot be patched` })),
      };
    });
  },
});
