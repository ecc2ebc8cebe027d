import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import '../../src/host/with-resolvers.ts';
import { themeOf } from '../../src/render/theme.ts';
import { App } from '../../src/view/app.tsx';
import { renderFullScreen } from '../../src/view/full-screen.ts';
import { PALETTES } from '../../src/view/paint.ts';
import { Stage, templateOf } from './stage.ts';

/** A terminal's keyboard for Ink. */
export class Keys extends EventEmitter {
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
export class TestScreen extends EventEmitter {
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

/** The wizard in Ink, with keys to send and the screen of an emulator. */
export function startApp(
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
  /** The text of the screen once it holds. Throws an error with the text when it does not come in a minute. */
  const until = async (holds: (text: string) => boolean): Promise<string> => {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      const text = await screen.text();
      if (holds(text)) return text;
      await new Promise((later) => setTimeout(later, 5));
    }
    throw new Error(`never came; the screen:\n${await screen.text()}`);
  };
  return { stage, keys, screen, until, end: () => app.unmount() };
}
