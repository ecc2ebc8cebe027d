import type { Theme } from '../render/theme.ts';
import type { Engine } from '../wizard/engine.ts';
import type { Palette } from './paint.ts';

/** What every screen is drawn with. */
export interface Look {
  palette: Palette;
  /** The theme of the rendered preview. */
  theme: Theme;
  engine: Engine;
}
