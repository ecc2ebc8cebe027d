/** The keys that move in any list and in any text that is read, and the one that lists all keys. */
export const UP = ['up', 'k', 'ctrl+p', 'wheelup'] as const;
export const DOWN = ['down', 'j', 'ctrl+n', 'wheeldown'] as const;
export const TOP = ['home', 'g'] as const;
export const BOTTOM = ['end', 'G'] as const;
export const PAGE_UP = ['pageup'] as const;
export const PAGE_DOWN = ['pagedown', ' '] as const;
export const HELP = ['?', 'ctrl+g'] as const;
