import { withoutComments } from '../markdown/inline.ts';
import type { Label } from '../markdown/labels.ts';
import type { ItemPart, Part } from '../markdown/parts.ts';
import { slug } from '../text/casing.ts';
import { fold, wordCount, words } from '../text/fold.ts';
import { type Range, rangeOf } from '../text/range.ts';
import { lineStartAt } from '../text/source.ts';
import { UnicodePattern } from '../text/unicode.ts';
import { isDefault, isNone, isState, offeredIn } from './default.ts';
import { isFrame, opensAsExample, speaksOfExample } from './guidance.ts';
import { Phrases } from './languages/index.ts';
import {
  isOptionalItem,
  isOptionalMarkAlone,
  isOptionalValue,
  isSuccession,
  isToStayEmpty,
  splitMark,
} from './optional.ts';
import { optionsIn } from './options.ts';
import { isFixedText, isLegend, isNumberedStub, isPlaceholderText, isQuestion, isStatement } from './phrasing.ts';
import type { BareSlot, CellUnit, CutContext, Shape, SlotKind, TemplateText } from './slot.ts';
import { holdsStubName, nestedWords, templateText } from './template-text.ts';
import { bare } from './title.ts';
import { isDots, withoutTokens } from './tokens.ts';

/** A slot with only its kind, key, shape and place. */
export function emptySlot(
  kind: SlotKind,
  key: string,
  shape: Shape,
  range: Range,
  more: Partial<BareSlot> = {},
): BareSlot {
  return {
    kind,
    key,
    label: null,
    boilerplate: false,
    optional: false,
    guidance: '',
    options: [],
    open: false,
    columns: [],
    language: '',
    range: rangeOf(range),
    shape,
    units: [],
    deletable: false,
    ...more,
  };
}

/** The kind of a value after a label or front-matter key, from the present text. */
export function valueKind(text: string): { kind: SlotKind; options: string[]; open: boolean } {
  if (/^[`*_[{<]*(?:YYYY[-/]MM[-/]DD|date)[`*_\]}>]*$/i.test(text)) return { kind: 'date', options: [], open: false };
  // A placeholder for a day, whatever the words around it are.
  if (/^(?:\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>|\([^()]*\))$/.test(text) && /\byyyy[-/]mm[-/]dd\b/i.test(text))
    return { kind: 'date', options: [], open: false };
  const options = optionsIn(text);
  const open = /\.{3}|…|\betc\b/.test(text);
  return options.length > 1 && !isHintOfTwo(text, options)
    ? { kind: 'choice', options, open }
    : { kind: 'line', options: [], open: false };
}

/** Whether two things in parentheses, one of several words, are no options: "(Business value / Reason)". */
function isHintOfTwo(text: string, options: readonly string[]): boolean {
  return (
    options.length === 2 &&
    /^[(（].*[)）]$/.test(text) &&
    options.some((option) => words(option).length > 1) &&
    !options.some(isState)
  );
}

/** The form of a label in a document. */
type Place = Extract<Shape, { form: 'label' }>['place'];

/** The form of a label in its part. */
export function labelPlace(part: Part, label: Label): Place {
  if (part.form === 'list') return 'item';
  if (part.form !== 'prose') return 'row';
  return part.plain.includes(label) || part.labels.every(({ bold }) => bold) ? 'line' : 'segment';
}

/** The text nested in an item below its label, if the label has no value or one that leads to it; else ''. */
export function nestedText(label: Label, { item, text }: ItemPart): string {
  if (item.children.length < 2 || (label.text !== '' && !/[:：][*_]*$/.test(label.text))) return '';
  return text.slice(Math.max(0, text.indexOf(label.name)) + label.name.length).replace(/^[*_]*\s*[:：]?[*_]*\s*/, '');
}

