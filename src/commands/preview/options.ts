import type { Io } from '../../host/io.ts';
import { backgroundFrom, knowsHyperlinks, wantsColour } from '../../host/terminal-support.ts';
import type { RenderOptions } from '../../render/context.ts';
import { type Theme, themeOf } from '../../render/theme.ts';
import type { Gaps } from './gaps.ts';
import type { PreviewRequest } from './request.ts';

/** The width of what is printed where nothing tells another, and the most that running text takes of a wider terminal. */
const WIDTH = 80;
const PROSE = 120;

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

/** Adds the gaps to the options, and the missing sections if the request shows them in their places. */
export function withGaps(options: RenderOptions, request: PreviewRequest, gaps: Gaps | null): RenderOptions {
  if (!gaps) return options;
  const ghosts = options.ghosts && { ghosts: gaps.ghosts };
  return { ...options, marks: gaps.marks, ...ghosts, ...(request.gaps && { within: gaps.within }) };
}
