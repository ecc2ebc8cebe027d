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
