import type { Reading, SlotReading } from '../../spec/reading.ts';
import type { FieldState } from '../../wizard/fields/fields.ts';
import { fieldProblem } from '../../wizard/fields/fields.ts';
import { pathOf, slotAt } from '../../wizard/questions.ts';
import { suggestionFor } from '../../wizard/suggestion.ts';
import { readingOf, type Walking } from '../../wizard/turn.ts';
import { fieldWidth } from '../../wizard/walking.ts';
import { fieldPane } from '../fields/field-view.ts';
import type { Look } from '../look.ts';
import { type Row, span, spread } from '../paint.ts';
import { hiddenMark, type Pane, stacked, still, windowed } from '../pane.ts';
import { atMost, wrapped } from '../wrap.ts';
import { questionPosition } from './outline.ts';

const BLANK: Row = [];

/**
 * What is asked, its editor and what helps, in `height` rows of `width` cells. The question and the hand's row are
 * always in sight; help gives way first, then what the template says.
 */
export function questionPane(
  state: Walking,
  reading: Reading,
  look: Look,
  width: number,
  height: number,
  titled: boolean,
): Pane {
  const slot = slotAt(reading, state.walk.id);
  if (!slot) return still(wrapped('This template asks nothing.', width, 'dim'));
  const title: Row[] = titled
    ? [
        spread(
          [span(pathOf(reading, slot).join(' › ') || 'Title & Metadata', 'dim')],
          [span(`${questionPosition(state, reading)} `, 'dim')],
          width,
        ),
        BLANK,
      ]
    : [];
  const spacious = height >= 14;
  const gap = spacious ? [BLANK] : [];
  const ask = atMost(
    wrapped(slot.slot.ask, width - 1, 'bold'),
    Math.max(1, Math.min(4, Math.floor(height / 3))),
  );
  const room = height - title.length - ask.length - gap.length;
  const field = fieldRows(state, slot, width, room);
  const wanted = Math.min(field.rows.length, Math.max(4, Math.ceil(room * 0.6)));
  const help = atMost(
    wrapped(slot.slot.help, width - 1, 'plain'),
    Math.max(0, Math.min(spacious ? 6 : 2, room - wanted - gap.length)),
  );
  const below = belowField(state, slot, look, width);
  const left = room - help.length;
  const inField = windowed(field, Math.min(field.rows.length, left), field.cursor?.row ?? 0, hiddenMark);
  const rest = Math.max(0, left - inField.rows.length);
  return stacked(still([...title, ...ask, ...help, ...gap]), inField, still(atMost(below, rest)));
}

function fieldRows(state: Walking, slot: SlotReading, width: number, height: number): Pane {
  const active = state.walk.place === 'field';
  const offered = suggestionFor(slot.slot, state.facts, state.walk.path);
  const ghost = typeof offered?.value === 'string' ? offered.value : '';
  const room = { width: Math.min(width - 3, fieldWidth(state)), active, ghost, today: state.facts.today };
  const pane = fieldPane(state.walk.field.now, room, Math.max(5, height - 1));
  return active ? pane : { ...pane, cursor: null };
}

/** Below the editor: what is wrong, what is offered, how a name will be written, what the template says, an example. */
function belowField(state: Walking, slot: SlotReading, look: Look, width: number): Row[] {
  const room = width - 2;
  const { now } = state.walk.field;
  const problem = fieldProblem(now);
  const offered = suggestionFor(slot.slot, state.facts, state.walk.path);
  const said = slot.message === '' ? '' : [slot.message, slot.fix].filter(Boolean).join(' ');
  const parts: Row[][] = [
    problem ? wrapped(problem, room, 'bad') : [],
    offered
      ? [[span('^T', 'accent'), span(` takes ${String(offered.value)}  (${offered.source})`, 'dim')]]
      : [],
    formRows(slot, now, look, state, room),
    wrapped(said, room, slot.state === 'answered' ? 'dim' : 'warn'),
    titledPart('The template says', slot.slot.guidance, room),
    titledPart('An example', slot.slot.example, room),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part) => [BLANK, ...part]);
}

function titledPart(title: string, text: string, width: number): Row[] {
  const rows = wrapped(text, width, 'dim', '  ');
  return rows.length === 0 ? [] : [[span(title, 'plain')], ...rows];
}

function formRows(slot: SlotReading, now: FieldState, look: Look, state: Walking, width: number): Row[] {
  if (now.kind !== 'variable' || now.buffer.text.trim() === '') return [];
  const forms = look.engine.forms(readingOf(state, look.engine), slot.id, now.buffer.text.trim());
  if (forms.length === 0) return [];
  const longest = Math.max(...forms.map(({ token }) => token.length));
  return [
    [span('It will be written', 'plain')],
    ...forms.map(
      ({ token, text }): Row => [
        span(`  ${token.padEnd(Math.min(longest, width >> 1))}  `, 'dim'),
        span(text),
      ],
    ),
  ];
}
