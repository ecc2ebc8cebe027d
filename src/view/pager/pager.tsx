import type { RenderOptions } from '../../render/context.ts';
import type { Theme } from '../../render/theme.ts';
import type { Press } from '../../wizard/key.ts';
import { Machine } from '../../wizard/machine.ts';
import { updatePager } from '../../wizard/pager/layers.ts';
import type { PagerAction, PagerEffect, PagerState } from '../../wizard/pager/state.ts';
import { renderFullScreen } from '../full-screen.ts';
import { mousePress } from '../presses.ts';
import { Screen, type ScreenControl } from '../screen.tsx';
import { pagerFrame, paletteOf } from './screen.ts';

/** How the pager ended: the user left, or wants to edit the document at an offset of the source. */
export type PagerEnd = Extract<PagerEffect, { kind: 'leave' | 'edit' }>;

/** The surroundings of the pager. */
export interface PagerWorld {
  /** The keys; mouse events go to `onMouse`. */
  stdin: (onMouse: (button: number) => void) => NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  theme: Theme;
  /** The widths of the document for a terminal with a number of columns. */
  widthsFor: (columns: number) => Pick<RenderOptions, 'width' | 'prose'>;
  /**
   * Called once. `report` takes actions such as: the document is read, the file changed, its gaps are known. `fail`
   * takes an error that ends the pager. Returns a function that stops reporting.
   */
  begin: (report: (action: PagerAction) => void, fail: (error: unknown) => void) => () => void;
  /** Reads the file again; the result comes through `report`. */
  reload: () => void;
  /** Stops the program until the shell continues it, then calls back; the terminal is released meanwhile. */
  suspend: (back: () => void) => void;
  /** Watches for signals that stop and continue the program. Returns a function that ends the watch. */
  onStops: (stop: () => void, resumed: () => void) => () => void;
}

/**
 * Shows the pager in the alternate screen until the user leaves. Raises what `fail` was called with. `onShown` gets a
 * function that removes it from the screen at once, for the end of the process.
 */
export async function openPager(
  start: PagerState,
  world: PagerWorld,
  onShown: (takeDown: () => void) => void,
): Promise<PagerEnd> {
  let end: PagerEnd = { kind: 'leave', status: 0 };
  let stage: ScreenControl | null = null;
  const machine = new Machine(start, updatePager);
  const leave = (how: PagerEnd) => {
    end = how;
    stage?.exit(0);
  };
  const suspend = () => void stage?.suspend(() => new Promise<void>(world.suspend));
  const redraw = () => void stage?.suspend(() => {});
  machine.runWith((effect) => {
    if (effect.kind === 'search' || effect.kind === 'count') setImmediate(() => machine.dispatch(effect));
    else if (effect.kind === 'reload') world.reload();
    else if (effect.kind === 'redraw') redraw();
    else if (effect.kind === 'suspend') suspend();
    else leave(effect);
  });
  const stdin = world.stdin((button) => {
    const press = mousePress(button);
    if (press) machine.dispatch({ kind: 'press', press });
  });
  let stop = () => {};
  const { waitUntilExit, unmount } = renderFullScreen(
    <Screen
      machine={machine}
      pressed={pressed}
      resized={(columns, rows): PagerAction => ({
        kind: 'resize',
        size: { columns, rows },
        widths: world.widthsFor(columns),
      })}
      frame={(state) => pagerFrame(state, world.theme)}
      isTypedInto={({ line, help }) => line !== null || (help !== null && help.line !== null)}
      palette={paletteOf(world.theme)}
      ascii={start.preferences.ascii}
      mouse={start.preferences.mouse}
      onStage={(taken) => {
        if (stage) return;
        stage = taken;
        stop = world.begin(machine.dispatch, (error) => taken.exit(error as Error));
      }}
    />,
    { stdin, stdout: world.stdout },
    start.size,
  );
  onShown(unmount);
  const unwatch = world.onStops(suspend, redraw);
  try {
    await waitUntilExit();
  } finally {
    stop();
    unwatch();
  }
  return end;
}

const pressed = (press: Press): PagerAction => ({ kind: 'press', press });
