import type { Html } from '../blocks.ts';
import { htmlTagEnd } from './html-tag.ts';
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
 * The HTML block (CommonMark 4.6) that what is left of a line opens, or null. `complete` says whether a complete tag
 * alone on its line may start one (condition 7), which cannot interrupt a paragraph.
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
  const head = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)(\/?>|[ \t]|$)/.exec(
    text.slice(first, Math.min(end, first + 40)),
  );
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
