import { cleanPaste } from '../text/printable.ts';
import type { KeyTable, TextPress } from './key.ts';
import {
  eraseBack,
  eraseForward,
  insert,
  kill,
  lineEnd,
  lineStart,
  moveRows,
  moveTo,
  rowEnd,
  rowStart,
  stopAfter,
  stopBefore,
  type TextBuffer,
  wordEnd,
  wordStart,
} from './text-buffer.ts';

/** What can be done in any text, by name. */
export type TextAct = keyof typeof ACTS;

type Edit = (buffer: TextBuffer, width: number) => TextBuffer | null;

const ACTS = {
  left: (b) => (b.at > 0 ? moveTo(b, stopBefore(b.text, b.at)) : null),
  right: (b) => (b.at < b.text.length ? moveTo(b, stopAfter(b.text, b.at)) : null),
  up: (b, width) => moveRows(b, -1, width),
  down: (b, width) => moveRows(b, 1, width),
  'page-up': (b, width) => moveRows(b, -10, width),
  'page-down': (b, width) => moveRows(b, 10, width),
  'word-left': (b) => moveTo(b, wordStart(b.text, b.at)),
  'word-right': (b) => moveTo(b, wordEnd(b.text, b.at)),
  home: (b, width) => moveTo(b, rowStart(b, width)),
  end: (b, width) => moveTo(b, rowEnd(b, width)),
  top: (b) => moveTo(b, 0),
  bottom: (b) => moveTo(b, b.text.length),
  'erase-back': (b) => (b.at > 0 ? eraseBack(b) : null),
  'erase-forward': (b) => (b.at < b.text.length ? eraseForward(b) : null),
  'kill-word-back': (b) => kill(b, { start: wordStart(b.text, b.at), end: b.at }),
  'kill-word': (b) => kill(b, { start: b.at, end: wordEnd(b.text, b.at) }),
  'kill-to-start': (b) => kill(b, { start: lineStart(b.text, b.at), end: b.at }),
  'kill-to-end': (b) => {
    const end = lineEnd(b.text, b.at);
    if (b.at === b.text.length) return null;
    return kill(b, { start: b.at, end: end === b.at ? end + 1 : end });
  },
  yank: (b) => insert(b, b.killed),
} satisfies Record<string, Edit>;

/** The keys of any text, as terminals, Emacs and readline have them. */
export const TEXT_KEYS: KeyTable<TextAct> = [
  { keys: ['left', 'ctrl+b'], act: 'left', label: 'a character back' },
  { keys: ['right', 'ctrl+f'], act: 'right', label: 'a character on' },
  { keys: ['up', 'ctrl+p', 'wheelup'], act: 'up', label: 'a row up' },
  { keys: ['down', 'ctrl+n', 'wheeldown'], act: 'down', label: 'a row down' },
  { keys: ['pageup'], act: 'page-up', label: 'ten rows up' },
  { keys: ['pagedown'], act: 'page-down', label: 'ten rows down' },
  { keys: ['ctrl+left', 'alt+left', 'alt+b'], act: 'word-left', label: 'a word back' },
  { keys: ['ctrl+right', 'alt+right', 'alt+f'], act: 'word-right', label: 'a word on' },
  { keys: ['home', 'ctrl+a'], act: 'home', label: 'start of the row, then of the line' },
  { keys: ['end', 'ctrl+e'], act: 'end', label: 'end of the row, then of the line' },
  { keys: ['ctrl+home', 'alt+<'], act: 'top', label: 'start of the text' },
  { keys: ['ctrl+end', 'alt+>'], act: 'bottom', label: 'end of the text' },
  { keys: ['backspace'], act: 'erase-back', label: 'erase back' },
  { keys: ['delete', 'ctrl+d'], act: 'erase-forward', label: 'erase forward' },
  { keys: ['ctrl+w', 'alt+backspace'], act: 'kill-word-back', label: 'cut the word before' },
  { keys: ['alt+d', 'ctrl+delete'], act: 'kill-word', label: 'cut the word after' },
  { keys: ['ctrl+u'], act: 'kill-to-start', label: 'cut to the start of the line' },
  { keys: ['ctrl+k'], act: 'kill-to-end', label: 'cut to the end of the line' },
  { keys: ['ctrl+y'], act: 'yank', label: 'put back what was cut' },
];

/** What a text takes: rows as wide as `width` cells; `lines` is false if it takes no newline. */
interface TextRoom {
  width: number;
  lines: boolean;
}

/** Blanks at the ends stay: the rest of a paste may follow. */
function onOneRow(text: string): string {
  const breaks = /[\n\t]/;
  const [before = ''] = /^\s*/.exec(text) ?? [];
  const inner = text.trim();
  const after = inner === '' ? '' : text.slice(before.length + inner.length);
  return (
    (breaks.test(before) ? '' : before) +
    inner.replace(/\s*[\n\t]\s*/g, ' ') +
    (breaks.test(after) ? '' : after)
  );
}

/** The buffer after typed text, a paste or an act; null if it did nothing here (a move at the edge). */
export function editText(
  buffer: TextBuffer,
  press: TextPress | TextAct,
  { width, lines }: TextRoom,
): TextBuffer | null {
  if (typeof press === 'string') return (ACTS as Record<TextAct, Edit>)[press](buffer, width);
  if (press.kind === 'text') return insert(buffer, press.text);
  const text = cleanPaste(press.text);
  return insert(buffer, lines ? text : onOneRow(text));
}
