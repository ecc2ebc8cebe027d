import type { Html } from '../blocks.ts';
import type { OpenLeaf } from './leaf.ts';
import { type Line, trimEnd } from './line.ts';

const RAW = new Set(['pre', 'script', 'style', 'textarea']);

const BLOCK = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
);

/**
 * The HTML block (CommonMark 4.6) that the rest of a line opens, or null. `complete`: whether a complete tag alone on
 * its line may start one (condition 7), which cannot interrupt a paragraph.
 */
export function openHtml(line: Line, complete: boolean): OpenLeaf | null {
  const condition = startCondition(line, complete);
  if (condition === null) return null;
  const block: Html = { kind: 'html', condition, lines: [line.rest], ...line.rest };
  let kept = 1;
  const skipped = condition === 2 ? 2 : condition === 3 ? 1 : 0;
  const leaf: OpenLeaf = {
    kind: 'html',
    concrete: true,
    done: ends(line, line.first + skipped, condition),
    firstLine: line.number,
    lastLine: line.number,
    take(next) {
      if (next.blank && condition >= 6) return false;
      leaf.lastLine = next.number;
      block.lines.push(next.withIndent());
      if (!next.blank) {
        kept = block.lines.length;
        block.end = next.end;
      }
      leaf.done = ends(next, next.at, condition);
      return true;
    },
    close() {
      block.lines.length = kept;
      return [block];
    },
  };
  return leaf;
}

function startCondition(line: Line, complete: boolean): Html['condition'] | null {
  const { text, first, end } = line;
  if (line.code !== 60) return null;
  const sign = text.charCodeAt(first + 1);
  if (first + 1 < end && sign === 63) return 3;
  if (first + 1 < end && sign === 33) {
    if (first + 4 <= end && text.startsWith('<!--', first)) return 2;
    if (first + 9 <= end && text.startsWith('<![CDATA[', first)) return 5;
    return first + 2 < end && /[A-Za-z]/.test(text[first + 2]!) ? 4 : null;
  }
  const head = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)(\/?>|[ \t]|$)/.exec(text.slice(first, Math.min(end, first + 40)));
  if (head && (head[3] !== '' || first + head[0].length === end)) {
    const name = head[2]!.toLowerCase();
    if (head[1] === '' && head[3] !== '/>' && RAW.has(name)) return 1;
    if (BLOCK.has(name)) return 6;
  }
  if (!complete) return null;
  const close = htmlTagEnd(text, first, end, 'line');
  return close >= 0 && trimEnd(text, { start: close, end }) === close ? 7 : null;
}

function ends(line: Line, from: number, condition: Html['condition']): boolean {
  if (condition >= 6) return false;
  const rest = line.text.slice(from, line.end);
  if (condition === 1) return /<\/(?:pre|script|style|textarea)>/i.test(rest);
  return rest.includes(condition === 2 ? '-->' : condition === 3 ? '?>' : condition === 4 ? '>' : ']]>');
}

/** The space between the parts of a tag: `line` stays on one line, `text` may contain a line end. */
type TagSpace = 'line' | 'text';

/**
 * The end of the complete open or closing tag (CommonMark 6.6) that starts with the `<` at `at`, or -1. As in remark's
 * HTML blocks, an unquoted attribute value on one line ends before a `/`. Linear.
 */
export function htmlTagEnd(text: string, at: number, end: number, space: TagSpace): number {
  const code = (offset: number) => (offset < end ? text.charCodeAt(offset) : -1);
  const skip = (offset: number) => {
    let to = offset;
    while (to < end && isBetween(code(to), space)) to++;
    return to;
  };
  let next = at + 1;
  const closing = code(next) === 47;
  if (closing) next++;
  if (!isLetter(code(next))) return -1;
  while (isLetter(code(next)) || isDigit(code(next)) || code(next) === 45) next++;
  if (closing) {
    next = skip(next);
    return code(next) === 62 ? next + 1 : -1;
  }
  for (;;) {
    const name = skip(next);
    if (code(name) === 62) return name + 1;
    if (code(name) === 47) return code(name + 1) === 62 ? name + 2 : -1;
    if (name === next || !isNameStart(code(name))) return -1;
    next = name + 1;
    while (isNameRest(code(next))) next++;
    const equals = skip(next);
    if (code(equals) !== 61) continue;
    const value = skip(equals + 1);
    const quote = code(value);
    if (quote === 34 || quote === 39) {
      next = value + 1;
      while (next < end && code(next) !== quote) {
        if (space === 'line' && (code(next) === 10 || code(next) === 13)) return -1;
        next++;
      }
      if (next === end) return -1;
      next++;
    } else {
      next = value;
      while (next < end && isUnquoted(code(next), space)) next++;
      if (next === value) return -1;
    }
  }
}

function isBetween(code: number, space: TagSpace): boolean {
  return code === 32 || code === 9 || (space === 'text' && (code === 10 || code === 13));
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isNameStart(code: number): boolean {
  return isLetter(code) || code === 95 || code === 58;
}

function isNameRest(code: number): boolean {
  return isNameStart(code) || isDigit(code) || code === 46 || code === 45;
}

function isUnquoted(code: number, space: TagSpace): boolean {
  if (code === 47) return space === 'text';
  return !(
    isBetween(code, 'text') ||
    code === 34 ||
    code === 39 ||
    code === 60 ||
    code === 61 ||
    code === 62 ||
    code === 96
  );
}
