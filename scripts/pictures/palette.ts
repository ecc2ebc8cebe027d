/** The colours of a terminal: its own two, the 16 by number, and the frame around it. */
export interface Colours {
  ground: string;
  ink: string;
  sixteen: readonly string[];
  frame: string;
  bar: string;
  title: string;
}

export type ThemeName = 'dark' | 'light';

export const THEMES: Readonly<Record<ThemeName, Colours>> = {
  dark: {
    ground: '#0d1117',
    ink: '#e6edf3',
    sixteen: [
      ...['#484f58', '#ff7b72', '#3fb950', '#d8a53c', '#58a6ff', '#bc8cff', '#45bccb', '#b1bac4'],
      ...['#6e7681', '#ffa198', '#56d364', '#e3b341', '#79c0ff', '#d2a8ff', '#66d3e0', '#ffffff'],
    ],
    frame: '#3d444d',
    bar: '#161b22',
    title: '#9198a1',
  },
  light: {
    ground: '#ffffff',
    ink: '#1f2328',
    sixteen: [
      ...['#24292f', '#cf222e', '#1a7f37', '#9a6700', '#0969da', '#8250df', '#1b7c83', '#6e7781'],
      ...['#57606a', '#a40e26', '#2da44e', '#bf8700', '#218bff', '#a475f9', '#3192aa', '#8c959f'],
    ],
    frame: '#d1d9e0',
    bar: '#f6f8fa',
    title: '#59636e',
  },
};

/** A colour of a theme: -1 the background, -2 the text, 0 to 15 by number, else of the 256 of xterm. */
export function colourOf(value: number, { ground, ink, sixteen }: Colours): string {
  if (value === -1) return ground;
  if (value === -2) return ink;
  if (value < 16) return sixteen[value]!;
  const level = (part: number) => (part === 0 ? 0 : 55 + 40 * part);
  const cube = value - 16;
  const grey = 8 + 10 * (value - 232);
  const parts =
    value < 232 ? [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level) : [grey, grey, grey];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
