import type { Range } from '../text/range.ts';

/** The author's decision about a missing section: which heading it is, if any. */
export interface RecordedPair {
  /** The id of the template's section. */
  section: string;
  /** The key of the heading's title; null if no heading of the document is that section. */
  title: string | null;
}

/** The comment at the end of a spec. */
export interface Mark extends Range {
  template: string | null;
  /** The ids of the slots that are kept as they are. */
  keep: string[];
  /** The ids of the sections that are left out. */
  omit: string[];
  /** The author's headings that are, or are not, sections of the template; one for each section. */
  headings: RecordedPair[];
}

/** The content of a mark, without its place. */
export type MarkContent = Omit<Mark, 'start' | 'end'>;

/** The most headings that are read from a mark. */
const MOST_HEADINGS = 200;
/** The longest title of a heading, in UTF-16 code units. */
const LONGEST_TITLE = 300;

const MARK = /<!--[ \t]*spec-wizard:([^\n\r]{0,20000}?)-->[ \t]*(?=[\r\n]*$)/;

/** Reads a spec's mark: a comment at the end of the file; null if there is none. */
export function readMark(text: string): Mark | null {
  const at = text.lastIndexOf('<!--');
  const match = at < 0 ? null : MARK.exec(text.slice(at));
  if (match?.index !== 0) return null;
  const fields = new Map(
    [...match[1]!.matchAll(/(template|keep|omit|headings)=(\S*)/g)].map((field) => [field[1]!, field[2]!]),
  );
  const list = (name: string) => (fields.get(name) ?? '').split(',').filter(Boolean).map(decode);
  const template = fields.get('template');
  return {
    start: at,
    end: at + match[0].trimEnd().length,
    template: template ? decode(template) : null,
    keep: list('keep'),
    omit: list('omit'),
    headings: pairsOf((fields.get('headings') ?? '').split(',').filter(Boolean)),
  };
}

/** The pairs in `SECTION:TITLE` entries, the first for each section. Ignores other entries. */
function pairsOf(entries: readonly string[]): RecordedPair[] {
  const pairs = new Map<string, RecordedPair>();
  for (const entry of entries.slice(0, MOST_HEADINGS)) {
    const [section = '', title, more] = entry.split(':').map(decode);
    if (section === '' || title === undefined || more !== undefined || title.length > LONGEST_TITLE) continue;
    if (!pairs.has(section)) pairs.set(section, { section, title: title === '' ? null : title });
  }
  return [...pairs.values()];
}

/** The mark's text, in one line. */
export function writeMark(mark: MarkContent): string {
  const pairs = mark.headings.map(({ section, title }) => `${encode(section)}:${encode(title ?? '')}`);
  const fields = [
    ...(mark.template === null ? [] : [`template=${encode(mark.template)}`]),
    ...(mark.keep.length > 0 ? [`keep=${mark.keep.map(encode).join(',')}`] : []),
    ...(mark.omit.length > 0 ? [`omit=${mark.omit.map(encode).join(',')}`] : []),
    ...(pairs.length > 0 ? [`headings=${pairs.join(',')}`] : []),
  ];
  return `<!-- spec-wizard: ${fields.join(' ')} -->`;
}

// A value must not end the comment or a field, so blanks, commas, colons, percent signs and double hyphens are written
// as the %XX of their bytes in UTF-8.
function encode(value: string): string {
  return value.replace(/[\s,:%<>]|--/g, (found) =>
    found === '--' ? '%2d%2d' : encodeURIComponent(found).toLowerCase(),
  );
}

function decode(value: string): string {
  return value.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      // Other programs may write invalid UTF-8.
      return bytes;
    }
  });
}
