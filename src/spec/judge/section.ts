import type { Document } from '../../markdown/document.ts';
import { plainTitle } from '../../markdown/inline.ts';
import { matchesPattern } from '../../template/pattern.ts';
import type { ShapedSlot, Unit } from '../../template/shape.ts';
import type { Value } from '../../template/slot.ts';
import type { TemplateSection } from '../../template/template.ts';
import { fold, words } from '../../text/fold.ts';
import type { Range } from '../../text/range.ts';
import type { Site } from '../reading.ts';
import { judgeText } from '../rules/index.ts';
import { notApplicableReason } from '../rules/not-applicable.ts';
import type { Body } from './body.ts';
import { type FoundLabel, labelsOf, pairLabels } from './labels.ts';
import { type Piece, prefixAt } from './piece.ts';
import { piecesOf } from './pieces.ts';
import { judgeTable } from './table.ts';
import type { Verdict } from './verdict.ts';

/** Words that a leftover without any mark must have to count beside an author's own text. */
const TELLING_WORDS = 5;

/** Judges every slot of a template section by what the spec's section says; `isOriginal` knows older wordings. */
export function judgeSection(
  section: TemplateSection,
  body: Body,
  document: Document,
  isOriginal: (text: string) => boolean,
): Map<ShapedSlot, Verdict> {
  const slots = section.slots.filter(({ shape }) => shape.form !== 'variable' && shape.form !== 'key');
  const reason = wholeReason(body);
  const { text } = document;
  if (reason !== null) {
    const only = body.parts[0]!;
    return all(slots, {
      state: 'not-applicable',
      rule: 'not-applicable',
      site: blocks(text, only),
      evidence: only,
      value: null,
      reason,
    });
  }
  const labels = pairLabels(slots, labelsOf(body.parts));
  const claimed = new Set([...labels.values()].map(({ label }) => label));
  const pieces = piecesOf(body, slots, claimed, isOriginal);
  const verdicts = new Map<ShapedSlot, Verdict>();
  for (const slot of slots) verdicts.set(slot, judgeSlot(slot, labels, pieces, body, text));
  return verdicts;
}

function judgeSlot(
  slot: ShapedSlot,
  labels: ReadonlyMap<ShapedSlot, FoundLabel>,
  pieces: readonly Piece[],
  body: Body,
  text: string,
): Verdict {
  switch (slot.shape.form) {
    case 'heading':
      return judgeHeading(slot, body, slot.shape.unit);
    case 'label':
      return judgeLabel(slot, labels, pieces, body, text);
    default:
      return judgeBlocks(slot, pieces, body, text);
  }
}

function judgeHeading(slot: ShapedSlot, body: Body, unit: Unit): Verdict {
  const title = fold(plainTitle(body.section.title));
  const range = body.section.heading!.content;
  const finding = judgeText({ text: title, unit, same: matchesPattern(unit.pattern, title), slot });
  const value = finding.state === 'untouched' ? null : body.section.title;
  return { ...finding, site: { form: 'value', range, prefix: '' }, evidence: range, value };
}

function all(slots: readonly ShapedSlot[], verdict: Verdict): Map<ShapedSlot, Verdict> {
  return new Map(slots.map((slot) => [slot, verdict]));
}

/** The reason of a section that says nothing but that it does not apply; null for any other. */
function wholeReason(body: Body): string | null {
  const [only, second] = body.parts;
  return only?.form === 'prose' && !second && body.subsections.length === 0
    ? notApplicableReason(only.text)
    : null;
}

