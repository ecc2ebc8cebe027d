import { drained, type Io, isClosed, type Output } from '../../host/io.ts';
import type { OpenedSpec } from '../../host/spec-file.ts';
import type { Document } from '../../markdown/document.ts';
import type { RenderOptions } from '../../render/context.ts';
import { loadHighlighter } from '../../render/highlight.ts';
import { renderBlocks } from '../../render/rendering.ts';
import { styleLine, type Theme } from '../../render/theme.ts';
import { printable } from '../../text/printable.ts';
import * as messages from '../messages.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { optionsFor, type PreviewRequest, themeFor, withGaps } from './options.ts';
import { documentOf } from './source.ts';

/** How much to write at once, in UTF-16 code units. */
const PART = 64 * 1024;
/** A fence that may have a label. A false match only costs a little time. */
const MAY_HOLD_CODE = /(?:```|~~~)[ \t]*[\w{]/;

/** Prints the whole document to stdout, part by part as it is rendered; with --gaps also the missing sections. */
export async function print(spec: OpenedSpec, request: PreviewRequest, io: Io): Promise<void> {
  const theme = themeFor(request, io);
  const document = documentOf(spec);
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
