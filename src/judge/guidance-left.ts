import type { Document, Section } from '../markdown/document.ts';
import { partsOf } from '../markdown/parts.ts';
import { isAboutTemplate } from '../template/guidance.ts';
import type { Template } from '../template/template.ts';
import { fold, words } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import { isWithin, type Range, rangeOf } from '../text/range.ts';
import type { Reading } from './reading.ts';

/** The template's comments, tips and notes on length that are still in a spec, ascending (judgement, rule 8). */
export function guidanceIn({ document, template }: Pick<Reading, 'document' | 'template'>): Range[] {
  const { comments, asides } = guidanceOf(template);
  const asidesIn = ({ blocks }: Section) =>
    partsOf(document.text, blocks).filter((part) => part.form === 'prose' && asides.has(part.text));
  return [
    ...(comments.size > 0 ? commentsIn(document, (comment) => comments.has(comment)) : []),
    ...(asides.size > 0 ? document.sections.flatMap(asidesIn) : []),
  ]
    .map(rangeOf)
    .sort((a, b) => a.start - b.start);
}

/** The blocks with the template's instructions for its use, in the order of the text (judgement, rule 26). */
export function instructionsIn({
  document,
  sections,
  template,
}: Pick<Reading, 'document' | 'sections' | 'template'>): (Range & { text: string })[] {
  if (template.instructions.length === 0) return [];
  const given = new Set(
    template.slots.flatMap(({ units }) => units.filter(({ aside }) => aside).map(({ pattern }) => pattern.text)),
  );
  const title = sections[0]?.found;
  const above = new Set([...document.root.blocks, ...(title ? title.blocks : [])]);
  const usage = usageOf(template);
  const parts = document.sections
    .flatMap(({ blocks }) => partsOf(document.text, blocks))
    .filter(
      (part) =>
        (above.has(part.block) && usage.has(part.text)) ||
        (part.form === 'prose' &&
          // Above the first section older wordings count as well.
          (given.has(part.text) || above.has(part.block)) &&
          isAboutTemplate(part.text)),
    );
  const headings = document.sections.flatMap(({ heading, title: text }) =>
    heading?.setext && usage.has(text) ? [{ start: heading.start, end: heading.end, text }] : [],
  );
  return [...parts, ...headings]
    .map(({ start, end, text }) => ({ start, end, text }))
    .sort((a, b) => a.start - b.start);
}

/** A template's instructions for its use, including its sentences above a rule. */
const usageOf = memo(({ document, instructions }: Template): ReadonlySet<string> => {
  const isIn = (range: Range) => instructions.some((place) => isWithin(range, place));
  const parts = document.sections.flatMap(({ blocks }) => partsOf(document.text, blocks)).filter(isIn);
  const headings = document.sections.filter(({ heading }) => heading && isIn(heading));
  return new Set([...parts.map(({ text }) => text), ...headings.map(({ title }) => title)]);
});

interface Guidance {
  comments: ReadonlySet<string>;
  asides: ReadonlySet<string>;
}

const guidanceOf = memo((template: Template): Guidance => {
  const units = template.slots.flatMap((slot) => slot.units);
  const asides = units.filter(({ aside, pattern }) => aside && !isAboutTemplate(pattern.text));
  return {
    comments: new Set(commentsIn(template.document, isForPeople).map(({ comment }) => comment)),
    asides: new Set(asides.map(({ pattern }) => pattern.text)),
  };
});

/** A comment for tools, an id, or the name of a part in capitals is not addressed to anyone. */
const FOR_TOOLS =
  /^(?:markdown|prettier|eslint|vale|textlint|cspell|toc\b|spec-wizard|start\b|end\b|begin\b|(?:id|key|anchor)\s*[:=]|https?:\/\/)/i;

function isForPeople(comment: string): boolean {
  return words(comment).length >= 2 && /\p{Ll}|\p{Lo}/u.test(comment) && !FOR_TOOLS.test(comment);
}

/** Those of a document's comments outside code whose folded text passes a test. */
function commentsIn(
  { text, sections }: Document,
  isMeant: (comment: string) => boolean,
): (Range & { comment: string })[] {
  if (!text.includes('<!--')) return [];
  const found = [...text.matchAll(/<!--([\s\S]*?)-->/g)]
    .map(({ index, 0: whole, 1: inner = '' }) => ({ start: index, end: index + whole.length, comment: fold(inner) }))
    .filter(({ comment }) => isMeant(comment));
  if (found.length === 0) return [];
  const code = sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'fence' || kind === 'code'));
  return found.filter(({ start }) => !code.some((block) => block.start <= start && start < block.end));
}