function judgeLabel(
  slot: ShapedSlot,
  labels: ReadonlyMap<ShapedSlot, FoundLabel>,
  pieces: readonly Piece[],
  body: Body,
  text: string,
): Verdict {
  const { shape } = slot;
  if (shape.form !== 'label') throw new TypeError('not a label slot');
  const found = labels.get(slot);
  if (!found) {
    const own = pieces.some((piece) => !piece.left);
    if (labels.size === 0 && own)
      return { state: 'answered', rule: 'own-words', site: insert(body), evidence: null, value: null };
    return missingPart(body, labels.size === 0 && pieces.length === 0);
  }
  const { label, item } = found;
  const nested = item !== null && item.item.children.length > 1;
  const said =
    label.text === '' && nested ? item.text.slice(label.name.length).replace(/^[*_:\s]+/, '') : label.text;
  const same = matchesPattern(shape.unit.pattern, said) && (said !== '' || !nested);
  const finding = judgeText({ text: said, unit: shape.unit, same: same && said !== '', slot });
  const raw = text.slice(label.value.start, label.value.end);
  const mine = finding.state === 'answered' || finding.state === 'partial' || finding.state === 'pending';
  return {
    ...finding,
    site: {
      form: 'value',
      range: label.value,
      prefix: prefixAt(text, item ? item.start : label.start) + (item ? ' '.repeat(item.item.indent) : ''),
    },
    evidence: label.value.start < label.value.end ? label.value : { start: label.start, end: label.end },
    value: mine && raw !== '' ? valueOfText(slot, raw) : null,
    reason: finding.state === 'not-applicable' ? notApplicableReason(said) : null,
  };
}

function judgeBlocks(slot: ShapedSlot, pieces: readonly Piece[], body: Body, text: string): Verdict {
  const mine = pieces.filter((piece) => piece.slot === slot);
  const left = mine.filter((piece) => piece.left);
  const own = mine.filter((piece) => !piece.left);
  if (slot.shape.form === 'table') {
    const table = mine.find((piece) => piece.form === 'table');
    if (table) return judgeTable(slot, table, text);
  }
  const loose = pieces.filter((piece) => piece.slot === null && !piece.left);
  const stray = pieces.filter((piece) => piece.slot === null && piece.left);
  const takesAll = slot.shape.form === 'prose' || slot.shape.form === 'implied';
  const answer = takesAll ? [...own, ...loose] : own;
  const leftovers = takesAll ? [...left, ...stray] : left;
  if (leftovers.length === 0 && answer.length === 0) {
    const elsewhere = pieces.some((piece) => !piece.left && piece.slot !== slot);
    if (elsewhere)
      return {
        state: 'answered',
        rule: 'own-words',
        site: siteOf(loose, pieces, text) ?? insert(body),
        evidence: null,
        value: loose.length > 0 && slot.kind === 'paragraph' ? raw(loose, text) : null,
      };
    return missingPart(body, pieces.length === 0);
  }
  const site = siteOf([...leftovers, ...answer], pieces, text) ?? insert(body);
  const value = answer.length > 0 ? valueIn(slot, answer, text) : null;
  const verdict = (
    finding: { state: Verdict['state']; rule: string; needle?: string },
    evidence: Range | null,
  ): Verdict => ({ ...finding, site, evidence, value });
  if (answer.length === 0) {
    const findings = leftovers.map((piece) => ({
      piece,
      finding: judgeText({ text: piece.text, unit: piece.left, same: true, slot }),
    }));
    const worst = findings.find(({ finding }) => finding.state !== 'unconfirmed') ?? findings[0]!;
    return verdict(worst.finding, worst.piece);
  }
  const beside =
    leftovers.find((piece) => counts(piece.left!) && !piece.left!.plausible) ??
    leftovers.find((piece) => counts(piece.left!));
  if (beside)
    return verdict(
      beside.left!.plausible
        ? { state: 'unconfirmed', rule: 'example' }
        : { state: 'partial', rule: 'left-beside' },
      beside,
    );
  for (const piece of answer) {
    const part = partlyLeft(slot, piece);
    if (part) return verdict(part, piece);
  }
  const put = answer
    .filter((piece) => piece.form !== 'fence' && piece.form !== 'table' && piece.form !== 'heading')
    .map((piece) => ({ piece, finding: judgeText({ text: piece.text, unit: null, same: false, slot }) }));
  const none = put.find(({ finding }) => finding.state === 'not-applicable');
  if (none && answer.length === 1)
    return {
      ...verdict(none.finding, none.piece),
      reason: notApplicableReason(none.piece.text),
      value: null,
    };
  const open = put.find(({ finding }) => finding.state === 'pending');
  if (open) return verdict(open.finding, open.piece);
  return verdict({ state: 'answered', rule: 'answered' }, null);
}

/** Whether a leftover beside the author's own text is worth a word: stubs always, plain text from five words on. */
function counts(unit: Unit): boolean {
  return unit.numbered || unit.tokens.length > 0 || words(unit.pattern.text).length >= TELLING_WORDS;
}

