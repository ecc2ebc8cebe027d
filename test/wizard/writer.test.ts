import { describe, expect, it } from 'vitest';
import { hintsOf } from '../../src/wizard/layers.ts';
import type { Stage } from '../view/stage.ts';
import { BLANK, open, SMALL } from './small-spec.ts';

const WRITER = 'process 7, since 10:15';
const writing = (stage: Stage) =>
  stage.effects.filter(({ type }) => ['save', 'draft', 'drop-draft', 'edit'].includes(type));

describe('a spec that another wizard has open', () => {
  const second = () => open(BLANK, { writer: WRITER });

  it('names who has it, and asks whether to open it read-only or take it over', () => {
    const { overlay } = second().state;
    expect(overlay).toMatchObject({ kind: 'choose', about: { what: 'writer' } });
    expect(JSON.stringify(overlay)).toContain(WRITER);
  });

  it.each([
    ['typing', 'x'],
    ['pasting', '<paste:a text>'],
    ['the editor', '<ctrl+x>'],
    ['an answer that does not apply', '<escape>xb'],
  ])('when looked at refuses %s with a word, and nothing is written', (_what, keys) => {
    const readOnly = second().press('r');
    expect(readOnly.state.overlay).toBe(null);
    readOnly.press(keys);
    expect(writing(readOnly)).toEqual([]);
    expect(readOnly.text).toBe(BLANK);
    expect(readOnly.state.walk?.field).toEqual(second().state.walk?.field);
    expect(readOnly.state.overlay).toMatchObject({ about: { what: 'writer' } });
  });

  it('can be read question by question, and left', () => {
    const readOnly = second().press('r<tab><tab>');
    expect(readOnly.at).toBe('b/status field');
    expect(readOnly.press('<escape>q').effects.at(-1)).toEqual({ type: 'quit', code: 0 });
  });

  it('is opened again when it is taken over, and offers what the other one typed', () => {
    const wizard = second().press('t');
    expect(wizard.effects.at(-1)).toEqual({ type: 'open-anew', as: 'own' });
    const drafts = [{ draft: 'd1', id: 'a/paragraph', value: 'half', when: 'now' }];
    wizard.act({
      type: 'opened',
      path: 'small.md',
      template: SMALL,
      text: BLANK,
      exists: true,
      last: null,
      drafts,
    });
    expect(wizard.state.overlay).toMatchObject({ about: { what: 'draft' } });
    expect(wizard.press('d').press('mine<ctrl+s>').text).toContain('**Name**: mine\n');
  });
});

describe('a spec that another wizard took over', () => {
  const lost = () => open(BLANK).press('mine<ctrl+s>').act({ type: 'taken-over', writer: WRITER });

  it('is not saved, and says so', () => {
    expect(lost().state.walk?.save).toBe('failed');
    expect(lost().state.overlay).toMatchObject({ about: { what: 'writer' } });
  });

  it.each([
    ['opened read-only', 'r', 'read-only'],
    ['taken back', 't', 'own'],
  ] as const)('can be %s, as the file is now', (_what, key, as) => {
    expect(lost().press(key).effects.at(-1)).toEqual({ type: 'open-anew', as });
  });

  it('makes the session read-only as soon as that is known, whatever is being typed', () => {
    const wizard = open(BLANK).press('half');
    const { save } = wizard.state.walk!;
    wizard.act({ type: 'taken-over', writer: WRITER, meanwhile: true });
    expect(wizard.state.overlay).toMatchObject({ about: { what: 'writer' } });
    expect(wizard.state.walk?.save).toBe(save);
    const before = writing(wizard).length;
    wizard.press('l t till');
    const keys = hintsOf(wizard.state).flatMap((row) => row.keys);
    expect(keys).not.toContain('r');
    expect(keys).not.toContain('t');
    expect(wizard.state.overlay).toMatchObject({ about: { what: 'writer' } });
    expect(writing(wizard)).toHaveLength(before);
    expect(wizard.press('<enter>').effects.at(-1)).toEqual({ type: 'open-anew', as: 'read-only' });
  });

  it('can be taken back then, and offers what was typed', () => {
    const wizard = open(BLANK).press('half').act({ type: 'taken-over', writer: WRITER, meanwhile: true });
    expect(wizard.press('<down><enter>').effects.at(-1)).toEqual({ type: 'open-anew', as: 'own' });
  });

  it('accepts no answers meanwhile', () => {
    const wizard = lost().press('<escape>');
    const before = writing(wizard).length;
    wizard.press('more<ctrl+s>');
    expect(writing(wizard)).toHaveLength(before);
    expect(wizard.state.overlay).toMatchObject({ about: { what: 'writer' } });
  });
});
