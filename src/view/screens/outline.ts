import { pathOf, questionsOf, slotAt } from '../../interview/questions.ts';
import { isGap, type Reading } from '../../judge/reading.ts';
import { type OutlineRow, outlineOf, rowOfSlot, type Sign } from '../../wizard/outline.ts';
import type { Walking } from '../../wizard/update-result.ts';
import { clickable, fit, type Row, type Span, span, spread, type Tone } from '../paint.ts';
import { hiddenMark, type Pane, still, titlePath, windowed } from '../pane.ts';
import { gapsText } from './header.ts';

const TONES: Readonly<Record<Sign, Tone>> = {
  '●': 'good',
  '◐': 'plain',
  '○': 'dim',
  '?': 'warn',
  '!': 'warn',
  '–': 'dim',
};

/** The outline at the left: every section with its sign, the upper ones with their meter; gaps left at its foot. */
export function outlinePane(state: Walking, reading: Reading, width: number, height: number): Pane {
  const rows = outlineOf(reading);
  const here = rowOfSlot(rows, state.walk.id);
  const active = state.walk.place === 'outline';
  const list = rows.map((row, index) => sectionRow(row, index === here, active, width));
  const foot = gapsText(reading.slots.filter(isGap).length).replace(/gaps?$/, '$& left');
  const legend = height >= 18 ? LEGEND_ROWS : [];
  const room = height - 2 - legend.length;
  const shown = windowed(still(list), room, Math.max(0, here), hiddenMark);
  const filler = Array.from({ length: Math.max(0, room + 1 - shown.rows.length) }, (): Row => []);
  const below = legend.map((text): Row => [span(` ${text}`, 'dim')]);
  return still([...shown.rows, ...filler, ...below, [span(` ${foot}`, 'dim')]]);
}

/** What the signs mean, in two rows that fit the narrowest outline. */
const LEGEND_ROWS = ['● answered ◐ partly ○ open', '? example ! put off – n/a'];

function sectionRow(row: OutlineRow, here: boolean, active: boolean, width: number): Row {
  const tone: Tone = here ? (active ? 'strong' : 'accent') : row.sign === '–' ? 'dim' : 'plain';
  const count = row.depth === 0 ? `${row.answered}/${row.required}`.padStart(4) : '    ';
  const right: Row = [
    { text: row.sign, tone: TONES[row.sign] },
    { text: row.sign === '–' ? '  n/a' : row.required === 0 ? '     ' : ` ${count}`, tone: 'dim' },
    { text: ' ', tone: 'plain' },
  ];
  const pointer = here ? '▸' : ' ';
  const shown = spread(
    [{ text: pointer, tone: 'accent' }, span('  '.repeat(row.depth) + row.title, tone)],
    right,
    width,
  );
  const id = row.open ?? row.first;
  return id === null ? shown : clickable(shown, { on: 'question', id });
}

/** The outline folded to one row: a sign for each upper section, the current section and question. */
export function foldedOutline(state: Walking, reading: Reading, width: number): Row {
  const rows = outlineOf(reading);
  const upper = rows.filter(({ depth }) => depth === 0);
  const slot = slotAt(reading, state.walk.id);
  const path = slot ? pathOf(reading, slot) : [];
  const here = upper.findIndex((row) => row.title === path[0]);
  const position = questionPosition(state, reading);
  const space = upper.length * 2 <= width / 4 ? ' ' : '';
  const most = Math.max(0, Math.floor((width - 34) / (1 + space.length)));
  const from = Math.max(0, Math.min(upper.length - most, here - Math.floor(most / 2)));
  const signs = upper.slice(from, from + most).map(
    (row, index): Span => ({
      text: row.sign + space,
      tone: index + from === here ? 'strong' : TONES[row.sign],
    }),
  );
  const tone: Tone = state.walk.place === 'outline' ? 'strong' : 'accent';
  const room = width - position.length - 4 - (width < 60 ? 0 : signs.length * (1 + space.length) + 2);
  const title = span(titlePath(path, room), tone);
  const left: Row = width < 60 ? [title] : [...signs, { text: '  ', tone: 'plain' }, title];
  return fit(
    [{ text: ' ', tone: 'plain' }, ...spread(left, [span(`${position} `, 'dim')], width - 1)],
    width,
  );
}

/** `question 12 of 52`, and whether it may be left. */
export function questionPosition(state: Walking, reading: Reading): string {
  const questions = questionsOf(reading);
  const at = questions.findIndex(({ id }) => id === state.walk.id);
  if (at < 0) return '';
  const { required, shape } = questions[at]!.slot;
  const optional = required || shape.form === 'pairing' ? '' : 'optional, ';
  return `${optional}question ${at + 1} of ${questions.length}`;
}
