import { describe, expect, it } from 'vitest';
import { BLANK, Sitting } from './small-engine.ts';

const ANSWERED = 'a/name="n"\na/about="a"\nb/status="Draft"\nb/goals=["g"]\nc/due="2026-01-01"\n';

describe('the walk', () => {
  it('starts at the first gap, in its field', () => {
    expect(new Sitting(BLANK).at).toBe('a/name field');
    expect(new Sitting(BLANK.replace('a/name=', 'a/name="n"')).at).toBe('a/about field');
  });

  it('writes each answer at once, as one save, and goes on', () => {
    const sitting = new Sitting(BLANK).press('Export<tab>What it does<tab>');
    expect(sitting.at).toBe('b/status field');
    expect(sitting.text).toBe(
      BLANK.replace('a/name=', 'a/name="Export"').replace('a/about=', 'a/about="What it does"'),
    );
    expect(sitting.count('save')).toBe(2);
  });

  it('skips an empty field and changes no byte', () => {
    const sitting = new Sitting(BLANK).press('<tab><tab>');
    expect(sitting.at).toBe('b/status field');
    expect(sitting.text).toBe(BLANK);
    expect(sitting.count('save')).toBe(0);
  });

  it('asks optional questions on the way, and n passes over them', () => {
    expect(new Sitting(BLANK).press('<tab><tab><down><enter>').at).toBe('b/goals field');
    expect(new Sitting(BLANK).press('<tab><tab><escape>n').at).toBe('c/due outline');
  });

  it('begins a spec that is not there any more from its start', () => {
    expect(new Sitting(BLANK, { last: 'c/due' }).at).toBe('c/due field');
    expect(new Sitting(BLANK, { last: 'c/due', exists: false }).at).toBe('a/name field');
  });

  it('goes from gap to gap by n without entering a field, also after an answer', () => {
    const sitting = new Sitting(BLANK).press('<escape>nnn');
    expect(sitting.at).toMatch(/ outline$/);
    expect(sitting.text).toBe(BLANK);
    expect(new Sitting(BLANK).press('one<escape>n').at).toBe('a/about outline');
    expect(new Sitting(BLANK).press('one<escape>nn').text).toBe(BLANK.replace('a/name=', 'a/name="one"'));
  });

  it('writes nothing when a pointer moved over the options and the question is left', () => {
    const draft = BLANK.replace('b/status=', 'b/status="Draft"');
    const status = ANSWERED.replace('c/due="2026-01-01"', 'c/due=');
    for (const text of [BLANK, draft, status])
      for (const leave of ['<escape>q', '<shift+tab>', '<escape>n', '<tab>', '<escape>j', '<escape>r'])
        for (const move of ['<down>', '<down><down>', 'fin', 'fin<down>']) {
          const sitting = new Sitting(text).press(`<escape>/status<enter><enter>${move}${leave}`);
          expect(sitting.text, `${move} ${leave}`).toBe(text);
        }
  });

  it('moves by j and k in the outline and accepts no placeholder', () => {
    const sitting = new Sitting(BLANK).press('<escape>jjkkk');
    expect(sitting.at).toMatch(/^a\/\S+ outline$/);
    expect(sitting.text).toBe(BLANK);
    const refused = new Sitting(BLANK).press('<escape><ctrl+k>');
    expect([refused.text, refused.at]).toEqual([BLANK, 'a/name outline']);
    expect(refused.state.notice?.tone).toBe('bad');
  });

  it('goes back by Shift+Tab, with the text written', () => {
    const sitting = new Sitting(BLANK).press('x<tab>y<shift+tab>');
    expect(sitting.at).toBe('a/name field');
    expect(sitting.text).toContain('a/about="y"');
  });

  it('writes nothing where an answer is as it was', () => {
    const sitting = new Sitting(ANSWERED);
    expect(sitting.at).toBe('end');
    const back = sitting.press('<escape><home><enter>x<backspace><tab>');
    expect(back.text).toBe(ANSWERED);
    expect(back.count('save')).toBe(0);
  });

  it('leaves the field by Esc with the text kept, not written, and comes back to it', () => {
    const sitting = new Sitting(BLANK).press('half<escape>');
    expect(sitting.at).toBe('a/name outline');
    expect(sitting.count('save')).toBe(0);
    expect(sitting.count('draft')).toBe(4);
    expect(sitting.press('<enter> done<tab>').text).toContain('a/name="half done"');
  });

  it('takes Esc and a key that arrive as one for what they are', () => {
    expect(new Sitting(BLANK).press('<alt+n>').at).toBe('a/about outline');
    expect(new Sitting(BLANK).press('<alt+/>').state.overlay?.kind).toBe('find');
    expect(new Sitting(BLANK).press('<alt+down>').at).toBe('b/status outline');
  });

  it.each([
    ['skipped', 's<escape>'],
    ['undone', 'u'],
    ['looked for', '/<escape>'],
  ])('keeps what was typed beside its question while something is %s', (_what, keys) => {
    const sitting = new Sitting(BLANK).press(`n<tab>half<escape>${keys}`);
    expect(sitting.text).not.toContain('half');
    sitting.press('<escape><home><right><enter> done<tab>');
    expect(sitting.text).toContain('a/about="half done"');
  });

  it('closes what lies over the screen by an Esc that came with the next key', () => {
    expect(new Sitting(BLANK).press('<ctrl+g><alt+x>').at).toBe('a/name field');
    const sitting = new Sitting(BLANK).press('<escape>?<alt+n>');
    expect([sitting.state.overlay, sitting.at]).toEqual([null, 'a/about outline']);
  });

  it('keeps an answer and stays by Ctrl+S', () => {
    const sitting = new Sitting(BLANK).press('one<ctrl+s>');
    expect(sitting.at).toBe('a/name field');
    expect(sitting.text).toContain('a/name="one"');
    expect(sitting.press(' two<tab>').text).toContain('a/name="one two"');
    expect(sitting.count('save')).toBe(2);
  });

  it('says what would be right, and never blocks leaving', () => {
    const sitting = new Sitting(
      BLANK.replace(/=$/gm, '="x"')
        .replace('c/due="x"', 'c/due=')
        .replaceAll('"x"', '"Final"')
        .replace('b/goals="Final"', 'b/goals=["g"]'),
    );
    expect(sitting.at).toBe('c/due field');
    sitting.press('soon<tab>');
    expect(sitting.at).toBe('c/due field');
    expect(sitting.state.notice?.text).toContain('yyyy-mm-dd');
    sitting.press('<escape><left>');
    expect(sitting.at).toBe('b/goals outline');
    expect(sitting.press('n').at).toBe('c/due outline');
    expect(sitting.press('<enter><ctrl+u>+7d<tab>').at).toBe('end');
    expect(sitting.text).toContain('c/due="2026-11-28"');
  });

  it('accepts an example by ^K, in its field while nothing is typed', () => {
    const example = BLANK.replace('a/name=', 'a/name=example');
    const sitting = new Sitting(example);
    expect(sitting.at).toBe('a/name field');
    expect(sitting.press('<ctrl+k>').text).toContain('a/name=kept');
    expect(sitting.at).toBe('a/about field');
    const outline = new Sitting(example).press('<escape><ctrl+k>');
    expect(outline.text).toContain('a/name=kept');
    expect(outline.at).toBe('a/name outline');
    expect(outline.state.notice?.text).toContain('Kept as it is: “example”');
    expect(new Sitting(example).press('mine<ctrl+k><tab>').text).toContain('a/name="mine"');
  });

  it('says with a reason that a question does not apply', () => {
    const sitting = new Sitting(BLANK).press('<escape>xno names here<enter>');
    expect(sitting.text).toContain('a/name=na:no names here');
    expect(sitting.at).toBe('a/about field');
  });

  it('shows what is left for later before it stops, and stops when nothing is', () => {
    const sitting = new Sitting(BLANK).press('n<tab>a<tab><enter>g<enter><enter>');
    expect(sitting.at).toBe('c/due field');
    expect(sitting.press('<tab>').at).toBe('review');
    expect(sitting.state.notice?.text).toContain('One gap');
    expect(sitting.press('<enter><up><tab>').at).toBe('end');
  });

  it('finds questions and answers', () => {
    const sitting = new Sitting(ANSWERED).press('<escape>/');
    expect(sitting.state.overlay?.kind).toBe('find');
    sitting.act({ type: 'search', query: 'draft' }).press('<enter>');
    expect(sitting.at).toBe('b/status outline');
  });

  it('takes what is offered by a key, never by itself', () => {
    const sitting = new Sitting(BLANK.replace('a/name="', 'a/name="')).press('<ctrl+t>');
    expect(sitting.state.notice?.text).toBe('Nothing is offered here.');
    const due = new Sitting(BLANK).press('<escape><end><enter>');
    expect(due.press('<tab>').count('save')).toBe(0);
    expect(new Sitting(BLANK).press('<escape><end><enter><ctrl+t><tab>').text).toContain(
      'c/due="2026-11-21"',
    );
  });

  it('leaves with exit 130 by Ctrl+C anywhere, and with 0 by q', () => {
    expect(new Sitting(BLANK).press('typed<ctrl+c>').effects.at(-1)).toEqual({ type: 'quit', code: 130 });
    expect(new Sitting(BLANK).press('<ctrl+g><ctrl+c>').effects.at(-1)).toEqual({ type: 'quit', code: 130 });
    const left = new Sitting(BLANK).press('typed<escape>q');
    expect(left.effects.at(-1)).toEqual({ type: 'quit', code: 0 });
    expect(left.text).toContain('a/name="typed"');
  });

  it('takes the text of an editor of one’s own', () => {
    const sitting = new Sitting(BLANK).press('<tab>one<ctrl+x>');
    expect(sitting.effects.at(-1)).toEqual({ type: 'edit', text: 'one\n', extension: 'md' });
    sitting.act({ type: 'edited', text: 'one\r\ntwo\r\n' }).press('<tab>');
    expect(sitting.text).toContain(JSON.stringify('one\ntwo'));
  });
});

