import { slotAt } from '../../interview/questions.ts';
import { shownChord } from '../../wizard/key.ts';
import { keyGroups } from '../../wizard/keys-now.ts';
import { hitsOf } from '../../wizard/overlays/find.ts';
import type { Ask, Choose, Find, Help, Show, ShownLine } from '../../wizard/overlays/overlay.ts';
import type { WizardState } from '../../wizard/state.ts';
import { isWalking, readingOf } from '../../wizard/update-result.ts';
import { textField } from '../fields/text-fields.ts';
import { fit, type Row, span } from '../paint.ts';
import { hiddenMark, type Pane, stacked, still, windowed } from '../pane.ts';
import { markdownRows, titlePath, wrapped } from '../wrap.ts';

const TONES = { plain: 'plain', dim: 'dim', bold: 'bold', added: 'good', removed: 'bad' } as const;

/** A line to be read as a row. */
export function shownRow(line: ShownLine): Row {
  return [span(` ${line.text}`, TONES[line.tone])];
}

/** Every key of where the hand is, and all that helps with the question. */
export function helpScreen(state: WizardState, overlay: Help, height: number): Pane {
  const { columns } = state.size;
  const rows: Row[] = [...questionHelp(state, columns - 4)];
  for (const { title, keys } of keyGroups({ ...state, overlay: null })) {
    rows.push([span(` ${title}`, 'bold')]);
    for (const { keys: chords, label } of keys) {
      if (label === '') continue;
      rows.push([
        ...fit([span(`   ${chords.map(shownChord).join('  ')}`, 'accent')], 24),
        ...wrapped(label, Math.max(8, columns - 26), 'plain').flat(),
      ]);
    }
    rows.push([]);
  }
  return page([span(' Help', 'bold')], rows, overlay.scroll, height);
}

function questionHelp(state: WizardState, width: number): Row[] {
  if (!isWalking(state) || state.screen !== 'walk') return [];
  const slot = slotAt(readingOf(state), state.walk.id);
  if (!slot) return [];
  const part = (title: string, text: string): Row[] => {
    const rows = markdownRows(text, width, 'plain', '   ');
    return rows.length > 0 ? [[span(` ${title}`, 'bold')], ...rows, []] : [];
  };
  const { ask, help, guidance, example } = slot.slot;
  return [...part(ask, help), ...part('The template says', guidance), ...part('An example', example)];
}

/** Lines to be read. */
export function showScreen(overlay: Show, columns: number, height: number): Pane {
  const rows = overlay.lines.flatMap((line): Row[] => {
    if (line.text === '') return [[]];
    return wrapped(line.text, columns - 3, TONES[line.tone], ' ');
  });
  return page([span(` ${overlay.title}`, 'bold')], rows, overlay.scroll, height);
}

/** A title that stays, and the page of rows below it. */
function page(title: Row, rows: readonly Row[], scroll: number, height: number): Pane {
  const room = height - 2;
  const top = Math.max(0, Math.min(scroll, rows.length - room));
  const shown = rows.slice(top, top + room);
  const below = rows.length - top - room;
  const place: Row =
    rows.length > room
      ? [span(`   ${top + 1}–${Math.min(rows.length, top + room)} of ${rows.length}`, 'dim')]
      : [];
  if (below > 0) shown[shown.length - 1] = hiddenMark('↓', below + 1);
  return still([[...title, ...place], [], ...shown]);
}

/** The search line is the view's own; this is what it found. */
export function findScreen(state: WizardState, overlay: Find, height: number): Pane {
  const hits = hitsOf(state, overlay.query);
  const rows = hits.map(({ sign, title, detail }, index): Row => {
    const here = index === overlay.at;
    const width = Math.min(44, Math.floor(state.size.columns * 0.45));
    const name = fit([span(titlePath(title, width), here ? 'strong' : 'plain')], width);
    return [
      { text: here ? ' ▸ ' : '   ', tone: 'accent' },
      span(`${sign} `, 'dim'),
      ...name,
      span(`  ${detail}`, 'dim'),
    ];
  });
  const none: Row[] = rows.length === 0 ? [[span('   nothing holds these words', 'dim')]] : [];
  return stacked(still([[], []]), windowed(still([...rows, ...none]), height - 2, overlay.at, hiddenMark));
}

/** The sheet at the bottom that asks for a line. */
export function askSheet(overlay: Ask, columns: number, today: string): Pane {
  const { field } = overlay;
  const room = { width: Math.max(8, columns - 8), active: true, ghost: '', today };
  const input = field.now.kind === 'line' ? textField(field.now, room) : still([]);
  const margin = {
    rows: input.rows.map((row): Row => [span(' '), ...row]),
    cursor: input.cursor && { ...input.cursor, column: input.cursor.column + 1 },
  };
  return stacked(
    still([
      [{ text: '─'.repeat(columns), tone: 'dim' }],
      ...wrapped(overlay.title, columns - 2, 'bold', ' '),
      ...wrapped(overlay.help, columns - 2, 'dim', ' '),
    ]),
    margin,
    still(overlay.problem ? wrapped(overlay.problem, columns - 2, 'bad', ' ') : [[]]),
  );
}

/** The sheet at the bottom that offers a few ways on. */
export function chooseSheet(overlay: Choose, columns: number): Pane {
  const ways = overlay.options.map(({ key, label }, index): Row => {
    const here = index === overlay.at;
    return [
      { text: here ? ' ▸ ' : '   ', tone: 'accent' },
      span(key, 'accent'),
      span(`${key === '' ? '' : '  '}${label}`, here ? 'strong' : 'plain'),
    ];
  });
  return still([
    [{ text: '─'.repeat(columns), tone: 'dim' }],
    ...wrapped(overlay.title, columns - 2, 'bold', ' '),
    ...overlay.lines.flatMap((line) => wrapped(line, columns - 2, 'dim', ' ')),
    [],
    ...ways,
  ]);
}
