import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import '../../src/host/with-resolvers.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { keysOnly } from '../../src/host/terminal-replies.ts';
import { themeOf } from '../../src/render/theme.ts';
import { App } from '../../src/view/app.tsx';
import { renderFullScreen } from '../../src/view/full-screen.ts';
import { PALETTES } from '../../src/view/paint.ts';
import { mousePress } from '../../src/view/presses.ts';
import { Screen } from '../../src/view/screen.tsx';
import { Machine } from '../../src/wizard/machine.ts';
import { TABLES } from '../../src/wizard/tables.ts';
import { keyBytes } from '../terminal/keys.ts';
import { randomOf } from '../wizard/monkey.ts';
import { Stage, TEMPLATES, templateOf } from './stage.ts';

/** A terminal's keyboard for Ink. */
class Keys extends EventEmitter {
  readonly isTTY = true;
  #waiting: string[] = [];
  setEncoding(): void {}
  setRawMode(): void {}
  resume(): void {}
  pause(): void {}
  ref(): void {}
  unref(): void {}
  read(): string | null {
    return this.#waiting.shift() ?? null;
  }
  send(bytes: string): void {
    this.#waiting.push(bytes);
    this.emit('readable');
  }
}

/** A terminal's screen for Ink, seen through an emulator. */
class TestScreen extends EventEmitter {
  readonly isTTY = true;
  readonly emulator: InstanceType<typeof xterm.Terminal>;
  columns: number;
  rows: number;
  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  }
  /** What was written since the last resize. */
  written = '';
  write(text: string): boolean {
    this.written += text;
    this.emulator.write(text);
    return true;
  }
  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.emulator.resize(columns, rows);
    this.written = '';
    this.emit('resize');
  }
  async text(): Promise<string> {
    await new Promise<void>((done) => this.emulator.write('', done));
    const { active } = this.emulator.buffer;
    return Array.from({ length: this.rows }, (_, row) =>
      active
        .getLine(active.viewportY + row)!
        .translateToString(true, 0, this.columns)
        .trimEnd(),
    ).join('\n');
  }
}

/** A share here; SOAK=1 (npm run soak) does all of it. STEPS, SEED and `-t TEMPLATE` repeat a part. */
const SOAK = process.env.SOAK === '1';
const STEPS = Number(process.env.STEPS ?? (SOAK ? 20_000 : 45));
const SEEDS = process.env.SEED ? [Number(process.env.SEED)] : SOAK ? [1, 2, 3, 4, 5] : [1];

/**
 * What is sent: typed text, a paste, moves, searches, acts on the document, everything that lies over the screen.
 * No emoji: the emulator takes some for one cell wide, and only the built program writes such rows whole.
 */
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

const running: (() => void)[] = [];
afterEach(() => {
  for (const end of running.splice(0)) end();
});

function begin(
  columns: number,
  rows: number,
  prepare: (stage: Stage) => void = () => {},
  template = 'technical-spec',
) {
  const stage = new Stage(columns, rows).open(templateOf(template));
  prepare(stage);
  const keys = new Keys();
  const screen = new TestScreen(columns, rows);
  const appearance = { palette: PALETTES.none, theme: themeOf('none') };
  const app = renderFullScreen(<App machine={stage.machine} theme={appearance} onStage={() => {}} />, {
    stdin: keys as unknown as NodeJS.ReadStream,
    stdout: screen as unknown as NodeJS.WriteStream,
  });
  running.push(() => app.unmount());
  const until = async (holds: (text: string) => boolean): Promise<string> => {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      const text = await screen.text();
      if (holds(text)) return text;
      await new Promise((later) => setTimeout(later, 10));
    }
    throw new Error(`never came; the screen:\n${await screen.text()}`);
  };
  return { stage, keys, screen, until };
}

describe('a key of any table', () => {
  const all = [...new Set(Object.values(TABLES).flatMap((table) => table.flatMap(({ keys }) => keys)))];

  it('reaches the program as a terminal sends it', async () => {
    const machine = new Machine(
      { size: { columns: 80, rows: 24 }, seen: [] as string[] },
      (state, key: string) => [{ ...state, seen: [...state.seen, key] }, []],
    );
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
        stdin: keysOnly(keys as unknown as NodeJS.ReadStream, ({ button }) => {
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

  it.each(TEMPLATES.flatMap(({ id }) => SEEDS.map((seed) => [id, seed] as const)))(
    'shows the very rows of its frame after any keys and resizes (%s, seed %i)',
    async (id, seed) => {
      const { stage, keys, screen, until } = begin(80, 24, () => {}, id);
      await until((text) => text === stage.screen());
      const random = randomOf(seed);
      const oneOf = <T,>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
      for (let step = 0; step < STEPS; step++) {
        const { columns, rows } = stage.machine.current().size;
        let did: string;
        if (random() < 0.3) {
          const by = oneOf([-20, -6, -1, 1, 5, 30]);
          const size = [
            Math.max(30, Math.min(200, columns + by)),
            Math.max(8, Math.min(60, oneOf([rows, rows, rows + 3, rows - 2]))),
          ] as const;
          did = `a resize to ${size.join(' × ')}`;
          screen.resize(size[0], size[1]);
          await until(() => screen.written !== '');
          expect(screen.written.replace(/^(?:\u001b\[\?\d+[hl])+/, '')).toMatch(/^\u001b\[H\u001b\[J/);
        } else {
          const key = oneOf(SENT);
          did = JSON.stringify(key);
          keys.send(key);
        }
        try {
          await until((text) => text === stage.screen() && stage.state.size.columns === screen.columns);
        } catch (cause) {
          throw new Error(
            `${id}, seed ${seed}, step ${step}, ${columns} × ${rows}, after ${did}; the frame:\n${stage.screen()}`,
            { cause },
          );
        }
      }
    },
    SOAK ? 7_200_000 : undefined,
  );

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
      for (const key of [
        'h',
        'é',
        'l',
        'lo',
        '\u0017',
        'w',
        '\u001b[D',
        '한',
        '\u007f',
        '\u0005',
        'z',
        '\u0001',
        'a',
      ])
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
    keys.send('wakes');
    await until((text) => text.includes('Find: wakes') && text.includes('at night'));
    keys.send('\r');
    await until((text) => text.includes('What wakes somebody at night?') && !text.includes('Find:'));
  });

  it('takes a search, its end and what follows from one read', async () => {
    const { keys, until } = begin(80, 24);
    keys.send('\u001b');
    await until((text) => text.includes('n next gap'));
    keys.send('/wakes\r');
    await until((text) => text.includes('What wakes somebody at night?') && !text.includes('Find:'));
  });
});
