/** How our own words look in a terminal, by what they are: SGR parameters of the 16 colours only (ECMA-48). */
const TEXT_STYLES = {
  dim: '2',
  bold: '1',
  accent: '36',
  good: '32',
  bad: '31',
  warn: '33',
} as const;

/** One of the looks. */
export type TextStyle = keyof typeof TEXT_STYLES;

/** Styles a text, or returns it unchanged if there is no colour. */
export type Paint = (style: TextStyle, text: string) => string;

/** The painter for a stream that has colour, or has none. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour && text !== '' ? `\u001b[${TEXT_STYLES[style]}m${text}\u001b[0m` : text);
}
