import type { Label } from '../markdown/labels.ts';
import type { Part } from '../markdown/parts.ts';
import { type Range, rangeOf } from '../text/range.ts';
import { commentText, isCommentedOut } from './asides.ts';
import {
  announcesExample,
  asksForList,
  asksToPick,
  describesBelow,
  guidanceHeads,
  isAboutTemplate,
  isAside,
  isFrame,
  namesForm,
  opensAsExample,
} from './guidance.ts';
import { isExplained, isHeaded, isStateLegend, isSubtitle, labelsOf } from './labels.ts';
import {
  commentsIn,
  emptySlot,
  fenceSlot,
  isExampleOf,
  labelPlace,
  labelSlot,
  listSlot,
  proseSlot,
  tableSlot,
  withDefault,
} from './make-slot.ts';
import {
  asideBefore,
  asksBelow,
  asksForText,
  isAskedBlock,
  isOpenProse,
  isStubList,
  isTicksBelowNote,
  join,
  leadsIn,
  leadsToSections,
  markDeletable,
  opensNested,
  pickOne,
  takeBelow,
  writtenAs,
} from './neighbours.ts';
import { isOnlyCondition, isOptionalValue, mayBeLeftOut } from './optional.ts';
import { isFixedText, isInstruction, isReaderNote } from './phrasing.ts';
import { isIntroduction, longNotes, saysWhenToInclude } from './section-notes.ts';
import type { BareSlot, CutContext, CutSection, TemplateText } from './slot.ts';
import { guidanceUnits, itemText, templateText } from './template-text.ts';
import { bare } from './title.ts';
import { isDots } from './tokens.ts';

/** Cuts the parts of a template's section into slots. */
export function cutSlots(parts: readonly Part[], context: CutContext): CutSection {
  return new SlotCutter(parts, context).cut();
}

/** Reads the parts of a section in order. Each becomes a slot, or belongs to the slot above or below it. */
class SlotCutter {
  readonly #parts: readonly Part[];
  readonly #context: CutContext;
  /** The visible parts, and those of them that only structure guidance. */
  readonly #shown: readonly Part[];
  readonly #heads: ReadonlySet<Part>;

  readonly #slots: BareSlot[] = [];
  readonly #guidance: string[] = [];
  readonly #notes: string[] = [];
  readonly #instructions: Range[] = [];
  /** The template's text before the next question, which an answer to that removes. */
  #before: TemplateText[] = [];
  /** Guidance for the next slot; '' if there is none. */
  #note = '';
  /** The label without a value above a list, a table or a fence, and the one that its labels belong to. */
  #under: string | null = null;
  #group: string | null = null;
  /** Whether the block above asks to pick one of the items below. */
  #picks = false;
  /** The labels with a comment of their own below them. */
  readonly #explained = new Set<BareSlot>();
  /** The paragraphs that belong to the label above them. */
  readonly #taken = new Set<Part>();
  /** Whether all of the section is commented out, to be used later. */
  #isCommentedOut = false;

  constructor(parts: readonly Part[], context: CutContext) {
    this.#parts = parts;
    this.#context = context;
    this.#shown = parts.filter((part) => part.form !== 'quiet');
    this.#heads = guidanceHeads(this.#shown, context.recurring);
  }

