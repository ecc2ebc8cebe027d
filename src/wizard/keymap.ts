import { SLOT_KINDS, type SlotKind } from '../template/slot.ts';
import { BASE_KEYS } from './base-keymap.ts';
import {
  cannotBeLeftOut,
  hasNoFieldStep,
  hasNoGuidance,
  hasNothingToKeep,
  hasNothingToTake,
  hasNothingToUndo,
  hasPresentForm,
  isName,
  isNotRepeated,
  isPathAsked,
  isSearched,
  isSearching,
  isSuggestionShown,
} from './conditions.ts';
import { fieldKeys } from './fields/fields.ts';
import { BOTTOM, DOWN, HELP, type KeyTable, PAGE_DOWN, PAGE_UP, shownChord, TOP, UP } from './key.ts';
import { PAGER_KEYS } from './pager/keymap.ts';
import { type Preferences, withOwnKeys } from './preferences.ts';
import { TEXT_KEYS } from './text-buffer.ts';

/**
 * The keys of the wizard by context, in addition to the tables of the editors, of any text and of the pager. `hint`
 * ranks what the footer shows first. In a field every printable key types; elsewhere single keys act, and a key does
 * the same in every context that has it.
 */
export const KEYS = {
  everywhere: BASE_KEYS.everywhere,
  suggestion: [
    { keys: ['enter'], act: 'accept', label: 'take it, next', hint: 1, when: isSuggestionShown },
    { keys: ['ctrl+t'], act: 'take', label: 'take it', when: isSuggestionShown },
  ],
  field: [
    { keys: ['tab', 'alt+enter'], act: 'next', label: 'done, next question' },
    { keys: ['shift+tab'], act: 'back', label: 'back', hint: 4 },
    { keys: ['ctrl+t'], act: 'take', label: 'take it', hint: 2, idle: hasNothingToTake },
    { keys: ['ctrl+k'], act: 'keep-as-is', label: 'keep as it is', hint: 2, idle: hasNothingToKeep },
    { keys: ['ctrl+s'], act: 'keep-answer', label: 'keep answer', hint: 6 },
    { keys: ['escape'], act: 'outline', label: 'outline', hint: 3 },
    { keys: ['ctrl+x'], act: 'editor', label: 'editor', hint: 8 },
    { keys: ['ctrl+/'], act: 'undo-field', label: 'undo in this answer', hint: 12, idle: hasNoFieldStep },
    { keys: ['ctrl+r'], act: 'redo-field', label: 'redo in this answer' },
    { keys: ['ctrl+g'], act: 'help', label: 'help', hint: 11 },
  ],
  outline: [
    { keys: ['enter'], act: 'edit', label: 'edit', hint: 1 },
    { keys: ['n'], act: 'next-found', label: 'next place found', hint: 2, when: isSearching },
    { keys: ['N'], act: 'found-before', label: 'place found before', when: isSearching },
    { keys: ['n'], act: 'next-gap', label: 'next gap', hint: 2 },
    { keys: ['N'], act: 'gap-before', label: 'gap before' },
    { keys: ['down', 'j', 'wheeldown'], act: 'section-below', label: 'section below' },
    { keys: ['up', 'k', 'wheelup'], act: 'section-above', label: 'section above' },
    { keys: ['right', 'tab'], act: 'question-after', label: 'question after' },
    { keys: ['left', 'shift+tab'], act: 'question-before', label: 'question before' },
    { keys: TOP, act: 'first', label: 'first question' },
    { keys: BOTTOM, act: 'last', label: 'last question' },
    { keys: PAGE_DOWN, act: 'page-down', label: 'ten sections down' },
    { keys: PAGE_UP, act: 'page-up', label: 'ten sections up' },
    { keys: ['p'], act: 'preview', label: 'preview', hint: 3 },
    { keys: ['ctrl+d'], act: 'scroll-down', label: 'scroll the document beside it down' },
    { keys: ['ctrl+u'], act: 'scroll-up', label: 'scroll the document beside it up' },
    { keys: ['/'], act: 'find', label: 'find', hint: 5 },
    { keys: ['u'], act: 'undo', label: 'undo', hint: 6, idle: hasNothingToUndo },
    { keys: ['U'], act: 'redo', label: 'redo' },
    { keys: ['s'], act: 'skip', label: 'skip for now', hint: 7 },
    { keys: ['x'], act: 'not-applicable', label: 'does not apply', hint: 4, idle: isName },
    { keys: ['ctrl+k'], act: 'keep-as-is', label: 'keep as it is', hint: 3, idle: hasNothingToKeep },
    { keys: ['S'], act: 'section', label: 'the whole section', hint: 8 },
    { keys: ['+'], act: 'another', label: 'another one', hint: 4, idle: isNotRepeated },
    { keys: ['-'], act: 'leave-out', label: 'leave this out', hint: 4, idle: cannotBeLeftOut },
    { keys: ['e', 'ctrl+x'], act: 'editor', label: '$EDITOR', hint: 12 },
    { keys: ['ctrl+s'], act: 'keep-answer', label: 'keep answer' },
    { keys: ['r'], act: 'review', label: 'review', hint: 9 },
    { keys: ['d'], act: 'changes', label: 'what changed' },
    { keys: ['t'], act: 'upgrade', label: "bring older forms to the template's", idle: hasPresentForm },
    { keys: ['R'], act: 'related', label: 'related specs', hint: 8 },
    { keys: ['escape'], act: 'end-search', label: 'end the search', hint: 1, when: isSearching },
    { keys: HELP, act: 'help', label: 'keys', hint: 10 },
    { keys: ['q'], act: 'quit', label: 'leave', hint: 11 },
  ],
  home: BASE_KEYS.home,
  review: [
    { keys: [...UP, 'N'], act: 'up', label: 'up' },
    { keys: [...DOWN, 'n'], act: 'down', label: 'move', hint: 2 },
    { keys: TOP, act: 'top', label: 'first' },
    { keys: BOTTOM, act: 'bottom', label: 'last' },
    { keys: PAGE_UP, act: 'page-up', label: 'ten up' },
    { keys: PAGE_DOWN, act: 'page-down', label: 'ten down' },
    { keys: ['enter'], act: 'open', label: 'go there', hint: 1 },
    { keys: ['x'], act: 'not-applicable', label: 'does not apply', hint: 3 },
    { keys: ['s'], act: 'skip', label: 'skip for now', hint: 5 },
    { keys: ['ctrl+k'], act: 'keep-as-is', label: 'keep as it is', hint: 6 },
    { keys: ['S'], act: 'section', label: 'the whole section', hint: 7 },
    { keys: ['d'], act: 'changes', label: 'what changed', hint: 5 },
    { keys: ['c'], act: 'guidance', label: "take the template's comments out", idle: hasNoGuidance },
    { keys: ['t'], act: 'upgrade', label: "bring older forms to the template's", idle: hasPresentForm },
    { keys: ['p'], act: 'preview', label: 'preview', hint: 6 },
    { keys: ['/'], act: 'find', label: 'find' },
    { keys: ['u'], act: 'undo', label: 'undo', hint: 6, idle: hasNothingToUndo },
    { keys: ['U'], act: 'redo', label: 'redo' },
    { keys: ['shift+tab'], act: 'back-to-question', label: 'back to the last question' },
    { keys: ['escape', 'r'], act: 'back', label: 'back', hint: 4 },
    { keys: HELP, act: 'help', label: 'keys', hint: 5 },
    { keys: ['q'], act: 'quit', label: 'leave', hint: 7 },
  ],
  end: [
    { keys: ['enter', 'q'], act: 'quit', label: 'leave', hint: 1 },
    { keys: [...DOWN, ...PAGE_DOWN], act: 'scroll-down', label: 'scroll', hint: 7 },
    { keys: [...UP, ...PAGE_UP], act: 'scroll-up', label: 'scroll back' },
    { keys: ['d'], act: 'changes', label: 'what changed', hint: 2 },
    { keys: ['c'], act: 'guidance', label: "take the template's comments out", hint: 3, idle: hasNoGuidance },
    { keys: ['p'], act: 'preview', label: 'preview', hint: 6 },
    { keys: ['shift+tab'], act: 'back-to-question', label: 'back to the last question' },
    { keys: ['escape'], act: 'back', label: 'back to the questions', hint: 3 },
    { keys: ['R'], act: 'related', label: 'related specs', hint: 6 },
    { keys: ['u'], act: 'undo', label: 'undo', hint: 4, idle: hasNothingToUndo },
    { keys: ['U'], act: 'redo', label: 'redo' },
    { keys: HELP, act: 'help', label: 'keys', hint: 5 },
  ],
  find: [
    { keys: ['up', 'ctrl+p', 'shift+tab', 'wheelup'], act: 'up', label: 'up' },
    { keys: ['down', 'ctrl+n', 'tab', 'wheeldown'], act: 'down', label: 'move', hint: 2 },
    { keys: ['pageup'], act: 'page-up', label: 'ten up' },
    { keys: ['pagedown'], act: 'page-down', label: 'ten down' },
    { keys: ['enter'], act: 'open', label: 'go there', hint: 1 },
    { keys: ['escape'], act: 'clear', label: 'clear', hint: 3, when: isSearched },
    { keys: ['escape', 'ctrl+g'], act: 'close', label: 'close', hint: 3 },
  ],
  ask: [
    { keys: ['tab'], act: 'complete', label: 'complete the path', hint: 2, when: isPathAsked },
    { keys: ['enter', 'tab', 'ctrl+s'], act: 'give', label: 'done', hint: 1 },
    { keys: ['ctrl+/'], act: 'undo', label: 'undo' },
    { keys: ['ctrl+r'], act: 'redo', label: 'redo' },
    { keys: ['escape', 'ctrl+g'], act: 'close', label: 'not now', hint: 3 },
  ],
  choose: [
    { keys: [...UP, 'shift+tab'], act: 'up', label: 'up' },
    { keys: [...DOWN, 'tab'], act: 'down', label: 'move', hint: 2 },
    { keys: TOP, act: 'top', label: 'first' },
    { keys: BOTTOM, act: 'bottom', label: 'last' },
    { keys: ['enter'], act: 'give', label: 'do it', hint: 1 },
    { keys: ['escape', 'ctrl+g'], act: 'close', label: 'not now', hint: 3 },
  ],
  show: BASE_KEYS.show,
  search: BASE_KEYS.search,
} as const satisfies Record<string, KeyTable>;

/** The contexts. */
export type KeyContext = keyof typeof KEYS;

/** An action of a context. */
export type ActOf<C extends KeyContext> = (typeof KEYS)[C][number]['act'];

/** The name of a table: a context, `text`, or the kind of an editor. */
export type TableName = KeyContext | keyof typeof PAGER_KEYS | 'text' | SlotKind;

/** The built-in tables of keys by name. */
export const TABLES = {
  ...KEYS,
  ...PAGER_KEYS,
  text: TEXT_KEYS,
  ...Object.fromEntries(SLOT_KINDS.map((kind) => [kind, fieldKeys(kind)])),
} as unknown as Readonly<Record<TableName, KeyTable>>;

/** A table with the user's own keys. */
export function tableFor(name: TableName, preferences: Pick<Preferences, 'keys'>): KeyTable {
  return withOwnKeys(name, TABLES[name], preferences);
}

/** The key for an action as messages show it, such as `^S`; the action's name if the user removed its keys. */
export function keyFor({ preferences }: { preferences: Preferences }, name: TableName, act: string): string {
  const row = tableFor(name, preferences).find((one) => one.act === act);
  return row ? shownChord(row.keys[0]!, preferences) : act;
}
