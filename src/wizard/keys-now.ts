import { sectionOf, slotAt } from '../interview/questions.ts';
import { suggestionFor } from '../interview/suggestion.ts';
import { refusalToKeep } from './answering.ts';
import { fieldKeys } from './fields/fields.ts';
import type { Binding, KeyTable } from './key.ts';
import { KEYS } from './keymap.ts';
import type { WizardState } from './state.ts';
import { TEXT_KEYS } from './text-keys.ts';
import { isWalking, readingOf } from './update-result.ts';
import { isTyped } from './write.ts';

/** Keys that belong together, as help shows them. */
export interface KeyGroup {
  title: string;
  keys: KeyTable;
}

/** The keys that work where the hand is, nearest first. Help shows those below it. */
export function keyGroups(state: WizardState): KeyGroup[] {
  const everywhere = { title: 'Everywhere', keys: KEYS.everywhere };
  const { overlay } = state;
  if (overlay && overlay.kind !== 'help') {
    const keys = { find: KEYS.find, ask: KEYS.ask, choose: KEYS.choose, show: KEYS.show }[overlay.kind];
    const ways: KeyTable =
      overlay.kind === 'choose'
        ? overlay.options
            .filter(({ key }) => key !== '')
            .map(({ key, way, label }, index) => ({ keys: [key], act: way, label, hint: index + 1 }))
        : [];
    return [{ title: 'Here', keys: [...ways, ...keys] }, everywhere];
  }
  if (!state.walk || state.screen === 'home') return [{ title: 'Here', keys: KEYS.home }, everywhere];
  if (state.screen !== 'walk') return [{ title: 'Here', keys: KEYS[state.screen] }, everywhere];
  const outline = { title: 'In the outline', keys: KEYS.outline };
  const { keys, typed, lines } = fieldKeys(state.walk.field.now.kind);
  const own = new Set(keys.flatMap((binding) => binding.keys));
  const field = withoutKeys(KEYS.field, own);
  const here = [...keys, ...field];
  const text = withoutKeys(
    TEXT_KEYS,
    new Set([...here, ...(lines ? [] : TEXT_KEYS.filter(isForLines))].flatMap((b) => b.keys)),
  );
  const groups = [
    { title: 'In this answer', keys: here },
    ...(typed ? [{ title: 'In its text', keys: text }] : []),
  ];
  return state.walk.place === 'field' ? [...groups, outline, everywhere] : [outline, ...groups, everywhere];
}

/** The keys that work now, for the line at the bottom: without those that would find nothing to do. */
export function keysNow(state: WizardState): Binding[] {
  if (state.overlay?.kind === 'help') return [...KEYS.show, ...KEYS.everywhere];
  const idle = idleActs(state);
  const keys = [...keyGroups(state)[0]!.keys, ...KEYS.everywhere].filter(({ act }) => !idle.includes(act));
  return isPreviewing(state) ? keys.map((binding) => IN_PREVIEW[binding.act]?.(binding) ?? binding) : keys;
}

/** Where the preview stands in for the question, its own keys come first. */
const IN_PREVIEW: Readonly<Record<string, (binding: Binding) => Binding>> = {
  preview: (binding) => ({ ...binding, label: 'back', hint: 1 }),
  'scroll-down': (binding) => ({ ...binding, label: 'scroll', hint: 1 }),
};

function isPreviewing({ walk, screen, overlay }: WizardState): boolean {
  return walk?.preview === true && screen === 'walk' && !overlay;
}

function idleActs(state: WizardState): string[] {
  if (!isWalking(state) || state.screen !== 'walk' || state.overlay) return [];
  const reading = readingOf(state);
  const slot = slotAt(reading, state.walk.id);
  if (!slot) return [];
  const idle: string[] = [];
  if (slot.slot.kind === 'variable') idle.push('not-applicable');
  if (isTyped(state) || !suggestionFor(slot, state)) idle.push('take');
  if (refusalToKeep(slot, state.walk.place) !== null || isTyped(state)) idle.push('keep-as-is');
  const section = sectionOf(reading, slot.id);
  if (!section?.section.repeat) idle.push('another');
  if (!section?.section.optional || !section.found) idle.push('leave-out');
  const { now } = state.walk.field;
  if (now.kind === 'checklist') idle.push(now.onBox ? 'tick' : 'tick-box');
  if (state.walk.past.length === 0) idle.push('undo');
  if (state.walk.field.past.length === 0) idle.push('undo-field');
  return idle;
}

function withoutKeys(table: KeyTable, taken: ReadonlySet<string>): KeyTable {
  return table
    .map((binding) => ({ ...binding, keys: binding.keys.filter((key) => !taken.has(key)) }))
    .filter(({ keys }) => keys.length > 0);
}

function isForLines({ act }: Binding): boolean {
  return act === 'page-up' || act === 'page-down';
}
