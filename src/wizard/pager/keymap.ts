import { BOTTOM, DOWN, HELP, type KeyTable, TOP, UP } from '../key.ts';
import type { PagerState } from './state.ts';

/** The keys over a document, and over the list of its headings. */
export const PAGER_KEYS = {
  pager: [
    { keys: ['down', 'j', 'ctrl+n', 'enter'], act: 'down', label: 'a line down' },
    { keys: ['up', 'k', 'ctrl+p'], act: 'up', label: 'a line up' },
    { keys: ['wheeldown'], act: 'wheel-down', label: 'three lines down' },
    { keys: ['wheelup'], act: 'wheel-up', label: 'three lines up' },
    { keys: [' ', 'pagedown', 'f', 'ctrl+f'], act: 'page-down', label: 'page', hint: 3 },
    { keys: ['b', 'pageup', 'ctrl+b'], act: 'page-up', label: 'a page up' },
    { keys: ['d', 'ctrl+d'], act: 'half-down', label: 'half a page down' },
    { keys: ['u', 'ctrl+u'], act: 'half-up', label: 'half a page up' },
    { keys: TOP, act: 'top', label: 'to the top' },
    { keys: BOTTOM, act: 'bottom', label: 'to the end' },
    { keys: ['/'], act: 'find', label: 'find', hint: 4 },
    { keys: ['n'], act: 'next-found', label: 'next place found', hint: 2, when: isSearched },
    { keys: ['N'], act: 'found-before', label: 'place found before', when: isSearched },
    { keys: ['n', 'tab'], act: 'next-gap', label: 'next gap', hint: 2, idle: hasNoGaps },
    { keys: ['N', 'shift+tab'], act: 'gap-before', label: 'gap before' },
    { keys: ['o'], act: 'contents', label: 'outline', hint: 5 },
    { keys: ['#'], act: 'numbers', label: 'line numbers' },
    { keys: ['e'], act: 'edit', label: 'edit here', hint: 6, idle: isPiped },
    { keys: ['r'], act: 'reload', label: 'read the file again', when: isOfFile },
    { keys: ['escape'], act: 'end-search', label: 'end the search', hint: 1, when: isSearched },
    { keys: [...HELP, 'h'], act: 'help', label: 'keys', hint: 7 },
    { keys: ['q', 'escape', 'p'], act: 'back', label: 'back', hint: 1, when: isWithin },
    { keys: ['q', 'escape'], act: 'leave', label: 'leave', hint: 1 },
  ],
  contents: [
    { keys: DOWN, act: 'down', label: 'move', hint: 3 },
    { keys: UP, act: 'up', label: 'up' },
    { keys: ['pagedown', ' '], act: 'page-down', label: 'a page down' },
    { keys: ['pageup', 'b'], act: 'page-up', label: 'a page up' },
    { keys: TOP, act: 'top', label: 'first' },
    { keys: BOTTOM, act: 'bottom', label: 'last' },
    { keys: ['enter'], act: 'choose', label: 'go there', hint: 1 },
    { keys: ['escape', 'o', 'q'], act: 'close', label: 'back', hint: 2 },
    { keys: HELP, act: 'help', label: 'keys', hint: 7 },
  ],
} as const satisfies Record<string, KeyTable>;

/** An action of the pager. */
export type PagerAct<Context extends keyof typeof PAGER_KEYS> = (typeof PAGER_KEYS)[Context][number]['act'];

function isSearched({ term }: PagerState): boolean {
  return term !== '';
}

/** The wizard shows its own text, not the file. */
function isWithin({ within }: PagerState): boolean {
  return within;
}

function isOfFile({ within }: PagerState): boolean {
  return !within;
}

function isPiped({ piped }: PagerState): boolean {
  return piped;
}

function hasNoGaps({ rendering: { options } }: PagerState): boolean {
  return (options.marks?.length ?? 0) + (options.missingHeadings?.length ?? 0) === 0;
}
