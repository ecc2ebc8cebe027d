import { Problem } from '../problem.ts';
import type { Answer, Value } from '../template/slot.ts';
import { nearest } from '../text/nearest.ts';
import { applySplices, type Range, type Splice, trimSplice } from '../text/range.ts';
import { eolNear, withEol } from '../text/source.ts';
import { addKey, replaceKey } from './answer/front-matter-key.ts';
import { insertSection } from './answer/insert-section.ts';
import { keepSplices } from './answer/keep.ts';
import { toMarkdown } from './answer/markdown.ts';
import { besideLabels, withLabel } from './answer/missing-label.ts';
import { fillNames, withNames } from './answer/names.ts';
import { styleAt } from './answer/style.ts';
import { readSpec } from './read.ts';
import type { Reading, SlotReading } from './reading.ts';
import { isEmptyValue, problemWith } from './values.ts';

/**
 * What an answer changes in a spec: splices into `reading.document.text`, none where it changes nothing (an empty value,
 * or the one that stands there). Raises Problem `bad-answers` for an unknown id and for a value the slot does not take.
 */
export function answerSplices(reading: Reading, id: string, answer: Answer): Splice[] {
  const slot = slotById(reading, id);
  if (answer.kind === 'keep') return keepSplices(reading, slot);
  const value: Value = answer.kind === 'value' ? answer.value : notApplicableText(answer.reason);
  if (isEmptyValue(value)) return [];
  const wrong = answer.kind === 'value' ? problemWith(slot.slot, value) : null;
  if (wrong) throw new Problem('bad-answers', `${id}: ${wrong}`, { place: { key: id } });
  if (answer.kind === 'not-applicable' && slot.slot.kind === 'variable') {
    throw new Problem('bad-answers', `${id}: a name cannot be left out`, { place: { key: id } });
  }
  if (slot.site === null && slot.slot.shape.form !== 'key') return throughSection(reading, slot, answer);
  const splices = place(reading, slot, value, answer.kind === 'value');
  return splices
    .map((splice) => trimSplice(reading.document.text, splice))
    .filter((splice) => splice.start < splice.end || splice.text !== '');
}

/** The slot of a reading by its id. Raises Problem `bad-answers` that names the nearest id. */
export function slotById(reading: Reading, id: string): SlotReading {
  const slot = reading.slots.find((other) => other.id === id);
  if (slot) return slot;
  const near = nearest(
    id,
    reading.slots.map((other) => other.id),
  );
  throw new Problem('bad-answers', `there is no question “${id}”`, {
    place: { key: id },
    hints: near ? [`Did you mean “${near}”?`] : [],
  });
}

function notApplicableText(reason: string): string {
  return reason.trim() === '' ? 'Not applicable' : `Not applicable: ${reason.trim()}`;
}

function place(reading: Reading, slot: SlotReading, value: Value, typed: boolean): Splice[] {
  const { document, template } = reading;
  const { shape } = slot.slot;
  const { site } = slot;
  if (shape.form === 'variable') {
    const variable = template.variables.find((known) => known.slot.id === slot.slot.id)!;
    return site?.form === 'names'
      ? fillNames(document, variable, template, site.places, String(value).trim())
      : [];
  }
  const range = site && 'range' in site ? site.range : null;
  const markdown = typed ? toMarkdown(slot.slot, value, styleAt(document, range, slot.slot)) : String(value);
  if (shape.form === 'key') {
    const inline = Array.isArray(value) ? `[${value.join(', ')}]` : markdown;
    return [range ? replaceKey(document, range, inline) : addKey(document, shape.key, inline)];
  }
  const eol = eolNear(document.text, range?.start ?? (site?.form === 'insert' ? site.at : 0));
  switch (site?.form) {
    case 'value':
      return [valueSplice(document.text, site.range, withPrefix(markdown, site.prefix, eol))];
    case 'blocks':
      return [{ ...site.range, text: withPrefix(markdown, site.prefix, eol) }];
    case 'insert':
      return [
        besideLabels(reading, slot, markdown) ??
          insertBlocks(document.text, site.at, withEol(withLabel(slot, markdown), eol), eol),
      ];
    default:
      return [];
  }
}

/** A value in place of another on the line of its label; where none stood, a blank sets it apart from the label. */
function valueSplice(text: string, range: Range, value: string): Splice {
  const touching = range.start === range.end && /\S/.test(text[range.start - 1] ?? ' ');
  return { start: range.start, end: range.end, text: (touching ? ' ' : '') + value };
}

function withPrefix(markdown: string, prefix: string, eol: string): string {
  return markdown.replace(
    /(?:\r\n|\n|\r)(?=([^\r\n]?))/g,
    (_, next: string) => eol + (next === '' ? prefix.trimEnd() : prefix),
  );
}

/** New blocks behind the offset where the one before them ends: a blank line on either side. */
function insertBlocks(text: string, at: number, blocks: string, eol: string): Splice {
  const first = text.slice(0, at).trim() === '';
  const rest = /^[ \t]*(?:\r\n|\n|\r)?[ \t]*(\r\n|\n|\r|$)?/.exec(text.slice(at))!;
  const atEnd = text.slice(at).trim() === '';
  const close = atEnd || rest[1] !== undefined ? '' : eol;
  return {
    start: at,
    end: at,
    text: (first ? '' : eol + eol) + blocks + (first && !atEnd ? eol : '') + close,
  };
}

/** An answer to a slot whose section is missing: the section is put in first, then answered; one splice for both. */
function throughSection(reading: Reading, slot: SlotReading, answer: Answer): Splice[] {
  const { template } = reading;
  const section = template.sections.find((known) => known.id === slot.slot.section)!;
  let now = reading;
  for (let step = 0; step <= template.sections.length; step++) {
    const here = slotById(now, slot.id);
    if (here.site !== null) break;
    const inserted = applySplices(now.document.text, [insertSection(now, section)]);
    now = readSpec(withNames(reading, readSpec(inserted, template)), template);
  }
  if (slotById(now, slot.id).site === null) {
    throw new Problem('breaks-document', `“${section.title}” could not be put into the document`, {
      hints: ['Add its heading by hand, then answer it.'],
    });
  }
  const answered = applySplices(now.document.text, answerSplices(now, slot.id, answer));
  return [trimSplice(reading.document.text, { start: 0, end: reading.document.text.length, text: answered })];
}
