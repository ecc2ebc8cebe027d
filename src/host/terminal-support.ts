import type { Io, Output } from './io.ts';
import type { Environment } from './state-folder.ts';

/** Whether text for `stream` may be coloured: by FORCE_COLOR if set; else NO_COLOR, TERM=dumb and pipes forbid it. */
export function wantsColour(stream: Output, env: Io['env']): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return !env.NO_COLOR && env.TERM !== 'dumb' && stream.isTTY === true;
}

/** The values of TERM_PROGRAM of programs that support OSC 8 links. */
const KNOWN = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio', 'WarpTerminal', 'mintty'];
/** Variables that only terminals with OSC 8 links set. */
const TELLING = ['WT_SESSION', 'KITTY_WINDOW_ID', 'KONSOLE_VERSION', 'DOMTERM', 'ALACRITTY_WINDOW_ID'];

/** Whether the terminal that the environment names supports OSC 8 hyperlinks; FORCE_HYPERLINK decides if it is set. */
export function knowsHyperlinks(env: Environment): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  if (env.TERM_PROGRAM !== undefined && KNOWN.includes(env.TERM_PROGRAM)) return true;
  if (TELLING.some((name) => env[name] !== undefined)) return true;
  // Some VTE terminals before 0.50 crash on a link.
  if (Number(env.VTE_VERSION ?? 0) > 5000) return true;
  return /^(?:xterm-kitty|foot|xterm-ghostty|alacritty|contour)/.test(env.TERM ?? '');
}

/**
 * Whether to draw with ASCII alone: in a Linux console, whose fonts lack most signs, and in a locale with another
 * character set than UTF-8.
 */
export function needsAscii(env: Io['env']): boolean {
  if (env.TERM === 'linux') return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale !== undefined && locale !== '' && !/utf-?8/i.test(locale) && /^(?:C|POSIX)$|\./.test(locale);
}

type Background = 'dark' | 'light';

/** How long to wait for a terminal's answer, in milliseconds. A terminal that answers does so at once. */
const PATIENCE = 300;

/** The background in COLORFGBG: `foreground;background`, of the 16 colours, of which 7 and 9 to 15 are light. */
export function backgroundFrom(colorFgBg: string | undefined): Background | null {
  const number = colorFgBg?.split(';').at(-1) ?? '';
  if (!/^\d{1,2}$/.test(number)) return null;
  return Number(number) === 7 || Number(number) >= 9 ? 'light' : 'dark';
}

/**
 * Asks the terminal for its background (OSC 11), followed by a query that every terminal answers (DA1), so that a
 * terminal without OSC 11 causes no wait. Keys pressed meanwhile are put back into `stdin`. Returns null if the
 * background is unknown.
 */
export function askBackground(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  patience = PATIENCE,
): Promise<Background | null> {
  return new Promise((resolve) => {
    let replies = '';
    const wasRaw = stdin.isRaw;
    const finish = () => {
      clearTimeout(timer);
      stdin.off('data', listen);
      stdin.pause();
      stdin.setRawMode(wasRaw);
      const rest = replies.replace(REPLIES, '');
      if (rest !== '') stdin.unshift(Buffer.from(rest, 'latin1'));
      resolve(backgroundIn(replies));
    };
    const listen = (data: Buffer | string) => {
      replies += typeof data === 'string' ? data : data.toString('latin1');
      if (/\x1b\[\?[\d;]*c/.test(replies)) finish();
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
function backgroundIn(replies: string): Background | null {
  const found = /\x1b\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(replies);
  if (!found) return null;
  const [red, green, blue] = found.slice(1).map((digits) => Number.parseInt(digits, 16) / (16 ** digits.length - 1));
  // Luma by ITU-R BT.601.
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! > 0.5 ? 'light' : 'dark';
}

/** Whether ACCESSIBLE asks for plain questions instead of a screen, as for screen readers. */
function wantsAccessible(env: Io['env']): boolean {
  return !['', '0', 'false', 'no'].includes((env.ACCESSIBLE ?? '').toLowerCase());
}

/** Whether a terminal cannot or should not get escape sequences. */
export function isPlainTerminal(env: Io['env']): boolean {
  return env.TERM === 'dumb' || wantsAccessible(env);
}