describe('taking back', () => {
  it('gives back the bytes of every step, to the first and again to the last', () => {
    const sitting = new Sitting(BLANK).press('n<tab>a<tab><enter>g<enter>h<enter><enter><up><tab>');
    expect(sitting.at).toBe('end');
    const done = sitting.text;
    sitting.press('<escape>uuuuuuu');
    expect(sitting.text).toBe(BLANK);
    expect(sitting.press('UUUUUUU').text).toBe(done);
    expect(sitting.count('save')).toBe(5 + 5 + 5);
  });

  it('forgets what was taken back once something else is answered', () => {
    const sitting = new Sitting(BLANK).press('n<tab><escape>u<enter>m<tab><escape>U');
    expect(sitting.text).toContain('a/name="m"');
  });
});

describe('what would break the document', () => {
  it('is asked about, and can be repaired, edited on, or written', () => {
    const broken = () => new Sitting(BLANK).press('<tab>```<tab>');
    expect(broken().state.overlay).toMatchObject({ kind: 'choose', about: { what: 'broken' } });
    expect(broken().text).toBe(BLANK);
    expect(broken().press('r').text).toContain('a/about="closed"');
    expect(broken().press('e').at).toBe('a/about field');
    expect(broken().press('w').text).toContain('a/about="```"');
  });
});

