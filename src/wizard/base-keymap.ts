import { BOTTOM, DOWN, HELP, type KeyTable, PAGE_DOWN, PAGE_UP, TOP, UP } from './key.ts';
import type { TextOverlay } from './overlays/overlay.ts';
import type { Reader } from './overlays/reader.ts';
import type { TextBuffer } from './text-buffer.ts';

/**
 * The key tables that need no spec: those of the home screen, of texts to read and of the search line. They are in a
 * file of their own so that the first frame can be drawn without the rest of the wizard.
 */
export const BASE_KEYS = {
  everywhere: [
    { keys: ['ctrl+c'], act: 'leave', label: 'leave', hint: 20 },
    { keys: ['ctrl+z'], act: 'suspend', label: 'suspend' },
    { keys: ['ctrl+l'], act: 'redraw', label: 'draw the screen anew' },
  ],
  home: [
    { keys: UP, act: 'up', label: 'up' },
    { keys: [...DOWN, 'tab'], act: 'down', label: 'move', hint: 1 },
    { keys: ['shift+tab'], act: 'up', label: 'up' },
    { keys: TOP, act: 'top', label: 'first' },
    { keys: BOTTOM, act: 'bottom', label: 'last' },
    { keys: PAGE_UP, act: 'page-up', label: 'ten up' },
    { keys: PAGE_DOWN, act: 'page-down', label: 'ten down' },
    { keys: ['n'], act: 'next-gap', label: 'next spec with gaps' },
    { keys: ['N'], act: 'gap-before', label: 'spec with gaps before' },
    { keys: ['enter'], act: 'open', label: 'open', hint: 2 },
    { keys: ['/'], act: 'find', label: 'find', hint: 3 },
    { keys: ['p'], act: 'peek', label: 'what it asks', hint: 4 },
    { keys: HELP, act: 'help', label: 'keys', hint: 5 },
    { keys: ['q', 'escape'], act: 'quit', label: 'leave', hint: 6 },
  ],
  show: [
    { keys: ['enter'], act: 'begin', label: 'begin one', hint: 1, when: isTemplateShown },
    { keys: [...DOWN, 'enter'], act: 'down', label: 'scroll', hint: 1 },
    { keys: UP, act: 'up', label: 'up' },
    { keys: PAGE_DOWN, act: 'page-down', label: 'a page down', hint: 2 },
    { keys: PAGE_UP, act: 'page-up', label: 'a page up' },
    { keys: TOP, act: 'top', label: 'start' },
    { keys: BOTTOM, act: 'bottom', label: 'end' },
    { keys: ['/'], act: 'find', label: 'find', hint: 4 },
    { keys: ['n'], act: 'next-found', label: 'next place found', hint: 2, when: isRead },
    { keys: ['N'], act: 'found-before', label: 'place found before', when: isRead },
    { keys: ['escape'], act: 'end-search', label: 'end the search', hint: 3, when: isRead },
    { keys: ['escape', 'q', ...HELP, 'p', 'd'], act: 'close', label: 'close', hint: 3 },
  ],
  search: [
    { keys: ['enter'], act: 'search', label: 'find', hint: 1 },
    { keys: ['backspace'], act: 'close', label: 'close', when: isEmptyLine },
    { keys: ['escape', 'ctrl+g'], act: 'close', label: 'close', hint: 2 },
  ],
} as const satisfies Record<string, KeyTable>;

/** Whether a search is active in a text that is read. */
function isRead({ reader }: { reader: Reader }): boolean {
  return reader.term !== '';
}

/** Whether the text shows a template, of which a spec can be started. */
function isTemplateShown(overlay: Partial<TextOverlay>): boolean {
  return overlay.template !== undefined;
}

function isEmptyLine({ line }: { line: TextBuffer }): boolean {
  return line.text === '';
}
