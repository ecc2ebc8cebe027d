import { appendFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { readRegular } from '../../host/data-path.ts';
import { gitRoot } from '../../host/git-folder.ts';
import type { Io } from '../../host/io.ts';
import { version } from '../../host/package.ts';
import { needsAscii, wantsColour } from '../../host/terminal-support.ts';
import { asciiText } from '../../text/ascii.ts';
import type { CheckOptions } from '../check/options.ts';
import type { ProblemResult, SpecResult } from '../check/result.ts';
import { FOR_PEOPLE, FORMATS, type FormatName } from './formats.ts';
import { OutputFile } from './output-file.ts';
import type { Outcome, Report, ReportContext } from './report.ts';

/** GitHub takes no more than this of a step's summary, in bytes. */
const MOST_SUMMARY = 1024 * 1024;

/** Bytes of a file that a report adds to, at most. */
const MOST_EARLIER = 4 * 1024 * 1024;

/** All reports of a run at once. */
export class Reports implements Report {
  /** Whether one of them needs every slot. */
  readonly whole: boolean;
  /** Whether people read what goes to stdout. */
  readonly forPeople: boolean;
  readonly #reports: Report[] = [];
  readonly #files: OutputFile[] = [];

  /** Opens the files. Raises Problem `write-failed`. */
  constructor({ targets, quiet, summary }: Pick<CheckOptions, 'targets' | 'quiet' | 'summary'>, io: Io) {
    const byDefault: FormatName = io.stdout.isTTY === true ? 'pretty' : 'lines';
    const shown = targets
      .map(({ format, file }) => ({ format: format ?? byDefault, file }))
      .filter(({ format, file }) => !(quiet && file === null && FOR_PEOPLE.has(format)));
    this.whole = shown.some(({ format }) => FORMATS[format].whole);
    this.forPeople = shown.some(({ format, file }) => file === null && FOR_PEOPLE.has(format));
    for (const { format, file } of shown) {
      this.#reports.push(
        FORMATS[format].start({ ...this.#destination(format, file, io), ...surroundings(io), summary }),
      );
    }
  }

  spec(result: SpecResult): void {
    for (const report of this.#reports) report.spec(result);
  }

  problem(problem: ProblemResult): void {
    for (const report of this.#reports) report.problem(problem);
  }

  /** Ends every report and puts the files in their places. Raises Problem `write-failed`. */
  end(outcome: Outcome): void {
    for (const report of this.#reports) report.end(outcome);
    for (const file of this.#files) file.finish();
  }

  /** Leaves no half-written file behind. */
  discard(): void {
    for (const file of this.#files) file.discard();
  }

  #destination(
    format: FormatName,
    file: string | null,
    io: Io,
  ): Pick<ReportContext, 'write' | 'colour' | 'width' | 'before'> {
    if (file === null) {
      const { stdout, env } = io;
      const ascii = stdout.isTTY === true && needsAscii(env);
      return {
        write: (text) => void stdout.write(ascii && format === 'pretty' ? asciiText(text) : text),
        colour: wantsColour(stdout, env),
        width: stdout.isTTY ? (stdout.columns ?? 80) : null,
        before: '',
      };
    }
    const before = format === 'trend' ? earlier(resolve(io.cwd, file)) : '';
    const output = new OutputFile(file, io.cwd);
    this.#files.push(output);
    return { write: (text) => output.write(text), colour: false, width: null, before };
  }
}

/** What a file holds, where it is one of a reasonable size; else ''. */
function earlier(path: string): string {
  return readRegular(path, MOST_EARLIER)?.toString('utf8') ?? '';
}

function surroundings({
  cwd,
  env,
  now,
}: Io): Pick<ReportContext, 'version' | 'now' | 'commit' | 'fromRoot' | 'jobSummary'> {
  const root = env.GITHUB_WORKSPACE || gitRoot(cwd) || cwd;
  const summaryFile = env.GITHUB_STEP_SUMMARY;
  return {
    version: version(),
    now,
    commit: /^[0-9a-f]{7,64}$/.exec(env.GITHUB_SHA || env.CI_COMMIT_SHA || '')?.[0].slice(0, 12) ?? '',
    fromRoot(path) {
      const way = relative(root, resolve(cwd, path)).replaceAll(sep, '/');
      return way.startsWith('../') || isAbsolute(way) ? resolve(cwd, path) : way;
    },
    jobSummary: summaryFile
      ? (markdown) => {
          const size = statSync(summaryFile, { throwIfNoEntry: false })?.size ?? 0;
          if (size + Buffer.byteLength(markdown) < MOST_SUMMARY) appendFileSync(summaryFile, markdown);
        }
      : null,
  };
}
