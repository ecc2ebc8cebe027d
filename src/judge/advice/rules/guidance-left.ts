import type { Document } from '../../../markdown/document.ts';
import { partsOf } from '../../../markdown/parts.ts';
import { isAboutTemplate } from '../../../template/instructions.ts';
import type { Template } from '../../../template/template.ts';
import { fold, words } from '../../../text/fold.ts';
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
      ...commentsIn(document).filter(({ said }) => comments.has(said)),
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
    comments: new Set(commentsIn(template.document).map(({ said }) => said)),
    asides: new Set(asides.map(({ pattern }) => pattern.text)),
  };
});

/** A comment for tools, an id, or the name of a part in capitals speaks to nobody. */
const FOR_TOOLS =
  /^(?:markdown|prettier|eslint|vale|textlint|cspell|toc\b|spec-wizard|start\b|end\b|begin\b|(?:id|key|anchor)\s*[:=]|https?:\/\/)/i;

/** The comments of a document that say something to people, outside code. */
function commentsIn({ text, sections }: Document): { start: number; said: string }[] {
  if (!text.includes('<!--')) return [];
  const code = sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'fence' || kind === 'code'),
  );
  return [...text.matchAll(/<!--([\s\S]*?)-->/g)]
    .map(({ index, 1: inner = '' }) => ({ start: index, said: fold(inner) }))
    .filter(
      ({ start, said }) =>
        words(said).length >= 2 &&
        /\p{Ll}|\p{Lo}/u.test(said) &&
        !FOR_TOOLS.test(said) &&
        !code.some((block) => block.start <= start && start < block.end),
    );
}
