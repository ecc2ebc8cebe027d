/** The roles of text; a theme gives each a style. */
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

export type Role = (typeof ROLES)[number];

/** The style of a run of text. `gap` is the state of the open slot that it belongs to, `link` its target. */
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

/** A heading that begins in a line, for navigation: its text without markup. */
export interface LineHeading {
  readonly level: number;
  readonly title: string;
}

/** A line, at most as wide as requested. */
export interface Line {
  readonly spans: readonly Span[];
  /** The line of the source it shows, from 1. */
  readonly source: number;
  /** The state of the open slot in the line, if there is one. */
  readonly gap?: string;
  readonly heading?: LineHeading;
}

/** The style of ordinary text. */
export const TEXT: Style = { role: 'text' };

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

/** The distance of tab stops, in columns. */
const STOP = 4;

/** The text with tabs as blanks up to the next stop; `column` is the column of its beginning, from 0. */
export function expandTabs(text: string, column = 0): string {
  if (!text.includes('\t')) return text;
  let result = '';
  for (const part of text.split(/(\t)/)) {
    if (part === '\t') result += ' '.repeat(STOP - ((column + result.length) % STOP));
    else result += part;
  }
  return result;
}

/** The signs for states of gaps, which work without colour; other states have ○. */
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
