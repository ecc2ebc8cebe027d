import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment, PROGRAM, temporaryFolder } from '../../test/terminal/program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The specs of the project: template, path, and the file with their answers. */
const SPECS = [
  ['technical-spec', 'docs/specs/technical/faster-search.md', 'search.yaml'],
  ['component', 'docs/specs/component/cmp-001-export-service.md', 'export.yaml'],
  ['decision', 'docs/decisions/001-one-queue-for-all-jobs.md', 'queue.yaml'],
  ['decision', 'docs/decisions/002-keep-results-for-a-minute.md', 'cache.yaml'],
] as const;

/** Makes a project with its own template and four specs, one of them complete. Returns its folder. */
export function exampleProject(): string {
  const cwd = temporaryFolder();
  const copy = (from: string, to: string) => {
    mkdirSync(dirname(join(cwd, to)), { recursive: true });
    copyFileSync(join(root, from), join(cwd, to));
  };
  const run = (args: readonly string[], input = '') => {
    const env = cleanEnvironment();
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd,
      env,
      input,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the example project: ${stderr}`);
  };
  copy('scripts/pictures/project/spec-wizard.yaml', 'spec-wizard.yaml');
  copy('templates/demo/decision.md', 'templates/decision.md');
  for (const [template, path, answers] of SPECS) {
    copy(`scripts/pictures/project/${answers}`, 'answers.yaml');
    run(['new', template, path, '--answers', 'answers.yaml']);
  }
  run(['fill', SPECS[2][1], '--answers', '-', '--drop-guidance'], '{}');
  rmSync(join(cwd, 'answers.yaml'));
  return cwd;
}
