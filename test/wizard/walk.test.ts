import { describe, expect, it } from 'vitest';
import { readSpec } from '../../src/judge/read.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { Stage } from '../view/stage.ts';
import { BLANK, open, spec } from './small-spec.ts';

const ANSWERED = spec({ name: 'n', about: 'a', status: 'Draft', goals: ['g'], due: '2026-01-01' });

describe('the walk', () => {
  it('starts at the first gap, in its field', () => {
    expect(open(BLANK).at).toBe('a/name field');
    expect(open(spec({ name: 'n' })).at).toBe('a/paragraph field');
  });

  it('writes each answer at once, as one save, and goes on', () => {
    const stage = open(BLANK).press('Export<tab>What it does<tab>');
    expect(stage.at).toBe('b/status field');
    expect(stage.text).toBe(spec({ name: 'Export', about: 'What it does' }));
    expect(stage.count('save')).toBe(2);
  });

  it('skips an empty field and changes no byte', () => {
    const stage = open(BLANK).press('<tab><tab>');
    expect(stage.at).toBe('b/status field');
    expect(stage.text).toBe(BLANK);
    expect(stage.count('save')).toBe(0);
  });

  it('goes by n and N to every gap, also to one that Tab left open, and tells when there is no other', () => {
    const stage = open(spec({ about: 'a', status: 'Draft', goals: ['g'] })).press('<tab><escape>n');
    expect(stage.at).toBe('a/name outline');
    expect(stage.press('n').at).toBe('c/due outline');
    expect(stage.press('N').at).toBe('a/name outline');
    stage.press('<enter>x<escape>nn');
    expect(stage.at).toBe('c/due outline');
    expect(stage.state.notice?.text).toBe('This is the only gap.');
  });

  it('asks optional questions in between, and n skips them', () => {
    expect(open(BLANK).press('<tab><tab><down><enter>').at).toBe('b/goals/list field');
    expect(open(spec({ goals: [] })).press('<tab><tab><escape>n').at).toBe('c/due outline');
  });

  it("forgets a text that is the template's or empty when its field is left, and says so", () => {
    const stage = open(BLANK).press('<tab>[What it is about.]<tab>');
    expect(stage.at).toBe('b/status field');
    expect(stage.text).toBe(BLANK);
    expect(stage.state.walk?.kept).toEqual({});
    expect(stage.screen()).not.toMatch(/typing|unsaved/);
    expect(stage.screen()).toContain("That is the template's text");
    const emptied = open(ANSWERED).press('<escape>g<enter><ctrl+u><tab>');
    expect(emptied.text).toBe(ANSWERED);
    expect(emptied.screen()).toContain('Left empty: the file keeps what it has.');
    expect(emptied.screen()).not.toMatch(/typing|unsaved/);
  });

  it('asks about an answer that would break the document once, in sentences', () => {
    const screen = open(BLANK).press('<tab><paste:one\n\n# Two><tab>').screen();
    expect(screen).toMatch(
      /How is this answer to be written\?\s+The answer would change the document around it: 1 head/,
    );
    expect(screen.match(/would change/g)).toHaveLength(1);
  });

  it('says in the field how to reach the key that a message names', () => {
    const stage = open(BLANK).press('<tab><tab><ctrl+k>');
    expect(stage.at).toBe('b/status field');
    expect(stage.screen()).toMatch(/esc, then x says that it does\s+not apply/i);
    expect(stage.press('<escape><ctrl+k>').screen()).toMatch(/↵ answers it, x says/);
  });

  it('shows that a question was marked as not applicable, and why', () => {
    const stage = open(BLANK).press('<tab><tab><escape>xwe ship daily<enter><left>');
    expect(stage.at).toBe('b/status outline');
    expect(stage.screen()).toMatch(/Marked as not applicable[\s\S]*we ship daily/);
  });

  it('starts a spec whose file is gone from the beginning', () => {
    expect(open(BLANK, { last: 'c/due' }).at).toBe('c/due field');
    expect(open(BLANK, { last: 'c/due', exists: false }).at).toBe('a/name field');
  });

  it('goes from gap to gap by n without entering a field, also after an answer', () => {
    const stage = open(BLANK).press('<escape>nnn');
    expect(stage.at).toMatch(/ outline$/);
    expect(stage.text).toBe(BLANK);
    expect(open(BLANK).press('one<escape>n').at).toBe('a/paragraph outline');
    expect(open(BLANK).press('one<escape>nn').text).toBe(spec({ name: 'one' }));
  });

  it('asks for a name where it first occurs, and for the name of a heading in its section', () => {
    const text = [
      '# {Service}',
      '',
      '## Options',
      '',
      '### {Alternative}',
      '',
      '[What it is]',
      '',
      '## {Store}',
      '',
      '[Why {Service} uses {Store}]',
      '',
    ].join('\n');
    const stage = new Stage(120, 40).open(readTemplate(text, { id: 'names' }), text);
    expect(stage.at).toBe('service field');
    expect(stage.press('Ledger<tab>').at).toBe('options/alternative/title field');
    expect(stage.press('A queue<tab>').at).toBe('options/alternative/paragraph field');
    expect(stage.press('It locks.<tab>').at).toBe('store field');
    stage.press('Postgres<tab>');
    expect(stage.text).toContain('### A queue\n\nIt locks.\n\n## Postgres\n\n[Why Ledger uses Postgres]');
  });

  it('writes nothing when a pointer moved over the options and the question is left', () => {
    const draft = spec({ status: 'Draft' });
    const status = spec({ name: 'n', about: 'a', status: 'Draft', goals: ['g'] });
    for (const text of [BLANK, draft, status])
      for (const leave of ['<escape>q', '<shift+tab>', '<escape>n', '<tab>', '<escape>j', '<escape>r'])
        for (const move of ['<down>', '<down><down>', 'fin', 'fin<down>']) {
          const stage = open(text).press(`<escape>/status<enter><enter>${move}${leave}`);
          expect(stage.text, `${move} ${leave}`).toBe(text);
        }
  });

  it('moves by j and k in the outline and accepts no placeholder', () => {
    const stage = open(BLANK).press('<escape>jjkkk');
    expect(stage.at).toMatch(/^a\/\S+ outline$/);
    expect(stage.text).toBe(BLANK);
    const refused = open(BLANK).press('<escape><ctrl+k>');
    expect([refused.text, refused.at]).toEqual([BLANK, 'a/name outline']);
    expect(refused.state.notice?.tone).toBe('bad');
  });

  it('asks again, after Shift+Tab, what the Tab before had skipped', () => {
    const stage = open(BLANK).press('x<tab>');
    const second = stage.at;
    stage.press('<tab>');
    const third = stage.at;
    stage.press('<shift+tab><shift+tab><tab>');
    expect(stage.at).toBe(second);
    expect(stage.press('<tab>').at).toBe(third);
  });

  it('goes back by Shift+Tab, with the text written', () => {
    const stage = open(BLANK).press('x<tab>y<shift+tab>');
    expect(stage.at).toBe('a/name field');
    expect(stage.text).toContain('\n\ny\n');
  });

  it('writes nothing if an answer has not changed', () => {
    const stage = open(ANSWERED);
    expect(stage.at).toBe('end');
    const back = stage.press('<escape><home><enter>x<backspace><tab>');
    expect(back.text).toBe(ANSWERED);
    expect(back.count('save')).toBe(0);
  });

  it('leaves the field by Esc with the text kept, not written, and comes back to it', () => {
    const stage = open(BLANK).press('half<escape>');
    expect(stage.at).toBe('a/name outline');
    expect(stage.count('save')).toBe(0);
    expect(stage.count('draft')).toBe(4);
    expect(stage.press('<enter> done<tab>').text).toContain('**Name**: half done\n');
  });

  it('handles Esc and a key that arrive together as two keys', () => {
    expect(open(BLANK).press('<alt+n>').at).toBe('a/paragraph outline');
    expect(open(BLANK).press('<alt+/>').state.overlay?.kind).toBe('find');
    expect(open(BLANK).press('<alt+down>').at).toBe('b/status outline');
  });

  it.each([
    ['skipped', 's<escape>'],
    ['looked for', '/<escape>'],
  ])('keeps what was typed beside its question while something is %s', (_what, keys) => {
    const stage = open(BLANK).press(`n<tab>half<escape>${keys}`);
    expect(stage.text).not.toContain('half');
    stage.press('<escape><home><right><enter> done<tab>');
    expect(stage.text).toContain('\n\nhalf done\n');
  });

  it('undoes a text that is typed but not written before earlier answers, and redoes it', () => {
    const stage = open(BLANK).press('n<tab>half<escape>u');
    expect([stage.text, stage.at]).toEqual([spec({ name: 'n' }), 'a/paragraph outline']);
    expect(stage.press('U').text).toBe(spec({ name: 'n', about: 'half' }));
    expect(stage.press('uu').text).toBe(BLANK);
  });

  it('closes a dialog by an Esc that arrives with the next key', () => {
    expect(open(BLANK).press('<ctrl+g><alt+x>').at).toBe('a/name field');
    const stage = open(BLANK).press('<escape>?<alt+n>');
    expect([stage.state.overlay, stage.at]).toEqual([null, 'a/paragraph outline']);
  });

  it('handles Esc and a key of one read as two keys in the preview and its search line, too', () => {
    const wizard = open(BLANK).press('<escape>p<alt+n>');
    expect([wizard.state.overlay, wizard.at]).toEqual([null, 'a/paragraph outline']);
    expect(open(BLANK).press('<escape>p/word<alt+b>').state.overlay?.kind).toBe('pager');
    expect(open(BLANK).press('one<home><alt+b>').at).toBe(open(BLANK).at);
  });

  it('keeps an answer and stays by Ctrl+S', () => {
    const stage = open(BLANK).press('one<ctrl+s>');
    expect(stage.at).toBe('a/name field');
    expect(stage.text).toContain('**Name**: one\n');
    expect(stage.press(' two<tab>').text).toContain('**Name**: one two\n');
    expect(stage.count('save')).toBe(2);
  });

  it('shows what would be right, and never blocks leaving', () => {
    const stage = open(spec({ name: 'n', about: 'a', status: 'Final', goals: ['g'] }));
    expect(stage.at).toBe('c/due field');
    stage.press('soon<tab>');
    expect(stage.at).toBe('c/due field');
    expect(stage.state.notice?.text).toContain('yyyy-mm-dd');
    stage.press('<escape><left>');
    expect(stage.at).toBe('b/goals/list outline');
    expect(stage.press('n').at).toBe('c/due outline');
    expect(stage.press('<enter><ctrl+u>+7d<tab>').at).toBe('end');
    expect(stage.text).toContain('**Due**: 2026-11-28');
  });

  it('accepts an example by ^K, in its field while nothing is typed', () => {
    const template = readTemplate(spec({ name: 'Export Service' }), { id: 'small' });
    const example = () => new Stage(120, 40).open(template, template.text);
    const stage = example();
    expect(stage.at).toBe('a/name field');
    expect(stage.press('<ctrl+k>').text).toMatch(/ keep=a\/name /);
    expect(stage.at).toBe('a/paragraph field');
    const outline = example().press('<escape><ctrl+k>');
    expect(outline.text).toMatch(/ keep=a\/name /);
    expect(outline.at).toBe('a/name outline');
    expect(outline.state.notice?.text).toContain('Kept as it is: “Export Service”');
    expect(example().press('mine<ctrl+k><tab>').text).toContain('**Name**: mine\n');
  });

  it('marks a question as not applicable, with a reason', () => {
    const stage = open(BLANK).press('<escape>xno names here<enter>');
    expect(stage.text).toContain('**Name**: Not applicable: no names here\n');
    expect(stage.at).toBe('a/paragraph outline');
  });

  it('stays in the outline after a key of the outline, so that the next key types nothing', () => {
    expect(open(BLANK).press('<escape>s').at).toBe('a/paragraph outline');
    expect(open(BLANK).press('<escape>ss').text).toBe(BLANK);
    const undone = open(BLANK).press('<escape>xnone<enter>u');
    expect(undone.text).toBe(BLANK);
    expect(undone.at).toBe('a/name outline');
  });

  it('asks skipped questions in the order of the review, from the chosen row on', () => {
    const stage = open(BLANK).press('<tab><tab><tab><tab><tab>');
    expect(stage.at).toBe('review');
    expect(stage.press('<enter>Export<tab>').at).toBe('a/paragraph field');
  });

  it('leaves an optional label out with its line, as long as it has the template’s text', () => {
    const labels = '- **Build**: [files]\n- **Registry** (optional): [address]\n- **Tag**: [tag]\n';
    const template = readTemplate(`# Image\n\n**Version**: [version]\n\n${labels}`, { id: 'image' });
    const stage = new Stage(80, 24).open(template).press('<escape>/registry<enter>');
    expect(stage.text).toMatch(/^- \*\*Registry/m);
    const required = () => readSpec(stage.text, template).meter.required;
    const before = required();
    stage.press('-');
    expect(stage.text).not.toContain('Registry');
    expect(stage.text).toMatch(/^- \*\*Build\*\*: .*\n- \*\*Tag\*\*: /m);
    expect(required()).toBe(before - 1);
    expect(stage.at).toMatch(/ outline$/);
    expect(stage.press('u').text).toMatch(/^- \*\*Registry/m);
    // One that is required, or is answered, stays.
    expect(stage.press('<escape>/version<enter>-').text).toContain('**Version**');
  });

  it('shows skipped questions before it ends, and ends if there are none', () => {
    const stage = open(BLANK).press('n<tab>a<tab><enter>g<enter><enter>');
    expect(stage.at).toBe('c/due field');
    expect(stage.press('<tab>').at).toBe('review');
    expect(stage.state.notice?.text).toContain('One gap');
    expect(stage.press('<enter><alt+up><tab>').at).toBe('end');
  });

  it('finds questions and answers', () => {
    const stage = open(ANSWERED).press('<escape>/');
    expect(stage.state.overlay?.kind).toBe('find');
    stage.press('draft').press('<enter>');
    expect(stage.at).toBe('b/status outline');
  });

  it('takes a suggestion by a key, never by itself', () => {
    const stage = open(BLANK).press('<ctrl+t>');
    expect(stage.state.notice?.text).toBe('There is no suggestion here.');
    const due = open(BLANK).press('<escape><end><enter>');
    expect(due.press('<tab>').count('save')).toBe(0);
    expect(open(BLANK).press('<escape><end><enter><ctrl+t><tab>').text).toContain('**Due**: 2026-11-21');
  });

  it('leaves with exit 130 by Ctrl+C anywhere, and with 0 by q', () => {
    expect(open(BLANK).press('typed<ctrl+c>').effects.at(-1)).toEqual({ type: 'quit', code: 130 });
    expect(open(BLANK).press('<ctrl+g><ctrl+c>').effects.at(-1)).toEqual({ type: 'quit', code: 130 });
    const left = open(BLANK).press('typed<escape>q');
    expect(left.effects.at(-1)).toEqual({ type: 'quit', code: 0 });
    expect(left.text).toContain('**Name**: typed\n');
  });

  it('takes the text of the author’s editor', () => {
    const stage = open(BLANK).press('<tab>one<ctrl+x>');
    expect(stage.effects.at(-1)).toMatchObject({ type: 'edit', text: 'one\n', extension: 'md' });
    stage.act({ type: 'edited', text: 'one\r\ntwo\r\n' }).press('<tab>');
    expect(stage.text).toContain('\n\none\ntwo\n\n');
  });

  it.each([
    ['python', 'py'],
    ['Rust', 'rs'],
    ['c++', 'cpp'],
    ['sql', 'sql'],
    ['', 'txt'],
  ])('opens code in %s as answer.%s in the editor', (language, extension) => {
    const text = `# T\n\n## Code\n\n\`\`\`${language}\n[code]\n\`\`\`\n`;
    const stage = new Stage(80, 24).open(readTemplate(text, { id: 't' }), text).press('<ctrl+x>');
    expect(stage.effects.at(-1)).toMatchObject({ type: 'edit', extension });
  });
});

