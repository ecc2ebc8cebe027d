import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeSource, encodeSource } from '../../src/text/source.ts';
import { FORMS } from './forms.ts';

const ROOT = join(import.meta.dirname, '../..');
const CORPUS = join(ROOT, '../shared/corpus');

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
