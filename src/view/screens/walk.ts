import { writtenForms } from '../../interview/answer/names.ts';
import { remainingGuidance } from '../../interview/guidance.ts';
import { isOptional, pathOf, questionsOf, slotAt } from '../../interview/questions.ts';
import { suggestionFor } from '../../interview/suggestion.ts';
import { isGap, isLeftBeside, type Reading, type SlotReading } from '../../judge/reading.ts';
import { plainRows } from '../../render/rendering.ts';
import { styleLine } from '../../render/theme.ts';
import { cellWidth } from '../../text/cells.ts';
import { sum } from '../../text/group.ts';
import { keepLast } from '../../text/memo.ts';
import { printable } from '../../text/printable.ts';
import { textIn } from '../../text/range.ts';
import { readingOf, type Walking } from '../../wizard/action.ts';
import { isTyped } from '../../wizard/conditions.ts';
import { type FieldState, fieldProblem, fieldValue } from '../../wizard/fields/fields.ts';
import { keyFor } from '../../wizard/keymap.ts';
import { fieldWidth } from '../../wizard/layout.ts';
import { outlineRowsOf, rowOfSlot } from '../../wizard/outline.ts';
import { isVerbatim } from '../../wizard/overlays/text-overlay.ts';
import { sidePreview } from '../../wizard/preview.ts';
import { shownReading } from '../../wizard/write.ts';
import { fieldPane } from '../fields/field-view.ts';
import * as messages from '../messages.ts';
import { fit, type Row, rowWidth, type ScreenTheme, type Span, span, type Tone } from '../paint.ts';
import { atMost, hiddenMark, type Pane, stacked, windowed, withoutCursor, wrapped } from '../pane.ts';
import { type HeaderTexts, headerRows } from './header-rows.ts';
import {
  askRows,
  placeRow,
  type QuestionPlace,
  type QuestionRoom,
  type ShownOutline,
  walkLayout,
} from './walk-layout.ts';

/** The walk through the questions in `height` rows. */
export function walkScreen(state: Walking, theme: ScreenTheme, height: number): Pane {
  const { columns } = state.size;
  const reading = shownReading(state);
  const parts = {
    top: headerRows(shownHeader(state, reading), columns),
    outline: shownOutline(state, reading),
    place: () => questionPlace(state, reading),
    question: (room: QuestionRoom) => questionPane(state, reading, room),
    preview: (width: number, rows: number) => {
      const { id, scroll } = state.walk;
      return previewPane(reading, id, scroll, theme.theme, width, rows);
    },
  };
  return walkLayout(parts, columns, height);
}

/** The outline of a spec as plain data. */
export function shownOutline({ walk }: Walking, reading: Reading): ShownOutline {
  return outlineAt(reading, walk.id, walk.place === 'outline');
}

/** The outline of a large spec takes a while, and a key that is typed changes nothing in it. */
const outlineAt = keepLast((reading: Reading, id: string, active: boolean): ShownOutline => {
  const sections = outlineRowsOf(reading);
  return {
    sections,
    here: rowOfSlot(sections, id),
    active,
    gaps: reading.slots.filter(isGap).length,
  };
});

/** The place of the current question, even if its slot disappears once the typed text is written. */
export function questionPlace(state: Walking, typed: Reading): QuestionPlace {
  return placeIn(typed, readingOf(state), state.walk.id);
}

const placeIn = keepLast((typed: Reading, written: Reading, id: string): QuestionPlace => {
  const reading = typed.slots.some((slot) => slot.id === id) ? typed : written;
  const slot = slotAt(reading, id);
  return { path: slot ? pathOf(reading, slot) : [], position: positionOf(id, reading) };
});

/** `question 12 of 52`, and whether it may be left. */
function positionOf(id: string, reading: Reading): string {
  const questions = questionsOf(reading);
  const at = questions.findIndex((question) => question.id === id);
  if (at < 0) return '';
  const question = isOptional(questions[at]!) ? messages.optionalNumber : messages.questionNumber;
  return question(at + 1, questions.length);
}

/** The content of the two rows at the top. `reading` includes what is being typed. */
export function shownHeader(state: Walking, { meter }: Reading): HeaderTexts {
  return { path: state.walk.path, meter, save: saveState(state) };
}

function saveState(state: Walking): Span {
  const { save, kept, writer } = state.walk;
  if (save === 'failed') return { text: messages.notSaved, tone: 'bad' };
  if (writer !== null) return { text: messages.readOnly, tone: 'warn' };
  if (isTyped(state) || Object.keys(kept).length > 0)
    return { text: state.walk.place === 'field' ? messages.typing : messages.unsaved, tone: 'warn' };
  return {
    text: save === 'new' ? messages.noFileYet : save === 'saving' ? messages.saving : messages.saved,
    tone: 'dim',
  };
}

