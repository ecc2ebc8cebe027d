import { drained, type Io, isClosed, type Output } from '../host/io.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import { openKeyboard } from '../host/terminal.ts';
import type { Document } from '../markdown/document.ts';
import type { RenderOptions } from '../render/context.ts';
import { loadHighlighter } from '../render/highlight.ts';
import { renderBlocks } from '../render/rendering.ts';
import { styleLine, type Theme } from '../render/theme.ts';
import { printable } from '../text/printable.ts';
import type { Args } from './args.ts';
import * as messages from './messages.ts';
import type { Gaps } from './preview/gaps.ts';
import { optionsFor, type PreviewRequest, previewRequest, themeFor, withGaps } from './preview/options.ts';
import { documentOf, readSource } from './preview/source.ts';

/** How much to write at once, in UTF-16 code units. */
const PART = 64 * 1024;
/** A fence that may have a label. A false match only costs a little time. */
const MAY_HOLD_CODE = /(?:```|~~~)[ \t]*[\w{]/;

/**
 * Shows a rendered file: in a terminal with a pager, unless --no-pager forbids it, else printed. Input from a pipe is
 * paged as well, with keys from the terminal. The wizard can be opened from the pager and returns to it. Raises the
 * Problems of the options and of opening the file.
 */
export async function run(args: Args, io: Io): Promise<number> {
  const request = previewRequest(args);
  const spec = await readSource(request.path, io);
  const screen = request.pager && io.stdout.isTTY && io.env.TERM !== 'dumb';
  const piped = request.path === '-';
  const keys = screen && piped ? openKeyboard() : null;
  if (!screen || !(piped ? keys : io.stdin.isTTY)) {
    await print(spec, request, io);
    return 0;
  }
  const { page } = await import('./preview/page.ts');
  const { template, history, ascii } = request;
  for (let shown = spec, at: number | undefined; ; shown = await readSource(request.path, io)) {
    const end = await page(shown, request, keys ? { ...io, stdin: keys } : io, at).finally(() => keys?.destroy());
    if (end.kind === 'leave') return end.status;
    at = end.offset;
    const place = end.section === undefined ? at : { section: end.section };
    const begun = { kind: 'open', path: request.path, template, at: place } as const;
    const { start } = await import('../session/start.ts');
    const status = await start(begun, { plain: false, history, ascii, within: true }, io);
    if (status !== 0) return status;
  }
}

/** Prints the whole document to stdout, part by part as it is rendered; with --gaps also the missing sections. */
async function print(spec: OpenedSpec, request: PreviewRequest, io: Io): Promise<void> {
  const theme = themeFor(request, io);
  const document = documentOf(spec);
  // The pager does not wait for the judge to load.
  const { gapsOf } = await import('./preview/gaps.ts');
  const gaps = await gapsOf(spec, request, io.cwd);
  if (theme.colours && MAY_HOLD_CODE.test(document.text)) await loadHighlighter();
  const options = withGaps(optionsFor(request, theme, io.stdout.columns), request, gaps);
  await writeParts(io.stdout, printed(document, options, theme, request.gaps ? gaps : null));
}

/** The rendered text in parts of whole lines, followed by the missing sections if gaps are given. */
function* printed(document: Document, options: RenderOptions, theme: Theme, gaps: Gaps | null): Generator<string> {
  let part = '';
  let any = false;
  for (const lines of renderBlocks(document, options).each()) {
    any = true;
    for (const line of lines) {
      part += `${styleLine(line, theme)}\n`;
      if (part.length < PART) continue;
      yield part;
      part = '';
    }
  }
  if (gaps) for (const line of missingLines(gaps, any)) part += `${line}\n`;
  if (part !== '') yield part;
}

function missingLines({ missing }: Gaps, apart: boolean): string[] {
  if (missing.length === 0) return apart ? [] : [messages.noGaps];
  const lines = missing.map((path) => messages.sectionMissing(printable(path.join(' › '))));
  return apart ? ['', ...lines] : lines;
}

/** Writes the parts one after another, at the reader's pace. Stops if the reader is gone. */
async function writeParts(output: Output, parts: Iterable<string>): Promise<void> {
  for (const part of parts) {
    output.write(part);
    await drained(output);
    if (isClosed(output)) return;
  }
}
