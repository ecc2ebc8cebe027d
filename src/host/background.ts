/** Whether a terminal's background is dark or light. */
export type Background = 'dark' | 'light';

/** How long a terminal may take to answer, in milliseconds; those that answer at all do so at once. */
const PATIENCE = 300;

/** What COLORFGBG says: `foreground;background` as numbers of the 16 colours, of which 7 and 9 to 15 are light. */
export function backgroundFrom(said: string | undefined): Background | null {
  const number = said?.split(';').at(-1) ?? '';
  if (!/^\d{1,2}$/.test(number)) return null;
  return Number(number) === 7 || Number(number) >= 9 ? 'light' : 'dark';
}

/**
 * Asks the terminal for its background (OSC 11), with a question behind it that every terminal answers (DA1), so that
 * one without an answer costs no waiting. Keys that were pressed meanwhile are given back to `stdin`. Null where
 * nothing was said.
 */
export function askBackground(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  patience = PATIENCE,
): Promise<Background | null> {
  return new Promise((settle) => {
    let heard = '';
    const wasRaw = stdin.isRaw;
    const finish = () => {
      clearTimeout(timer);
      stdin.off('data', listen);
      stdin.pause();
      stdin.setRawMode(wasRaw);
      const rest = heard.replace(REPLIES, '');
      if (rest !== '') stdin.unshift(Buffer.from(rest, 'latin1'));
      settle(backgroundHeard(heard));
    };
    const listen = (data: Buffer | string) => {
      heard += typeof data === 'string' ? data : data.toString('latin1');
      if (/\x1b\[\?[\d;]*c/.test(heard)) finish();
    };
    const timer = setTimeout(finish, patience);
    stdin.setRawMode(true);
    stdin.on('data', listen);
    stdin.resume();
    stdout.write('\x1b]11;?\x1b\\\x1b[c');
  });
}

const REPLIES = /\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[\d;]*c/g;

/** The background in a terminal's answer, `rgb:rrrr/gggg/bbbb` with one to four digits each. */
function backgroundHeard(heard: string): Background | null {
  const found = /\x1b\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(heard);
  if (!found) return null;
  const [red, green, blue] = found
    .slice(1)
    .map((digits) => Number.parseInt(digits, 16) / (16 ** digits.length - 1));
  // Luma by ITU-R BT.601.
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! > 0.5 ? 'light' : 'dark';
}
