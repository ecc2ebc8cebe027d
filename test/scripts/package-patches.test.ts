import { styleText } from 'node:util';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { runs } from '../properties.ts';

const path = new URL('../../scripts/package-patches.js', import.meta.url).href;
const { NARROW, packagePatches } = (await import(/* @vite-ignore */ path)) as {
  NARROW: string;
  packagePatches: () => Plugin;
};
const narrow = new RegExp(`^[${NARROW}]$`);
const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((character) =>
  narrow.test(character),
);

test('every character that the bundle takes for one cell is one cell to string-width', () => {
  expect(characters.length).toBeGreaterThan(900);
  expect(characters.filter((character) => stringWidth(character) !== 1)).toEqual([]);
});

test('strings of such characters are as wide as they are long', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 40 }), (drawn) => {
      expect(stringWidth(drawn.join(''))).toBe(drawn.length);
    }),
  );
});

test('the patched string-width measures every text as the original does', async () => {
  const { default: bundled } = await importBuilt<typeof stringWidth>('string-width', [packagePatches()]);
  for (const text of ['', 'abc', '└─┘ → …', '한국어', '👩‍💻 🇩🇪 ✔️ 1️⃣', 'é\u0301', '\u00ad', '\x1b[1mx\x1b[0m']) {
    expect(bundled(text)).toBe(stringWidth(text));
    expect(bundled(text, { ambiguousIsNarrow: false })).toBe(stringWidth(text, { ambiguousIsNarrow: false }));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(bundled(text)).toBe(stringWidth(text));
    }),
  );
  const emoji = Array.from({ length: 0x20000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /\p{Emoji}/u.test(character));
  expect(emoji.length).toBeGreaterThan(1000);
  for (const behind of ['', '\ufe0f', '\ufe0e', '\u{1f3fb}', '\ufe0f\u20e3', '\u200d♂\ufe0f'])
    expect(emoji.filter((one) => bundled(one + behind) !== stringWidth(one + behind))).toEqual([]);
});

/** What Ink writes into and reads a frame from, as far as it is used here. */
type Output = new (size: {
  width: number;
  height: number;
}) => {
  write: (x: number, y: number, text: string, options: { transformers: ((line: string) => string)[] }) => void;
  get: () => { output: string; height: number };
};

test('the patched Ink puts the rows of a frame together as the original does', async () => {
  const output = new URL('../../node_modules/ink/build/output.js', import.meta.url).pathname;
  const { default: Bundled } = await importBuilt<Output>(output, [packagePatches()]);
  const { default: Unbundled } = await importBuilt<Output>(output, []);
  const part = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\p{Cc}/gu, '')),
    fc.constantFrom('', '   ', '한국어', '👩‍💻', 'e\u0301', '─'.repeat(30), '… → ●'),
    fc
      .tuple(
        fc.constantFrom('bold', 'red', 'inverse', 'bgBlue', 'dim') as fc.Arbitrary<'bold'>,
        fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/\p{Cc}/u.test(text)),
      )
      .map(([style, text]) => styleText(style, text, { validateStream: false })),
  );
  const line = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
  const write = fc.record({
    x: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(5) }),
    y: fc.integer({ min: -1, max: 6 }),
    text: fc.oneof(
      { weight: 9, arbitrary: line },
      { weight: 1, arbitrary: fc.tuple(line, line).map((two) => two.join('\n')) },
    ),
    dim: fc.boolean(),
  });
  // The patch writes control sequences as they are; the original leaves out those without effect.
  const tidy = ({ output, height }: { output: string; height: number }) => {
    const again = new Unbundled({ width: 30, height });
    again.write(0, 0, output, { transformers: [] });
    return again.get();
  };
  fc.assert(
    fc.property(
      fc.uniqueArray(write, { selector: ({ y }) => y, maxLength: 7 }),
      fc.array(write, { maxLength: 1 }),
      (rows, more) => {
        const frame = (made: Output) => {
          const output = new made({ width: 30, height: 5 });
          for (const { x, y, text, dim } of [...rows, ...more]) {
            // The program styles its rows itself, so that Ink only styles plain text.
            const dims = dim && !text.includes('\x1b');
            output.write(x, y, text, { transformers: dims ? [(line) => `\x1b[2m${line}\x1b[22m`] : [] });
          }
          return output.get();
        };
        expect(tidy(frame(Bundled))).toEqual(tidy(frame(Unbundled)));
      },
    ),
    runs(80),
  );
});

/** What a package's file exports by default, bundled with plugins. */
async function importBuilt<T>(path: string, plugins: Plugin[]): Promise<{ default: T }> {
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from ${JSON.stringify(path)}`, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    plugins,
  });
  const code = `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`;
  return (await import(/* @vite-ignore */ code)) as { default: T };
}
