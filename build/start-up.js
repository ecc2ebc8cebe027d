import { readFile } from 'node:fs/promises';

/**
 * Code units of one cell each that string-width measures as such only after compiling its emoji patterns, which costs
 * 24 to 60 ms at the first box border: Latin, general punctuation, arrows, box drawing, blocks and the signs we show.
 */
export const NARROW =
  '\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u024F\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u21FF\\u2500-\\u25FC\\u2713-\\u2718';

/**
 * Changes to packages on their way into the bundle: file, and each text with what takes its place. A text must stand
 * exactly once, else the build fails: after an update of the package the change is to be looked at again.
 */
const CHANGES = [
  {
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    changes: [
      // It fetches its WebAssembly by a data URI, which loads all of undici; from bytes it takes 2 ms.
      [
        /loadYoga = loadYoga \|\| \{\};([\s\S]*?)"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/,
        (_, between, bytes) =>
          `loadYoga = loadYoga || {}; loadYoga.wasmBinary = Buffer.from("${bytes}", "base64");${between}"data:,"`,
      ],
    ],
  },
  {
    file: 'string-width/index.js',
    changes: [
      [
        /if \(\/\^\[\\u0020-\\u007E\]\*\$\/\.test\(string\)\) \{/,
        () =>
          `if ((ambiguousIsNarrow && /^[${NARROW}]*$/.test(string)) || /^[\\u0020-\\u007E]*$/.test(string)) {`,
      ],
      // Reading these two takes 17 ms, so it waits until they are needed.
      [
        /const segmenter = new Intl\.Segmenter\(\);/,
        () =>
          'let madeSegmenter; const segmenter = { segment: (text) => (madeSegmenter ??= new Intl.Segmenter()).segment(text) };',
      ],
      [
        /const rgiEmojiRegex = \/\^\\p\{RGI_Emoji\}\$\/v;/,
        () =>
          "let madeRegex; const rgiEmojiRegex = { test: (text) => (madeRegex ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text) };",
      ],
    ],
  },
  {
    file: 'gray-matter/lib/engines.js',
    // It is given a reader of YAML; the one it brings along would be read at each start, and never used.
    changes: [[/require\('js-yaml'\)/, () => '{ safeLoad() {}, safeDump() {} }']],
  },
  {
    file: 'ink/build/output.js',
    // Every frame takes all rows apart and puts them together cell by cell: 25 ms of a loaded machine with each key. Where
    // each line that is written has a row of its own, from its first cell on, a row is that line, and mostly a known one.
    changes: [
      [/caches = new OutputCaches\(\);/, () => 'caches = keptCaches();'],
      [/styledChars = new Map\(\);/, () => 'styledChars = new Map(); rows = new Map();'],
      [
        /export default class Output \{/,
        () => `let kept;
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
      ],
      [
        /get\(\) \{(?=\s+\/\/ Initialize output)/,
        (found) => `${found} const rows = wholeRows(this); if (rows) return rows;`,
      ],
    ],
  },
  {
    file: 'ink/build/line-update.js',
    // Terminals do not agree on the width of emoji: a row that holds one is written whole, else parts of it would stay.
    changes: [
      [
        /const control = \/\\p\{Control\}\/u;/,
        () => 'const control = /\\p{Control}|\\p{Extended_Pictographic}|\\u200d|\\ufe0f/u;',
      ],
    ],
  },
  {
    file: 'ink/build/reconciler.js',
    // The React developer tools are no part of the bundle.
    changes: [
      [/process\.env\['DEV'\] === 'true'(?=\) \{\s+\/\/ Intentionally)/, () => 'false'],
      [/process\.env\['DEV'\] === 'true'(?=\) \{\s+try)/, () => 'false'],
    ],
  },
];

/** The esbuild plugin that makes the changes. Fails the build where a text does not match, or a file is never met. */
export const startUp = {
  name: 'start-up',
  setup(build) {
    const met = new Set();
    for (const { file, changes } of CHANGES) {
      const filter = new RegExp(`node_modules/${file.replaceAll('.', '\\.')}$`.replaceAll('/', '[\\\\/]'));
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [from, to] of changes) {
          const times = [...contents.matchAll(new RegExp(from, 'g'))].length;
          if (times !== 1) return { errors: [{ text: `${file}: ${from} stands ${times} times, not once` }] };
          contents = contents.replace(from, to);
        }
        met.add(file);
        return { contents, loader: 'js' };
      });
    }
    build.onEnd(({ metafile }) => {
      if (!metafile || !Object.keys(metafile.inputs).some((path) => path.includes('node_modules/ink/')))
        return;
      const unmet = CHANGES.filter(({ file }) => !met.has(file));
      return { errors: unmet.map(({ file }) => ({ text: `${file} is not there to be changed` })) };
    });
  },
};
