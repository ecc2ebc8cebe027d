import { readFile } from 'node:fs/promises';

/**
 * Code units of one cell each, for which string-width needs no table: Latin, general punctuation, arrows, box drawing,
 * blocks and the program's own signs.
 */
export const NARROW =
  '\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u024F\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u21FF\\u2500-\\u25FC\\u2713-\\u2718';

/**
 * A change to a package on its way into the bundle. Each text must occur exactly once, else the build fails: after an
 * update of the package the patch has to be reviewed. `npm run figures:patches` measures the gains; a patch that gains
 * less than 3 % of what it makes faster goes.
 *
 * @typedef {{
 *   name: string,
 *   gain: string,
 *   until: string,
 *   file: string,
 *   changes: { from: RegExp, to: (...groups: string[]) => string }[],
 * }} Patch
 */

/** @type {Patch[]} */
export const PATCHES = [
  {
    name: 'narrow-text',
    gain: "5 to 8 % of the wizard's start: a border or bullet on the first screen no longer compiles the emoji patterns (46 ms)",
    until: 'string-width measures narrow text other than ASCII without its emoji patterns',
    file: 'string-width/index.js',
    changes: [
      {
        from: /if \(\/\^\[\\u0020-\\u007E\]\*\$\/\.test\(string\)\) \{/,
        to: () => `if ((ambiguousIsNarrow && /^[${NARROW}]*$/.test(string)) || /^[\\u0020-\\u007E]*$/.test(string)) {`,
      },
    ],
  },
  {
    name: 'late-segmenter',
    gain: '4 % of a `check` with cached results: no segmenter is made before a text needs it (10 ms)',
    until: 'string-width makes it when it is first needed',
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
    gain: '17 % of a `check` with cached results: the pattern is not compiled before a text needs it (14 ms)',
    until: 'string-width compiles it when it is first needed',
    file: 'string-width/index.js',
    changes: [
      {
        from: /const rgiEmojiRegex = \/\^\\p\{RGI_Emoji\}\$\/v;/,
        // Without one of these characters, only a single code point, or one that a selector makes an emoji, is in the set.
        to: () =>
          'const sequenceSign = /[\\u200d\\u20e3\\u{1f1e6}-\\u{1f1ff}\\u{1f3fb}-\\u{1f3ff}\\u{e0020}-\\u{e007f}]/u;' +
          'const singleEmoji = /^(?:\\p{Emoji_Presentation}|(?![\\d#*])(?=\\p{Emoji})\\P{Emoji_Presentation}\\ufe0f)$/u;' +
          'let sequenceRegex; const rgiEmojiRegex = { test: (text) =>' +
          " sequenceSign.test(text) ? (sequenceRegex ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text) : singleEmoji.test(text) };",
      },
    ],
  },
  {
    name: 'whole-rows',
    gain: "14 to 16 % of the wizard's start, and seven eighths of the time until a key is shown: where each line written is a row of its own, which ours are, Ink no longer takes all rows apart and puts them together cell by cell for every frame",
    until: 'Ink keeps its caches from frame to frame, or writes whole rows as they are',
    file: 'ink/build/output.js',
    changes: [
      { from: /caches = new OutputCaches\(\);/, to: () => 'caches = keptCaches();' },
      {
        from: /export default class Output \{/,
        to: () => `let kept;
const keptCaches = () =>
    kept && kept.styledChars.size < 1000 && kept.widths.size < 5000 ? kept : (kept = new OutputCaches());
const wholeRows = ({ operations, caches, width, height }) => {
    const rows = new Map();
    let right = width;
    let bottom = height;
    for (const { type, x, y, text, transformers, clip } of operations) {
        if (type === 'clip') {
            if ((clip.x1 ?? 0) > 0 || (clip.y1 ?? 0) > 0) return null;
            right = Math.min(right, clip.x2 ?? right);
            bottom = Math.min(bottom, clip.y2 ?? bottom);
        }
        if (type !== 'write' || y >= bottom) continue;
        const row = rows.get(y) ?? { text: '', end: 0 };
        const end = x + caches.getStringWidth(text);
        if (x !== row.end || y < 0 || end > right || text.includes('\\n')) return null;
        const line = transformers.reduce((line, transformer) => transformer(line, 0), text);
        rows.set(y, { text: row.text + line, end });
    }
    const output = Array.from({ length: height }, (_, y) => (rows.get(y)?.text ?? '').trimEnd()).join('\\n');
    return { output, height };
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
    name: 'kept-texts',
    gain: 'a fifth of the time until a key is shown (0.6 ms): a row that is shown again is not searched for control sequences again',
    until: 'Ink keeps what it made of a text until the text changes',
    file: 'ink/build/squash-text-nodes.js',
    changes: [
      {
        from: /const squashTextNodes = \(node\) => \{/,
        to: () => `const squashTextNodes = (node) => {
    const only = node.childNodes[0];
    if (node.childNodes.length !== 1 || only.nodeName !== '#text') return squash(node);
    if (only.squashed?.from !== only.nodeValue) only.squashed = { from: only.nodeValue, to: squash(node) };
    return only.squashed.to;
};
const squash = (node) => {`,
      },
    ],
  },
  {
    name: 'emoji-rows',
    gain: 'correctness, not time: terminals disagree on the width of emoji, so a row with one is written whole, or parts of it would stay on the screen',
    until: 'Ink writes rows with emoji whole',
    file: 'ink/build/line-update.js',
    changes: [
      {
        from: /const control = \/\\p\{Control\}\/u;/,
        to: () => 'const control = /\\p{Control}|\\p{Extended_Pictographic}|\\u200d|\\ufe0f/u;',
      },
    ],
  },
  {
    name: 'yoga-bytes',
    gain: "a third of loading Ink, 4 to 7 % of the wizard's start: yoga's WebAssembly is not fetched from a data URI, for which Node loads its HTTP client (27 ms)",
    until: 'yoga-layout loads its WebAssembly without fetch, or is compiled without WebAssembly',
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    changes: [
      {
        from: /return w\|\|"function"!=typeof fetch\?(?=Promise)/,
        to: () => 'w ||= Buffer.from(H.slice(H.indexOf(",") + 1), "base64"); return true ?',
      },
    ],
  },
  {
    name: 'no-devtools',
    gain: "the bundle: without it the build fails, because Ink's developer tools load a package that is not installed",
    until:
      "Ink's published code leaves its developer tools out, or esbuild drops their import with process.env.DEV defined",
    file: 'ink/build/reconciler.js',
    changes: [
      { from: /process\.env\['DEV'\] === 'true'(?=\) \{\s+\/\/ Intentionally)/, to: () => 'false' },
      { from: /process\.env\['DEV'\] === 'true'(?=\) \{\s+try)/, to: () => 'false' },
    ],
  },
];

/**
 * The esbuild plugin that applies the patches. Fails the build if a text does not occur exactly once, or, in a bundle
 * with Ink, if a patched file is not part of it.
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
        for (const { from, to } of patches.filter((patch) => patch.file === file).flatMap(({ changes }) => changes)) {
          const times = [...contents.matchAll(new RegExp(from, 'g'))].length;
          if (times !== 1) return { errors: [{ text: `${file}: ${from} occurs ${times} times, not once` }] };
          contents = contents.replace(from, to);
        }
        met.add(file);
        return { contents, loader: 'js' };
      });
    }
    build.onEnd(({ metafile }) => {
      if (!metafile || !Object.keys(metafile.inputs).some((path) => path.includes('node_modules/ink/'))) return;
      const unmet = files.filter((file) => !met.has(file));
      return {
        errors: unmet.map((file) => ({ text: `${file} is not in the bundle, so it cannot be patched` })),
      };
    });
  },
});
