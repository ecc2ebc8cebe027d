import { type Line, plainLine, type Role, type Style } from './line.ts';

/** SGR parameters by role; `links` makes hyperlinks of link texts. */
export interface Theme {
  readonly name: ThemeName;
  readonly colours: Readonly<Record<Role, string>> | null;
  readonly links: boolean;
}

/** For dark and for light backgrounds; without colours (bold, dim, underlined); and without escape sequences. */
export type ThemeName = 'dark' | 'light' | 'plain' | 'none';

/**
 * Of the 16 colours those that common terminals show at a contrast of 4.5 or more on the theme's background, else
 * colours of the 256. Dim text on light is a grey, because some terminals make it nearly white.
 */
const DARK: Readonly<Record<Role, string>> = {
  text: '',
  title: '96',
  heading: '96',
  subheading: '36',
  code: '33',
  link: '36;4',
  target: '2',
  marker: '2',
  label: '2',
  comment: '2;3',
  html: '2',
  note: '38;5;111',
  tip: '92',
  important: '38;5;176',
  warning: '93',
  caution: '38;5;203',
  keyword: '38;5;176',
  string: '32',
  number: '93',
  name: '38;5;111',
  type: '36',
  remark: '2;3',
  meta: '2',
  added: '32',
  removed: '38;5;203',
  gap: '93;1',
  found: '7',
};

const LIGHT: Readonly<Record<Role, string>> = {
  text: '',
  title: '34',
  heading: '34',
  subheading: '38;5;24',
  code: '35',
  link: '34;4',
  target: '38;5;241',
  marker: '38;5;241',
  label: '38;5;241',
  comment: '38;5;241;3',
  html: '38;5;241',
  note: '34',
  tip: '38;5;22',
  important: '35',
  warning: '31',
  caution: '31',
  keyword: '35',
  string: '38;5;22',
  number: '38;5;24',
  name: '34',
  type: '38;5;23',
  remark: '38;5;241;3',
  meta: '38;5;241',
  added: '38;5;22',
  removed: '31',
  gap: '31;1',
  found: '7',
};

const PLAIN = Object.fromEntries(
  Object.entries(DARK).map(([role, codes]) => [role, codes.replace(/38;5;\d+;?|\b[39]\d;?/g, '').replace(/;$/, '')]),
) as Record<Role, string>;

const COLOURS = { dark: DARK, light: LIGHT, plain: PLAIN, none: null } as const;

/** The theme of a name; `links` if the terminal supports OSC 8. */
export function themeOf(name: ThemeName, links = false): Theme {
  return {
    name,
    colours: COLOURS[name],
    links: links && name !== 'none',
  };
}

/** The line with the escape sequences of a theme; each run closes what it opens. */
export function styleLine(line: Pick<Line, 'spans'>, theme: Theme): string {
  const { colours } = theme;
  if (!colours) return plainLine(line);
  let result = '';
  for (const { text, style } of line.spans) {
    const codes = sgr(style, colours);
    const shown = codes === '' || (text.trim() === '' && !underlined(style)) ? text : `\x1b[${codes}m${text}\x1b[0m`;
    const target = theme.links && style.link !== undefined ? safeTarget(style.link) : null;
    result += target === null ? shown : `\x1b]8;;${target}\x1b\\${shown}\x1b]8;;\x1b\\`;
  }
  return result;
}

function underlined(style: Style): boolean {
  return style.role === 'found';
}

/** The parameters of a style, joined. */
function sgr(style: Style, colours: Readonly<Record<Role, string>>): string {
  const codes = [style.gap === undefined || style.role === 'found' ? colours[style.role] : colours.gap];
  if (style.bold) codes.push('1');
  if (style.italic) codes.push('3');
  if (style.underline) codes.push('4');
  if (style.strike) codes.push('9');
  return codes.filter((code) => code !== '').join(';');
}

/** A target that is safe in a terminal: of a harmless scheme, in printable ASCII; else null. */
function safeTarget(url: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url) || url.length > 2000) return null;
  try {
    return encodeURI(decodeURI(url)).replace(/[^\x21-\x7e]/g, '');
  } catch {
    return /^[\x21-\x7e]+$/.test(url) ? url : null;
  }
}
