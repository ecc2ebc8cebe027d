import type { Slot, SlotKind, Value } from '../../src/template/slot.ts';
import { type Edited } from '../../src/wizard/fields/edited.ts';
import type { Step } from '../../src/wizard/fields/field.ts';
import type { Press } from '../../src/wizard/key.ts';
/** A slot as a template might have it. */
export declare function slotOf(kind: SlotKind, more?: Partial<Slot>): Slot;
/** Presses from a script: `<enter>` is a chord, `<paste:…>` a paste, `<<` a less-than sign, the rest is typed. */
export declare function presses(script: string): Press[];
/** A field under a hand. */
export declare class Hand {
  field: Edited;
  next: Step<Edited>['next'];
  readonly room: {
    width: number;
    today: string;
  };
  constructor(
    slot: Slot,
    value?: Value | null,
    room?: {
      width: number;
      today: string;
    },
  );
  /** Presses the keys of a script. */
  press(script: string): this;
  /** Does presses one by one. */
  do(...all: Press[]): this;
  /** What is answered by now. */
  get value(): Value | null;
}