  cut(): CutSection {
    let place = 0;
    for (const part of this.#parts)
      if (part.form === 'quiet') this.#readComment(part);
      else if (!this.#taken.has(part)) this.#readPart(part, this.#shown[++place], this.#shown[place + 1]);
      else place++;
    this.#addImplied();
    markDeletable(this.#slots, this.#context);
    const last = this.#slots.findLast((slot) => !slot.boilerplate);
    if (last) last.units = [...last.units, ...this.#before];
    return {
      slots: this.#slots,
      guidance: this.#guidance,
      notes: this.#notes,
      instructions: this.#instructions,
      remarks: last ? [] : this.#before,
    };
  }

  /** Reads a part without visible text. */
  #readComment(part: Part): void {
    const comment = commentText(this.#context.text, part.block);
    if (comment === '') return;
    if (isCommentedOut(comment)) {
      this.#isCommentedOut ||= this.#shown.length === 0;
      return;
    }
    this.#guidance.push(comment);
    const above = this.#slots.at(-1);
    if (above?.shape.form === 'label') {
      const { unit } = above.shape;
      // A comment right below a label without a value describes the value.
      if (unit.pattern.text === '' && !this.#explained.has(above) && this.#note === '') {
        this.#explained.add(above);
        above.guidance = comment;
        above.optional ||= isOptionalValue(comment);
        return;
      }
      above.shape.unit = withDefault(unit, above.label ?? '', comment);
    }
    this.#notes.push(comment);
    this.#note = this.#note === '' ? comment : `${this.#note}\n\n${comment}`;
  }

  /** Reads a visible part, with the two below it. */
  #readPart(part: Part, next: Part | undefined, afterNext: Part | undefined): void {
    if (this.#heads.has(part)) {
      this.#setBefore(part);
      return;
    }
    // Names or numbers of the options of a choice are not labels.
    const isLead = this.#context.parent && !next && leadsToSections(part);
    const labels = (this.#picks && part.form === 'list') || isLead ? null : labelsOf(part, next, this.#context.text);
    if (part.form === 'prose' && labels?.every(({ text }) => text === '')) this.#notes.push(...longNotes(labels));
    if (part.form === 'prose' && (saysWhenToInclude(part.text) || (next && isOnlyCondition(part.text)))) {
      this.#notes.push(part.text);
      this.#setBefore(part);
      return;
    }
    if (labels && !(labels.every(isExampleOf) && isOpenProse(this.#slots.at(-1)))) {
      this.#addLabels(part, labels, next);
      return;
    }
    // The content below headings of guidance is guidance on the whole section.
    const guiding = this.#heads.size > 0 ? guidanceUnits(part, this.#context) : null;
    if (part.form === 'prose' || guiding) this.#notes.push(part.text);
    if (guiding) {
      this.#addGuiding(part, guiding);
      return;
    }
    if (part.form === 'prose') {
      this.#addProse(part, next, isHeaded(next) && labelsOf(next!, afterNext, this.#context.text) === null);
      return;
    }
    if (part.form === 'list') this.#addList(part);
    else if (part.form === 'table') this.#add(tableSlot(part, this.#under, this.#context));
    else if (part.form === 'fence') this.#add(fenceSlot(part, this.#under, this.#context));
    this.#under = null;
  }

  /** Adds a slot with what waits for it. */
  #add(slot: BareSlot): void {
    const note = this.#note;
    const added =
      note === ''
        ? slot
        : {
            ...slot,
            guidance: slot.guidance === '' ? note : `${note}\n\n${slot.guidance}`,
            optional: slot.optional || mayBeLeftOut(note),
          };
    this.#slots.push(added);
    this.#note = '';
    if (slot.boilerplate || this.#before.length === 0) return;
    added.units = [...this.#before, ...added.units];
    this.#before = [];
  }

  /** Keeps a remark to the author for the next question. */
  #setBefore(part: (Range & { text: string }) | null): void {
    if (part) this.#before.push({ ...templateText(part.text, this.#context, part), tokens: [], aside: true });
  }

  /** Adds a slot for each label; the last one, without a value above a list, a table or a fence, is the name of that. */
  #addLabels(part: Part, labels: readonly Label[], next: Part | undefined): void {
    this.#setBefore(asideBefore(part, labels[0]!, this.#context.text));
    // A comment above several labels is about all of them, and no request for the first.
    const remark = labels.length > 1 && !mayBeLeftOut(this.#note) ? this.#note : '';
    if (remark !== '') this.#note = '';
    const opens = isHeaded(next) && part.form !== 'table' && !isTicksBelowNote(this.#parts, part, next);
    const last = opens ? labels.at(-1) : undefined;
    const opensNext = last && last.text === '' && !opensNested(part) ? last : undefined;
    for (const label of labels)
      if (label !== opensNext) {
        const item = part.form === 'list' ? part.items.find((here) => here.label === label) : null;
        const slot = labelSlot(label, labelPlace(part, label), this.#group, this.#context, item);
        this.#add(label === labels[0] ? { ...slot, remark } : slot);
      }
    for (const asked of takeBelow(part, labels, this.#slots.at(-1), this.#shown, this.#context)) this.#taken.add(asked);
    if (opensNext) this.#under = opensNext.name;
    this.#picks = asksToPick(opensNext?.name ?? '');
    if (opensNext && next!.form !== 'fence') this.#group = opensNext.name;
  }

  #addGuiding(part: Part, units: TemplateText[]): void {
    const above = this.#slots.at(-1);
    if (isOpenProse(above)) join(above, part, units, this.#context.text);
    else {
      const guidance = writtenAs(part, this.#context.text);
      this.#add(emptySlot('paragraph', 'paragraph', { form: 'prose' }, part, { guidance, units }));
    }
  }

  /** `headed`: whether a list, a table or a fence without labels is next. */
  #addProse(part: Part & { form: 'prose' }, next: Part | undefined, headed: boolean): void {
    const context = this.#context;
    const { text } = part;
    const unit = templateText(text, context, part);
    const above = this.#slots.at(-1);
    const isBeside = this.#shown.length > 1 || context.parent;
    this.#picks = isHeaded(next) && asksToPick(text);
    if (above?.shape.form === 'fence' && /^replace\b/.test(bare(text))) {
      above.units.push(unit);
      above.guidance = [above.guidance, text].filter(Boolean).join('\n\n');
      above.range = { start: above.range.start, end: part.end };
    } else if (isBeside && (isAside(text) || isExplained(part))) {
      if (isAboutTemplate(text)) this.#instructions.push(rangeOf(part));
      else this.#note = text;
      this.#before.push({ ...unit, tokens: [], aside: true });
    } else if (context.parent && !next && leadsToSections(part) && unit.tokens.length === 0 && !isInstruction(text)) {
      this.#add({ ...proseSlot(part, unit, true), boilerplate: true });
    } else if (isSubtitle(part, next)) {
      this.#add({ ...proseSlot(part, unit, true), key: 'subtitle', boilerplate: true });
    } else if (this.#picks && asksToPick(text.replace(/[(（].*[)）]/, ''))) {
      this.#before.push({ ...unit, aside: true });
    } else if (
      (unit.tokens.length === 0 || asksBelow(next)) &&
      leadsIn(text, next, above) &&
      (headed || !namesForm(text))
    ) {
      if (!asksBelow(next) && (announcesExample(text) || namesForm(text)))
        this.#before.push({ ...unit, plausible: false });
      else this.#add({ ...proseSlot(part, { ...unit, tokens: [] }, true), boilerplate: true });
      this.#under = /^[*_]*([^*_]{1,40}?)[:：]/.exec(text)?.[1] ?? null;
    } else if (isOpenProse(above) && !isFixedText(text)) {
      join(above, part, [isFrame(part) ? { ...unit, aside: true } : unit], context.text);
    } else {
      const slot = proseSlot(part, unit, isBeside, commentsIn(context.text, part));
      const asksForBlock =
        (next?.form !== 'fence' && asksForList(text)) || (isStubList(next, context) && describesBelow(text));
      const showsForm = headed && (namesForm(text) || opensAsExample(text) || asksForBlock);
      if (!slot.boilerplate && unit.tokens.length === 0 && showsForm) {
        this.#before.push({ ...unit, plausible: false });
        this.#note = text;
      } else if (slot.deletable ? context.title || headed || isAskedBlock(above) : !next && above && isReaderNote(text))
        this.#add({ ...slot, deletable: false, boilerplate: true });
      else this.#add(slot);
    }
  }

  #addList(part: Part & { form: 'list' }): void {
    const items = part.items.map((item) => itemText(item, this.#context));
    const tasks = part.items.every((item) => item.item.task);
    const areHints =
      !tasks && items.every((item) => item.tokens.length === 0 && !item.stub && !isDots(item.pattern.text));
    const above = this.#slots.at(-1);
    if (areHints && asksForText(above)) join(above, part, items, this.#context.text);
    else {
      const slot = listSlot(part, items, tasks, this.#under, this.#context.text);
      const picks = items.length > 1 && (this.#picks || this.#context.picks || asksToPick(this.#note));
      this.#add(picks || isStateLegend(part) ? pickOne(slot, this.#under) : slot);
    }
    this.#picks = false;
  }

  /** A section that only tells how to write still asks for a text; one with subsections may have one above them. */
  #addImplied(): void {
    if (this.#slots.length > 0) return;
    const { title, parent } = this.#context;
    // Below a title, a question in a comment is the only sign that something belongs there.
    const asks = title ? /[?？]$/.test(this.#guidance.at(-1) ?? '') : isIntroduction(this.#note);
    if (parent && !(asks && this.#shown.length === 0)) return;
    const rest = { guidance: this.#note, optional: parent ? !title : this.#isCommentedOut && this.#note === '' };
    this.#slots.push(emptySlot('paragraph', 'paragraph', { form: 'implied' }, { start: 0, end: 0 }, rest));
  }
}
