import type { Label } from '../markdown/labels.ts';
import type { Part } from '../markdown/parts.ts';
import { foldCase, words } from '../text/fold.ts';
import { Phrases } from './languages/index.ts';
import { isFilledLater, isOptionalSection, mayBeLeftOut } from './optional.ts';
import { sentences, withoutMarks } from './phrasing.ts';
import { counterOf } from './series.ts';
import type { TemplateSection } from './template.ts';
import { termsOf } from './terms.ts';
import { readTitle, type Title } from './title.ts';

const SUBSECTIONS = new Phrases('subsections');
const INCLUDE_WHEN = new Phrases('includeWhen');
const ADAPTABLE = new Phrases('adaptable');

/** Whether a section is an appendix ("Appendix A: …"), which most documents do without, and is not called required. */
export function isAppendix({ plain, optional }: Title): boolean {
  const name = counterOf(plain)?.stem ?? plain.split(/\s*[:：—–]|\s-\s/)[0]!;
  const [term, another] = termsOf(foldCase(name));
  return term !== undefined && another === undefined && term.ideas.includes('appendix') && optional === '';
}

/** Whether a heading's mark allows other names ("adapt the names to fit the domain"). */
export function isAdaptable(title: string): boolean {
  const mark = /[([（【]([^()[\]（）【】]{3,80})[)\]）】]\s*$/.exec(title)?.[1];
  return mark !== undefined && ADAPTABLE.isWhole(mark);
}

/** The most words of a sentence that only tells when a section is required. */
const SHORT_SENTENCE = 12;

/** Whether a text is a label or a sentence that tells when its section is required ("When to include: the API changes"). */
export function saysWhenToInclude(text: string): boolean {
  const name = /^[*_]*([^:：]{2,60}?)[*_]*[:：]/.exec(text)?.[1];
  if (name !== undefined) return INCLUDE_WHEN.isWhole(name);
  const only = withoutMarks(text);
  return (
    /^\s/.test(INCLUDE_WHEN.restAfter(only) ?? '') && words(only).length <= SHORT_SENTENCE && !/[?？[\]{}]/.test(only)
  );
}

/** Whether a text in a section allows leaving out the sections beside it ("Skip subsections that do not apply."). */
export function allowsOmittingSiblings(notes: readonly string[]): boolean {
  return notes.some((note) => sentences(note).some((sentence) => mayBeLeftOut(sentence) && SUBSECTIONS.isIn(sentence)));
}

/** Whether a comment above subsections says what belongs there, and not which subsections follow. */
export function isIntroduction(comment: string): boolean {
  return comment !== '' && !sentences(comment).some((sentence) => SUBSECTIONS.isIn(sentence));
}

/** The names beside two or more boxes in one line ("API [ ] / Event [ ]"). Only what is ticked is described below. */
export function boxesIn(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.form !== 'prose') return [];
    const pieces = part.text.replace(/^[*_]*[^:：[\]]{1,40}[:：][*_]*/, '').split(/\[[ xX]?\]/);
    if (pieces.length < 3) return [];
    return pieces
      .map((piece) => words(piece.replace(/←.*$/s, '')).join(' '))
      .filter((name) => name !== '' && name.split(' ').length <= 3);
  });
}

/** Marks slots as optional that a template's text in another section allows to be left out. */
export function markOptional(
  sections: readonly TemplateSection[],
  omitting: ReadonlySet<TemplateSection>,
  boxes: ReadonlyMap<TemplateSection, readonly string[]>,
): void {
  for (const section of sections) {
    const { parent } = section;
    if (!parent) continue;
    const isMentioned = sections.some(
      (other) => omitting.has(other) && other.parent === parent && isLeaf(other, sections),
    );
    const title = new Set(words(readTitle(section.title).key));
    const isBoxed = (boxes.get(parent) ?? []).some((name) => name.split(' ').every((word) => title.has(word)));
    if (isMentioned || isBoxed || parent.optional) section.optional = true;
  }
}

function isLeaf(section: TemplateSection, sections: readonly TemplateSection[]): boolean {
  return !sections.some(({ parent }) => parent === section);
}

/** Bold lines that are sentences rather than names: they may say when a section is required. */
export function longNotes(labels: readonly Label[]): string[] {
  return labels.map(({ name }) => name).filter((name) => words(name).length >= LONG_NOTE);
}

const LONG_NOTE = 4;

/** Whether a template's text means that the whole section may be left out: its first remark, or any sentence. */
export function saysOptional(notes: readonly string[], parts: readonly Part[]): boolean {
  return (
    notes.some(
      (note, index) => mayBeLeftOut(note) || saysWhenToInclude(note) || (index === 0 && isOptionalSection(note)),
    ) || isLog(parts)
  );
}

/** Whether parts are a table without rows and a text by which it is filled in later ("Fill this in after each run."). */
function isLog(parts: readonly Part[]): boolean {
  return (
    parts.some((part) => part.form === 'table' && part.rows.length === 0) &&
    parts.some((part) => part.form === 'prose' && sentences(part.text).some(isFilledLater))
  );
}