/** The slot of a value after a label. */
export function labelSlot(
  label: Label,
  place: Place,
  group: string | null,
  context: CutContext,
  nested: ItemPart | null = null,
): BareSlot {
  const under = nested ? nestedText(label, nested) : '';
  const read =
    under === ''
      ? templateText(label.text, context, label.value)
      : templateText(under, context, { start: label.value.start, end: nested!.end });
  const inside = nested ? nestedWords(nested, context) : [];
  // After a label "0.1" is a first value, not the place for one.
  const isNumber =
    /^v?\d+(?:\.\d+)+$/.test(label.text) ||
    (place === 'row' && read.stub && /\d/.test(label.text) && !isPlaceholderText(label.text));
  const comment = commentsIn(context.text, label.value);
  const value = withDefault(isNumber ? { ...read, stub: false, plausible: true } : read, label.name, comment);
  const unit = inside.length > 0 ? { ...value, nested: inside } : value;
  const { options, open, ...of } = kindOf(label.text, unit, comment);
  const written = context.text.slice(label.start, label.value.start).trimEnd();
  // If the value is bold as well, a new one is not.
  const lead = isInBold(label, written) ? `**${label.name}:** ` : `${written} `;
  // A text on the line below its label may have several lines.
  const isBelow = /[\r\n]/.test(context.text.slice(label.start, label.value.start));
  const kind = of.kind === 'line' && isBelow && label.text !== '' ? 'paragraph' : of.kind;
  return emptySlot(
    kind,
    slug(splitMark(label.name).name) || 'value',
    { form: 'label', name: label.name, group, unit, bold: label.bold, place, lead, comment },
    label,
    {
      label: label.name,
      options,
      open,
      guidance: under || [label.text, ...inside.map((text) => `- ${text}`)].filter(Boolean).join('\n'),
      boilerplate:
        isToStayEmpty(label.text) ||
        (label.text === '' && isToStayEmpty(comment)) ||
        (unit.tokens.length === 0 && isLegend(`${label.name}: ${label.text}`)),
      optional:
        isSuccession(label.name) ||
        isExampleOf(label) ||
        isNone(label.text) ||
        [lead, label.text, comment].some(isOptionalValue),
    },
  );
}

function isInBold({ bold, text }: Label, written: string): boolean {
  return bold && text !== '' && /^(?:\*\*|__)[^*_]+[:：]$/.test(written);
}

/** A sentence with an example of the value above it ("For example: this document proposes …"). It needs no answer. */
export function isExampleOf({ name, text }: Label): boolean {
  return words(name).length <= 2 && opensAsExample(name) && words(text).length >= TELLING_WORDS;
}

/** A template's value, marked if it is a default. */
export function withDefault(unit: TemplateText, label: string, comment: string): TemplateText {
  const { name } = splitMark(label);
  const isOne = unit.tokens.length === 0 && isDefault(name, unit.pattern.text, comment);
  return isOne ? { ...unit, stub: false, plausible: true, standard: true } : unit;
}

/** The kind of a value. A default whose comment offers others is a choice with free text. */
function kindOf(text: string, unit: TemplateText, comment: string): ReturnType<typeof valueKind> {
  const others = unit.standard && !isNone(text) ? offeredIn(comment) : [];
  return others.length > 1 ? { kind: 'choice', options: others, open: true } : valueKind(text);
}

/** The comments in a range, folded. */
export function commentsIn(text: string, { start, end }: Range): string {
  const comments = text.slice(start, end).match(/<!--.*?-->/gs) ?? [];
  return fold(comments.map((comment) => comment.replace(/^<!--+|--+>$/g, '')).join(' '));
}

/** Statements with fewer words stay beside a question. */
const TELLING_WORDS = 5;

/**
 * The slot of a paragraph. `beside`: the section has other parts, so that a finished statement may stay. `comment` is
 * the text of comments in it.
 */
export function proseSlot(part: Part, unit: TemplateText, beside: boolean, comment = ''): BareSlot {
  const { text } = unit.pattern;
  const statement = beside && unit.tokens.length === 0 && isStatement(text);
  const stays =
    isFixedText(text) || (unit.tokens.length === 0 && isFrame(part)) || (statement && wordCount(text) < TELLING_WORDS);
  return emptySlot('paragraph', 'paragraph', { form: 'prose' }, part, {
    guidance: part.text,
    boilerplate: stays,
    optional: isOptionalMarkAlone(comment),
    deletable: statement && !stays,
    ...(stays || !isShortChoice(text) ? {} : valueKind(text)),
    units: [{ ...unit, plausible: unit.plausible && isStatement(unit.pattern.text) }],
  });
}

/** Whether a paragraph consists of a few short options. */
function isShortChoice(text: string): boolean {
  const options = optionsIn(text);
  return options.length > 1 && !valueKind(text).open && options.every((option) => words(option).length <= 3);
}

const FOR_EXAMPLE = new Phrases('forExample');