/** What of the template still stands inside a piece that the author has changed. */
function partlyLeft(
  slot: ShapedSlot,
  piece: Piece,
): { state: Verdict['state']; rule: string; needle?: string } | null {
  const units = unitsOf(slot);
  for (const unit of units) {
    const finding = judgeText({ text: piece.text, unit, same: false, slot });
    if (finding.state === 'partial' || finding.state === 'untouched') return { ...finding, state: 'partial' };
    const whole = unit.pattern.text;
    if (
      !unit.plausible &&
      words(whole).length > TELLING_WORDS &&
      piece.text !== whole &&
      piece.text.includes(whole)
    )
      return { state: 'partial', rule: 'left-beside', needle: whole };
  }
  if (slot.shape.form === 'fence' && piece.form === 'fence') {
    const stubs = slot.shape.unit.pattern.text.match(STUB_NAME) ?? [];
    const names = new Set(piece.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
    const needle = stubs.find((stub) => names.has(stub));
    if (needle) return { state: 'partial', rule: 'code-stub', needle };
    if (piece.text === '') return { state: 'empty', rule: 'empty-section' };
  }
  return null;
}

const STUB_NAME =
  /\b(?:[A-Z][A-Za-z]*Name|CoreType|DataModel|ReturnType|method_name|function_name|class_name|[A-Z]+_NAME|(?:field|setting|param|arg)\d+)\b/g;

function unitsOf(slot: ShapedSlot): Unit[] {
  const { shape } = slot;
  if (shape.form === 'list' || shape.form === 'checklist') return [...slot.units, ...shape.items];
  return shape.form === 'fence' ? [shape.unit] : slot.units;
}

function missingPart(body: Body, nothing: boolean): Verdict {
  return {
    state: nothing ? 'empty' : 'missing',
    rule: nothing ? 'empty-section' : 'missing-part',
    site: insert(body),
    evidence: null,
    value: null,
  };
}

function insert(body: Body): Site {
  return { form: 'insert', at: body.end };
}

function blocks(text: string, range: Range): Site {
  return {
    form: 'blocks',
    range: { start: range.start, end: range.end },
    prefix: prefixAt(text, range.start),
  };
}

/** The run of neighbouring pieces that an answer replaces: from the first of a slot's pieces on, as far as nothing else is between. */
function siteOf(mine: readonly Piece[], pieces: readonly Piece[], text: string): Site | null {
  const wanted = new Set(mine);
  const first = pieces.findIndex((piece) => wanted.has(piece));
  if (first < 0) return null;
  let last = first;
  while (last + 1 < pieces.length && wanted.has(pieces[last + 1]!)) last++;
  const whole = (piece: Piece): Range => (piece.form === 'item' ? piece.part! : piece);
  return blocks(text, { start: whole(pieces[first]!).start, end: whole(pieces[last]!).end });
}

function raw(pieces: readonly Piece[], text: string): string {
  const parts = [...new Set(pieces.map((piece) => piece.part ?? piece))];
  return parts.map((part) => text.slice(part.start, part.end)).join('\n\n');
}

function valueIn(slot: ShapedSlot, pieces: readonly Piece[], text: string): Value {
  switch (slot.kind) {
    case 'list':
    case 'choices':
      return pieces.map((piece) => itemText(piece, text));
    case 'checklist':
      return pieces.map((piece) => ({
        text: itemText(piece, text),
        done: piece.item?.item.task?.done ?? false,
      }));
    case 'code': {
      const fence = pieces.find((piece) => piece.part?.form === 'fence')?.part;
      return fence?.form === 'fence' ? fence.text : raw(pieces, text);
    }
    default:
      return valueOfText(slot, raw(pieces, text));
  }
}

function itemText(piece: Piece, text: string): string {
  if (!piece.item) return text.slice(piece.start, piece.end);
  const { item } = piece.item;
  const from = item.task ? item.task.box.end : item.marker.end;
  const width = new RegExp(`^[ \\t]{0,${item.indent}}`, 'gm');
  return text.slice(from, item.end).trim().replace(/\r\n?/g, '\n').replace(width, '');
}

function valueOfText(slot: ShapedSlot, text: string): Value {
  switch (slot.kind) {
    case 'list':
      return [text];
    case 'choices':
      return text.split(/\s*,\s*/);
    case 'table':
      return [[text]];
    case 'checklist':
      return [{ text, done: false }];
    default:
      return text;
  }
}