/** The spec as a reader sees it, at the place that is asked about, with a sign at whatever is unfilled. */
const previewPane = keepLast(
  (reading: Reading, id: string, scroll: number, theme: ScreenTheme['theme'], width: number, height: number): Pane => {
    if (width < 20) return withoutCursor([]);
    const { rendering, top } = sidePreview(reading, id, { width, height, scroll });
    const rows = rendering.window(top, height).map((line): Row => {
      const text = styleLine(line, theme);
      const plain = theme.colours ? line.spans.map((span) => span.text).join('') : text;
      return [{ text, tone: 'raw', plain }];
    });
    return withoutCursor(rows);
  },
);

const BLANK: Row = [];

/**
 * The question, its editor and help. The question and the current row are always visible; the template's text gives way
 * first, then help.
 */
function questionPane(state: Walking, reading: Reading, room: QuestionRoom): Pane {
  const { width, height, titled } = room;
  // The current text comes from the spec itself, because what is being typed must not change it.
  const slot = slotAt(readingOf(state), state.walk.id);
  if (!slot) return withoutCursor(wrapped(messages.noQuestions, width, 'dim'));
  const spacious = height >= 14;
  const gap = spacious ? [BLANK] : [];
  const head = titled ? [placeRow(questionPlace(state, reading), width), BLANK] : [];
  const ask = askRows(slot.slot.ask, { width, height });
  const free = height - head.length - ask.length - gap.length;
  const needed = Math.min(fieldRows(state, slot, width, free).rows.length, Math.max(5, Math.ceil(free * 0.6)));
  const most = Math.max(0, Math.min(spacious ? 6 : 2, free - needed));
  const help = atMost(markdownRows(slot.slot.help, width - 1, 'plain'), most);
  const left = free - help.length;
  const field = fieldRows(state, slot, width, left);
  const shown = windowed(field, Math.min(field.rows.length, left), field.cursor?.row ?? 0, hiddenMark);
  const below = atMost(belowField(state, slot, width - 2), left - shown.rows.length);
  return stacked(withoutCursor([...head, ...ask, ...help, ...gap]), shown, withoutCursor(below));
}

function fieldRows(state: Walking, slot: SlotReading, width: number, height: number): Pane {
  const active = state.walk.place === 'field';
  const suggestion = suggestionFor(slot, state)?.shown ?? '';
  const room = {
    width: Math.min(width - 3, fieldWidth(state.size.columns)),
    active,
    suggestion,
    today: state.facts.today,
  };
  const pane = fieldPane(state.walk.field.now, room, height);
  return active ? pane : { ...pane, cursor: null };
}

/** The parts below the editor, the most important first, each with a blank row above it. */
function belowField(state: Walking, slot: SlotReading, width: number): Row[] {
  const { now } = state.walk.field;
  const problem = fieldProblem(now);
  const parts: (readonly Row[])[] = [
    // The line above the keys may show the same text.
    problem && problem !== state.notice?.text ? wrapped(problem, width, 'bad') : [],
    offeredRows(state, slot, width),
    formRows(state, slot, now, width),
    matterRows(state, slot, width),
    titled(messages.templateSays, says(slot, state), width, isVerbatim(slot.slot)),
    titled(messages.exampleTitle, exampleOf(slot), width),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part) => [BLANK, ...part]);
}

/** An example that is one of the options above would be useless. */
function exampleOf({ slot: { example, options } }: SlotReading): string {
  return options.includes(example.trim()) ? '' : example;
}

function titled(title: string, text: string, width: number, verbatim = false): readonly Row[] {
  const rows = verbatim ? wrapped(text, width, 'dim', '  ') : markdownRows(text, width, 'dim', '  ');
  return rows.length === 0 ? [] : [[span(title)], ...rows];
}

function offeredRows(state: Walking, slot: SlotReading, width: number): Row[] {
  const offered = isTyped(state) ? null : suggestionFor(slot, state);
  // The text about an example is in matterRows.
  if (!offered || (offered.shown === '' && slot.state === 'unconfirmed')) return [];
  const key = (name: 'suggestion' | 'field', act: string) => keyFor(state, name, act);
  const keys =
    offered.shown === ''
      ? key('field', 'take')
      : messages.either(key('suggestion', 'accept'), key('suggestion', 'take'));
  const [first = [], ...rest] = wrapped(offered.does, width - keys.length - 1, 'dim');
  return [[span(keys, 'accent'), span(' '), ...first], ...rest.map((row): Row => [span('   '), ...row])];
}

