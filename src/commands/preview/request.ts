import { Problem } from '../../problem.ts';
import type { ThemeName } from '../../render/theme.ts';
import { type Args, flag, numberOption, option } from '../args.ts';
import * as messages from '../messages.ts';

/** What `preview` was asked for. */
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
  /** Whether only ASCII is drawn, in the pager. */
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
