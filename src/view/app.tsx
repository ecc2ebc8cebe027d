import { isTypedInto } from '../wizard/layers.ts';
import type { WizardState } from '../wizard/state.ts';
import type { WizardMachine } from '../wizard/update.ts';
import { frameOf } from './frame.ts';
import { type ScreenTheme, targetAt } from './paint.ts';
import { isClick, mousePress } from './presses.ts';
import { Screen, type ScreenControl } from './screen.tsx';

/** The wizard on the screen. */
export function App({
  machine,
  theme,
  onStage,
}: {
  machine: WizardMachine;
  theme: ScreenTheme;
  onStage: (stage: ScreenControl) => void;
}) {
  return (
    <Screen
      machine={machine}
      pressed={pressed}
      resized={resized}
      frame={(state) => frameOf(state, theme)}
      isTypedInto={isTypedInto}
      palette={theme.palette}
      ascii={machine.current().preferences.ascii}
      mouse={machine.current().preferences.mouse}
      onStage={onStage}
    />
  );
}

/** The action for a mouse event; null if it does nothing. `column` and `row` count from 1. */
export function mouseAction(
  state: WizardState,
  theme: ScreenTheme,
  { button, column, row }: { button: number; column: number; row: number },
): Action | null {
  const press = mousePress(button);
  if (press) return pressed(press);
  const line = isClick(button) ? frameOf(state, theme).rows[row - 1] : undefined;
  const target = line ? targetAt(line, column - 1) : null;
  return target && { type: 'click', target };
}

type Action = Parameters<WizardMachine['dispatch']>[0];

const pressed = (press: Extract<Action, { type: 'press' }>['press']): Action => ({ type: 'press', press });

const resized = (columns: number, rows: number): Action => ({ type: 'resize', columns, rows });
