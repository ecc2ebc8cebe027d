import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram, temporaryFolder } from '../../test/terminal/program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The specs that stand in the project: template, path, and the file with their answers. */
const SPECS = [
  ['technical-spec', 'docs/specs/technical/faster-search.md', 'search.yaml'],
  ['component', 'docs/specs/component/cmp-001-export-service.md', 'export.yaml'],
  ['decision', 'docs/decisions/001-one-queue-for-all-jobs.md', 'queue.yaml'],
  ['decision', 'docs/decisions/002-keep-results-for-a-minute.md', 'cache.yaml'],
] as const;

/** A project with a template of its own and four specs, of which one is complete; its folder. */
export async function exampleProject(): Promise<string> {
  const cwd = temporaryFolder();
  const copy = (from: string, to: string) => {
    mkdirSync(dirname(join(cwd, to)), { recursive: true });
    copyFileSync(join(root, from), join(cwd, to));
  };
  const run = async (args: readonly string[], input?: string) => {
    const { code, stderr } = await runProgram(args, { cwd, input });
    if (code !== 0) throw new Error(`the example project: ${stderr}`);
  };
  copy('scripts/pictures/project/spec-wizard.yaml', 'spec-wizard.yaml');
  copy('templates/demo/decision.md', 'templates/decision.md');
  for (const [template, path, answers] of SPECS) {
    copy(`scripts/pictures/project/${answers}`, 'answers.yaml');
    await run(['new', template, path, '--answers', 'answers.yaml']);
  }
  await run(['fill', SPECS[2][1], '--answers', '-', '--drop-guidance'], '{}');
  rmSync(join(cwd, 'answers.yaml'));
  return cwd;
}
