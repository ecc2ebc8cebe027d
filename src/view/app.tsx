import { Box, Text, useApp, useCursor, useInput, usePaste, useWindowSize } from 'ink';
import TextInput from 'ink-text-input';
import { memo, useEffect, useSyncExternalStore } from 'react';
import type { Press } from '../wizard/key.ts';
import type { Machine } from '../wizard/machine.ts';
import { frameOf } from './frame.ts';
import { paint, type Theme } from './paint.ts';
import { pressesOf } from './presses.ts';

/** What the program may do with the terminal while the wizard has it. */
export interface Stage {
  exit: (code: number) => void;
  /** Gives the terminal away while `away` runs, then draws the screen anew. */
  suspend: (away: () => void | Promise<void>) => Promise<void>;
}

/** The wizard on the screen: keys in, one row of text for each row of the terminal out. */
export function App({
  machine,
  look,
  onStage,
}: {
  machine: Machine;
  look: Theme;
  onStage: (stage: Stage) => void;
}) {
  const state = useSyncExternalStore(machine.watch, machine.current);
  const { exit, suspendTerminal } = useApp();
  const { setCursorPosition } = useCursor();
  const { columns, rows } = useWindowSize();
  const { dispatch } = machine;

  useEffect(() => onStage({ exit, suspend: suspendTerminal }), [exit, suspendTerminal, onStage]);
  useEffect(() => dispatch({ type: 'resize', columns, rows }), [dispatch, columns, rows]);
  usePaste((text) => dispatch({ type: 'press', press: { kind: 'paste', text } }));
  useInput((input, key) => {
    const presses = pressesOf(input, key);
    // The search line takes what is typed itself, unless other keys came in the same read.
    const searching = machine.current().overlay?.kind === 'find' && presses.length === 1;
    for (const press of presses) if (!(searching && isForLine(press))) dispatch({ type: 'press', press });
  });

  // No frame of the old size is drawn while the state learns of the new one.
  const isSized = state.size.columns === columns && state.size.rows === rows;
  const frame = frameOf(isSized ? state : { ...state, size: { columns, rows } }, look);
  setCursorPosition(frame.cursor ? { x: frame.cursor.column, y: frame.cursor.row } : undefined);
  const { overlay } = state;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      {frame.rows.map((row, place) =>
        place === frame.search && overlay?.kind === 'find' ? (
          <SearchLine
            key="search"
            query={overlay.query}
            onChange={(query) => dispatch({ type: 'search', query })}
          />
        ) : (
          <Line key={place} text={paint(row, look.palette)} />
        ),
      )}
    </Box>
  );
}

/** Keys that a line of text takes. */
function isForLine(press: Press): boolean {
  return (
    press.kind === 'text' || (press.kind === 'chord' && /^(?:left|right|backspace|delete)$/.test(press.chord))
  );
}

const Line = memo(function Line({ text }: { text: string }) {
  return <Text wrap="truncate">{text}</Text>;
});

/** The line that is typed into to find something. */
function SearchLine({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  return (
    <Box height={1}>
      <Text> Find: </Text>
      <TextInput value={query} onChange={(value) => /[\x00-\x1f]/.test(value) || onChange(value)} />
    </Box>
  );
}
