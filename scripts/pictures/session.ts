import { startTerminal, type TestTerminal } from '../../test/terminal/terminal.ts';
import type { ThemeName } from './palette.ts';
import { environment } from './scenes.ts';
import { type Screen, screenOf } from './screen.ts';

/** A screen and how long it is shown, in milliseconds. */
export interface Frame {
  screen: Screen;
  time: number;
  /** Whether a step ends with it. The picture's description has only these frames. */
  ends: boolean;
}

const SIZE = { cols: 88, rows: 24 };
/** How long a screen is shown for reading, and after a few typed letters. */
const READING = 1500;
const KEY = 450;
const TYPING = 90;

/**
 * Plays `spec-wizard demo` from the first question to the check of the finished spec. `letters` are typed from one
 * frame to the next; two look like typing.
 */
export async function playSession(theme: ThemeName, letters = 2): Promise<Frame[]> {
  const terminal = startTerminal({ args: ['demo'], ...SIZE, env: environment(theme) });
  const recorder = new Recorder(terminal, letters);
  await recorder.until('What is decided?', READING * 1.6);
  await recorder.press('enter');
  await recorder.until('Where does the decision stand?', READING);
  await recorder.press('down', '▸ Accepted');
  await recorder.press('enter');
  await recorder.until('On which day?', READING);
  await recorder.press('enter');
  await recorder.until('What forces a decision', READING);
  await recorder.type('Two queues lose the order of jobs that belong together.');
  await recorder.press('tab');
  await recorder.until('Which options did you consider?', READING);
  await recorder.row(['One queue', 'Order is kept', 'One more service']);
  await recorder.press('enter');
  await recorder.row(['Two queues', 'No change', 'Totals stay wrong']);
  await recorder.press('tab');
  await recorder.until('What follows from it?', READING);
  await recorder.type('Jobs of one customer stay in order');
  await recorder.press('tab');
  await recorder.until('Nothing is left.', READING * 2);
  await recorder.press('c', 'Remove the template');
  await recorder.press('enter', 'guidance was removed');
  await recorder.press('enter');
  await terminal.exit;
  await recorder.until('the demo; its folder is removed', READING * 4);
  return recorder.frames;
}

class Recorder {
  readonly frames: Frame[] = [];
  readonly #terminal: TestTerminal;
  readonly #letters: number;

  constructor(terminal: TestTerminal, letters: number) {
    this.#terminal = terminal;
    this.#letters = letters;
  }

  /** Waits for a text, and records the screen. */
  async until(text: string, time: number): Promise<void> {
    await this.#terminal.waitFor(text);
    if (!text.includes('folder is removed')) await this.#terminal.waitFor(/\d% {2}(?:saved|typing)/);
    await this.#show(time, true);
  }

  /** Presses a key and records the screen once a text is there. */
  async press(key: string, text?: string): Promise<void> {
    this.#terminal.press(key);
    if (text !== undefined) await this.until(text, KEY * 2);
  }

  /** Types a text, a few letters for each frame. */
  async type(text: string): Promise<void> {
    const letters = this.#letters;
    for (let end = letters; end < text.length + letters; end += letters) {
      this.#terminal.type(text.slice(end - letters, end));
      const typed = text.slice(0, end).trimEnd();
      await this.#terminal.waitFor(typed);
      await this.#show(TYPING, false);
    }
    await this.#show(KEY, true);
  }

  /** Types the cells of a row. */
  async row(cells: readonly string[]): Promise<void> {
    for (const [index, cell] of cells.entries()) {
      if (index > 0) this.#terminal.press('tab');
      await this.type(cell);
    }
  }

  async #show(time: number, ends: boolean): Promise<void> {
    await this.#terminal.still();
    const screen = screenOf(this.#terminal, SIZE.cols, SIZE.rows);
    const last = this.frames.at(-1);
    if (last && JSON.stringify(last.screen) === JSON.stringify(screen)) {
      last.time += time;
      last.ends ||= ends;
    } else this.frames.push({ screen, time, ends });
  }
}
