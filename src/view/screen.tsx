import { Box, Text, useApp, useCursor, useInput, usePaste, useStdin, useStdout, useWindowSize } from 'ink';
import TextInput from 'ink-text-input';
import { memo, type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Press } from '../wizard/key.ts';
import type { Machine } from '../wizard/machine.ts';
import { type Palette, paint } from './paint.ts';
import type { Frame, PromptLine } from './pane.ts';
import { pressesOf } from './presses.ts';

/** Reports of buttons and wheel, in SGR form (xterm). */
const MOUSE_ON = '\u001b[?1000h\u001b[?1006h';
const MOUSE_OFF = '\u001b[?1006l\u001b[?1000l';
/**
 * Automatic wrapping at the right edge (DECAWM). It is off because a terminal may draw emoji wider than measured: then
 * the row is cut instead of wrapped, and no other row moves.
 */
const WRAP_ON = '\u001b[?7h';
const WRAP_OFF = '\u001b[?7l';

/** What the program may do with the terminal while a screen is shown. */
export interface ScreenControl {
  exit: (result: number | Error) => void;
  /** Releases the terminal while `away` runs, then redraws the screen. */
  suspend: (away: () => void | Promise<void>) => Promise<void>;
}

/** A state machine to show: how keys and sizes become actions, and states become frames. */
interface Shown<State, Action> {
  machine: Pick<Machine<State, Action, never>, 'watch' | 'current' | 'dispatch' | 'after'>;
  pressed: (press: Press) => Action;
  resized: (columns: number, rows: number) => Action;
  frame: (state: State) => Frame;
  /** Whether a line in a state takes typed text. */
  isTypedInto: (state: State) => boolean;
  palette: Palette;
  /** Whether to draw with ASCII alone. */
  ascii: boolean;
  /** Whether to ask the terminal for mouse events. */
  mouse: boolean;
  onStage: (stage: ScreenControl) => void;
}

/** A state machine on the screen: keys in, one row of text for each row of the terminal out. */
export function Screen<State extends { size: { columns: number; rows: number } }, Action>({
  machine,
  pressed,
  resized,
  frame: frameOf,
  isTypedInto,
  palette,
  ascii,
  mouse,
  onStage,
}: Shown<State, Action>) {
  const state = useSyncExternalStore(machine.watch, machine.current);
  const { setCursorPosition } = useCursor();
  const { columns, rows } = useWindowSize();
  const prompt = useRef<PromptState>({ isMounted: false, hasHeard: false, waiting: null });
  const press = (one: Press) => machine.dispatch(pressed(one));

  useTerminal(mouse, onStage);
  useEffect(() => machine.dispatch(resized(columns, rows)), [columns, rows]);
  usePaste((text) => press({ kind: 'paste', text }));
  useInput((input, key) => {
    const presses = pressesOf(input, key);
    const [first, ...more] = presses;
    const { isMounted, hasHeard } = prompt.current;
    const takesText = isMounted && first?.kind === 'text' && more.length === 0 && isTypedInto(machine.current());
    prompt.current.hasHeard = false;
    if (takesText && !hasHeard) prompt.current.waiting = first;
    else for (const one of presses) press(one);
  });

  // No frame of the old size is drawn before the state has the new size.
  const isSized = state.size.columns === columns && state.size.rows === rows;
  const frame = frameOf(isSized ? state : machine.after(resized(columns, rows)));
  setCursorPosition(frame.cursor ? { x: frame.cursor.column, y: frame.cursor.row } : undefined);
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      {frame.rows.map((row, place) =>
        frame.prompt && place === frame.cursor?.row ? (
          <Prompt
            key="prompt"
            line={frame.prompt}
            label={paint(frame.prompt.label, palette, ascii)}
            state={prompt}
            onText={press}
          />
        ) : (
          <Line key={place} text={paint(row, palette, ascii)} />
        ),
      )}
    </Box>
  );
}

/** Sets the terminal's modes while the screen is shown. Calls `onStage` once. */
function useTerminal(mouse: boolean, onStage: (stage: ScreenControl) => void): void {
  const { exit, suspendTerminal } = useApp();
  const { stdout } = useStdout();
  const { stdin } = useStdin();
  const takeModes = () => stdout.write(WRAP_OFF + (mouse ? MOUSE_ON : ''));
  const giveModesBack = () => stdout.write((mouse ? MOUSE_OFF : '') + WRAP_ON);
  useEffect(() => {
    takeModes();
    const suspend = onceAtATime(async (away) => {
      giveModesBack();
      await suspendTerminal(async () => {
        await stopReading(stdin);
        await away();
      });
      takeModes();
    });
    onStage({ exit, suspend });
    return () => void giveModesBack();
  }, []);
}

/**
 * Stops reading the terminal, so that another program gets every key. Ink removes its listener, but Node keeps reading
 * until it is paused, and it ignores the pause before it has processed the removal.
 */
async function stopReading(stdin: NodeJS.ReadableStream): Promise<void> {
  await new Promise(setImmediate);
  stdin.pause();
  await new Promise(setImmediate);
}

/** The terminal cannot be released twice at once. */
function onceAtATime(suspend: ScreenControl['suspend']): ScreenControl['suspend'] {
  let isAway = false;
  return async (away) => {
    if (isAway) return;
    isAway = true;
    await suspend(away).finally(() => {
      isAway = false;
    });
  };
}

const Line = memo(function Line({ text }: { text: string }) {
  return <Text wrap="truncate">{text}</Text>;
});

/** The state of the prompt, which may get a key before or after the screen does. */
interface PromptState {
  isMounted: boolean;
  /** Whether it got a key that the screen has not. */
  hasHeard: boolean;
  /** The text of a read that is left to it. */
  waiting: Press | null;
}

/** A line being typed. It takes typed text; every other key belongs to a table. */
function Prompt({
  line,
  label,
  state,
  onText,
}: {
  line: PromptLine;
  label: string;
  state: RefObject<PromptState>;
  onText: (text: Press) => void;
}) {
  useEffect(() => {
    state.current.isMounted = true;
    return () => {
      state.current.isMounted = false;
    };
  }, [state]);
  const take = () => {
    const { waiting } = state.current;
    state.current.waiting = null;
    if (waiting) onText(waiting);
    else state.current.hasHeard = true;
  };
  return (
    <Box height={1}>
      <Text>{label}</Text>
      <TextInput value={line.before} showCursor={false} onChange={take} />
      <Text>{line.after}</Text>
    </Box>
  );
}
