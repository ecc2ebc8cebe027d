import type { Io } from '../../host/io.ts';
import { wholePastes } from '../../host/paste-gate.ts';
import { reportProblem } from '../../host/report-problem.ts';
import type { OpenedSpec } from '../../host/spec-file.ts';
import { onEnding, restoreTerminal, suspend, watchStops } from '../../host/terminal.ts';
import { withoutReplies } from '../../host/terminal-replies.ts';
import { askBackground, backgroundFrom } from '../../host/terminal-support.ts';
import { type Theme, themeOf } from '../../render/theme.ts';
import { loadParser } from '../../render/tree.ts';
import { readPreferences } from '../../session/preferences.ts';
import type { PagerEnd, PagerWorld } from '../../view/pager/pager.tsx';
import { pagerScreen } from '../../view/pager/screen.ts';
import { startPager } from '../../wizard/pager/state.ts';
import * as messages from '../messages.ts';
import type { LivePreview } from './live.ts';
import { optionsFor, type PreviewRequest, themeFor, widthsFor, withGaps } from './options.ts';
import { documentOf, documentStart } from './source.ts';

/** When to load what may be needed later, in milliseconds after the first screen. */
const IDLE = 1000;

/**
 * Shows the document in the pager, from the offset `at` on if given, until the user leaves. Writes the first screen
 * before it loads the pager and reads the whole document; colours of code and signs of gaps follow. Raises what is
 * wrong with a named template, and what reading the document raises.
 */
export async function page(spec: OpenedSpec, given: PreviewRequest, io: Io, at?: number): Promise<PagerEnd> {
  const stdin = io.stdin as NodeJS.ReadStream;
  const stdout = io.stdout as NodeJS.WriteStream & { fd: number };
  if (given.template !== undefined) {
    const { Catalogue } = await import('../../project/catalogue.ts');
    const { Project } = await import('../../project/project.ts');
    new Catalogue(await Project.open(io.cwd, { history: given.history })).get(given.template);
  }
  const { theme: chosen, ...preferences } = await readPreferences(io, given.ascii);
  const request = { ...given, theme: given.theme ?? chosen };
  const early = request.gaps ? await (await import('./gaps.ts')).gapsOf(spec, request, io.cwd) : null;
  let theme = forScreen(themeFor(request, io), request);
  // The column of signs is kept free from the start, so that nothing moves once the gaps are known.
  const options = withGaps(
    { ...optionsFor(request, theme, stdout.columns), marks: [], missingHeadings: [] },
    request,
    early,
  );
  const read = early || at !== undefined ? { document: documentOf(spec), whole: true } : documentStart(spec);
  const piped = request.path === '-';
  // A terminal may report 0 as its size (`docker exec -t`, CI).
  const size = { columns: stdout.columns || 80, rows: stdout.rows || 24 };
  const state = startPager({
    name: piped ? messages.standardInput : spec.path,
    piped,
    ...read,
    options,
    gapsKnown: early !== null,
    size,
    preferences,
    at,
  });
  let takeDown = () => {};
  const restore = () => {
    takeDown();
    restoreTerminal(stdin, stdout);
  };
  const unwatch = onEnding(
    () => {},
    restore,
    (error) => void reportProblem(error, io),
    { process, stdin, stdout },
  );
  try {
    stdin.setRawMode(true);
    stdout.write(`\x1b[?1049h\x1b[?25l\x1b[H${pagerScreen(state, theme).join('\r\n')}\x1b[H`);
    const loading = Promise.all([import('../../view/pager/pager.tsx'), import('./live.ts')]);
    theme = await themeOfTerminal(theme, request, io, stdin, stdout);
    const [{ openPager }, { LivePreview }] = await loading;
    const follow = (...given: ConstructorParameters<typeof LivePreview>) => new LivePreview(...given);
    setTimeout(loadParser, IDLE).unref();
    return await openPager(state, worldOf(spec, request, io, theme, follow), (down) => {
      takeDown = down;
    });
  } finally {
    restoreTerminal(stdin, stdout);
    unwatch();
  }
}

/** Without colour, a screen must still mark search results, unless everything is to be plain. */
function forScreen(theme: Theme, request: PreviewRequest): Theme {
  return theme.colours === null && request.theme !== 'none' ? themeOf('plain') : theme;
}

/** The theme for the background that the terminal reports, if nothing else decides it. */
async function themeOfTerminal(
  theme: Theme,
  request: PreviewRequest,
  io: Io,
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
): Promise<Theme> {
  if (request.theme !== undefined || theme.name === 'plain' || backgroundFrom(io.env.COLORFGBG) !== null) return theme;
  return themeFor(request, io, await askBackground(stdin, stdout));
}

function worldOf(
  spec: OpenedSpec,
  request: PreviewRequest,
  io: Io,
  theme: Theme,
  follow: (...given: ConstructorParameters<typeof LivePreview>) => LivePreview,
): PagerWorld {
  let live: LivePreview | null = null;
  return {
    stdin: (onMouse) =>
      wholePastes(withoutReplies(io.stdin as NodeJS.ReadStream, ({ button }) => onMouse(button))).input,
    stdout: io.stdout as NodeJS.WriteStream,
    theme,
    widthsFor: (columns) => widthsFor(request, columns),
    reload: () => live?.reload(messages.readAgain),
    suspend: (back) => suspend(() => {}, back),
    onStops: watchStops,
    begin(report, fail) {
      const own = follow(spec, request, io, report, fail);
      live = own;
      return () => own.end();
    },
  };
}
