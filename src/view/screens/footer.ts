import { keysNow } from '../../wizard/keys-now.ts';
import type { WizardState } from '../../wizard/state.ts';
import { hintRow } from '../hints.ts';
import { type Row, rowWidth } from '../paint.ts';
import { atMost, wrapped } from '../wrap.ts';

/** The rows at the bottom: a line, in which what just happened stands, and the keys that work now. */
export function footer(state: WizardState): Row[] {
  const { columns, rows } = state.size;
  const { notice } = state;
  const line: Row = [{ text: '─'.repeat(columns), tone: 'dim' }];
  const tone = notice ? { plain: 'plain', good: 'good', bad: 'bad' }[notice.tone] : 'plain';
  const said = notice ? atMost(wrapped(notice.text, columns - 4, tone as 'plain'), rows < 20 ? 1 : 3) : [];
  const [only] = said;
  const hints = hintRow(keysNow(state), columns);
  if (only && said.length === 1) {
    const rest = Math.max(0, columns - rowWidth(only) - 3);
    return [[{ text: '─ ', tone: 'dim' }, ...only, { text: ` ${'─'.repeat(rest)}`, tone: 'dim' }], hints];
  }
  return [
    ...(said.length > 0 ? said.map((row): Row => [{ text: '  ', tone: 'plain' }, ...row]) : []),
    line,
    hints,
  ];
}
