import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const files = (readdirSync(src, { recursive: true }) as string[]).filter((path) => /\.tsx?$/.test(path)).sort();

/** All in Node that opens a file by its path. */
const OPENS =
  /\b(?:openSync|readFileSync|writeFileSync|appendFileSync|copyFileSync|createReadStream|createWriteStream)\s*\(|from 'node:fs\/promises'/;

/** The files of the source that open others, and what these are. */
const OPENERS: Record<string, string> = {
  'commands/demo.ts': 'the spec that the demo wrote into a folder of its own',
  'host/data-path.ts': 'what data names, held to the project, and regular files that were found, opened once',
  'host/files.ts': 'specs, by read-file (regular files) and save-spec, and its temporary file for its attributes',
  'host/editor.ts': 'the text for the editor, in a folder that was just made',
  'host/package.ts': 'the program itself',
  'host/process-alive.ts': '/proc',
  'host/terminal.ts': 'the terminal',
  'host/write-lock.ts': 'a lock in the state folder',
  'project/template-source.ts': 'the program itself',
  'project/check/result-cache.ts': "the user's own cache, by names alone and no links",
  'project/comment/pull-request.ts': 'the event that GitHub names in the environment',
  'project/report/reports.ts': 'the summary that GitHub names in the environment',
  'session/answers-file.ts': 'answers that the command line names, a pipe perhaps',
};

test('a path is opened by these files alone, none of which has it from data but data-path', () => {
  const opening = files.filter((path) => OPENS.test(readFileSync(join(src, path), 'utf8')));
  expect(opening.map((path) => path.replaceAll('\\', '/'))).toEqual(Object.keys(OPENERS).sort());
});

test('what settings, flows, marks and baselines name goes through data-path', () => {
  for (const path of [
    'project/settings-file.ts',
    'project/spec-path.ts',
    'project/find-specs.ts',
    'project/check/checker.ts',
    'project/check/known-results.ts',
    'project/check/spec-paths.ts',
    'project/check/baseline.ts',
    'project/check/references.ts',
    'session/project-facts.ts',
    'host/spec-file.ts',
    'host/git.ts',
    'host/git-folder.ts',
  ])
    expect(readFileSync(join(src, path), 'utf8'), path).toMatch(/from '[./]+(?:host\/)?data-path\.ts'/);
});
