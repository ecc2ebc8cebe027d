import type { KeyTable } from './key.ts';

/**
 * Every key of the wizard, by where the hand is; the editors' own tables come on top. `hint` ranks what the bottom line
 * shows first. In a field every printable key types; elsewhere single keys act.
 */
export const KEYS = {
  everywhere: [
    { keys: ['ctrl+c'], act: 'leave', label: 'leave', hint: 20 },
    { keys: ['ctrl+z'], act: 'suspend', label: 'suspend' },
    { keys: ['ctrl+l'], act: 'redraw', label: 'draw the screen anew' },
  ],
  field: [
    { keys: ['tab', 'alt+enter'], act: 'next', label: 'done, next question' },
    { keys: ['shift+tab'], act: 'back', label: 'back', hint: 4 },
    { keys: ['ctrl+t'], act: 'take', label: 'take it', hint: 2 },
    { keys: ['ctrl+k'], act: 'keep-as-is', label: 'keep as it is', hint: 2 },
    { keys: ['ctrl+s'], act: 'keep-answer', label: 'keep answer', hint: 6 },
    { keys: ['escape'], act: 'outline', label: 'outline', hint: 3 },
    { keys: ['ctrl+x'], act: 'editor', label: 'editor', hint: 8 },
    { keys: ['ctrl+/'], act: 'undo-field', label: 'undo in this answer', hint: 12 },
    { keys: ['ctrl+r'], act: 'redo-field', label: 'redo in this answer' },
    { keys: ['ctrl+g'], act: 'help', label: 'help', hint: 11 },
  ],
  outline: [
    { keys: ['enter'], act: 'edit', label: 'edit', hint: 1 },
    { keys: ['n'], act: 'next-gap', label: 'next gap', hint: 2 },
    { keys: ['N'], act: 'gap-before', label: 'gap before' },
    { keys: ['down'], act: 'section-below', label: 'section below' },
    { keys: ['up'], act: 'section-above', label: 'section above' },
    { keys: ['right', 'tab'], act: 'question-after', label: 'question after' },
    { keys: ['left', 'shift+tab'], act: 'question-before', label: 'question before' },
    { keys: ['home'], act: 'first', label: 'first question' },
    { keys: ['end'], act: 'last', label: 'last question' },
    { keys: ['p'], act: 'preview', label: 'preview', hint: 3 },
    { keys: ['pagedown', ' '], act: 'scroll-down', label: 'scroll the preview down' },
    { keys: ['pageup'], act: 'scroll-up', label: 'scroll the preview up' },
    { keys: ['/'], act: 'find', label: 'find', hint: 5 },
    { keys: ['u'], act: 'undo', label: 'undo', hint: 6 },
    { keys: ['U'], act: 'redo', label: 'redo' },
    { keys: ['s'], act: 'skip', label: 'skip for now', hint: 7 },
    { keys: ['x'], act: 'not-applicable', label: 'does not apply', hint: 4 },
    { keys: ['k'], act: 'keep-as-is', label: 'keep as it is', hint: 3 },
    { keys: ['+'], act: 'another', label: 'another one', hint: 4 },
    { keys: ['-'], act: 'leave-out', label: 'leave this section out', hint: 9 },
    { keys: ['e', 'ctrl+x'], act: 'editor', label: '$EDITOR', hint: 12 },
    { keys: ['ctrl+s'], act: 'keep-answer', label: 'keep answer' },
    { keys: ['r'], act: 'review', label: 'review', hint: 9 },
    { keys: ['d'], act: 'changes', label: 'what changed' },
    { keys: ['R'], act: 'related', label: 'related specs', hint: 8 },
    { keys: ['?', 'ctrl+g'], act: 'help', label: 'keys', hint: 10 },
    { keys: ['q'], act: 'quit', label: 'leave', hint: 11 },
  ],
  home: [
    { keys: ['up', 'ctrl+p'], act: 'up', label: 'up' },
    { keys: ['down', 'ctrl+n', 'tab'], act: 'down', label: 'choose', hint: 1 },
    { keys: ['home'], act: 'top', label: 'first' },
    { keys: ['end'], act: 'bottom', label: 'last' },
    { keys: ['pageup'], act: 'page-up', label: 'ten up' },
    { keys: ['pagedown'], act: 'page-down', label: 'ten down' },
    { keys: ['enter'], act: 'open', label: 'open', hint: 2 },
    { keys: ['/'], act: 'find', label: 'find', hint: 3 },
    { keys: ['p'], act: 'peek', label: 'peek', hint: 4 },
    { keys: ['?', 'ctrl+g'], act: 'help', label: 'keys', hint: 5 },
    { keys: ['q', 'escape'], act: 'quit', label: 'leave', hint: 6 },
  ],
  review: [
    { keys: ['up', 'ctrl+p'], act: 'up', label: 'up' },
    { keys: ['down', 'ctrl+n'], act: 'down', label: 'choose', hint: 2 },
    { keys: ['home'], act: 'top', label: 'first' },
    { keys: ['end'], act: 'bottom', label: 'last' },
    { keys: ['pageup'], act: 'page-up', label: 'ten up' },
    { keys: ['pagedown'], act: 'page-down', label: 'ten down' },
    { keys: ['enter'], act: 'open', label: 'go there', hint: 1 },
    { keys: ['d'], act: 'changes', label: 'what changed', hint: 3 },
    { keys: ['/'], act: 'find', label: 'find' },
    { keys: ['u'], act: 'undo', label: 'undo', hint: 6 },
    { keys: ['U'], act: 'redo', label: 'redo' },
    { keys: ['escape', 'r'], act: 'back', label: 'back', hint: 4 },
    { keys: ['?', 'ctrl+g'], act: 'help', label: 'keys', hint: 5 },
    { keys: ['q'], act: 'quit', label: 'leave', hint: 7 },
  ],
  end: [
    { keys: ['enter', 'q'], act: 'quit', label: 'leave', hint: 1 },
    { keys: ['d'], act: 'changes', label: 'what changed', hint: 2 },
    { keys: ['escape'], act: 'back', label: 'back to the questions', hint: 3 },
    { keys: ['R'], act: 'related', label: 'related specs', hint: 6 },
    { keys: ['u'], act: 'undo', label: 'undo', hint: 4 },
    { keys: ['U'], act: 'redo', label: 'redo' },
    { keys: ['?', 'ctrl+g'], act: 'help', label: 'keys', hint: 5 },
  ],
  find: [
    { keys: ['up', 'ctrl+p'], act: 'up', label: 'up' },
    { keys: ['down', 'ctrl+n', 'tab'], act: 'down', label: 'choose', hint: 2 },
    { keys: ['enter'], act: 'open', label: 'go there', hint: 1 },
    { keys: ['escape', 'ctrl+g'], act: 'close', label: 'close', hint: 3 },
  ],
  ask: [
    { keys: ['enter', 'tab', 'ctrl+s'], act: 'give', label: 'done', hint: 1 },
    { keys: ['escape', 'ctrl+g'], act: 'close', label: 'not now', hint: 2 },
  ],
  choose: [
    { keys: ['up', 'ctrl+p', 'shift+tab'], act: 'up', label: 'up' },
    { keys: ['down', 'ctrl+n', 'tab'], act: 'down', label: 'choose', hint: 2 },
    { keys: ['enter'], act: 'give', label: 'do it', hint: 1 },
    { keys: ['escape', 'ctrl+g'], act: 'close', label: 'not now', hint: 3 },
  ],
  show: [
    { keys: ['down', 'ctrl+n', 'j', 'enter'], act: 'down', label: 'scroll', hint: 1 },
    { keys: ['up', 'ctrl+p'], act: 'up', label: 'up' },
    { keys: ['pagedown', ' '], act: 'page-down', label: 'a page down', hint: 2 },
    { keys: ['pageup'], act: 'page-up', label: 'a page up' },
    { keys: ['home'], act: 'top', label: 'start' },
    { keys: ['end'], act: 'bottom', label: 'end' },
    { keys: ['escape', 'q', '?', 'ctrl+g', 'p', 'd'], act: 'close', label: 'close', hint: 3 },
  ],
} as const satisfies Record<string, KeyTable>;

/** Where a hand can be. */
export type Context = keyof typeof KEYS;

/** What a hand can do in a context, by name. */
export type ActOf<C extends Context> = (typeof KEYS)[C][number]['act'];
