/** What a run of text is to its reader; a theme gives each a look. */
export const ROLES = [
  'text',
  'title',
  'heading',
  'subheading',
  'code',
  'link',
  'target',
  'marker',
  'label',
  'comment',
  'html',
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'keyword',
  'string',
  'number',
  'name',
  'type',
  'remark',
  'meta',
  'added',
  'removed',
  'gap',
  'found',
] as const;

/** One of the roles. */
export type Role = (typeof ROLES)[number];

/** How a run of text is meant. `gap` is the state of the unfilled slot it belongs to, `link` where it leads. */
export interface Style {
  readonly role: Role;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly underline?: true;
  readonly link?: string;
  readonly gap?: string;
}

/** A run of printable text in one style; never empty, without line ends. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** A heading that a line begins, for finding one's way: its text without markup. */
export interface LineHeading {
  readonly level: number;
  readonly title: string;
}

/** A line as wide as was asked at most, in cells. */
export interface Line {
  readonly spans: readonly Span[];
  /** The line of the source it shows, from 1. */
  readonly source: number;
  /** The state of the unfilled slot that the line shows, where it shows one. */
  readonly gap?: string;
  readonly heading?: LineHeading;
}

/** The style of ordinary text. */
export const TEXT: Style = { role: 'text' };

/** Whether two styles are the same. */
export function sameStyle(a: Style, b: Style): boolean {
  return (
    a === b ||
    (a.role === b.role &&
      a.bold === b.bold &&
      a.italic === b.italic &&
      a.strike === b.strike &&
      a.underline === b.underline &&
      a.link === b.link &&
      a.gap === b.gap)
  );
}

/** The text of a line without its styles. */
export function plainLine(line: Pick<Line, 'spans'>): string {
  let text = '';
  for (const span of line.spans) text += span.text;
  return text.trimEnd();
}

/** How far apart tab stops are, in columns. */
const STOP = 4;

/** The text with tabs as the blanks that reach the next stop; `column` is where the text begins, from 0. */
export function expandTabs(text: string, column = 0): string {
  if (!text.includes('\t')) return text;
  let result = '';
  for (const part of text.split(/(\t)/)) {
    if (part === '\t') result += ' '.repeat(STOP - ((column + result.length) % STOP));
    else result += part;
  }
  return result;
}

/** The signs for the states of what is not answered, which work without colour; other states have ○. */
const SIGNS: Readonly<Record<string, string>> = {
  answered: '●',
  partial: '◐',
  unconfirmed: '?',
  pending: '!',
  'not-applicable': '–',
};

export function signOf(state: string): string {
  return SIGNS[state] ?? '○';
}
