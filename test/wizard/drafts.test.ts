import { describe, expect, it } from 'vitest';
import { BLANK, open, SMALL, spec } from './small-spec.ts';

const WHOLE = spec({ name: 'mine', due: '2026-02-02' });
const whole = { draft: 'd2', id: null, value: { text: WHOLE, bom: false }, when: 'yesterday' };
const answer = { draft: 'd1', id: 'a/paragraph', value: 'half', when: 'yesterday' };

describe('a whole text that was kept', () => {
  const offered = () => open(BLANK, { drafts: [whole] });

  it('is offered, never taken by itself', () => {
    expect(offered().state.overlay).toMatchObject({ about: { what: 'draft' } });
    expect(offered().text).toBe(BLANK);
  });

  it('replaces the text when it is accepted, is saved, and can be undone', () => {
    const stage = offered().press('t');
    expect(stage.text).toBe(WHOLE);
    expect(stage.effects).toContainEqual({ type: 'save', text: WHOLE });
    expect(stage.effects).toContainEqual({ type: 'drop-draft', id: null, draft: 'd2' });
    expect(stage.press('<escape>u').text).toBe(BLANK);
  });

  it('is shown beside the file, and the question comes back', () => {
    const stage = offered().press('s');
    const { overlay } = stage.state;
    expect(overlay?.kind === 'show' && overlay.lines.map(({ text }) => text).join('\n')).toContain('mine');
    expect(stage.press('<escape>').state.overlay).toMatchObject({ about: { what: 'draft' } });
    expect(stage.text).toBe(BLANK);
  });

  it.each([
    ['left for later', 'l', 0],
    ['thrown away', 'd', 1],
  ] as const)('can be %s', (_what, key, drops) => {
    const stage = offered().press(key);
    expect(stage.count('drop-draft')).toBe(drops);
    expect(stage.state.overlay).toBe(null);
    expect(stage.text).toBe(BLANK);
  });

  it('is reported when it is damaged', () => {
    const stage = open(BLANK, { drafts: [{ ...whole, value: 'text' }] }).press('t');
    expect(stage.state.notice?.tone).toBe('bad');
    expect(stage.text).toBe(BLANK);
  });

  it('is offered after the answers', () => {
    const stage = open(BLANK, { drafts: [answer, whole] }).press('d');
    expect(stage.state.overlay).toMatchObject({ about: { drafts: [whole] } });
  });
});

it('a draft whose content the spec already has is dropped without a question', () => {
  const text = spec({ about: 'half' });
  const stage = open(text, { drafts: [answer] });
  expect(stage.state.overlay).toBe(null);
  expect(stage.effects).toContainEqual({ type: 'drop-draft', id: 'a/paragraph', draft: 'd1' });
});

it.each([
  [['one', 'two'], '- one - two'],
  [[['a', 'b']], '| a | b |'],
  [[{ text: 'ship', done: true }], '- [x] ship'],
])('a draft of %j is shown as text', (value, shown) => {
  const stage = open(BLANK, { drafts: [{ ...answer, value }] });
  expect(stage.screen()).toContain(shown);
});

describe('when the file was changed elsewhere', () => {
  const theirs = spec({ due: '2026-02-02' });

  it('an answer that lives on in its field or draft needs no whole text', () => {
    for (const key of ['r', 'd']) {
      const stage = open(BLANK).press('mine<ctrl+s>').act({ type: 'conflict', theirs }).press(key);
      expect(stage.effects).toContainEqual({ type: 'take-theirs', carried: true });
    }
  });

  it('earlier answers that their text lacks stay in the whole text', () => {
    for (const key of ['r', 'd']) {
      const stage = open(BLANK).press('mine<tab>what<tab>').act({ type: 'conflict', theirs }).press(key);
      expect(stage.effects).toContainEqual({ type: 'take-theirs', carried: false });
      expect(stage.state.notice?.text).toContain('Earlier answers');
    }
    const has = spec({ name: 'mine', due: '2026-02-02' });
    const stage = open(BLANK).press('mine<tab>what<tab>').act({ type: 'conflict', theirs: has }).press('r');
    expect(stage.effects).toContainEqual({ type: 'take-theirs', carried: true });
  });

  it('one that has no draft of its own stays in the whole text', () => {
    const stage = open(BLANK).press('<escape>xbecause<enter>').act({ type: 'conflict', theirs });
    expect(stage.press('r').effects).toContainEqual({ type: 'take-theirs', carried: false });
    expect(stage.state.notice?.text).toContain('spec-wizard drafts');
  });
});

