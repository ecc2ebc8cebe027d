import type { Theme as PreviewTheme } from '../render/theme.ts';
import type { Palette } from './paint.ts';

/** What every screen is drawn with. */
export interface Theme {
  palette: Palette;
  /** The theme of the rendered preview. */
  theme: PreviewTheme;
}
