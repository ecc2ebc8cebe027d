import { describe, expect, it } from 'vitest';
import { BLANK, open, spec } from './small-spec.ts';

const WHOLE = spec({ name: 'mine', due: '2026-02-02' });
const whole = { draft: 'd2', id: null, value: { text: WHOLE, bom: false }, when: 'yesterday' };
const answer = { draft: 'd1', id: 'a/paragraph', value: 'half', when: 'yesterday' };

describe('a whole text that was kept', () => {
  const offered = () => open(BLANK, { drafts: [whole] });

  it('is offered, never taken by itself', () => {
    expect(offered().state.overlay).toMatchObject({ about: { what: 'draft' } });
    expect(offered().text).toBe(BLANK);
  });

  it('takes the place of the text when it is taken, is saved, and can be undone', () => {
    const sitting = offered().press('t');
    expect(sitting.text).toBe(WHOLE);
    expect(sitting.effects).toContainEqual({ type: 'save', text: WHOLE });
    expect(sitting.effects).toContainEqual({ type: 'drop-draft', id: null, draft: 'd2' });
    expect(sitting.press('<escape>u').text).toBe(BLANK);
  });

  it('is shown beside the file, and the question comes back', () => {
    const sitting = offered().press('s');
    const { overlay } = sitting.state;
    expect(overlay?.kind === 'show' && overlay.lines.map(({ text }) => text).join('\n')).toContain('mine');
    expect(sitting.press('<escape>').state.overlay).toMatchObject({ about: { what: 'draft' } });
    expect(sitting.text).toBe(BLANK);
  });

  it.each([
    ['left for later', 'l', 0],
    ['thrown away', 'd', 1],
  ] as const)('can be %s', (_what, key, drops) => {
    const sitting = offered().press(key);
    expect(sitting.count('drop-draft')).toBe(drops);
    expect(sitting.state.overlay).toBe(null);
    expect(sitting.text).toBe(BLANK);
  });

  it('is reported when it is damaged', () => {
    const sitting = open(BLANK, { drafts: [{ ...whole, value: 'text' }] }).press('t');
    expect(sitting.state.notice?.tone).toBe('bad');
    expect(sitting.text).toBe(BLANK);
  });

  it('is offered after the answers', () => {
    const sitting = open(BLANK, { drafts: [answer, whole] }).press('d');
    expect(sitting.state.overlay).toMatchObject({ about: { drafts: [whole] } });
  });
});

it('a draft that the spec has by now is dropped unasked', () => {
  const text = spec({ about: 'half' });
  const sitting = open(text, { drafts: [answer] });
  expect(sitting.state.overlay).toBe(null);
  expect(sitting.effects).toContainEqual({ type: 'drop-draft', id: 'a/paragraph', draft: 'd1' });
});

describe('when the file was changed elsewhere', () => {
  const theirs = spec({ due: '2026-02-02' });

  it('an answer that lives on in its field or draft needs no whole text', () => {
    for (const key of ['r', 'd']) {
      const sitting = open(BLANK).press('mine<ctrl+s>').act({ type: 'conflict', theirs }).press(key);
      expect(sitting.effects).toContainEqual({ type: 'take-theirs', carried: true });
    }
  });

  it('one that has no draft of its own stays in the whole text', () => {
    const sitting = open(BLANK).press('<escape>xbecause<enter>').act({ type: 'conflict', theirs });
    expect(sitting.press('r').effects).toContainEqual({ type: 'take-theirs', carried: false });
    expect(sitting.state.notice?.text).toContain('spec-wizard drafts');
  });
});

describe('why a question does not apply', () => {
  it('is kept as it is typed, and given up with the question', () => {
    const sitting = open(BLANK).press('<escape>xno');
    expect(sitting.effects.at(-1)).toEqual({ type: 'draft', id: 'a/name', value: { notApplicable: 'no' } });
    expect(sitting.press('<escape>').effects.at(-1)).toEqual({ type: 'drop-draft', id: 'a/name' });
  });

  it('never takes the place of an answer that is being typed', () => {
    const sitting = open(BLANK).press('half<escape>x');
    const before = sitting.effects.length;
    expect(sitting.press('no').effects).toHaveLength(before);
  });

  it('is offered again, and goes on where it stopped', () => {
    const draft = { draft: 'd3', id: 'a/paragraph', value: { notApplicable: 'no' }, when: 'yesterday' };
    const sitting = open(BLANK, { drafts: [draft] });
    expect(JSON.stringify(sitting.state.overlay)).toContain('does not apply: no');
    sitting.press('t');
    expect(sitting.effects.slice(-2)).toEqual([
      { type: 'draft', id: 'a/paragraph', value: { notApplicable: 'no' } },
      { type: 'drop-draft', id: 'a/paragraph', draft: 'd3' },
    ]);
    expect(sitting.press('ne there<enter>').text).toContain('\n\nNot applicable: none there\n');
  });
});
