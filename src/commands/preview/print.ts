import { drained, type Io, isGone, type Output } from '../../host/io.ts';
import type { OpenedSpec } from '../../host/spec-file.ts';
import { backgroundFrom, knowsHyperlinks, wantsColour } from '../../host/terminal-support.ts';
import type { Document } from '../../markdown/document.ts';
import type { RenderOptions } from '../../render/context.ts';
import { loadHighlighter } from '../../render/highlight.ts';
import { renderBlocks } from '../../render/render.ts';
import { styleLine, type Theme, themeOf } from '../../render/theme.ts';
import { printable } from '../../text/printable.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import type { PreviewRequest } from './request.ts';
import { documentOf } from './source.ts';

/** The width of what is printed where nothing tells another, and the most that running text takes of a wider terminal. */
const WIDTH = 80;
const PROSE = 120;
/** How much is written at once, in UTF-16 code units. */
const PART = 64 * 1024;
/** A fence that may be labelled; what is none costs a little time only. */
const MAY_HOLD_CODE = /(?:```|~~~)[ \t]*[\w{]/;

/** The widths for a terminal of so many columns; undefined for a pipe. */
export function widthsFor(
  request: PreviewRequest,
  columns: number | undefined,
): Required<Pick<RenderOptions, 'width' | 'prose'>> {
  const width = request.width ?? Math.max(20, columns || WIDTH);
  return { width, prose: request.width ?? Math.min(width, PROSE) };
}

/** The theme for what is written to stdout; the background is what the environment tells, else dark. */
export function themeFor(
  request: PreviewRequest,
  io: Io,
  background = backgroundFrom(io.env.COLORFGBG),
): Theme {
  const links = io.stdout.isTTY === true && knowsHyperlinks(io.env);
  if (!wantsColour(io.stdout, io.env)) return themeOf('none');
  return themeOf(request.theme ?? background ?? 'dark', links);
}

/** How a document is rendered, but for its marks. */
export function optionsFor(
  request: PreviewRequest,
  theme: Theme,
  columns: number | undefined,
): RenderOptions {
  return {
    ...widthsFor(request, columns),
    comments: request.comments,
    lineNumbers: request.lineNumbers,
    targets: !theme.links,
  };
}

/** The options with what is known of the gaps; with missing sections only where they are to be shown in their places. */
export function withGaps(options: RenderOptions, request: PreviewRequest, gaps: Gaps | null): RenderOptions {
  if (!gaps) return options;
  const ghosts = options.ghosts && { ghosts: gaps.ghosts };
  return { ...options, marks: gaps.marks, ...ghosts, ...(request.gaps && { within: gaps.within }) };
}

/** Prints the whole document to stdout, part by part as it is rendered; with --gaps also which sections are missing. */
export async function print(spec: OpenedSpec, request: PreviewRequest, io: Io): Promise<void> {
  const theme = themeFor(request, io);
  const document = documentOf(spec);
  const gaps = await gapsOf(spec, request, io.cwd);
  if (theme.colours && MAY_HOLD_CODE.test(document.text)) await loadHighlighter();
  const options = withGaps(optionsFor(request, theme, io.stdout.columns), request, gaps);
  await writeParts(io.stdout, printed(document, options, theme, request.gaps ? gaps : null));
}

/** The text of one part after the other, whole lines; behind them, where gaps are given, what is missing. */
function* printed(
  document: Document,
  options: RenderOptions,
  theme: Theme,
  gaps: Gaps | null,
): Generator<string> {
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
  if (missing.length === 0) return apart ? [] : ['There are no gaps.'];
  const lines = missing.map((path) => `○ ${printable(path.join(' › '))} is missing`);
  return apart ? ['', ...lines] : lines;
}

/** Writes one part after the other, each when the one before is taken; ends with its reader. */
async function writeParts(output: Output, parts: Iterable<string>): Promise<void> {
  for (const part of parts) {
    output.write(part);
    await drained(output);
    if (isGone(output)) return;
  }
}
