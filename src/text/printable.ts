import { UnicodePattern } from './unicode.ts';

/** Text that is safe without a further check: newlines, ASCII, Latin letters, punctuation, arrows, boxes and signs. */
const PLAIN = /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u2bff]*$/;

/**
 * Where an invisible character affects what is seen: the character before it, itself, the one after it. The one before
 * is matched by a lookbehind, because V8 14.6 (Node 26) misses characters above U+FFFF in a class before `$`.
 */
const contextsOfNeeded = (): readonly [before: RegExp, self: RegExp, after: RegExp][] => [
  // Joined emoji: 👩‍💻
  [/(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)$/u, /\u200d/, /^\p{Extended_Pictographic}/u],
  // Joiners and non-joiners of scripts that use them; between Latin letters they only hide.
  [
    /(?<=(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Default_Ignorable_Code_Point}])[\p{L}\p{M}])$/u,
    /[\u200c\u200d]/,
    /^(?![\p{Script=Latin}\p{Default_Ignorable_Code_Point}])\p{L}/u,
  ],
  // One variation selector after a visible character.
  [/(?<=[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}])$/u, /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u, /^/],
  // The letters of a regional flag: 🏴󠁧󠁢󠁥󠁮󠁧󠁿
  [/(?<=\u{1f3f4}[\u{e0061}-\u{e007a}]{0,6})$/u, /[\u{e0061}-\u{e007a}]/u, /^[\u{e0061}-\u{e007a}]{0,6}\u{e007f}/u],
  [/(?<=\u{1f3f4}[\u{e0061}-\u{e007a}]{1,7})$/u, /\u{e007f}/u, /^/],
];

/** The longest context that these examine, in UTF-16 code units. */
const CONTEXT = 20;

/**
 * Untrusted text made safe for a terminal: whatever would move the cursor, set a colour, reorder the line or hide
 * becomes a visible sign (`␛`, `⟦U+202E⟧`). Newlines stay (CRLF becomes one), a tab becomes four spaces (a caller that
 * knows the column expands tabs first), joiners and selectors stay where emoji and scripts need them. Idempotent; one
 * code unit becomes at most eight.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  // Characters that a terminal acts on, reorders by, or does not show: controls, invisible ones, lone surrogates. Most
  // runs need none of these expressions, which take long to create.
  return text.replace(
    /\r\n|[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu,
    (found, offset: number) => {
      if (found === '\n' || found === '\r\n') return '\n';
      if (found === '\t') return '    ';
      const before = text.slice(Math.max(0, offset - CONTEXT), offset);
      const after = text.slice(offset + found.length, offset + found.length + CONTEXT);
      if (contextsOfNeeded().some(([b, self, a]) => self.test(found) && b.test(before) && a.test(after))) return found;
      return shown(found);
    },
  );
}

/** Like `printable`, on one line. File names may contain line breaks; each becomes a visible sign. */
export function printableName(name: string): string {
  return printable(name.replace(/\r\n|[\n\t]/g, (found) => (found === '\t' ? '␉' : '␤')));
}

/**
 * Lines made safe for the log of a CI server, which takes some for commands: `::name` at the beginning of a line,
 * `##[name` anywhere (GitHub), `##vso[` and `##teamcity[` (Azure, TeamCity). The first sign of each becomes a visible
 * one.
 */
export function withoutLogCommands(lines: string): string {
  return lines.replace(/^(\s*)::/gm, '$1⟦U+003A⟧:').replace(/#(?=#(?:vso|teamcity)?\[)/g, '⟦U+0023⟧');
}

/** The visible sign that replaces an unsafe character. */
function shown(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
}

/**
 * A text on one line: each run of blanks with a line break becomes one space; other blanks stay. Linear, unlike a
 * pattern for blanks before a line break.
 */
export function onOneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? ' ' : blanks)) : text;
}

/** Pasted text for a document: line ends as `\n`, without other controls than tabs. */
export function cleanPaste(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
}

/** Characters that JSON leaves raw and a terminal acts on, reorders by or hides, and `##[`, a command for GitHub. */
const UNSAFE_IN_JSON = /(?<=##)\[|[\x7f-\x9f\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;

/**
 * A value as JSON that is safe to print: like JSON.stringify, but with every control, direction mark and invisible
 * character as `\uXXXX`, so that parsing it returns the same value. `indent` is the number of spaces.
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE_IN_JSON, (found) =>
    Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
}

const SHELL_WORD = new UnicodePattern(String.raw`^[\p{L}\p{N}_./:@%+,=-]+$`);

/** A word for a POSIX shell: in single quotes if it has special characters. */
export function shellWord(word: string): string {
  return SHELL_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** ASCII replacements for the program's signs, and common ones, each of one cell. */
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

/** A text with ASCII instead of the program's signs, equally wide; other letters stay. */
export function asciiText(text: string): string {
  return text.replace(SIGNS, (sign) => ASCII[sign] ?? '+');
}
