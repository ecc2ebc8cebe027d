import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { keystrokes } from './keystroke.ts';
const cwd = mkdtempSync(join(tmpdir(), 'sw-'));
for (const [n,s] of [['10 kB',10_000],['100 kB',100_000],['1 MB',1_000_000]] as const) console.log(JSON.stringify(await keystrokes(resolve(process.argv[2]??'bin/spec-wizard.js'), n, s)));
