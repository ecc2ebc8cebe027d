import type { Reading, SlotReading } from '../../src/judge/reading.ts';
import { readDocument } from '../../src/markdown/outline.ts';
import { Problem } from '../../src/problem.ts';
import type { ShapedSlot } from '../../src/template/shape.ts';
import type { Slot, Value } from '../../src/template/slot.ts';
import type { Template, TemplateSection } from '../../src/template/template.ts';
import type { Action } from '../../src/wizard/action.ts';
import type { Effect } from '../../src/wizard/effect.ts';
import type { Engine } from '../../src/wizard/engine.ts';
import type { WizardState } from '../../src/wizard/state.ts';
import { update } from '../../src/wizard/update.ts';
import { presses, slotOf } from './hand.ts';

/** A template whose specs are lines `id=JSON`, one for each slot; sections are what stands before the slash. */
export function smallTemplate(slots: Slot[]): Template {
  const document = readDocument('');
  const shaped = slots.map(
    (slot): ShapedSlot => ({ ...slot, shape: { form: 'prose' }, units: [], lapses: false, allow: [] }),
  );
  const sections = [...new Set(shaped.map(({ section }) => section))].map(
    (id): TemplateSection => ({
      id,
      path: id === '' ? [] : id.split('/'),
      title: id.split('/').at(-1)!,
      level: id.split('/').length + 1,
      parent: null,
      optional: false,
      repeat: false,
      series: '',
      copies: { min: 1, max: Number.POSITIVE_INFINITY },
      guidance: '',
      when: null,
      aliases: [],
      help: '',
      found: document.root,
      slots: shaped.filter(({ section }) => section === id),
    }),
  );
  return {
    id: 'small',
    title: 'Small',
    text: '',
    document,
    flow: null,
    sections,
    slots: shaped,
    variables: [],
    instructions: [],
    isOriginal: () => false,
  };
}

/** An engine for small templates. */
export const smallEngine: Engine = {
  read(text, template): Reading {
    const slots = template.slots.map((slot): SlotReading => {
      const line = new RegExp(`^${slot.id}=(.*)$`, 'm').exec(text);
      const raw = line?.[1] ?? '';
      const range = line
        ? { start: line.index + slot.id.length + 1, end: line.index + line[0].length }
        : null;
      const said =
        raw === 'example'
          ? 'unconfirmed'
          : raw.startsWith('na:')
            ? 'not-applicable'
            : raw === ''
              ? 'empty'
              : 'answered';
      const state = line ? said : 'missing';
      const value = said === 'answered' && raw !== 'kept' ? (JSON.parse(raw) as Value) : null;
      return {
        slot,
        id: slot.id,
        state,
        required: slot.required,
        rule: '',
        range,
        site: null,
        evidence: range,
        beside: [],
        value,
        text: raw,
        message: '',
        fix: '',
        reason: null,
      };
    });
    const done = slots.filter(
      ({ required, state }) => required && (state === 'answered' || state === 'not-applicable'),
    );
    const required = slots.filter((slot) => slot.required).length;
    const meter = {
      answered: done.length,
      required,
      ratio: required === 0 ? 1 : Math.floor((done.length / required) * 100) / 100,
    };
    const sections = template.sections.map((section) => ({
      section,
      id: section.id,
      found: null,
      within: null,
      line: null,
      state: 'empty' as const,
      meter,
      slots: slots.filter(({ slot }) => slot.section === section.id),
    }));
    return {
      document: readDocument(text),
      template,
      sections,
      slots,
      extra: [],
      guesses: [],

      mark: null,
      meter,
      tasks: { done: 0, total: 0 },
    };
  },
  answer(reading, id, answer) {
    const slot = reading.slots.find((one) => one.id === id);
    if (!slot?.range) throw new Problem('bad-answers', `nothing is called ${id}`);
    const text =
      answer.kind === 'value'
        ? JSON.stringify(answer.value)
        : answer.kind === 'keep'
          ? 'kept'
          : `na:${answer.reason}`;
    return text === slot.text ? [] : [{ ...slot.range, text }];
  },
  guard: (_reading, _id, splices) =>
    splices.some(({ text }) => text.includes('```'))
      ? {
          message: 'a code fence in it has no end',
          repair: { label: 'close the fence', splices: splices.map((one) => ({ ...one, text: '"closed"' })) },
        }
      : null,
  forms: () => [],
  repeat: () => null,
  omit: () => null,
};

/** The slots of the usual small template. */
export const SLOTS = [
  slotOf('line', { id: 'a/name', section: 'a', label: 'Name' }),
  slotOf('paragraph', { id: 'a/about', section: 'a' }),
  slotOf('choice', { id: 'b/status', section: 'b', options: ['Draft', 'Final'] }),
  slotOf('list', { id: 'b/goals', section: 'b', required: false }),
  slotOf('date', { id: 'c/due', section: 'c' }),
];

/** A wizard at work on a small spec, with the effects it asked for. */
export class Sitting {
  state: WizardState;
  effects: Effect[] = [];
  readonly template = smallTemplate(SLOTS);

  constructor(text?: string, more: Partial<Extract<Action, { type: 'opened' }>> = {}) {
    this.state = {
      screen: 'home',
      overlay: null,
      size: { columns: 120, rows: 40 },
      facts: { today: '2026-11-21', author: 'Ada Lovelace' },
      home: { specs: null, templates: [], at: 0 },
      walk: null,
      notice: null,
    };
    if (text !== undefined) {
      const { template } = this;
      this.act({
        type: 'opened',
        path: 'small.md',
        template,
        text,
        exists: true,
        last: null,
        drafts: [],
        ...more,
      });
    }
  }

  /** Does an action; saves are confirmed at once. */
  act(action: Action): this {
    const [state, effects] = update(this.state, action, smallEngine);
    this.state = state;
    this.effects.push(...effects);
    for (const effect of effects) {
      if (effect.type === 'save') this.act({ type: 'saved', text: effect.text, path: 'small.md' });
    }
    return this;
  }

  /** Presses the keys of a script. */
  press(script: string): this {
    for (const press of presses(script)) this.act({ type: 'press', press });
    return this;
  }

  /** The spec's text. */
  get text(): string {
    return this.state.walk!.text;
  }

  /** The question at hand, and where the hand is. */
  get at(): string {
    return this.state.screen === 'walk'
      ? `${this.state.walk!.id} ${this.state.walk!.place}`
      : this.state.screen;
  }

  /** How many effects of a type were asked for. */
  count(type: Effect['type']): number {
    return this.effects.filter((effect) => effect.type === type).length;
  }
}

/** A spec of the usual small template with nothing answered. */
export const BLANK = SLOTS.map(({ id }) => `${id}=\n`).join('');