describe('taking back', () => {
  it('undoes and redoes every step byte for byte', () => {
    const stage = open(BLANK).press('n<tab>a<tab><enter>g<enter>h<enter><enter><alt+up><tab>');
    expect(stage.at).toBe('end');
    const done = stage.text;
    stage.press('<escape>uuuuuuu');
    expect(stage.text).toBe(BLANK);
    expect(stage.press('UUUUUUU').text).toBe(done);
    expect(stage.count('save')).toBe(5 + 5 + 5);
  });

  it('forgets undone answers once something else is answered', () => {
    const stage = open(BLANK).press('n<tab><escape>u<enter>m<tab><escape>U');
    expect(stage.text).toContain('**Name**: m\n');
  });
});

describe('what would break the document', () => {
  it('is questioned, and can be repaired, edited further, or written', () => {
    const broken = () => open(BLANK).press('<tab>```<tab>');
    expect(broken().state.overlay).toMatchObject({ kind: 'choose', about: { what: 'broken' } });
    expect(broken().text).toBe(BLANK);
    expect(broken().press('r').text).toMatch(/\n\n```\n```\n+## B/);
    expect(broken().press('e').at).toBe('a/paragraph field');
    expect(broken().press('w').text).toContain('\n\n```\n\n## B');
  });
});

describe('a file changed elsewhere', () => {
  const theirs = spec({ due: '2026-02-02' });

  it('is taken with my answer carried over, into the field', () => {
    const stage = open(BLANK).press('mine<ctrl+s>').act({ type: 'conflict', theirs });
    expect(stage.screen()).not.toContain('Kept in the file');
    expect(stage.state.overlay).toMatchObject({ kind: 'choose', about: { what: 'conflict' } });
    stage.press('r');
    expect(stage.text).toBe(theirs);
    expect(stage.press('<tab>').text).toBe(spec({ name: 'mine', due: '2026-02-02' }));
  });

  it('is taken with my answer kept as a draft', () => {
    const stage = open(BLANK).press('mine<ctrl+s>').act({ type: 'conflict', theirs }).press('d');
    expect(stage.text).toBe(theirs);
    expect(stage.effects).toContainEqual({ type: 'draft', id: 'a/name', value: 'mine' });
  });

  it('is shown beside mine, and the question comes back', () => {
    const stage = open(BLANK).press('mine<ctrl+s>').act({ type: 'conflict', theirs }).press('s');
    expect(stage.state.overlay).toMatchObject({ kind: 'show' });
    expect(stage.press('<escape>').state.overlay).toMatchObject({ kind: 'choose' });
  });
});

describe('a file that cannot be written', () => {
  const failed = (readOnly: boolean) =>
    open(BLANK).press('x<ctrl+s>').act({ type: 'save-failed', message: 'no room', readOnly });

  it('shows its problem, keeps the text, and can be tried again', () => {
    const stage = failed(false);
    expect(stage.state.walk?.save).toBe('failed');
    expect(stage.state.overlay).toMatchObject({ kind: 'choose', lines: ['no room'] });
    expect(stage.press('t').effects).toContainEqual({ type: 'save', text: stage.text, readOnly: false });
  });

  it('is written to a read-only file only where the author confirms it', () => {
    expect(failed(false).press('w').state.overlay).not.toBe(null);
    const stage = failed(true).press('w');
    expect(stage.effects).toContainEqual({ type: 'save', text: stage.text, readOnly: true });
  });

  it('can be saved under another name', () => {
    const stage = failed(false).press('aother.md<enter>');
    expect(stage.effects.at(-1)).toEqual({ type: 'save-as', path: 'other.md', text: stage.text });
  });
});

describe('what was typed in an earlier run', () => {
  const drafts = [{ draft: 'd1', id: 'a/paragraph', value: 'half a sent', when: 'yesterday' }];

  it('is offered, never taken by itself', () => {
    const stage = open(BLANK, { drafts });
    expect(stage.state.overlay).toMatchObject({ kind: 'choose', about: { what: 'draft' } });
    expect(stage.text).toBe(BLANK);
    stage.press('t');
    expect(stage.at).toBe('a/paragraph field');
    expect(stage.press('ence<tab>').text).toContain('\n\nhalf a sentence\n\n');
  });

  it('can be thrown away', () => {
    const stage = open(BLANK, { drafts }).press('d');
    expect(stage.effects).toContainEqual({ type: 'drop-draft', id: 'a/paragraph', draft: 'd1' });
  });

  it('is reported when it no longer fits a question', () => {
    const stage = open(BLANK, { drafts: [{ ...drafts[0]!, value: { evil: true } }] }).press('t');
    expect(stage.state.notice?.tone).toBe('bad');
  });
});

describe('a screen too small', () => {
  it('handles only the keys that leave', () => {
    const stage = open(BLANK).act({ type: 'resize', columns: 39, rows: 20 }).press('typed<tab>');
    expect(stage.text).toBe(BLANK);
    stage.act({ type: 'resize', columns: 40, rows: 12 }).press('typed<tab>');
    expect(stage.text).toContain('typed');
  });
});
