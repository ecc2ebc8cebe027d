import { readFile } from 'node:fs/promises';

/**
 * Code units of one cell each that string-width measures as such only after compiling its emoji patterns, which costs
 * 24 to 60 ms at the first box border: Latin, general punctuation, arrows, box drawing, blocks and the signs we show.
 */
export const NARROW =
  '\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u024F\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u21FF\\u2500-\\u25FC\\u2713-\\u2718';

/**
 * Changes to packages that are read into the bundle: where, and what each text becomes. A text must stand exactly as
 * often as expected (once), else the build fails: after an update of the package the change is to be looked at again.
 */
const PATCHES = [
  {
    // yoga-layout instantiates its WebAssembly by fetching a data URI, which loads all of undici; from bytes it takes 2 ms.
    file: /yoga-layout[\\/]dist[\\/]binaries[\\/]yoga-wasm-base64-esm\.js$/,
    from: /loadYoga = loadYoga \|\| \{\};([\s\S]*?)"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/,
    to: (_, between, bytes) =>
      `loadYoga = loadYoga || {}; loadYoga.wasmBinary = Buffer.from("${bytes}", "base64");${between}"data:,"`,
  },
  {
    file: /string-width[\\/]index\.js$/,
    from: /if \(\/\^\[\\u0020-\\u007E\]\*\$\/\.test\(string\)\) \{/,
    to: () =>
      `if ((ambiguousIsNarrow && /^[${NARROW}]*$/.test(string)) || /^[\\u0020-\\u007E]*$/.test(string)) {`,
  },
  {
    // The React developer tools are no part of the bundle.
    file: /ink[\\/]build[\\/]reconciler\.js$/,
    from: /process\.env\['DEV'\] === 'true'/g,
    times: 2,
    to: () => 'false',
  },
];

/** The esbuild plugin that makes the changes. Fails the build where a text does not match, or a file is never met. */
export const startUp = {
  name: 'start-up',
  setup(build) {
    const met = new Set();
    for (const patch of PATCHES) {
      build.onLoad({ filter: patch.file }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const times = [...text.matchAll(new RegExp(patch.from, 'g'))].length;
        if (times !== (patch.times ?? 1)) {
          return {
            errors: [{ text: `${path}: the text to change stands ${times} times, not ${patch.times ?? 1}` }],
          };
        }
        met.add(patch);
        return { contents: text.replace(patch.from, patch.to), loader: 'js' };
      });
    }
    build.onEnd(({ metafile }) => {
      if (!metafile || !Object.keys(metafile.inputs).some((path) => path.includes('node_modules/ink/')))
        return;
      const unmet = PATCHES.filter((patch) => !met.has(patch));
      return { errors: unmet.map((patch) => ({ text: `no file ${patch.file} to change` })) };
    });
  },
};
