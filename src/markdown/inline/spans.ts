import type { Range } from '../../text/range.ts';
import { readAngle } from './angle.ts';
import { readBracket } from './bracket.ts';
import { codeSpans } from './code.ts';
import type { InlineSpan } from './span.ts';

/**
 * The code spans, links, images, autolinks, HTML tags and comments in raw inline text, by their start, an outer one
 * before those inside it (CommonMark 6). `[label]` and `[text][label]` are links only where `labels` holds the label as
 * `normalizeLabel` gives it. Linear.
 */
export function inlineSpans(text: string, range: Range, labels?: ReadonlySet<string>): InlineSpan[] {
  const spans: InlineSpan[] = [];
  if (!/[`<[]/.test(text.slice(range.start, range.end))) return spans;
  const { end } = range;
  const codeAt = codeSpans(text, range);
  const angleAt = readAngle(text, end);
  const brackets = readBracket(text, end, labels);
  for (let at = range.start; at < end; ) {
    let span: InlineSpan | null = null;
    switch (text[at]) {
      case '\\':
        at += at + 1 < end && /[!-/:-@[-`{-~]/.test(text[at + 1]!) ? 2 : 1;
        continue;
      case '`':
        span = codeAt(at);
        if (!span) {
          while (at < end && text[at] === '`') at++;
          continue;
        }
        break;
      case '<':
        span = angleAt(at);
        break;
      case '!':
        if (text[at + 1] === '[' && at + 1 < end) {
          brackets.open(at, true);
          at++;
        }
        break;
      case '[':
        brackets.open(at, false);
        break;
      case ']':
        span = brackets.close(at);
        break;
    }
    if (span) {
      spans.push(span);
      at = span.end;
    } else at++;
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}
