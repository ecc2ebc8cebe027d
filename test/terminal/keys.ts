const NAMED: Readonly<Record<string, string>> = {
  enter: '\r',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  escape: '\x1b',
  'alt+enter': '\x1b\r',
  backspace: '\x7f',
  delete: '\x1b[3~',
  space: ' ',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  'page up': '\x1b[5~',
  'page down': '\x1b[6~',
  wheelup: '\x1b[<64;5;5M',
  wheeldown: '\x1b[<65;5;5M',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  'ctrl+left': '\x1b[1;5D',
  'ctrl+right': '\x1b[1;5C',
  'ctrl+home': '\x1b[1;5H',
  'ctrl+end': '\x1b[1;5F',
  'ctrl+delete': '\x1b[3;5~',
  'alt+up': '\x1b[1;3A',
  'alt+down': '\x1b[1;3B',
  'alt+left': '\x1b[1;3D',
  'alt+right': '\x1b[1;3C',
  'alt+backspace': '\x1b\x7f',
  'ctrl+/': '\x1f',
};

/** What a terminal sends for a key: a name of the table above, `ctrl+x`, `alt+x` or a single character. */
export function keyBytes(key: string): string {
  const named = NAMED[key];
  if (named !== undefined) return named;
  const [, chord, letter = ''] = /^(?:(ctrl|alt)\+)?(.)$/u.exec(key) ?? [];
  if (letter === '') throw new Error(`no key is called ${key}`);
  if (chord === 'ctrl') return String.fromCharCode(letter.charCodeAt(0) & 31);
  return chord === 'alt' ? `\x1b${letter}` : letter;
}
