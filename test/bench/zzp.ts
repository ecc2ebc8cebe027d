import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Screen } from './screen.ts';
import { specOf } from './documents.ts';
const folder = mkdtempSync(join(tmpdir(), 'sw-'));
writeFileSync(join(folder,'typed.md'), specOf(Number(process.argv[2])));
const s = new Screen(['--cpu-prof','--cpu-prof-interval','250','--cpu-prof-dir='+process.argv[3], resolve('bin/spec-wizard.js'), 'typed.md', '--template', 'technical-spec'], folder);
await s.until('question 1 of'); await s.still(1500);
for (let k=0;k<400;k++) { const l = k%8===0?' ':'etaoinshrdlu'[(k*7+Math.floor(k/12))%12]; s.write(l); await new Promise(r=>setTimeout(r,60)); }
await s.still(500);
s.write('\x03'); await s.still(2500); console.log(s.rows().slice(-6).join('\n')); s.write('\x03'); await Promise.race([s.ended(), new Promise(r=>setTimeout(r,15000))]); await s.kill();