describe('a file changed elsewhere', () => {
  const theirs = BLANK.replace('c/due=', 'c/due="2026-02-02"');

  it('is taken with my answer carried over, into the field', () => {
    const sitting = new Sitting(BLANK).press('mine<ctrl+s>').act({ type: 'conflict', theirs });
    expect(sitting.state.overlay).toMatchObject({ kind: 'choose', about: { what: 'conflict' } });
    sitting.press('r');
    expect(sitting.text).toBe(theirs);
    expect(sitting.press('<tab>').text).toBe(theirs.replace('a/name=', 'a/name="mine"'));
  });

  it('is taken with my answer kept as a draft', () => {
    const sitting = new Sitting(BLANK).press('mine<ctrl+s>').act({ type: 'conflict', theirs }).press('d');
    expect(sitting.text).toBe(theirs);
    expect(sitting.effects).toContainEqual({ type: 'draft', id: 'a/name', value: 'mine' });
  });

  it('is shown beside mine, and the question comes back', () => {
    const sitting = new Sitting(BLANK).press('mine<ctrl+s>').act({ type: 'conflict', theirs }).press('s');
    expect(sitting.state.overlay).toMatchObject({ kind: 'show' });
    expect(sitting.press('<escape>').state.overlay).toMatchObject({ kind: 'choose' });
  });
});

describe('a file that cannot be written', () => {
  const failed = (readOnly: boolean) =>
    new Sitting(BLANK).press('x<ctrl+s>').act({ type: 'save-failed', message: 'no room', readOnly });

  it('is said, with the text kept, and tried again', () => {
    const sitting = failed(false);
    expect(sitting.state.walk?.save).toBe('failed');
    expect(sitting.state.overlay).toMatchObject({ kind: 'choose', lines: ['no room'] });
    expect(sitting.press('t').effects).toContainEqual({ type: 'save', text: sitting.text, readOnly: false });
  });

  it('is written although it is read-only only where the hand says so', () => {
    expect(failed(false).press('w').state.overlay).not.toBe(null);
    const sitting = failed(true).press('w');
    expect(sitting.effects).toContainEqual({ type: 'save', text: sitting.text, readOnly: true });
  });

  it('can be saved under another name', () => {
    const sitting = failed(false).press('aother.md<enter>');
    expect(sitting.effects.at(-1)).toEqual({ type: 'save-as', path: 'other.md', text: sitting.text });
  });
});

describe('what was typed in an earlier run', () => {
  const drafts = [{ draft: 'd1', id: 'a/about', value: 'half a sent', when: 'yesterday' }];

  it('is offered, never taken by itself', () => {
    const sitting = new Sitting(BLANK, { drafts });
    expect(sitting.state.overlay).toMatchObject({ kind: 'choose', about: { what: 'draft' } });
    expect(sitting.text).toBe(BLANK);
    sitting.press('t');
    expect(sitting.at).toBe('a/about field');
    expect(sitting.press('ence<tab>').text).toContain('"half a sentence"');
  });

  it('can be thrown away', () => {
    const sitting = new Sitting(BLANK, { drafts }).press('d');
    expect(sitting.effects).toContainEqual({ type: 'drop-draft', id: 'a/about', draft: 'd1' });
  });

  it('that fits no question any more is said so', () => {
    const sitting = new Sitting(BLANK, { drafts: [{ ...drafts[0]!, value: { evil: true } }] }).press('t');
    expect(sitting.state.notice?.tone).toBe('bad');
  });
});

describe('a screen too small', () => {
  it('takes no keys but those that leave', () => {
    const sitting = new Sitting(BLANK).act({ type: 'resize', columns: 39, rows: 20 }).press('typed<tab>');
    expect(sitting.text).toBe(BLANK);
    sitting.act({ type: 'resize', columns: 40, rows: 12 }).press('typed<tab>');
    expect(sitting.text).toContain('typed');
  });
});
