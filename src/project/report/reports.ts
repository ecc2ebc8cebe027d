import { appendFileSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { readRegular } from '../../host/data-path.ts';
import { realFiles, writeAll } from '../../host/files.ts';
import { gitRoot } from '../../host/git-folder.ts';
import type { Io, Output } from '../../host/io.ts';
import { version } from '../../host/package.ts';
import { relativePath } from '../../host/platform.ts';
import { backgroundFrom, needsAscii, wantsColour } from '../../host/terminal-support.ts';
import { discardTemporary, type Temporary, temporaryBeside } from '../../host/write-file.ts';
import { Problem } from '../../problem.ts';
import { withCommas } from '../../text/figures.ts';
import { asciiText } from '../../text/printable.ts';
import type { CheckOptions } from '../check/gates.ts';
import * as messages from '../messages.ts';
import { FOR_PEOPLE, FORMATS, type FormatName } from './formats.ts';
import type { Outcome, ProblemResult, Report, ReportContext, SpecResult } from './report.ts';

/** GitHub's limit for a step's summary, in bytes. */
const MOST_SUMMARY = 1024 * 1024;

/** The largest file that a report is added to, in bytes. */
const MOST_EARLIER = 4 * 1024 * 1024;

/** All reports of a run. */
export class Reports implements Report {
  /** Whether one of the reports needs every slot. */
  readonly whole: boolean;
  /** Whether stdout is for people. */
  readonly forPeople: boolean;
  /** Whether only errors are printed. */
  readonly quiet: boolean;
  readonly #reports: Report[] = [];
  readonly #files: OutputFile[] = [];

  /** Opens the files. Raises Problem `write-failed`. */
  constructor({ targets, quiet, summary }: Pick<CheckOptions, 'targets' | 'quiet' | 'summary'>, io: Io) {
    const byDefault: FormatName = io.stdout.isTTY === true ? 'pretty' : 'lines';
    const shown = targets
      .map(({ format, file }) => ({ format: format ?? byDefault, file }))
      .filter(({ format, file }) => !(quiet && file === null && FOR_PEOPLE.has(format)));
    this.quiet = quiet;
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

  /** Ends every report and renames the files. Raises Problem `write-failed`. */
  end(outcome: Outcome): void {
    for (const report of this.#reports) report.end(outcome);
    for (const file of this.#files) file.finish();
  }

  /** Deletes files that are not complete. */
  discard(): void {
    for (const file of this.#files) file.discard();
  }

  #destination(
    format: FormatName,
    file: string | null,
    io: Io,
  ): Pick<ReportContext, 'write' | 'colour' | 'background' | 'width' | 'before'> {
    if (file === null) {
      const { stdout, env } = io;
      const ascii = stdout.isTTY === true && needsAscii(env);
      return {
        write: (text) => void stdout.write(ascii && format === 'pretty' ? asciiText(text) : text),
        colour: wantsColour(stdout, env),
        background: backgroundFrom(env.COLORFGBG),
        width: stdout.isTTY ? stdout.columns || 80 : null,
        before: '',
      };
    }
    const before = format === 'trend' ? earlier(resolve(io.cwd, file)) : '';
    const output = new OutputFile(file, io.cwd);
    this.#files.push(output);
    return { write: (text) => output.write(text), colour: false, background: null, width: null, before };
  }
}

/** The content of a file of reasonable size; else ''. */
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
      const below = relativePath(root, resolve(cwd, path));
      return below.startsWith('../') || isAbsolute(below) ? resolve(cwd, path) : below;
    },
    jobSummary: summaryFile
      ? (markdown) => {
          const size = statSync(summaryFile, { throwIfNoEntry: false })?.size ?? 0;
          if (size + Buffer.byteLength(markdown) < MOST_SUMMARY) appendFileSync(summaryFile, markdown);
        }
      : null,
  };
}

/** A report's file, which gets its name only when it is complete. */
class OutputFile {
  readonly #path: string;
  readonly #shown: string;
  /** The file being written: a temporary one, or the report's own path if that is a device. */
  readonly #file: Temporary;
  #text = '';

  /** `path` as the user gave it, relative to the folder `cwd`. Raises Problem `write-failed`. */
  constructor(path: string, cwd: string) {
    this.#shown = path;
    this.#path = resolve(cwd, path);
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#file = isDevice(this.#path)
        ? { path: this.#path, fd: realFiles.open(this.#path, 'w') }
        : temporaryBeside(realFiles, this.#path, 0o666);
    } catch (cause) {
      throw this.#failure(cause);
    }
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length > 64 * 1024) this.#trying(() => this.#flush());
  }

  /** Renames the file. */
  finish(): void {
    this.#trying(() => {
      this.#flush();
      realFiles.close(this.#file.fd!);
      this.#file.fd = null;
      if (this.#file.path !== this.#path) realFiles.rename(this.#file.path, this.#path);
    });
  }

  /** Deletes the file. Never raises. */
  discard(): void {
    if (this.#file.path !== this.#path) discardTemporary(realFiles, this.#file);
  }

  #flush(): void {
    writeAll(realFiles, this.#file.fd!, Buffer.from(this.#text));
    this.#text = '';
  }

  #trying(write: () => void): void {
    try {
      write();
    } catch (cause) {
      this.discard();
      throw this.#failure(cause);
    }
  }

  #failure(cause: unknown): Problem {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    return new Problem('write-failed', messages.reportNotWritten(code), {
      place: { path: this.#shown },
      cause,
    });
  }
}

/** Whether a path is a pipe or device, which cannot be replaced. Links do not count: a repository may contain them. */
function isDevice(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return /^\/(?:dev|proc)\//.test(path) || (found !== undefined && !found.isFile() && !found.isSymbolicLink());
}

const EVERY = 100;

/** Shows the progress of a run in the last line of a terminal: `checked 812 of 10,000 files`. */
export class Progress {
  readonly #stream: Output;
  readonly #total: number;
  #last: number;
  #shown = false;

  constructor(stream: Output, total: number) {
    this.#stream = stream;
    this.#total = total;
    // A run that takes less than half a second shows no progress.
    this.#last = Date.now() + 400;
  }

  /** Shows the number of checked files. */
  at(done: number): void {
    const now = Date.now();
    if (this.#stream.isTTY !== true || now - this.#last < EVERY) return;
    this.#last = now;
    this.#shown = true;
    this.#stream.write(messages.progress(withCommas(done), withCommas(this.#total)));
  }

  /** Removes the line, so that something else can be printed. */
  clear(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#stream.write('\r\u001b[2K');
  }
}
