import { askBackground, backgroundSaid } from '../../host/background.ts';
import { onEnding } from '../../host/signals.ts';
import { restoreTerminal, suspend } from '../../host/terminal.ts';
import { onFileChange } from '../../host/watch-file.ts';
import { Problem } from '../../problem.ts';
import { loadHighlighter } from '../../render/highlight.ts';
import type { Theme } from '../../render/theme.ts';
import type { PagerEnd, PagerWorld } from '../../view/pager/pager.tsx';
import { pagerScreen } from '../../view/pager/screen.ts';
import { startPager } from '../../view/pager/state.ts';
import type { PagerAction } from '../../view/pager/update.ts';
import type { Io } from '../io.ts';
import { gapsOf } from './gaps.ts';
import { optionsFor, themeFor, widthFor, withGaps } from './print.ts';
import type { PreviewRequest } from './request.ts';
import { type Previewed, readFileAgain } from './source.ts';

/**
 * Shows the document in the pager until it is left. The first screen is written before the pager itself is loaded; colours
 * of code and signs of gaps follow.
 */
export async function page(previewed: Previewed, request: PreviewRequest, io: Io): Promise<PagerEnd> {
  const stdin = io.stdin as NodeJS.ReadStream;
  const stdout = io.stdout as NodeJS.WriteStream;
  const size = { columns: stdout.columns, rows: stdout.rows };
  const early = request.gaps ? gapsOf(previewed, request, io.cwd) : null;
  let theme = themeFor(request, io);
  // The signs' column is kept free from the start, so that nothing moves when the gaps are known.
  const options = withGaps({ ...optionsFor(request, theme, size.columns), marks: [] }, request, early);
  const start = startPager({ name: previewed.spec.path, document: previewed.document, options, size });
  const unwatch = onEnding(() => {}, restoreTerminal);
  try {
    stdout.write(`\x1b[?1049h\x1b[?25l\x1b[H${pagerScreen(start, theme).join('\r\n')}`);
    const loading = import('../../view/pager/pager.tsx');
    theme = await themeHeard(theme, request, io, stdin, stdout);
    const { openPager } = await loading;
    return await openPager(start, worldOf(previewed, request, io, theme));
  } finally {
    restoreTerminal(stdin, stdout as NodeJS.WriteStream & { fd: number });
    unwatch();
  }
}

/** The theme for the background that the terminal tells of, where nothing else decides it. */
async function themeHeard(
  theme: Theme,
  request: PreviewRequest,
  io: Io,
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
): Promise<Theme> {
  if (request.theme !== undefined || !theme.colours || backgroundSaid(io.env.COLORFGBG) !== null)
    return theme;
  return themeFor(request, io, await askBackground(stdin, stdout));
}

function worldOf(first: Previewed, request: PreviewRequest, io: Io, theme: Theme): PagerWorld {
  let previewed = first;
  let tell: (action: PagerAction) => void = () => {};
  const update = (said: string) => {
    const gaps = gapsOf(previewed, request, io.cwd);
    const missing =
      request.gaps && gaps && gaps.missing.length > 0 ? `${gaps.missing.length} sections are missing` : '';
    const { marks, within } = withGaps({ width: 0, marks: [] }, request, gaps);
    tell({
      kind: 'document',
      document: previewed.document,
      options: { marks, within },
      said: said || missing,
    });
  };
  const reload = (said: string) => {
    try {
      previewed = readFileAgain(request.path, io);
      update(said);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell({ kind: 'say', message: `${error.place.path ?? request.path}: ${error.message}` });
    }
  };
  return {
    stdin: io.stdin as NodeJS.ReadStream,
    stdout: io.stdout as NodeJS.WriteStream,
    theme,
    widthFor: (columns) => widthFor(request, columns),
    reload: () => reload('Read again'),
    suspend: (back) => suspend(() => {}, back),
    begin(told) {
      tell = told;
      // After the first screen: what takes longer.
      const later = setTimeout(() => {
        void loadHighlighter().then(() => update(''));
      }, 20);
      const unwatch = onFileChange(previewed.spec.realPath, () =>
        reload('The file changed; this is how it is now'),
      );
      return () => {
        clearTimeout(later);
        unwatch();
        tell = () => {};
      };
    },
  };
}
