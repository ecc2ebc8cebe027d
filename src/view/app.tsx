import { isTypedInto } from '../wizard/layers.ts';
import type { WizardMachine } from '../wizard/update.ts';
import { frameOf } from './frame.ts';
import type { Theme } from './paint.ts';
import { Screen, type Stage } from './screen.tsx';

/** The wizard on the screen. */
export function App({
  machine,
  theme,
  onStage,
}: {
  machine: WizardMachine;
  theme: Theme;
  onStage: (stage: Stage) => void;
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

type Action = Parameters<WizardMachine['dispatch']>[0];

const pressed = (press: Extract<Action, { type: 'press' }>['press']): Action => ({ type: 'press', press });

const resized = (columns: number, rows: number): Action => ({ type: 'resize', columns, rows });
