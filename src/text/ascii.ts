/** What stands for a sign of ours, or a common one, where only ASCII can be shown: one cell for one cell. */
const ASCII: Readonly<Record<string, string>> = {
  '●': '*',
  '◐': '%',
  '○': 'o',
  '–': '-',
  '—': '-',
  '▸': '>',
  '┃': '|',
  '│': '|',
  '┊': ':',
  '─': '-',
  '┄': '-',
  '━': '-',
  '═': '=',
  '█': '#',
  '░': '.',
  '…': '~',
  '›': '>',
  '‹': '<',
  '•': '-',
  '·': '.',
  '↵': '<',
  '↑': '^',
  '↓': 'v',
  '←': '<',
  '→': '>',
  '↳': '>',
  '×': 'x',
  '✔': 'x',
  '⚠': '!',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '☐': '-',
  '☑': 'x',
};
const SIGNS = new RegExp(`[${Object.keys(ASCII).join('')}\u2500-\u257f]`, 'g');

/** A text with ASCII in place of the signs that we draw with, as wide as before; other letters stay. */
export function asciiText(text: string): string {
  return text.replace(SIGNS, (sign) => ASCII[sign] ?? '+');
}
