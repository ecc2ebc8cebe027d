import type { Io } from '../host/io.ts';
import { keysOnly } from '../host/terminal-replies.ts';
import { App } from '../view/app.tsx';
import { renderFullScreen } from '../view/full-screen.ts';
import type { Theme } from '../view/theme.ts';
import type { Machine } from '../wizard/machine.ts';
import type { EffectRunner } from './effect-runner.ts';

/**
 * Shows the wizard until it is left; gives the exit status. `onShown` is given what takes it off the screen at once, for
 * endings that nobody waits for.
 */
export async function show(
  machine: Machine,
  look: Theme,
  outside: EffectRunner,
  io: Io,
  onShown: (takeDown: () => void) => void,
): Promise<number> {
  const instance = renderFullScreen(
    <App machine={machine} look={look} onStage={(stage) => outside.take(stage)} />,
    {
      stdin: keysOnly(io.stdin as NodeJS.ReadStream),
      stdout: io.stdout as NodeJS.WriteStream,
      stderr: io.stderr as NodeJS.WriteStream,
    },
  );
  onShown(() => instance.unmount());
  const code = await instance.waitUntilExit();
  return typeof code === 'number' ? code : 0;
}
