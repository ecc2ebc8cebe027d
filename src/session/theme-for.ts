import { wantsColour } from '../host/colour.ts';
import type { Io } from '../host/io.ts';
import { themeOf } from '../render/theme.ts';
import { PALETTES } from '../view/paint.ts';
import type { Theme } from '../view/theme.ts';

/** How the wizard is drawn here: without colour where none is wanted, else for the background the terminal tells of. */
export function themeFor(io: Io): Theme {
  const name = !wantsColour(io.stdout, io.env) ? 'none' : isLight(io.env.COLORFGBG) ? 'light' : 'dark';
  return { palette: PALETTES[name], theme: themeOf(name) };
}

/** COLORFGBG is `foreground;background`, as numbers of the 16 colours: 7 and 9 to 15 are light. */
function isLight(said: string | undefined): boolean {
  const background = Number(said?.split(';').at(-1));
  return background === 7 || (background >= 9 && background <= 15);
}