/** How a name will be written, in each form that occurs in the text. */
function formRows(state: Walking, slot: SlotReading, now: FieldState, width: number): Row[] {
  const name = now.kind === 'variable' ? now.buffer.text.trim() : '';
  if (name === '') return [];
  const forms = writtenForms(readingOf(state), slot.id, name);
  if (forms.length === 0) return [];
  const longest = Math.min(width >> 1, Math.max(...forms.map(({ token }) => cellWidth(printable(token)))));
  const rows = forms.map(
    ({ token, text, places }): Row => [
      ...fit([span(`  ${token}`, 'dim')], longest + 2),
      span(`  ${text}`),
      span(places > 1 ? `  ${messages.places(places)}` : '', 'dim'),
    ],
  );
  const title = slot.state === 'answered' ? messages.nameChanges : messages.nameIsWritten;
  return [...wrapped(title, width, 'plain'), ...rows, ...wrapped(elsewhere(slot, forms, state), width, 'dim', '  ')];
}

/** The places that a change of name leaves alone: the older name in the author's own words. */
function elsewhere(
  { state }: SlotReading,
  forms: readonly { token: string; places: number }[],
  { walk: { text } }: Walking,
): string {
  if (state !== 'answered') return '';
  const stay = sum(forms.map(({ token, places }) => Math.max(0, text.split(token).length - 1 - places)));
  return stay === 0 ? '' : messages.nameElsewhere(stay);
}

/** The problem with the current text, unless it is obvious. */
function matterRows(state: Walking, slot: SlotReading, width: number): Row[] {
  if (slot.state === 'unconfirmed' || slot.rule === 'kept') {
    const title = slot.rule === 'kept' ? [[span(messages.keptText)]] : exampleTitle(state, slot, width);
    return [...title, ...atMost(markdownRows(textIn(state.walk.text, slot.range), width, 'dim', '  '), 8)];
  }
  if (slot.state === 'not-applicable')
    return [[span(messages.notApplicable)], ...markdownRows(slot.reason ?? '', width, 'dim', '  ')];
  if (slot.state !== 'partial' && slot.state !== 'pending') return [];
  const matter = wrapped(sentences(slot.message, slot.fix), width, 'warn');
  const takesOut = isLeftBeside(slot) && !isTyped(state) && isAnswered(state);
  return takesOut
    ? [...matter, [span(keyFor(state, 'field', 'keep-answer'), 'accent'), span(` ${messages.removesIt}`)]]
    : matter;
}

/** What can be done with an example that is left, in one row if it fits. */
function exampleTitle(state: Walking, slot: SlotReading, width: number): Row[] {
  if (isTyped(state)) return [[span(messages.currentExample)]];
  const keep = span(keyFor(state, 'field', 'keep-as-is'), 'accent');
  const offered = suggestionFor(slot, state);
  if (offered?.shown !== '') return [[keep, span(` ${messages.keepsExample}`)]];
  const take: Row = [span(keyFor(state, 'field', 'take'), 'accent'), span(` ${offered.does}`)];
  const both: Row = [...take, span(', '), keep, span(` ${messages.keepsIt}`)];
  return rowWidth(both) <= width ? [both] : [take, [keep, span(` ${messages.keepsIt}`)]];
}

function isAnswered({ walk: { field } }: Walking): boolean {
  return fieldValue(field.now) !== null;
}

function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => part[0]!.toUpperCase() + part.slice(1) + (/[.!?]$/.test(part) ? '' : '.'))
    .join(' ');
}

/** The template's text, if it adds to the question and the current text. */
function says(slot: SlotReading, state: Walking): string {
  const { guidance } = slot.slot;
  const isAlready = (slot.state === 'unconfirmed' || slot.rule === 'kept') && standsAlready(guidance, slot, state);
  return slot.state === 'boilerplate' || isAlready ? '' : remainingGuidance(slot.slot);
}

/** Whether the current text contains the template's text, apart from names that are filled in. */
function standsAlready(guidance: string, slot: SlotReading, state: Walking): boolean {
  const current = textIn(state.walk.text, slot.range);
  const tokens = state.walk.template.variables.flatMap((variable) => variable.tokens);
  const isOpen = (line: string) => tokens.some((token) => line.includes(token));
  return guidance.split('\n').every((line) => isOpen(line) || current.includes(line.trim()));
}

/** A short Markdown text (guidance, an example), rendered in rows of `width` cells and one tone. */
function markdownRows(text: string, width: number, tone: Tone, indent = ''): readonly Row[] {
  return plainRows(text, width - indent.length).map((row): Row => [{ text: indent + row, tone }]);
}
