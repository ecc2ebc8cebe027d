import { Box, Text, useApp, useInput, usePaste, useWindowSize } from 'ink';
import { memo, type ReactElement, useEffect, useReducer, useRef } from 'react';
import type { RenderOptions } from '../../render/options.ts';
import type { Theme } from '../../render/theme.ts';
import { renderFullScreen } from '../full-screen.ts';
import { pressesOf } from '../presses.ts';
import { pagerScreen } from './screen.ts';
import type { PagerState } from './state.ts';
import { type PagerAction, type PagerEffect, updatePager } from './update.ts';

/** How the pager ended: whether its document is to be edited, at an offset of the source. */
export type PagerEnd = Extract<PagerEffect, { kind: 'leave' | 'edit' }>;

/** What the pager needs of the world. */
export interface PagerWorld {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  theme: Theme;
  /** The widths of the document for a terminal of so many columns. */
  widthsFor: (columns: number) => Pick<RenderOptions, 'width' | 'prose'>;
  /**
   * Called once with ways in for what happens outside: the document is read, the file changed, its gaps are known; or
   * something went wrong that ends the pager. Gives a way to stop.
   */
  begin: (tell: (action: PagerAction) => void, fail: (error: unknown) => void) => () => void;
  /** Reads the file again; what it finds comes by `tell`. */
  reload: () => void;
  /** Stops the program until the shell continues it, then calls back; the terminal is given away meanwhile. */
  suspend: (back: () => void) => void;
}

/** One row of the screen: drawn again only when its text changes. */
const ScreenRow = memo(function ScreenRow({ text }: { text: string }): ReactElement {
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});

interface Turn {
  state: PagerState;
  effects: readonly PagerEffect[];
}

function turn({ state, effects }: Turn, action: PagerAction): Turn {
  const [next, effect] = updatePager(state, action);
  return { state: next, effects: effect ? [...effects, effect] : effects };
}

function Pager({
  start,
  world,
  end,
}: {
  start: PagerState;
  world: PagerWorld;
  end: (how: PagerEnd) => void;
}) {
  const { exit, suspendTerminal } = useApp();
  const [{ state, effects }, tell] = useReducer(turn, { state: start, effects: [] });
  const done = useRef(0);
  const { columns, rows } = useWindowSize();

  useEffect(() => world.begin(tell, (error) => exit(error as Error)), [world, exit]);
  // No frame of the old size is drawn while the state learns of the new one.
  const isSized = state.size.columns === columns && state.size.rows === rows;
  const shown = isSized
    ? state
    : updatePager(state, { kind: 'resize', size: { columns, rows }, widths: world.widthsFor(columns) })[0];
  useEffect(() => {
    tell({ kind: 'resize', size: { columns, rows }, widths: world.widthsFor(columns) });
  }, [world, columns, rows]);
  useEffect(() => {
    for (const effect of effects.slice(done.current)) {
      done.current++;
      if (effect.kind === 'search') setImmediate(() => tell(effect));
      else if (effect.kind === 'reload') world.reload();
      else if (effect.kind === 'suspend') void suspendTerminal(() => new Promise<void>(world.suspend));
      else {
        end(effect);
        exit();
      }
    }
  }, [effects, world, end, exit, suspendTerminal]);
  useInput((input, key) => {
    for (const press of pressesOf(input, key)) tell({ kind: 'press', press });
  });
  usePaste((text) => tell({ kind: 'press', press: { kind: 'paste', text } }));

  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      {pagerScreen(shown, world.theme).map((text, place) => (
        <ScreenRow key={place} text={text} />
      ))}
    </Box>
  );
}

/**
 * Shows the pager in the alternate screen until it is left; raises what the world failed with. `onShown` is given what
 * takes it off the screen at once, for endings that nobody waits for.
 */
export async function openPager(
  start: PagerState,
  world: PagerWorld,
  onShown: (takeDown: () => void) => void,
): Promise<PagerEnd> {
  let how: PagerEnd = { kind: 'leave', status: 0 };
  const { stdin, stdout } = world;
  const { waitUntilExit, unmount } = renderFullScreen(
    <Pager
      start={start}
      world={world}
      end={(end) => {
        how = end;
      }}
    />,
    { stdin, stdout },
    start.size,
  );
  onShown(unmount);
  await waitUntilExit();
  return how;
}
