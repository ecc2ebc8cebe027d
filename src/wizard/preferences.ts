/** Keys that a person chose, by table and act. An act without keys has none. */
export type KeyChanges = Readonly<Record<string, Readonly<Record<string, readonly string[]>> | undefined>>;

/** What a person prefers, wherever they work. */
export interface Preferences {
  keys: KeyChanges;
  /** Whether the wheel scrolls and clicks are heard; the terminal's own selection then needs Shift. */
  mouse: boolean;
  /** Whether the screen is drawn with characters of ASCII alone. */
  ascii: boolean;
  /** The file in which all this is chosen, as it is shown; '' if there is none. */
  file: string;
}

/** What holds for those who chose nothing. */
export const DEFAULT_PREFERENCES: Preferences = { keys: {}, mouse: true, ascii: false, file: '' };
