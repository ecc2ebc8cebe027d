import type { Document } from '../../../markdown/document.ts';
import { partsOf } from '../../../markdown/parts.ts';
import { isAboutTemplate } from '../../../template/guidance.ts';
import type { Template } from '../../../template/template.ts';
import { excerpt, fold, words } from '../../../text/fold.ts';
import { positionAt } from '../../../text/lines.ts';
import { memo } from '../../../text/memo.ts';
import type { AdviceRule } from '../advice.ts';

/** The spec still has the template's comments, tips or notes on length (judgement, rule 8). */
export const guidanceLeft: AdviceRule = {
  id: 'guidance-left',
  severity: 'info',
  fix: 'Remove it when the spec is finished; it is meant for the author.',
  find({ document, template }) {
    const { comments, asides } = guidanceOf(template);
    if (comments.size === 0 && asides.size === 0) return [];
    const left = [
      ...commentsIn(document).filter(({ comment }) => comments.has(comment)),
      ...document.sections.flatMap(({ blocks }) =>
        partsOf(document.text, blocks).filter((part) => part.form === 'prose' && asides.has(part.text)),
      ),
    ];
    const lines = [...new Set(left.map(({ start }) => positionAt(document.starts, start).line))].sort(
      (a, b) => a - b,
    );
    const [first] = lines;
    if (first === undefined) return [];
    const message =
      lines.length === 1
        ? "the template's guidance is still there"
        : `the template's guidance is still there in ${lines.length} places: lines ${lines.join(', ')}`;
    return [{ place: '', line: first, message }];
  },
};

interface Guidance {
  comments: ReadonlySet<string>;
  asides: ReadonlySet<string>;
}

const guidanceOf = memo((template: Template): Guidance => {
  const units = template.slots.flatMap((slot) => slot.units);
  const asides = units.filter(({ aside, pattern }) => aside && !isAboutTemplate(pattern.text));
  return {
    comments: new Set(commentsIn(template.document).map(({ comment }) => comment)),
    asides: new Set(asides.map(({ pattern }) => pattern.text)),
  };
});

/** A comment for tools, an id, or the name of a part in capitals speaks to nobody. */
const FOR_TOOLS =
  /^(?:markdown|prettier|eslint|vale|textlint|cspell|toc\b|spec-wizard|start\b|end\b|begin\b|(?:id|key|anchor)\s*[:=]|https?:\/\/)/i;

/** The comments of a document that say something to people, outside code. */
function commentsIn({ text, sections }: Document): { start: number; comment: string }[] {
  if (!text.includes('<!--')) return [];
  const code = sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'fence' || kind === 'code'),
  );
  return [...text.matchAll(/<!--([\s\S]*?)-->/g)]
    .map(({ index, 1: inner = '' }) => ({ start: index, comment: fold(inner) }))
    .filter(
      ({ start, comment }) =>
        words(comment).length >= 2 &&
        /\p{Ll}|\p{Lo}/u.test(comment) &&
        !FOR_TOOLS.test(comment) &&
        !code.some((block) => block.start <= start && start < block.end),
    );
}

/** The template's word on how to use itself still stands in the spec (judgement, rule 26). */
export const instructionsLeft: AdviceRule = {
  id: 'instructions-left',
  severity: 'info',
  fix: 'Take it out: it is about the template, and nothing that readers of the spec need.',
  find({ document, sections, template }) {
    if (template.instructions.length === 0) return [];
    const given = new Set(
      template.slots.flatMap(({ units }) =>
        units.filter(({ aside }) => aside).map(({ pattern }) => pattern.text),
      ),
    );
    const title = sections[0]?.found;
    const above = new Set([...document.root.blocks, ...(title ? title.blocks : [])]);
    return document.sections
      .flatMap(({ blocks }) => partsOf(document.text, blocks))
      .filter(
        (part) =>
          part.form === 'prose' &&
          // Above the first section older wordings count as well.
          (given.has(part.text) || above.has(part.block)) &&
          isAboutTemplate(part.text),
      )
      .map((part) => ({
        place: '',
        line: positionAt(document.starts, part.start).line,
        message: `the template's instruction “${excerpt(part.text, 40)}” still stands`,
      }));
  },
};

const SHORT = new Set(['line', 'date', 'choice', 'variable']);

/** A value was filled in with the placeholder's brackets still round it (judgement, rule 1). */
export const bracketsKept: AdviceRule = {
  id: 'brackets-kept',
  severity: 'info',
  fix: 'Take the brackets off.',
  find: (reading) =>
    reading.slots.flatMap(({ slot, state, range, value }) => {
      if (!SHORT.has(slot.kind) || state !== 'answered' || typeof value !== 'string' || !range) return [];
      // Ids such as [DES-001] and several pairs are the author's own.
      if (!/^(?:\[[^[\]]+\]|\{[^{}]+\}|<[^<>:@]+>)$/.test(value) || /^\[[A-Z]{2,10}-\d+\]$/.test(value))
        return [];
      return [
        {
          place: slot.id,
          line: positionAt(reading.document.starts, range.start).line,
          message: `“${excerpt(value, 40)}” still stands in the placeholder's brackets`,
        },
      ];
    }),
};
