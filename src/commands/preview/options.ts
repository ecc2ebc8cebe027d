import type { Io } from '../../host/io.ts';
import { backgroundFrom, knowsHyperlinks, wantsColour } from '../../host/terminal-support.ts';
import { Problem } from '../../problem.ts';
import type { RenderOptions } from '../../render/context.ts';
import { type Theme, type ThemeName, themeOf } from '../../render/theme.ts';
import { type Args, flag, numberOption, option } from '../args.ts';
import * as messages from '../messages.ts';

/** The options of `preview`. */
export interface PreviewRequest {
  /** A path, or `-`. */
  path: string;
  pager: boolean;
  /** The columns given by --width. */
  width: number | undefined;
  gaps: boolean;
  lineNumbers: boolean;
  comments: 'dim' | 'hide';
  theme: Exclude<ThemeName, 'plain'> | undefined;
  /** Whether the pager draws with ASCII alone. */
  ascii: boolean;
  template: string | undefined;
  /** Whether the template's earlier versions in git count. */
  history: boolean;
}

const THEMES = ['dark', 'light', 'none'] as const;

/** Reads the command line of `preview`. Raises Problem `usage` for a width below 20 and an unknown theme. */
export function previewRequest(args: Args): PreviewRequest {
  const theme = option(args, 'theme');
  if (theme !== undefined && !THEMES.some((name) => name === theme)) {
    throw new Problem('usage', messages.themes(THEMES.join(', '), theme));
  }
  return {
    path: args.words[0]!,
    pager: args.options.pager !== false,
    width: numberOption(args, 'width', 20),
    gaps: flag(args, 'gaps'),
    lineNumbers: flag(args, 'lineNumbers'),
    comments: args.options.comments === false ? 'hide' : 'dim',
    theme: theme as PreviewRequest['theme'],
    ascii: flag(args, 'ascii'),
    template: option(args, 'template'),
    history: args.options.history !== false,
  };
}

/** The width of printed output by default, and of running text in a wider terminal. */
const WIDTH = 80;
const PROSE = 120;

/** The widths for a terminal with a number of columns; undefined for a pipe. */
export function widthsFor(
  request: PreviewRequest,
  columns: number | undefined,
): Required<Pick<RenderOptions, 'width' | 'prose'>> {
  const width = request.width ?? Math.max(20, columns || WIDTH);
  return { width, prose: request.width ?? Math.min(width, PROSE) };
}

/** The theme for stdout. The background is the one in the environment, else dark. */
export function themeFor(request: PreviewRequest, io: Io, background = backgroundFrom(io.env.COLORFGBG)): Theme {
  const links = io.stdout.isTTY === true && knowsHyperlinks(io.env);
  if (!wantsColour(io.stdout, io.env)) return themeOf('none');
  return themeOf(request.theme ?? background ?? 'dark', links);
}

/** The options for rendering a document, without its gaps. */
export function optionsFor(request: PreviewRequest, theme: Theme, columns: number | undefined): RenderOptions {
  return {
    ...widthsFor(request, columns),
    comments: request.comments,
    lineNumbers: request.lineNumbers,
    targets: !theme.links,
  };
}

/** Adds the gaps to the options, and the missing sections in their places if the request shows them. */
export function withGaps(
  options: RenderOptions,
  request: PreviewRequest,
  gaps: Required<Pick<RenderOptions, 'marks' | 'missingHeadings' | 'within'>> | null,
): RenderOptions {
  if (!gaps) return options;
  const missingHeadings = options.missingHeadings && { missingHeadings: gaps.missingHeadings };
  return { ...options, marks: gaps.marks, ...missingHeadings, ...(request.gaps && { within: gaps.within }) };
}
