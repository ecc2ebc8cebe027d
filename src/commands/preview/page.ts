import { askBackground, backgroundSaid } from '../../host/background.ts';
import { onEnding } from '../../host/signals.ts';
import { type OpenedSpec, openSpec } from '../../host/spec-file.ts';
import { restoreTerminal, suspend } from '../../host/terminal.ts';
import { onFileChange } from '../../host/watch-file.ts';
import type { Document } from '../../markdown/document.ts';
import { Problem } from '../../problem.ts';
import { loadHighlighter } from '../../render/highlight.ts';
import { type Theme, themeOf } from '../../render/theme.ts';
import type { PagerEnd, PagerWorld } from '../../view/pager/pager.tsx';
import { pagerScreen } from '../../view/pager/screen.ts';
import { startPager } from '../../view/pager/state.ts';
import type { PagerAction } from '../../view/pager/update.ts';
import type { Io } from '../io.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { optionsFor, themeFor, widthFor, withGaps } from './print.ts';
import type { PreviewRequest } from './request.ts';
import { documentOf, firstPartOf } from './source.ts';

/**
 * Shows the document in the pager until it is left. The first screen is written before the pager itself is loaded; colours
 * of code and signs of gaps follow.
 */
export async function page(spec: OpenedSpec, request: PreviewRequest, io: Io): Promise<PagerEnd> {
  const stdin = io.stdin as NodeJS.ReadStream;
  const stdout = io.stdout as NodeJS.WriteStream;
  const size = { columns: stdout.columns, rows: stdout.rows };
  const early = request.gaps ? gapsOf(spec, request, io.cwd) : null;
  let theme = forScreen(themeFor(request, io), request);
  // The signs' column is kept free from the start, so that nothing moves when the gaps are known.
  const options = withGaps({ ...optionsFor(request, theme, size.columns), marks: [] }, request, early);
  const start = { name: spec.path, options, size };
  const first = early ? documentOf(spec) : firstPartOf(spec);
  const unwatch = onEnding(() => {}, restoreTerminal);
  try {
    const screen = pagerScreen(startPager({ ...start, document: first }), theme);
    stdout.write(`\x1b[?1049h\x1b[?25l\x1b[H${screen.join('\r\n')}\x1b[H`);
    const loading = import('../../view/pager/pager.tsx');
    theme = await themeHeard(theme, request, io, stdin, stdout);
    const document = documentOf(spec);
    const state = startPager({ ...start, document });
    const { openPager } = await loading;
    return await openPager(state, worldOf({ spec, document }, request, io, theme));
  } finally {
    restoreTerminal(stdin, stdout as NodeJS.WriteStream & { fd: number });
    unwatch();
  }
}

/** Where no colour is wanted, a screen still needs to tell what was found, unless all of it is to be plain. */
function forScreen(theme: Theme, request: PreviewRequest): Theme {
  return theme.colours === null && request.theme !== 'none' ? themeOf('plain') : theme;
}

/** The theme for the background that the terminal tells of, where nothing else decides it. */
async function themeHeard(
  theme: Theme,
  request: PreviewRequest,
  io: Io,
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
): Promise<Theme> {
  if (request.theme !== undefined || theme.name === 'plain' || backgroundSaid(io.env.COLORFGBG) !== null)
    return theme;
  return themeFor(request, io, await askBackground(stdin, stdout));
}

function worldOf(
  first: { spec: OpenedSpec; document: Document },
  request: PreviewRequest,
  io: Io,
  theme: Theme,
): PagerWorld {
  let { spec, document } = first;
  let tell: (action: PagerAction) => void = () => {};
  const update = (said: string) => {
    const gaps = gapsOf(spec, request, io.cwd);
    const { marks, within } = withGaps({ width: 0, marks: [] }, request, gaps);
    tell({
      kind: 'document',
      document,
      options: { marks, within },
      said: said || missingSaid(request, gaps),
    });
  };
  const reload = (said: string) => {
    try {
      spec = openSpec(request.path, { folder: io.cwd });
      document = documentOf(spec);
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
      const unwatch = onFileChange(first.spec.realPath, () =>
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

function missingSaid(request: PreviewRequest, gaps: Gaps | null): string {
  if (!request.gaps || !gaps || gaps.missing.length === 0) return '';
  return gaps.missing.length === 1 ? 'One section is missing' : `${gaps.missing.length} sections are missing`;
}
