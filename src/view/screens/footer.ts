import { hintsOf } from '../../wizard/layers.ts';
import type { WizardState } from '../../wizard/state.ts';
import { hintRow } from '../hints.ts';
import { type Row, rowWidth, span } from '../paint.ts';
import { atMost, type Pane, stacked, still, wrapped } from '../pane.ts';
import { promptPane } from '../prompt.ts';

/** The rows at the bottom: a line, in which what just happened stands, and the keys that work now or what is looked for. */
export function footer(state: WizardState): Pane {
  const { columns, rows } = state.size;
  const { notice } = state;
  const line: Row = [{ text: '─'.repeat(columns), tone: 'dim' }];
  const tone = notice ? { plain: 'plain', good: 'good', bad: 'bad' }[notice.tone] : 'plain';
  const noticeRows = notice
    ? atMost(wrapped(notice.text, columns - 4, tone as 'plain'), rows < 20 ? 1 : 3)
    : [];
  const [only] = noticeRows;
  const { overlay } = state;
  const searched = overlay?.kind === 'help' || overlay?.kind === 'show' ? overlay.reader.line : null;
  const last: Pane = searched
    ? promptPane([span(' /', 'accent')], searched, columns)
    : still([hintRow(hintsOf(state), columns, state.preferences)]);
  if (only && noticeRows.length === 1) {
    const rest = Math.max(0, columns - rowWidth(only) - 3);
    const ruled: Row = [{ text: '─ ', tone: 'dim' }, ...only, { text: ` ${'─'.repeat(rest)}`, tone: 'dim' }];
    return stacked(still([ruled]), last);
  }
  return stacked(
    still([...noticeRows.map((row): Row => [{ text: '  ', tone: 'plain' }, ...row]), line]),
    last,
  );
}
