import { isWalking } from '../wizard/action.ts';
import { hintsOf } from '../wizard/layers.ts';
import { isCramped } from '../wizard/layout.ts';
import type { WizardState } from '../wizard/state.ts';
import { hintRow, promptPane } from './fields/text-fields.ts';
import { pagerFrame } from './pager/screen.ts';
import { fit, type Row, rowWidth, rule, type ScreenTheme, span } from './paint.ts';
import { atMost, cramped, type Frame, type Pane, stacked, withoutCursor, wrapped } from './pane.ts';
import { homeScreen } from './screens/home.ts';
import { askSheet, chooseSheet, findScreen, readScreen } from './screens/overlays.ts';
import { endScreen, reviewScreen } from './screens/review.ts';
import { walkScreen } from './screens/walk.ts';

/** The frame of a state. Pure: the same state gives the same frame. */
export function frameOf(state: WizardState, theme: ScreenTheme): Frame {
  const { columns, rows } = state.size;
  if (isCramped(state)) return cramped(state);
  if (state.overlay?.kind === 'pager') return pagerFrame(state.overlay.pager, theme.theme);
  const foot = footer(state);
  const height = rows - foot.rows.length;
  const body = bodyOf(state, theme, height);
  const filled = Array.from({ length: height }, (_, index) => body.rows[index] ?? []);
  const shown = body.cursor && body.cursor.row >= height ? { ...body, cursor: null } : body;
  const pane = stacked({ ...shown, rows: filled }, foot);
  const { cursor } = pane;
  return {
    rows: pane.rows.map((row) => fit(row, columns)),
    cursor: cursor && { ...cursor, column: Math.min(cursor.column, columns - 1) },
    prompt: (cursor && pane.prompt) ?? null,
  };
}

function bodyOf(state: WizardState, theme: ScreenTheme, height: number): Pane {
  const { overlay } = state;
  const { columns } = state.size;
  switch (overlay?.kind) {
    case 'help':
    case 'show':
      return readScreen(state, overlay, height);
    case 'find':
      return findScreen(state, overlay, height);
    case 'ask':
      return sheet(screenOf(state, theme, height), askSheet(overlay, columns), height);
    case 'choose':
      return sheet(screenOf(state, theme, height), chooseSheet(overlay, columns), height);
    default:
      return screenOf(state, theme, height);
  }
}

function screenOf(state: WizardState, theme: ScreenTheme, height: number): Pane {
  if (!isWalking(state) || state.screen === 'home') return homeScreen(state, height);
  if (state.screen === 'review') return reviewScreen(state, height);
  if (state.screen === 'end') return endScreen(state, height);
  return walkScreen(state, theme, height);
}

/** A pane over the lower part of a screen. */
function sheet(below: Pane, over: Pane, height: number): Pane {
  const top = Math.max(0, height - over.rows.length);
  const rows = Array.from({ length: top }, (_, index) => below.rows[index] ?? []);
  return stacked(withoutCursor(rows), over);
}

/** The rows at the bottom: what just happened, and the active keys or the search term. */
function footer(state: WizardState): Pane {
  const { columns, rows } = state.size;
  const { notice } = state;
  const tone = notice ? { plain: 'plain', good: 'good', bad: 'bad' }[notice.tone] : 'plain';
  const noticeRows = notice ? atMost(wrapped(notice.text, columns - 4, tone as 'plain'), rows < 20 ? 1 : 3) : [];
  const [only] = noticeRows;
  const { overlay } = state;
  const searched = overlay?.kind === 'help' || overlay?.kind === 'show' ? overlay.reader.line : null;
  const last: Pane = searched
    ? promptPane([span(' /', 'accent')], searched, columns)
    : withoutCursor([hintRow(hintsOf(state), columns, state.preferences)]);
  if (only && noticeRows.length === 1) {
    const rest = Math.max(0, columns - rowWidth(only) - 3);
    const ruled: Row = [{ text: '─ ', tone: 'dim' }, ...only, { text: ` ${'─'.repeat(rest)}`, tone: 'dim' }];
    return stacked(withoutCursor([ruled]), last);
  }
  return stacked(
    withoutCursor([...noticeRows.map((row): Row => [{ text: '  ', tone: 'plain' }, ...row]), rule(columns)]),
    last,
  );
}
