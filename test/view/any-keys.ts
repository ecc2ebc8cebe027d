import { one, randomFrom } from '../random.ts';
import { startApp } from './app-on-screen.tsx';

/** What is sent: typed text, a paste, moves, searches, acts on the document, everything that lies over the screen. */
const SENT = [
  ...'anNjkgG puUxsSdrtRce+-o?/#',
  ...['漢', 'e\u0301', '\u001b[200~one\rtwo | three\r\u001b[201~', '/ex\r'],
  ...['\t', '\u001b[Z', '\u001b', '\u001b', '\r', '\r', '\u007f'],
  ...['\u001b[A', '\u001b[B', '\u001b[C', '\u001b[D', '\u001b[5~', '\u001b[6~', '\u001b[H', '\u001b[F'],
  // Ctrl with D, G, K, O, S, T, Y and /.
  ...['\u0004', '\u0007', '\u000b', '\u000f', '\u0013', '\u0014', '\u0019', '\u001f'],
  // Alt with up and right.
  ...['\u001b[1;3A', '\u001b[1;3C'],
];

/**
 * Sends random keys and resizes to the wizard in Ink, and compares the emulator's screen with the frame after each of
 * them. Throws an error that names the step where they differ.
 *
 * @param more texts that are sent beside the others, to try what only the built program shows right
 */
export async function anyKeys(id: string, seed: number, steps: number, more: readonly string[] = []): Promise<void> {
  const sent = [...SENT, ...more];
  const { stage, keys, screen, until, end } = startApp(80, 24, () => {}, id);
  await until((text) => text === stage.screen());
  stage.typingPauses = false;
  const random = randomFrom(seed);
  const oneOf = <T>(all: readonly T[]): T => one(all, random);
  for (let step = 0; step < steps; step++) {
    const { columns, rows } = stage.machine.current().size;
    let did = '';
    try {
      if (random() < 0.3) {
        const by = oneOf([-20, -6, -1, 1, 5, 30]);
        const size = [
          Math.max(30, Math.min(200, columns + by)),
          Math.max(8, Math.min(60, oneOf([rows, rows, rows + 3, rows - 2]))),
        ] as const;
        did = `a resize to ${size.join(' × ')}`;
        screen.resize(size[0], size[1]);
        await until(() => screen.written !== '');
        if (!/^(?:\u001b\[\?\d+[hl])*\u001b\[H\u001b\[J/.test(screen.written))
          throw new Error(`does not clear the screen first: ${JSON.stringify(screen.written.slice(0, 80))}`);
      } else if (random() < 0.2) {
        did = 'a pause';
        stage.act({ type: 'paused' });
      } else {
        const key = oneOf(sent);
        did = JSON.stringify(key);
        keys.send(key);
      }
      await until((text) => text === stage.screen() && stage.state.size.columns === screen.columns);
    } catch (cause) {
      throw new Error(
        `${id}, seed ${seed}, step ${step}, ${columns} × ${rows}, after ${did}; the frame:\n${stage.screen()}`,
        { cause },
      );
    }
  }
  end();
}