describe('a choice that appears while the author types', () => {
  const theirs = spec({ due: '2026-02-02' });
  const typing = () => {
    const stage = open(BLANK).press('mine<tab>');
    stage.typingPauses = false;
    return stage;
  };

  it.each([
    ['the file was changed', { type: 'conflict', theirs }],
    ['the file is gone', { type: 'conflict', theirs: null }],
    ['it could not be saved', { type: 'save-failed', message: 'no space', readOnly: true }],
  ] as const)('takes no key from the field until no key has come for a while: %s', (_what, action) => {
    const stage = typing().act(action);
    const saves = stage.count('save');
    stage.press('draw what again<backspace><enter>');
    expect(stage.state.overlay).toMatchObject({
      kind: 'choose',
      about: { what: expect.stringMatching(/conflict|failed/) },
    });
    expect(stage.count('save')).toBe(saves);
    expect(stage.state.walk?.field.now).toMatchObject({ buffer: { text: 'draw what agai' } });
    expect(stage.screen().split('\n').at(-1)).toMatch(/^ \^C leave *$/);
    stage.act({ type: 'idle' }).press(action.type === 'conflict' && action.theirs ? 'r' : 'w');
    expect(stage.state.overlay).toBe(null);
  });

  it('a draft is not thrown away by keys that were typed before it was offered', () => {
    const stage = open(BLANK);
    stage.typingPauses = false;
    stage.open(SMALL, BLANK, { drafts: [answer] }).press('draw it');
    expect(stage.count('drop-draft')).toBe(0);
    expect(stage.state.walk?.field.now).toMatchObject({ buffer: { text: 'draw it' } });
    expect(stage.act({ type: 'idle' }).press('d').count('drop-draft')).toBe(1);
  });

  it('takes none in the outline either', () => {
    const stage = typing().press('<escape>').act({ type: 'conflict', theirs });
    expect(stage.press('rd').state.overlay).toMatchObject({ about: { what: 'conflict' } });
  });
});

describe('why a question does not apply', () => {
  it('is kept while it is typed, and dropped with the question', () => {
    const stage = open(BLANK).press('<escape>xno');
    expect(stage.effects.at(-1)).toEqual({ type: 'draft', id: 'a/name', value: { notApplicable: 'no' } });
    expect(stage.press('<escape>').effects.at(-1)).toEqual({ type: 'drop-draft', id: 'a/name' });
  });

  it('never replaces an answer that is being typed', () => {
    const stage = open(BLANK).press('half<escape>x');
    const before = stage.effects.length;
    expect(stage.press('no').effects).toHaveLength(before);
  });

  it('is offered again, and continues where it stopped', () => {
    const draft = { draft: 'd3', id: 'a/paragraph', value: { notApplicable: 'no' }, when: 'yesterday' };
    const stage = open(BLANK, { drafts: [draft] });
    expect(JSON.stringify(stage.state.overlay)).toContain('does not apply: no');
    stage.press('t');
    expect(stage.effects.slice(-2)).toEqual([
      { type: 'draft', id: 'a/paragraph', value: { notApplicable: 'no' } },
      { type: 'drop-draft', id: 'a/paragraph', draft: 'd3' },
    ]);
    expect(stage.press('ne there<enter>').text).toContain('\n\nNot applicable: none there\n');
  });
});
