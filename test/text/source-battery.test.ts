import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeSource, encodeSource, withEol } from '../../src/text/source.ts';

const ROOT = join(import.meta.dirname, '../..');
const CORPUS = join(ROOT, '../shared/corpus');

/** The forms in which a document may lie on a disk. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  LF: (text) => withEol(text, '\n'),
  CRLF: (text) => withEol(text, '\r\n'),
  CR: (text) => withEol(text, '\r'),
  'mixed line ends': (text) => {
    let count = 0;
    return withEol(text, '\n').replace(/\n/g, () => ['\n', '\r\n', '\r'][count++ % 3]!);
  },
  'with a BOM': (text) => `\ufeff${text}`,
  'without a last line end': (text) => text.replace(/[\r\n]+$/, ''),
};

function documents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path));
}

const sets: [string, string][] = [
  ['every built-in template', join(ROOT, 'templates')],
  ['every document of the corpus', CORPUS],
];

describe.each(sets)('%s', (_name, folder) => {
  it.skipIf(!existsSync(folder)).each(Object.entries(FORMS))(
    '%s, comes back to the byte (skipped where it is absent)',
    (_form, form) => {
      const paths = documents(folder);
      expect(paths.length).toBeGreaterThan(3);
      for (const path of paths) {
        const bytes = Buffer.from(form(readFileSync(path, 'utf8')));
        const back = Buffer.from(encodeSource(decodeSource(bytes)));
        expect(back.equals(bytes), path).toBe(true);
      }
    },
  );
});
