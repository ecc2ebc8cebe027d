import type { Environment } from './state-folder.ts';

/** Programs that show OSC 8 links, as TERM_PROGRAM names them. */
const KNOWN = [
  'iTerm.app',
  'WezTerm',
  'vscode',
  'ghostty',
  'Hyper',
  'Tabby',
  'rio',
  'WarpTerminal',
  'mintty',
];
/** Variables that only terminals with OSC 8 set. */
const TELLING = ['WT_SESSION', 'KITTY_WINDOW_ID', 'KONSOLE_VERSION', 'DOMTERM', 'ALACRITTY_WINDOW_ID'];

/** Whether the terminal that the environment tells of makes links of OSC 8; FORCE_HYPERLINK decides where set. */
export function knowsHyperlinks(env: Environment): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  if (env.TERM_PROGRAM !== undefined && KNOWN.includes(env.TERM_PROGRAM)) return true;
  if (TELLING.some((name) => env[name] !== undefined)) return true;
  // Before 0.50 some of VTE's terminals crashed at one.
  if (Number(env.VTE_VERSION ?? 0) > 5000) return true;
  return /^(?:xterm-kitty|foot|xterm-ghostty|alacritty|contour)/.test(env.TERM ?? '');
}