/** The slot of a list, or of a checklist if all its items are tasks. */
export function listSlot(
  part: Part & { form: 'list' },
  items: TemplateText[],
  tasks: boolean,
  under: string | null,
  text: string,
): BareSlot {
  const guidance = listAsWritten(part, text);
  if (!tasks) {
    const shape = { form: 'list' as const, under, ordered: part.block.ordered, items };
    return emptySlot('list', 'list', shape, part, {
      guidance,
      boilerplate: isContents(part),
      optional: items.every(({ pattern }) => isOptionalItem(pattern.text)),
    });
  }
  const isStub = ({ stub, tokens, pattern }: TemplateText) =>
    stub || tokens.length > 0 || isDots(pattern.text) || FOR_EXAMPLE.restAfter(pattern.text) !== null;
  // Beside stubs, a task with words of its own is one to keep.
  const tasksOf = items.map((item) =>
    isStub(item) || isQuestion(item.pattern.text) ? item : { ...item, plausible: true },
  );
  return emptySlot('checklist', 'checklist', { form: 'checklist', items: tasksOf, picks: false }, part, {
    guidance,
    boilerplate: !items.some(isStub),
  });
}

/** A list of the template, without comments and without the indentation of its place. */
export function listAsWritten({ start, end }: Range, text: string): string {
  const indent = text.slice(lineStartAt(text, start), start);
  const lines = withoutComments(text.slice(start, end)).split(/\r\n|\n|\r/);
  return lines
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line).trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

const TWO_LETTERS = new UnicodePattern(String.raw`\p{L}{2}`);

export function tableSlot(part: Part & { form: 'table' }, under: string | null, context: CutContext): BareSlot {
  // A first column with different cells names the rows; a slash in it is not a choice.
  const first = part.rows.map(({ cells }) => cells[0]?.text ?? '');
  const named =
    new Set(first).size === first.length &&
    first.length > 1 &&
    first.every((cell) => TWO_LETTERS.test(cell) && !isPlaceholderText(cell) && !isNumberedStub(cell));
  const rows = part.rows.map((row) =>
    row.cells.map((cell, index): CellUnit => {
      const unit = { ...templateText(cell.text, context, cell), dots: isDots(cell.text) };
      return index === 0 && named && unit.tokens.length === 0 && !unit.dots ? { ...unit, heads: true } : unit;
    }),
  );
  const columns = part.head.map((title, index) => {
    const options = index === 0 && named ? [] : columnOptions(part.rows.map((row) => row.cells[index]?.text ?? ''));
    return options.length > 0 ? { title, options } : { title };
  });
  return emptySlot('table', 'table', { form: 'table', under, head: part.head, rows }, part, { columns });
}

/** The options of a column: one cell offers them, and no cell has another text ("A / B" in one of several examples). */
export function columnOptions(cells: readonly string[]): string[] {
  const options = cells.map(optionsIn).find((found) => found.length > 1) ?? [];
  const offered = new Set(options.map(bare));
  const isOfOne = (cell: string) =>
    cell === '' || isDots(cell) || isPlaceholderText(cell) || /[[{<]/.test(cell) || offered.has(bare(cell));
  return cells.every((cell) => optionsIn(cell).length > 1 || isOfOne(cell)) ? options : [];
}

export function fenceSlot(part: Part & { form: 'fence' }, under: string | null, context: CutContext): BareSlot {
  const unit = templateText(part.text, context, part.block.bodyRange, true);
  // The name of a variable does not tell what the code around it is.
  const code = withoutTokens(part.text, context.variables);
  const stub =
    unit.tokens.length > 0 ||
    /(?:^|\n)\s*(?:\.{3}|…)\s*(?:\n|$)|\b(?:placeholder|foo|bar|key|value\d?|tbd|todo)\b/i.test(code) ||
    speaksOfExample(code) ||
    holdsStubName(code);
  return emptySlot(
    'code',
    under ? slug(under) || 'code' : 'code',
    { form: 'fence', language: part.block.language, under, unit: { ...unit, plausible: !stub } },
    part,
    { label: under, language: part.block.language, guidance: withoutComments(part.text) },
  );
}

/** A table of contents: every item is a link into the document. */
function isContents(part: Part & { form: 'list' }): boolean {
  return part.items.every((item) => /^\[[^\]]*\]\([^()\s]*#[^)]*\)$|^\[[^\]]*\]\(#[^)]*\)/.test(item.text));
}
