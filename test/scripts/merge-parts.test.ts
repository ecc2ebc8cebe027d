import { describe, expect, it, test } from 'vitest';
import { bundle } from '../../scripts/bundle.js';
import { lateRegexps } from '../../scripts/merge-parts.js';

const { outputFiles, metafile } = await bundle();
const outputs = Object.entries(metafile.outputs);
const text = new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('dist/')), text]));

const IMPORT = /\bimport\{([^}]*)\}from"\.\/([^"]+)"/g;

const importsIn = (code: string) =>
  [...code.matchAll(IMPORT)].map(([, names = '', other = '']) => ({ names: names.split(','), other }));

const exportsOf = (path: string) =>
  [...text.get(path)!.matchAll(/\bexport\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.split(' as ').at(-1)),
  );

describe('the parts of the program', () => {
  it('import what others export', () => {
    expect(text.size).toBe(outputs.length);
    for (const [path, { imports }] of outputs) {
      for (const { path: other } of imports.filter(({ path }) => path.startsWith('dist/')))
        expect(metafile.outputs, path).toHaveProperty([other]);
      for (const { names, other } of importsIn(text.get(path)!))
        for (const name of names)
          expect(exportsOf(`dist/${other}`), `${path} from ${other}`).toContain(name.split(' as ')[0]);
    }
  });

  it('import no name that they do not use', () => {
    for (const [path, code] of text) {
      const used = new Set(code.replace(IMPORT, '').match(/[\w$]+/g));
      const unused = importsIn(code)
        .flatMap(({ names }) => names.map((name) => name.split(' as ').at(-1)!))
        .filter((name) => !used.has(name));
      expect(unused, path).toEqual([]);
    }
  });

  it('are few for what people wait for', () => {
    for (const entry of ['src/commands/check.ts', 'src/commands/preview.ts', 'src/commands/open.ts'])
      expect(partsOf(entry).size, entry).toBeLessThan(8);
  });
});

test('a command line is read without what commands share', () => {
  const parts = [...partsOf('src/cli.ts')];
  const bytes = parts.reduce((sum, path) => sum + metafile.outputs[path]!.bytes, 0);
  expect(bytes).toBeLessThan(30_000);
});

test('a first frame is drawn without the judge, Ink and remark', () => {
  for (const entry of ['src/commands/open.ts', 'src/commands/new.ts', 'src/commands/preview/page.ts']) {
    const sources = [...partsOf(entry)].flatMap((path) => Object.keys(metafile.outputs[path]!.inputs));
    const heavy = /^src\/(?:judge|interview)\/|node_modules\/(?:ink|react|micromark|yaml)\//;
    expect(sources.filter((source) => heavy.test(source))).toEqual([]);
  }
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

test('a regular expression with \\p{…} is no literal, which would be checked when its file is loaded', () => {
  for (const [path, code] of text)
    if (path.endsWith('.js')) expect(code.replace(/\bString\.raw`[^`]*`/g, ''), path).not.toMatch(/[^\\]\\p\{/);
});

test('a regular expression is made when it is first used, and once', () => {
  const code = lateRegexps(
    `return (word)=>{made.push(word);return [new RegExp("^\\\\p{L}+$","u").test(word),word.replace(new RegExp('"\\\\p{N}',"gu"),"#")]}`,
  );
  const made: RegExp[] = [];
  class Counted extends RegExp {
    constructor(source: string, flags: string) {
      super(source, flags);
      made.push(this);
    }
  }
  const read = new Function('made', 'RegExp', code)([], Counted);
  expect(made).toEqual([]);
  expect([read('Öl'), read('"1 "2'), read('x')]).toEqual([
    [true, 'Öl'],
    [false, '# #'],
    [true, 'x'],
  ]);
  expect(made.map(String)).toEqual(['/^\\p{L}+$/u', '/"\\p{N}/gu']);
});

test('one that keeps its place between two uses is made anew', () => {
  const code = 'const words=new RegExp("\\\\p{L}","gu");words.exec(text)';
  expect(lateRegexps(code)).toBe(code);
});
