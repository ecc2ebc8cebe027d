import type { Io } from '../host/io.ts';
import { wholePastes } from '../host/paste-gate.ts';
import { withoutReplies } from '../host/terminal-replies.ts';
import { App, mouseAction } from '../view/app.tsx';
import { renderFullScreen } from '../view/full-screen.ts';
import type { ScreenTheme } from '../view/paint.ts';
import type { WizardMachine } from '../wizard/update.ts';
import type { EffectRunner } from './effect-runner.ts';

/** The drawn wizard, as the end of the process needs it. */
export interface ShownScreen {
  /** Removes it from the screen at once. */
  takeDown: () => void;
  /** The text of a paste that has not ended. */
  unfinishedPaste: () => string;
}

/** Shows the wizard until the author leaves. Returns the exit status. */
export async function showScreen(
  machine: WizardMachine,
  theme: ScreenTheme,
  runner: EffectRunner,
  io: Io,
  onShown: (shown: ShownScreen) => void,
): Promise<number> {
  const { input, gate } = wholePastes(
    withoutReplies(io.stdin as NodeJS.ReadStream, (report) => {
      const action = mouseAction(machine.current(), theme, report);
      if (action) machine.dispatch(action);
    }),
  );
  const instance = renderFullScreen(
    <App machine={machine} theme={theme} onStage={(stage) => runner.take(stage)} />,
    {
      stdin: input,
      stdout: io.stdout as NodeJS.WriteStream,
      stderr: io.stderr as NodeJS.WriteStream,
    },
    machine.current().size,
  );
  onShown({ takeDown: () => instance.unmount(), unfinishedPaste: () => gate.unfinished() });
  const code = await instance.waitUntilExit();
  return typeof code === 'number' ? code : 0;
}
