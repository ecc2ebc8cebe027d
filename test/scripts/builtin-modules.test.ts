import { expect, test } from 'vitest';

const path = new URL('../../scripts/builtin-modules.js', import.meta.url).href;
const { withoutBuiltinImports } = (await import(/* @vite-ignore */ path)) as {
  withoutBuiltinImports: (code: string) => string;
};

const FS = 'process.getBuiltinModule("node:fs")';

test.each([
  ['import fs from"node:fs";', `const fs=${FS};`],
  ['import*as fs from"node:fs";', `const fs=${FS};`],
  ['import{readFileSync}from"node:fs";', `const {readFileSync}=${FS};`],
  ['import{readFileSync as read,statSync}from"node:fs";', `const {readFileSync:read,statSync}=${FS};`],
  ['import{default as fs}from"node:fs";', `const fs=${FS};`],
  ['import{default as fs,statSync}from"node:fs";', `const fs=${FS};const {statSync}=${FS};`],
  ['import fs,{statSync as stat}from"node:fs";', `const fs=${FS};const {statSync:stat}=${FS};`],
  ['import{join}from"path";', 'const {join}=process.getBuiltinModule("path");'],
])('%s', (statement, expected) => {
  expect(withoutBuiltinImports(`a();${statement}b();`)).toBe(`a();${expected}b();`);
});

test('a function of crypto loads its module when it is called', () => {
  const crypto = 'process.getBuiltinModule("node:crypto")';
  expect(withoutBuiltinImports('import{createHash,randomBytes as bytes}from"node:crypto";')).toBe(
    `const createHash=(...given)=>${crypto}.createHash(...given);` +
      `const bytes=(...given)=>${crypto}.randomBytes(...given);`,
  );
  expect(() => withoutBuiltinImports('import{Hash}from"node:crypto";')).toThrow('cannot load Hash late');
});

test.each(['import{a}from"./part-a.js";', 'import react from"react";', 'import("node:fs");'])(
  '%s stays',
  (statement) => {
    expect(withoutBuiltinImports(statement)).toBe(statement);
  },
);
