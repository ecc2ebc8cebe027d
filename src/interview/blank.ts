import { writeMark } from '../judge/mark.ts';
import type { Template } from '../template/template.ts';
import { applySplices } from '../text/range.ts';
import { eolNear } from '../text/source.ts';

/** A new spec's text: the template without its instructions, nothing answered, and the mark that names the template. */
export function blankSpec(template: Template, name = template.id): string {
  const { document, text } = template;
  const { start, end } = {
    start: document.frontMatter?.start ?? document.root.start,
    end: document.root.end,
  };
  const dropped = template.instructions.map((range) => {
    const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(range.end))![0];
    return { start: range.start - start, end: range.end + blank.length - start, text: '' };
  });
  const body = applySplices(text.slice(start, end), dropped);
  const eol = eolNear(body, 0);
  const closed = body.trimEnd() + eol;
  return `${closed}${eol}${writeMark({ template: name, keep: [], omit: [], headings: [] })}${eol}`;
}
