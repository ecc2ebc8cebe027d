import type { Range } from '../text/range.ts';

/** What the comment at the end of a spec says: which template it is of, what is kept as it is, what is left out. */
export interface Mark extends Range {
  template: string | null;
  keep: string[];
  omit: string[];
}

const MARK = /<!--[ \t]*spec-wizard:([^\n\r]{0,20000}?)-->[ \t]*(?=[\r\n]*$)/;

/** Reads a spec's mark: only a comment that is the last thing in the file is one. */
export function readMark(text: string): Mark | null {
  const at = text.lastIndexOf('<!--');
  const match = at < 0 ? null : MARK.exec(text.slice(at));
  if (match?.index !== 0) return null;
  const fields = new Map(
    [...match[1]!.matchAll(/(template|keep|omit)=(\S*)/g)].map((field) => [field[1]!, field[2]!]),
  );
  const list = (name: string) => (fields.get(name) ?? '').split(',').filter(Boolean).map(decode);
  const template = fields.get('template');
  return {
    start: at,
    end: at + match[0].trimEnd().length,
    template: template ? decode(template) : null,
    keep: list('keep'),
    omit: list('omit'),
  };
}

/** The mark's text, in one line, for a template id or path and the ids it keeps and omits. */
export function writeMark(mark: Pick<Mark, 'template' | 'keep' | 'omit'>): string {
  const fields = [
    ...(mark.template === null ? [] : [`template=${encode(mark.template)}`]),
    ...(mark.keep.length > 0 ? [`keep=${mark.keep.map(encode).join(',')}`] : []),
    ...(mark.omit.length > 0 ? [`omit=${mark.omit.map(encode).join(',')}`] : []),
  ];
  return `<!-- spec-wizard: ${fields.join(' ')} -->`;
}

// A value must not end the comment or a field: blanks, commas, percent signs and double hyphens are written as %XX.
function encode(value: string): string {
  return value.replace(/[\s,%<>]|--/g, (found) =>
    [...found].map((char) => `%${char.codePointAt(0)!.toString(16).padStart(2, '0')}`).join(''),
  );
}

function decode(value: string): string {
  return value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
