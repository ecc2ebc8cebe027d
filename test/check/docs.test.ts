import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENTS, readPaper, UPDATE, writePaper } from '../docs/documents.ts';
import { cleanEnvironment, PROGRAM } from '../terminal/program.ts';

/**
 * Runs the examples of a document from top to bottom in one folder: a block with `title=PATH` becomes that file, and
 * each `$ command` of a console block is run. In what it should print, `…` stands for any text in its line, and a line
 * of its own for any lines.
 */
const BLOCK = /^```(\w*)(?: title=(\S+))?\n([\s\S]*?)^```$/gm;

/** A folder of programs that stand for the installed one. */
function programs(): string {
  const bin = mkdtempSync(join(tmpdir(), 'spec-wizard-bin-'));
  const run = `exec "${process.execPath}" "${PROGRAM}" "$@"`;
  writeFileSync(join(bin, 'spec-wizard'), `#!/bin/sh\n${run}\n`);
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\n[ "$1" = spec-wizard ] || exit 127\nshift\n${run}\n`);
  for (const name of ['spec-wizard', 'npx']) chmodSync(join(bin, name), 0o755);
  return bin;
}

const bin = programs();
const examples = DOCUMENTS.filter((path) => readPaper(path).includes('\n```console\n'));

function pattern(line: string): string {
  const escaped = line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return escaped.join('.*');
}

function expected(lines: readonly string[]): RegExp {
  const parts = lines.map((line) => (line.trim() === '…' ? '(?:.*\\n)*' : `${pattern(line)}\\n`));
  return new RegExp(`^${parts.join('')}$`);
}

test.skipIf(process.platform === 'win32').each(examples)('the examples of %s print what it shows', (path) => {
  const cwd = mkdtempSync(join(tmpdir(), 'spec-wizard-docs-'));
  execFileSync('git', ['init', '-q'], { cwd });
  const env = { ...cleanEnvironment(), PATH: [bin, process.env.PATH].join(delimiter), NO_COLOR: '1' };
  const run = (command: string) => {
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' });
    return (stdout + stderr).replace(/[ \t]+$/gm, '').trimEnd();
  };
  let ran = 0;
  const text = readPaper(path);
  const updated = text.replace(BLOCK, (block, language: string, title: string | undefined, body: string) => {
    if (title) {
      mkdirSync(dirname(join(cwd, title)), { recursive: true });
      writeFileSync(join(cwd, title), body);
    }
    if (language !== 'console') return block;
    const shown = body.split(/^(?=\$ )/m).map((part) => {
      const [command, ...lines] = part.trimEnd().split('\n');
      ran++;
      const printed = run(command!.slice(2));
      const fits = expected(lines.map((line) => line.trimEnd())).test(printed === '' ? '' : `${printed}\n`);
      if (!fits && !UPDATE) expect(`${command}\n${printed}`).toBe(part.trimEnd());
      return fits ? part.trimEnd() : [command, printed].filter(Boolean).join('\n');
    });
    return `\`\`\`console\n${shown.join('\n')}\n\`\`\``;
  });
  if (UPDATE) writePaper(path, updated);
  expect(ran).toBeGreaterThan(0);
});
