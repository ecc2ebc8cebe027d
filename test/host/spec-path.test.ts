import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { specPath } from '../../src/project/spec-path.ts';
import { anyCharacter } from '../properties.ts';
import { raised } from '../raised.ts';
import { freshFolder } from './folder.ts';

const plain = { path: 'docs/{name}.md' };
const numbered = { path: 'docs/specs/component/{name}.md', numbered: 'cmp-{number}-{name}' };

describe('a name becomes a file in the target folder', () => {
  const cases: [string, string][] = [
    ['Export Service', 'export-service'],
    ['export_service', 'export-service'],
    ['  KV   Router  ', 'kv-router'],
    ['Ünïcode Ärger', 'ünïcode-ärger'],
    ['ﬁle １２ ²', 'file-12-2'],
    ['서비스 설계', '서비스-설계'],
    ['C++ & Rust', 'c-and-rust'],
    ['a\0b', 'a-b'],
    ['a\nb\u001b[31m', 'a-b-31m'],
    ['\u202etxt.exe', 'txt-exe'],
    ['-rf', 'rf'],
    ['..', ''],
    ['~', ''],
    ['$HOME', 'home'],
    ['`id`; rm *', 'id-rm'],
    ['👨‍👩‍👧', ''],
    ['\u0301', ''],
    ['$& $1', 'and-1'],
  ];
  it.each(cases)('%j', (name, slug) => {
    if (slug === '') expect(raised(() => specPath(name, plain, freshFolder())).code).toBe('bad-name');
    else expect(specPath(name, plain, freshFolder())).toBe(`docs/${slug}.md`);
  });

  it('never longer than a file system takes, and never cut within a character', () => {
    for (const letter of ['a', 'ü', '서', '𐐀', 'e\u0301\u0323\u0330']) {
      const name = basename(specPath(letter.repeat(300), plain, freshFolder()), '.md');
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect([...name].length).toBeLessThanOrEqual(80);
      expect(name).not.toMatch(/\p{Surrogate}/u);
      expect(name.length).toBeGreaterThan(20);
    }
  });

  it('whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (name) => {
        fc.pre(!name.includes('/') && !name.toLowerCase().endsWith('.md'));
        try {
          expect(specPath(name, plain, '/work')).toMatch(/^docs\/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.md$/u);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          expect(error.code).toBe('bad-name');
        }
      }),
    );
  });
});

it.each(['CON', 'con', 'Nul', 'aux', 'PRN', 'com1', 'COM¹', 'lpt9', 'docs/NUL.md', 'con.md', 'x/Com5.tar.md'])(
  '%s is the name of a device, and refused',
  (name) => expect(raised(() => specPath(name, plain, freshFolder())).code).toBe('bad-name'),
);

it.each(['console', 'auxiliary', 'com10', 'nullable', 'docs/printer.md'])('%s is not', (name) =>
  expect(specPath(name, plain, freshFolder())).toMatch(/\.md$/),
);

describe('a path is taken as it is', () => {
  it.each(['a/b.md', './x.md', '../elsewhere/y.md', '/tmp/z.md', 'Mixed Case.md', 'a/b', 'README.MD'])('%s', (path) =>
    expect(specPath(path, numbered, freshFolder())).toBe(path),
  );
  it.each(['docs/', 'docs/..', './.', 'a\0.md', 'a\u001b[31m.md', 'a\n.md'])('but %j is refused', (path) =>
    expect(raised(() => specPath(path, plain, freshFolder())).code).toBe('bad-name'),
  );
});

it.each(['../{name}.md', '/etc/{name}.md', 'docs/../../{name}.md', '..'])(
  'a flow cannot lead out of the working folder: %s',
  (path) => expect(raised(() => specPath('a', { path }, freshFolder())).code).toBe('bad-flow'),
);

describe('where specs are numbered', () => {
  const folderWith = (...names: string[]) => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'docs/specs/component'), { recursive: true });
    for (const name of names) writeFileSync(join(folder, 'docs/specs/component', name), '');
    return folder;
  };
  const path = (name: string) => `docs/specs/component/${name}.md`;

  it('a name with its number keeps it', () => {
    expect(specPath('cmp-001-export-service', numbered, folderWith())).toBe(path('cmp-001-export-service'));
    expect(specPath('CMP-12 Auth', numbered, folderWith('cmp-001-x.md'))).toBe(path('cmp-12-auth'));
  });

  it('a name without one gets the next, three digits wide', () => {
    expect(specPath('Export Service', numbered, freshFolder())).toBe(path('cmp-001-export-service'));
    expect(specPath('a', numbered, folderWith('cmp-001-x.md', 'CMP-007-y.md', 'adr-099-z.md'))).toBe(path('cmp-008-a'));
    expect(specPath('a', numbered, folderWith('cmp-1041-x.md'))).toBe(path('cmp-1042-a'));
    expect(specPath('a', numbered, folderWith('cmp-0001-x.md', 'cmp-0009-y.md'))).toBe(path('cmp-0010-a'));
    expect(specPath('a', numbered, folderWith('cmp-x.md', 'cmp-99999999999999999-y.md'))).toBe(path('cmp-001-a'));
  });
});
