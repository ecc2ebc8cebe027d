import { describe, expect, it } from 'vitest';
import { writableValue } from '../../src/wizard/fields/fields.ts';
import type { Stage } from '../view/stage.ts';
import { BLANK, open, spec } from './small-spec.ts';

/** A wizard in which typing goes on until the test says that it pauses. */
function typing(keys: string, text = BLANK): Stage {
  const stage = open(text);
  stage.typingPauses = false;
  return stage.press(keys);
}

const meter = (stage: Stage) => /\d+ of \d+/.exec(stage.screen())![0];
/** How often the field and the document beside it show a text. */
const shown = (stage: Stage, text: string) => stage.resize(120, 40).screen().split(text).length - 1;

describe('while a person types', () => {
  it('the field shows each key at once; meters and document follow when typing pauses', () => {
    const stage = typing('Export');
    expect(stage.screen()).toContain('┃ Export');
    expect(stage.screen()).toContain('typing');
    expect(meter(stage)).toBe('0 of 4');
    expect(stage.effects.at(-1)).toEqual({ type: 'await-pause' });
    expect(meter(stage.act({ type: 'paused' }))).toBe('1 of 4');
    expect(shown(stage, 'Export')).toBe(2);
  });

  it('the wizard waits for a pause after each key that changes the answer, and after no other', () => {
    const stage = typing('ab<left>');
    expect(stage.count('await-pause')).toBe(3);
    stage.act({ type: 'paused' }).press('<left><right>');
    expect(stage.count('await-pause')).toBe(3);
    expect(stage.press('<delete>').count('await-pause')).toBe(4);
  });

  it('meters go back when the answer is erased, in a pause too', () => {
    const stage = typing('x').act({ type: 'paused' }).press('<backspace>');
    expect(meter(stage)).toBe('1 of 4');
    expect(meter(stage.act({ type: 'paused' }))).toBe('0 of 4');
  });

  it('a pause has no effect on a question that was left meanwhile', () => {
    const stage = typing('x<tab>');
    const before = stage.state;
    expect(stage.act({ type: 'paused' }).state).toBe(before);
  });

  it.each([
    ['Enter that leaves', '<enter>'],
    ['Tab', '<tab>'],
    ['Esc', '<escape>'],
    ['Ctrl+S, which keeps the answer', '<ctrl+s>'],
    ['help', '<ctrl+g>'],
    ['the preview', '<escape>p'],
    ['what changed', '<escape>d'],
    ['the review', '<escape>r'],
    ['leaving', '<escape>q'],
  ])('%s judges what was typed, without a pause', (_act, keys) => {
    const { walk } = typing(`Export${keys}`).state;
    expect(walk!.judged).toEqual(writableValue(walk!.field.now));
    const stage = typing(`Export${keys}`);
    const now = stage.screen();
    expect(stage.act({ type: 'paused' }).screen()).toBe(now);
  });

  it('preview, changes and review show what was typed last', () => {
    expect(typing('Export<escape>p').screen()).toContain('Export');
    expect(typing('Export<escape>d').screen()).toContain('Export');
    expect(meter(typing('Export<escape>r'))).toBe('1 of 4');
  });

  it('what is written is what was typed, however soon the key to leave comes', () => {
    const stage = typing('Export<tab>About<enter>it<tab>');
    expect(stage.text).toBe(spec({ name: 'Export', about: 'About\nit' }));
    expect(stage.count('save')).toBe(2);
  });

  it('what is typed is in a draft with each key, paused or not', () => {
    const stage = typing('abc');
    expect(stage.effects.filter(({ type }) => type === 'draft').at(-1)).toMatchObject({ value: 'abc' });
    expect(stage.count('draft')).toBe(3);
  });
});
