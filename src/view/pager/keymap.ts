import type { KeyTable } from '../../wizard/key.ts';

/** What keys do in the pager. */
export type PagerAct =
  | 'down'
  | 'up'
  | 'page-down'
  | 'page-up'
  | 'half-down'
  | 'half-up'
  | 'top'
  | 'end'
  | 'search'
  | 'next'
  | 'previous'
  | 'next-gap'
  | 'previous-gap'
  | 'outline'
  | 'numbers'
  | 'edit'
  | 'reload'
  | 'help'
  | 'choose'
  | 'back'
  | 'suspend'
  | 'interrupt'
  | 'leave';

/** The keys over a document. */
export const PAGER_KEYS: KeyTable<PagerAct> = [
  { keys: ['down', 'j', 'enter'], act: 'down', label: 'a line down' },
  { keys: ['up', 'k'], act: 'up', label: 'a line up' },
  { keys: [' ', 'pagedown', 'f', 'ctrl+f'], act: 'page-down', label: 'page', hint: 3 },
  { keys: ['b', 'pageup', 'ctrl+b'], act: 'page-up', label: 'a page up' },
  { keys: ['d', 'ctrl+d'], act: 'half-down', label: 'half a page down' },
  { keys: ['u', 'ctrl+u'], act: 'half-up', label: 'half a page up' },
  { keys: ['g', 'home'], act: 'top', label: 'to the top' },
  { keys: ['G', 'end'], act: 'end', label: 'to the end' },
  { keys: ['/'], act: 'search', label: 'find', hint: 4 },
  { keys: ['n'], act: 'next', label: 'next gap, or next place found', hint: 8 },
  { keys: ['N'], act: 'previous', label: 'the one before' },
  { keys: ['tab'], act: 'next-gap', label: 'next gap', hint: 2 },
  { keys: ['shift+tab'], act: 'previous-gap', label: 'the gap before' },
  { keys: ['o'], act: 'outline', label: 'outline', hint: 5 },
  { keys: ['#'], act: 'numbers', label: 'line numbers' },
  { keys: ['e'], act: 'edit', label: 'edit here', hint: 6 },
  { keys: ['r'], act: 'reload', label: 'read the file again' },
  { keys: ['escape'], act: 'back', label: 'end the search' },
  { keys: ['?', 'h'], act: 'help', label: 'keys', hint: 7 },
  { keys: ['q'], act: 'leave', label: 'leave', hint: 1 },
  { keys: ['ctrl+c'], act: 'interrupt', label: '' },
  { keys: ['ctrl+z'], act: 'suspend', label: '' },
];

/** The keys in the outline. */
export const OUTLINE_KEYS: KeyTable<PagerAct> = [
  { keys: ['down', 'j'], act: 'down', label: '' },
  { keys: ['up', 'k'], act: 'up', label: '' },
  { keys: ['pagedown', ' '], act: 'page-down', label: '' },
  { keys: ['pageup', 'b'], act: 'page-up', label: '' },
  { keys: ['home', 'g'], act: 'top', label: '' },
  { keys: ['end', 'G'], act: 'end', label: '' },
  { keys: ['enter'], act: 'choose', label: 'go there', hint: 1 },
  { keys: ['escape', 'o', 'q'], act: 'back', label: 'back', hint: 2 },
  { keys: ['ctrl+c'], act: 'interrupt', label: '' },
  { keys: ['ctrl+z'], act: 'suspend', label: '' },
];
