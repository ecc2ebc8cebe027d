import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Contender, type Figure, inTurns, runToEnd } from './measure.ts';
import { makeProject } from './project.ts';
import { RIVALS, rival } from './rivals.ts';

const node = process.execPath;
const program = resolve('bin/spec-wizard.js');

/** The time that `check` takes for a project, compared with reading its files and with other checkers. */
export async function checkFigures(rounds: number): Promise<Figure[]> {
  const cwd = makeProject();
  const cache = mkdtempSync(join(tmpdir(), 'spec-wizard-bench-cache-'));
  const forget = () => rmSync(cache, { recursive: true, force: true });
  const run = (...command: string[]) => runToEnd(command, { cwd, env: { XDG_CACHE_HOME: cache } });
  const against = (name: string, path: string, command: (path: string) => string[]): Contender[] => {
    const found = rival(name, path);
    return found ? [{ name, run: () => run(...command(found)) }] : [];
  };
  const preset = join(RIVALS, 'node_modules/remark-preset-lint-recommended/index.js');
  const contenders: Contender[] = [
    { name: 'reading the files', run: () => run(node, resolve('test/bench/read-files.js')) },
    {
      name: 'spec-wizard check, cold',
      run: () => {
        forget();
        return run(node, program, 'check');
      },
    },
    { name: 'spec-wizard check, warm', run: () => run(node, program, 'check') },
    ...against('rumdl, cold', nativeRumdl(), (path) => [path, 'check', '--no-cache', 'docs']),
    ...against('markdownlint-cli2', '.bin/markdownlint-cli2', (path) => [node, path, 'docs/**/*.md']),
    ...against('remark-cli, lint preset', '.bin/remark', (path) => [
      ...[node, path, 'docs', '--no-stdout', '--quiet', '--use', preset],
    ]),
  ];
  const figures = await inTurns('check', contenders, rounds);
  rmSync(cwd, { recursive: true, force: true });
  forget();
  return figures;
}

/** The path of rumdl's own program, without the script that starts it. */
function nativeRumdl(): string {
  return `@rumdl/cli-${process.platform}-${process.arch}/rumdl`;
}
