import '../../src/host/with-resolvers.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { withoutReplies } from '../../src/host/terminal-replies.ts';
import { renderFullScreen } from '../../src/view/full-screen.ts';
import { mousePress } from '../../src/view/presses.ts';
import { Screen } from '../../src/view/screen.tsx';
import { TABLES } from '../../src/wizard/keymap.ts';
import { Machine } from '../../src/wizard/machine.ts';
import { keyBytes } from '../terminal/keys.ts';
import { anyKeys } from './any-keys.ts';
import { Keys, startApp, TestScreen } from './app-on-screen.tsx';
import { TEMPLATES } from './stage.ts';

const running: (() => void)[] = [];
afterEach(() => {
  for (const end of running.splice(0)) end();
});

function begin(...of: Parameters<typeof startApp>) {
  const app = startApp(...of);
  running.push(app.end);
  return app;
}

describe('a key of any table', () => {
  const all = [...new Set(Object.values(TABLES).flatMap((table) => table.flatMap(({ keys }) => keys)))];

  it('reaches the program as a terminal sends it', async () => {
    const machine = new Machine({ size: { columns: 80, rows: 24 }, seen: [] as string[] }, (state, key: string) => [
      { ...state, seen: [...state.seen, key] },
      [],
    ]);
    const keys = new Keys();
    const app = renderFullScreen(
      <Screen
        machine={machine}
        pressed={(press) => (press.kind === 'chord' ? press.chord : press.text)}
        resized={() => 'resized'}
        frame={() => ({ rows: [], cursor: null, prompt: null })}
        isTypedInto={() => false}
        palette={null}
        ascii={false}
        mouse={false}
        onStage={() => {}}
      />,
      {
        stdin: withoutReplies(keys as unknown as NodeJS.ReadStream, ({ button }) => {
          const press = mousePress(button);
          if (press?.kind === 'chord') machine.dispatch(press.chord);
        }),
        stdout: new TestScreen(80, 24) as unknown as NodeJS.WriteStream,
      },
    );
    running.push(() => app.unmount());
    // It listens once it is drawn.
    await expect.poll(() => keys.listenerCount('readable') + keys.listenerCount('data')).toBeGreaterThan(0);
    for (const key of all) {
      const before = machine.current().seen.length;
      keys.send(keyBytes(key));
      for (const end = Date.now() + 60_000; machine.current().seen.length === before && Date.now() < end; )
        await new Promise((later) => setTimeout(later, 5));
      expect(machine.current().seen.slice(before)).toEqual([key]);
    }
  });
});

describe('the wizard in Ink', () => {
  it('shows the very rows of its frame, also after keys and resizes', async () => {
    const { stage, keys, screen, until } = begin(100, 30);
    await until((text) => text === stage.screen());
    for (const typed of ['Export 한국어 😀', '\r', '\u001b[B', '\u001b[B']) {
      keys.send(typed);
      await until((text) => text === stage.screen());
    }
    for (const [columns, rows] of [
      [80, 24],
      [40, 12],
      [30, 8],
      [120, 40],
      [99, 20],
    ] as const) {
      screen.resize(columns, rows);
      await until((text) => text === stage.screen() && stage.machine.current().size.columns === columns);
    }
  });

  // `npm run any-keys` goes 20,000 steps with five seeds, with Ink as it is shipped.
  it.each(TEMPLATES)('shows the very rows of its frame after any keys and resizes ($id)', ({ id }) =>
    anyKeys(id, 1, 20),
  );

  it('leaves the cursor below the screen, where a terminal has no alternate one', async () => {
    const { screen, until, stage, end } = startApp(80, 24);
    await until((text) => text === stage.screen());
    screen.resize(80, 24);
    end();
    expect(screen.written).toMatch(/\u001b\[9999;1H\r\n\u001b\[\?1049l/);
  });

  it('loses no key of a read that holds many', async () => {
    const { keys, until } = begin(100, 30);
    keys.send('abc\u001b[D\u001b[DX\u007fY');
    await until((text) => text.includes('┃ aYbc'));
  });

  it('puts the cursor where the next character goes, in cells', async () => {
    const { keys, screen, until } = begin(80, 24);
    keys.send('한국');
    const text = await until((shown) => shown.includes('┃ 한국'));
    const row = text.split('\n').findIndex((line) => line.includes('┃ 한국'));
    const { cursorX, cursorY } = screen.emulator.buffer.active;
    expect({ cursorX, cursorY }).toEqual({ cursorX: 3 + 4, cursorY: row });
  });

  it('takes a bracketed paste as one act', async () => {
    const { stage, keys, until } = begin(80, 24);
    keys.send('\u001b[200~one\rtwo\u001b[201~');
    await until((text) => text.includes('┃ one two'));
    expect(stage.machine.current().walk?.field.past).toHaveLength(1);
  });

  it.each(['name-offered', 'typed later'])(
    'takes typed text and every key in a line that is asked for (%s)',
    async (when) => {
      const offered = {
        type: 'name-offered',
        template: 'component',
        title: 'Component',
        becomes: 'NAME.md',
        name: '',
        problem: null,
      } as const;
      const first = when === 'name-offered';
      const { stage, keys, until } = begin(80, 24, first ? (state) => state.act(offered) : undefined);
      if (!first) stage.act(offered);
      await until((text) => text.includes('what is it called?'));
      for (const key of ['h', 'é', 'l', 'lo', '\u0017', 'w', '\u001b[D', '한', '\u007f', '\u0005', 'z', '\u0001', 'a'])
        keys.send(key);
      await until((text) => text.includes('┃ awz'));
      keys.send('bc\u0005d');
      await until((text) => text === stage.screen() && text.includes('┃ abcwzd'));
    },
  );

  it('searches as one types', async () => {
    const { keys, until } = begin(80, 24);
    keys.send('\u001b');
    await until((text) => text.includes('n next gap'));
    keys.send('/');
    await until((text) => text.includes('Find:'));
    keys.send('withstand');
    await until((text) => text.includes('Find: withstand') && text.includes('How much growth'));
    keys.send('\r');
    await until((text) => text.includes('How much growth must it withstand?') && !text.includes('Find:'));
  });

  it('takes a search, its end and what follows from one read', async () => {
    const { keys, until } = begin(80, 24);
    keys.send('\u001b');
    await until((text) => text.includes('n next gap'));
    keys.send('/withstand\r');
    await until((text) => text.includes('How much growth must it withstand?') && !text.includes('Find:'));
  });
});
