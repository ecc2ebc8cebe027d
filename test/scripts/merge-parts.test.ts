import { describe, expect, it, test } from 'vitest';
import { bundle } from '../../scripts/bundle.js';

const { outputFiles, metafile } = await bundle();
const outputs = Object.entries(metafile.outputs);
const text = new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('dist/')), text]));

describe('the parts of the program', () => {
  it('import what others export', () => {
    expect(text.size).toBe(outputs.length);
    for (const [path, { imports }] of outputs) {
      for (const { path: other } of imports.filter(({ path }) => path.startsWith('dist/')))
        expect(metafile.outputs, path).toHaveProperty([other]);
      for (const [, names = '', other = ''] of text
        .get(path)!
        .matchAll(/\bimport\{([^}]*)\}from"\.\/([^"]+)"/g))
        for (const name of names.split(','))
          expect(metafile.outputs[`dist/${other}`]!.exports, `${path} from ${other}`).toContain(
            name.split(' as ')[0],
          );
    }
  });

  it('are few for what people wait for', () => {
    for (const entry of ['src/commands/check.ts', 'src/commands/preview.ts', 'src/commands/open.ts'])
      expect(partsOf(entry).size, entry).toBeLessThan(16);
  });
});

test('the version is told without what commands share', () => {
  const parts = [...partsOf('src/cli.ts'), ...partsOf('src/host/package.ts')];
  const bytes = parts.reduce((sum, path) => sum + metafile.outputs[path]!.bytes, 0);
  expect(bytes).toBeLessThan(50_000);
});

/** The outputs that are loaded with an entry. */
function partsOf(entry: string): Set<string> {
  const met = new Set<string>();
  const visit = (path: string) => {
    if (met.has(path)) return;
    met.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && metafile.outputs[next]) visit(next);
  };
  visit(outputs.find(([, { entryPoint }]) => entryPoint === entry)![0]);
  return met;
}
