import { hiddenValue, readFrontMatter } from '../../../markdown/front-matter.ts';
import { groupBy } from '../../../text/group.ts';
import { positionAt } from '../../../text/lines.ts';
import type { AdviceRule } from '../advice.ts';

/** A value in the front matter begins with `#`, so that YAML reads a comment: `issue: #1234`. */
export const valueInComment: AdviceRule = {
  id: 'value-in-comment',
  severity: 'warning',
  fix: 'Put the value in quotes.',
  find: ({ document, slots }) =>
    (readFrontMatter(document)?.entries ?? []).flatMap((entry) => {
      const asked = slots.find(
        ({ slot: { shape } }) => shape.form === 'key' && shape.key.toLowerCase() === entry.key.toLowerCase(),
      );
      if (asked?.slot.shape.form !== 'key') return [];
      const hidden = hiddenValue(entry, asked.slot.shape.comment, document.text);
      if (!hidden) return [];
      const hiddenText = document.text.slice(hidden.start, hidden.end);
      return [
        {
          place: asked.id,
          line: positionAt(document.starts, hidden.start).line,
          message: `YAML reads “${hiddenText}” behind “${entry.key}:” as a comment`,
        },
      ];
    }),
};

/** A key stands more often in the front matter than in the template's, so that YAML takes it for an error. */
export const keyTwice: AdviceRule = {
  id: 'key-twice',
  severity: 'warning',
  fix: 'Keep the line that is true and take the others out.',
  find({ document, template }) {
    const given = groupBy(readFrontMatter(template.document)?.entries ?? [], ({ key }) => key);
    const entries = groupBy(readFrontMatter(document)?.entries ?? [], ({ key }) => key);
    return [...entries]
      .filter(([key, all]) => all.length > Math.max(1, given.get(key)?.length ?? 0))
      .map(([key, all]) => {
        const lines = all.map(({ range }) => positionAt(document.starts, range.start).line);
        return {
          place: '',
          line: lines[0]!,
          message: `the key “${key}” stands in lines ${lines.join(', ')}`,
        };
      });
  },
};
