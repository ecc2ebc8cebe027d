import type { ShapedSlot, SlotKind, Value } from '../../src/template/slot.ts';
import type { Room, Step } from '../../src/wizard/fields/field.ts';
import {
  actInField,
  edit,
  editField,
  type FieldHistory,
  fieldKeys,
  fieldValue,
  redo,
  startField,
  startHistory,
  undo,
} from '../../src/wizard/fields/fields.ts';
import { actFor, type Press } from '../../src/wizard/key.ts';
import { KEYS } from '../../src/wizard/keymap.ts';
import { TEXT_KEYS } from '../../src/wizard/text-buffer.ts';

/** A slot as a template might have it. */
export function slotOf(kind: SlotKind, more: Partial<ShapedSlot> = {}): ShapedSlot {
  return {
    id: `section/${kind}`,
    kind,
    section: 'section',
    label: null,
    required: true,
    open: false,
    boilerplate: false,
    ask: `What ${kind}?`,
    help: '',
    guidance: '',
    example: '',
    options: [],
    columns: [],
    language: '',
    range: { start: 0, end: 0 },
    shape: { form: 'implied' },
    units: [],
    deletable: false,
    allow: [],
    ...more,
  };
}

/** Presses from a script: `<enter>` is a chord, `<paste:…>` a paste, `<<` a less-than sign, the rest is typed. */
export function presses(script: string): Press[] {
  const found: Press[] = [];
  for (const [part, chord] of script.matchAll(/<<|<(paste:[\s\S]*?|[^<>\s]+|[^<>]*\+[<>])>(?=[^>]|$)|[^<]+/g)) {
    if (part === '<<') found.push({ kind: 'text', text: '<' });
    else if (chord?.startsWith('paste:')) found.push({ kind: 'paste', text: chord.slice(6) });
    else if (chord !== undefined) found.push({ kind: 'chord', chord });
    else for (const { segment } of new Intl.Segmenter().segment(part)) found.push({ kind: 'text', text: segment });
  }
  return found;
}

const ROOM = { width: 40, today: '2026-11-21' };

/** A field after a press, by the tables of its editor, of any text, and of fields. */
function pressField(field: FieldHistory, press: Press, room: Room): Step<FieldHistory> {
  const state = field.now;
  const own = actFor(fieldKeys(state.kind), press, { state, room });
  if (own !== null) return edit(field, actInField(state, own, room), null);
  if (press.kind !== 'chord')
    return edit(field, editField(state, press, room), /^\s/.test(press.text) || press.kind === 'paste' ? null : 'type');
  const act = actFor(TEXT_KEYS, press, null);
  const step = act && editField(state, act, room);
  if (step && step.next !== 'unhandled') return edit(field, step, act.startsWith('erase') ? 'erase' : null);
  const walk = actFor(KEYS.field, press, null);
  if (walk === 'undo-field' || walk === 'redo-field')
    return { state: walk === 'undo-field' ? undo(field) : redo(field), next: 'stay' };
  return { state: field, next: 'unhandled' };
}

/** A field under a hand. */
export class FieldUser {
  field: FieldHistory;
  next: Step<FieldHistory>['next'] = 'stay';
  readonly room: { width: number; today: string };

  constructor(slot: ShapedSlot, value: Value | null = null, room = ROOM) {
    this.room = room;
    this.field = startHistory(startField(slot, value, room));
  }

  /** Presses the keys of a script. */
  press(script: string): this {
    return this.do(...presses(script));
  }

  /** Does presses one by one. */
  do(...all: Press[]): this {
    for (const press of all) ({ state: this.field, next: this.next } = pressField(this.field, press, this.room));
    return this;
  }

  /** What is answered by now. */
  get value(): Value | null {
    return fieldValue(this.field.now);
  }
}
