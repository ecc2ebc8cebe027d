import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll } from 'vitest';

/** A program of test/host/children as one JavaScript file that plain Node runs; removed after the tests of the file. */
export function childProgram(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-child-'));
  const outfile = join(folder, `${name}.mjs`);
  buildSync({
    entryPoints: [join(import.meta.dirname, 'children', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return outfile;
}

/** Runs a program with Node to its end: what it printed, and how it ended. */
export function runChild(program: string, args: string[], options: SpawnSyncOptions = {}) {
  const ended = spawnSync(process.execPath, [program, ...args], {
    timeout: 120_000,
    ...options,
    encoding: 'utf8',
  });
  return { stdout: ended.stdout.trim(), stderr: ended.stderr, status: ended.status, signal: ended.signal };
}
