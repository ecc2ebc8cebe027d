import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { type Result, runProgram, temporaryFolder } from '../terminal/program.ts';

/** The project's own template: four things to answer and a date. */
export const DECISION = `# [Decision]

**Status**: [Proposed | Accepted | Deprecated]
**Date**: YYYY-MM-DD

## Context

Say which forces are at play.

## Decision

Say what is decided.

## Consequences

- Consequence 1
`;

const SETTINGS = `specs: docs
templates:
  decision:
    file: templates/decision.md
use:
  - files: docs/decisions/**
    template: decision
new:
  decision:
    path: docs/decisions/{name}.md
    numbered: dec-{number}-{name}
`;

/** A decision that says all that is asked, but for what is given otherwise. */
export function decision(parts: { name?: string; status?: string; context?: string; outcome?: string } = {}): string {
  const { name = 'Queues', status = 'Accepted', context = 'Exports take minutes.', outcome = 'We queue them.' } = parts;
  return `# ${name}

**Status**: ${status}
**Date**: 2025-03-14

## Context

${context}

## Decision

${outcome}

## Consequences

- Workers must be watched
`;
}

/** A folder that is a git repository, with helpers to write to it and to run the built program in it. */
export class Repository {
  readonly folder = temporaryFolder();

  constructor() {
    this.git('init', '-q', '-b', 'main');
  }

  git(...args: string[]): string {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    return execFileSync('git', [...identity, ...args], { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' });
  }

  commit(): void {
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'Specs');
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  run(args: readonly string[], env: Record<string, string> = {}): Promise<Result> {
    return runProgram(args, { cwd: this.folder, env });
  }

  /** Runs check and gives its JSON, too. */
  async json(args: readonly string[] = [], env: Record<string, string> = {}): Promise<Result & { data: CheckJson }> {
    const result = await this.run(['check', '--json', ...args], env);
    return { ...result, data: JSON.parse(result.stdout) as CheckJson };
  }
}

/** As much of `check --json` as tests look at by name. */
export interface CheckJson {
  version: number;
  specs: {
    path: string;
    template: string;
    match: { by: string; score: number };
    completeness: { answered: number; required: number; ratio: number };
    sections: {
      slots: { id: string; state: string; required: boolean; rule: string; line: number | null }[];
    }[];
    advice: { id: string; severity: string; line: number | null; message: string; fix: string }[];
  }[];
  problems: { path: string; code: string; message: string }[];
}

const blankTexts = new Map<string, string>();

/** The blank spec of a built-in template, as `new` writes it. */
async function blankText(template: string): Promise<string> {
  const known = blankTexts.get(template);
  if (known !== undefined) return known;
  const cwd = temporaryFolder();
  const io = fakeIo({ cwd });
  if ((await main(['new', template, 'blank.md', '--blank'], io)) !== 0) throw new Error(io.err());
  const text = readFileSync(join(cwd, 'blank.md'), 'utf8');
  blankTexts.set(template, text);
  return text;
}

/** Forty specs: eight of each built-in template, some begun, and eight decisions, two of them complete. */
export async function fortySpecs(): Promise<Repository> {
  const repository = new Repository();
  repository.write('spec-wizard.yaml', SETTINGS);
  repository.write('templates/decision.md', DECISION);
  repository.write('README.md', '# Export\n\nWhat this repository is about.\n');
  for (const template of ['component', 'technical-spec', 'photoncloud', 'dynamo-component']) {
    for (let number = 1; number <= 8; number++) {
      const blank = await blankText(template);
      const text = number > 4 ? blank.replace(/YYYY-MM-DD|\[Date\]/g, '2025-03-14') : blank;
      repository.write(`docs/${template}/${template}-00${number}.md`, text);
    }
  }
  for (let number = 1; number <= 8; number++) {
    const path = `docs/decisions/dec-00${number}-queues.md`;
    repository.write(path, number <= 2 ? decision() : number <= 4 ? decision({ context: 'TBD' }) : DECISION);
  }
  repository.commit();
  return repository;
}
