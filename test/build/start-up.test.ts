import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';

const path = new URL('../../build/start-up.js', import.meta.url).href;
const { NARROW, startUp } = (await import(/* @vite-ignore */ path)) as { NARROW: string; startUp: Plugin };
const narrow = new RegExp(`^[${NARROW}]$`);
const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
  (character) => narrow.test(character),
);

test('every character that the bundle takes for one cell is one cell to string-width', () => {
  expect(characters.length).toBeGreaterThan(900);
  expect(characters.filter((character) => stringWidth(character) !== 1)).toEqual([]);
});

test('so are they next to each other', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 40 }), (drawn) => {
      expect(stringWidth(drawn.join(''))).toBe(drawn.length);
    }),
  );
});

test('as bundled, string-width measures every text as it does unbundled', async () => {
  const { outputFiles } = await build({
    stdin: { contents: "export { default } from 'string-width'", resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    plugins: [startUp],
  });
  const code = `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`;
  const { default: bundled } = (await import(/* @vite-ignore */ code)) as { default: typeof stringWidth };
  for (const text of [
    '',
    'abc',
    '└─┘ → …',
    '한국어',
    '👩‍💻 🇩🇪 ✔️ 1️⃣',
    'é\u0301',
    '\u00ad',
    '\x1b[1mx\x1b[0m',
  ]) {
    expect(bundled(text)).toBe(stringWidth(text));
    expect(bundled(text, { ambiguousIsNarrow: false })).toBe(stringWidth(text, { ambiguousIsNarrow: false }));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(bundled(text)).toBe(stringWidth(text));
    }),
  );
});
