import { Worker } from 'node:worker_threads';
import type { Io } from '../../host/io.ts';
import { type OpenedSpec, openSpec } from '../../host/spec-file.ts';
import { onFileChange } from '../../host/watch.ts';
import { Problem } from '../../problem.ts';
import { loadHighlighter } from '../../render/highlight.ts';
import type { PagerAction } from '../../wizard/pager/state.ts';
import * as messages from '../messages.ts';
import { type Gaps, type GapsFound, type GapsRequest, gapsFound } from './gaps.ts';
import { type PreviewRequest, withGaps } from './options.ts';
import { documentInTurns } from './source.ts';

/** Reports what becomes known about a previewed file while its pager is open. Keys never wait for it. */
export class LivePreview {
  readonly #request: PreviewRequest;
  readonly #io: Io;
  readonly #report: (action: PagerAction) => void;
  readonly #fail: (error: unknown) => void;
  readonly #unwatch: () => void;
  #stopGaps = () => {};
  /** The number of the latest read; results of earlier ones are dropped. */
  #reading = 0;

  /** Reads the rest of `spec`, finds its gaps, loads the highlighter, and follows the file. */
  constructor(
    spec: OpenedSpec,
    request: PreviewRequest,
    io: Io,
    report: (action: PagerAction) => void,
    fail: (error: unknown) => void,
  ) {
    this.#request = request;
    this.#io = io;
    this.#report = report;
    this.#fail = fail;
    void this.#read(spec, 'first').catch(fail);
    loadHighlighter().then(() => report({ kind: 'coloured' }), fail);
    const changed = () => this.reload(messages.fileChanged);
    if (request.path === '-') this.#unwatch = () => {};
    else {
      this.#unwatch = onFileChange(spec.realPath, changed);
      if (this.#hasChanged(spec)) changed();
    }
  }

  /** Whether the file changed between being opened and being watched. */
  #hasChanged({ hash }: OpenedSpec): boolean {
    try {
      return openSpec(this.#request.path, { folder: this.#io.cwd }).hash !== hash;
    } catch {
      return true;
    }
  }

  /** Reads the file again and shows a notice. */
  reload(notice: string): void {
    try {
      const spec = openSpec(this.#request.path, { folder: this.#io.cwd });
      void this.#read(spec, notice).catch((error) => this.#cannot(error));
    } catch (error) {
      this.#cannot(error);
    }
  }

  end(): void {
    this.#reading++;
    this.#unwatch();
    this.#stopGaps();
  }

  /** The first time, the document is shown as soon as it is read; later it replaces another together with its gaps. */
  async #read(spec: OpenedSpec, notice: string): Promise<void> {
    const reading = ++this.#reading;
    this.#stopGaps();
    const first = notice === 'first';
    const document = await documentInTurns(spec, () => reading === this.#reading);
    if (!document) return;
    if (first) this.#report({ kind: 'document', document, options: null, notice: '' });
    const gapsRequest = { spec, request: this.#request, cwd: this.#io.cwd };
    this.#stopGaps = findGapsInThread(gapsRequest, (found) => {
      const gaps = 'gaps' in found ? found.gaps : null;
      const { marks, missingHeadings, within } = withGaps(
        { width: 0, marks: [], missingHeadings: [] },
        this.#request,
        gaps,
      );
      const message = [first ? '' : notice, summaryOf(this.#request, found)].filter(Boolean).join('. ');
      this.#report({
        kind: 'document',
        document,
        options: { marks, missingHeadings, within },
        notice: message,
      });
    });
  }

  #cannot(error: unknown): void {
    if (error instanceof Problem)
      this.#report({ kind: 'say', message: `${error.place.path ?? this.#request.path}: ${error.message}` });
    else this.#fail(error);
  }
}

/** A message about the gaps: why they are unknown, or with --gaps how many sections are missing. */
function summaryOf({ gaps: only }: PreviewRequest, found: GapsFound): string {
  if ('problem' in found) return found.problem;
  return only ? missingNotice(found.gaps) : '';
}

function missingNotice(gaps: Gaps | null): string {
  if (!gaps || gaps.missing.length === 0) return '';
  return gaps.missing.length === 1 ? messages.oneSectionMissing : messages.sectionsMissing(gaps.missing.length);
}

/** Finds the gaps in a thread, so that keys need not wait; without threads at once. Returns a function to stop it. */
export function findGapsInThread(request: GapsRequest, found: (found: GapsFound) => void): () => void {
  let worker: Worker | null = null;
  let open = true;
  const report = (result: GapsFound) => {
    if (open) found(result);
    open = false;
  };
  const here = () => {
    if (open) void gapsFound(request).then(report);
  };
  try {
    worker = new Worker(new URL('./gaps-thread.js', import.meta.url), { workerData: request });
    worker.on('message', report).on('error', here).on('exit', here).unref();
  } catch {
    here();
  }
  return () => {
    open = false;
    void worker?.terminate();
  };
}
