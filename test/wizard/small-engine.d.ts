import type { Slot } from '../../src/template/slot.ts';
import type { Template } from '../../src/template/template.ts';
import type { Action } from '../../src/wizard/action.ts';
import type { Effect } from '../../src/wizard/effect.ts';
import type { Engine } from '../../src/wizard/engine.ts';
import type { WizardState } from '../../src/wizard/state.ts';
/** A template whose specs are lines `id=JSON`, one for each slot; sections are what stands before the slash. */
export declare function smallTemplate(slots: Slot[]): Template;
/** An engine for small templates. */
export declare const smallEngine: Engine;
/** The slots of the usual small template. */
export declare const SLOTS: Slot[];
/** A wizard at work on a small spec, with the effects it asked for. */
export declare class Sitting {
  state: WizardState;
  effects: Effect[];
  readonly template: Template;
  constructor(
    text?: string,
    more?: Partial<
      Extract<
        Action,
        {
          type: 'opened';
        }
      >
    >,
  );
  /** Does an action; saves are confirmed at once. */
  act(action: Action): this;
  /** Presses the keys of a script. */
  press(script: string): this;
  /** The spec's text. */
  get text(): string;
  /** The question at hand, and where the hand is. */
  get at(): string;
  /** How many effects of a type were asked for. */
  count(type: Effect['type']): number;
}
/** A spec of the usual small template with nothing answered. */
export declare const BLANK: string;
