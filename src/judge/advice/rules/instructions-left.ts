import { partsOf } from '../../../markdown/parts.ts';
import { isAboutTemplate } from '../../../template/instructions.ts';
import { excerpt } from '../../../text/fold.ts';
import { positionAt } from '../../../text/lines.ts';
import type { AdviceRule } from '../advice.ts';

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
