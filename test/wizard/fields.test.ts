import { describe, expect, it } from 'vitest';
import { pastedRows } from '../../src/interview/rows.ts';
import { itemsOf, listValue } from '../../src/interview/value-text.ts';
import { parseDay } from '../../src/text/days.ts';
import { fieldProblem } from '../../src/wizard/fields/fields.ts';
import { FieldUser, slotOf } from './field-user.ts';

describe('line', () => {
  it('is finished by Enter, and a pasted newline becomes a space', () => {
    const user = new FieldUser(slotOf('line')).press('Export ').do({ kind: 'paste', text: 'Service\r\nTwo\n' });
    expect(user.value).toBe('Export Service Two');
    expect(user.press('<enter>').next).toBe('done');
  });

  it('has no value while only spaces are typed', () => {
    expect(new FieldUser(slotOf('line')).press('  ').value).toBe(null);
  });
});

describe('code', () => {
  it('keeps tabs and the indentation of the line before', () => {
    expect(new FieldUser(slotOf('code')).press('if x:<enter><tab>a<enter>b').value).toBe('if x:\n\ta\n\tb');
  });

  it('indents with blanks in the languages that do, first of all YAML, which takes no tabs', () => {
    const typed = (language: string) => new FieldUser(slotOf('code', { language })).press('a:<enter><tab>b').value;
    expect(typed('yaml')).toBe('a:\n  b');
    expect(typed('Python')).toBe('a:\n    b');
    expect(typed('go')).toBe('a:\n\tb');
    expect(typed('')).toBe('a:\n\tb');
  });

  it('is left by Tab while nothing is typed', () => {
    expect(new FieldUser(slotOf('code')).press('<tab>').next).toBe('done');
    expect(new FieldUser(slotOf('code')).press(' <tab>').next).toBe('stay');
  });

  it('keeps the indentation of its first line', () => {
    expect(new FieldUser(slotOf('code'), '  a\n  b').value).toBe('  a\n  b');
  });
});

describe('date', () => {
  it.each([
    ['today', '2026-11-21'],
    ['+7d', '2026-11-28'],
    ['+2w', '2026-12-05'],
    ['-1', '2026-11-20'],
    ['+1m', '2026-12-21'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['21.11.2026', null],
  ])('takes %s as %s', (text, day) => expect(parseDay(text, '2026-11-21')).toBe(day));

  it('goes to the last day of a shorter month', () => expect(parseDay('+1m', '2026-01-31')).toBe('2026-02-28'));

  it('offers today, then other days, by Alt and the arrows', () => {
    expect(new FieldUser(slotOf('date')).press('<alt+up>').value).toBe('2026-11-21');
    expect(new FieldUser(slotOf('date')).press('<alt+up><alt+up><alt+down><alt+down>').value).toBe('2026-11-20');
  });

  it('says what would be right', () => {
    const user = new FieldUser(slotOf('date')).press('soon');
    expect(fieldProblem(user.field.now)).toContain('yyyy-mm-dd');
    expect(user.value).toBe('soon');
  });
});

describe('choice', () => {
  const slot = slotOf('choice', { options: ['Draft', 'In review', 'Final'] });

  it('takes the highlighted option by Enter', () => {
    const user = new FieldUser(slot).press('<down><enter>');
    expect([user.value, user.next]).toEqual(['In review', 'done']);
  });

  it('narrows down by typing', () => expect(new FieldUser(slot).press('fin<enter>').value).toBe('Final'));

  it('keeps its value while the pointer moves', () => {
    expect(new FieldUser(slot).value).toBe(null);
    expect(new FieldUser(slot).press('<down>').value).toBe(null);
    expect(new FieldUser(slot, 'Final').press('<up>').value).toBe('Final');
    expect(new FieldUser(slot, 'Final').press('dra').value).toBe('Final');
  });

  it('takes the option at the pointer by Space, and stays', () => {
    const user = new FieldUser(slot).press('<down> ');
    expect([user.value, user.next]).toEqual(['In review', 'stay']);
    expect(new FieldUser(slot).press('in rev<enter>').value).toBe('In review');
    expect(new FieldUser(slot).press('fin ').value).toBe('Final');
  });

  it('ends narrowing by Esc before it is left', () => {
    const user = new FieldUser(slot, 'Draft').press('fin<escape>');
    expect([user.next, user.value]).toEqual(['stay', 'Draft']);
    expect(user.press('<escape>').next).toBe('unhandled');
  });

  it('keeps an answer of the author’s own among the options', () => {
    expect(new FieldUser(slot, 'Parked').press('<up><enter>').value).toBe('Final');
    expect(new FieldUser(slot, 'Parked').press('<up>').value).toBe('Parked');
  });

  it('accepts an answer other than the options if that is allowed', () => {
    expect(new FieldUser({ ...slot, open: true }).press('Parked').value).toBe('Parked');
    expect(new FieldUser({ ...slot, open: true }).press('fin<enter>').value).toBe('Final');
    expect(new FieldUser({ ...slot, open: true }).press('fin<down><enter>').value).toBe('fin');
  });

  it('reports a text that no option contains', () => {
    const user = new FieldUser(slot).press('zz');
    expect(fieldProblem(user.field.now)).toContain('Choose one of: Draft, In review, Final');
    expect(user.press('<enter>').next).toBe('stay');
  });
});

describe('choices', () => {
  const slot = slotOf('choices', { options: ['Linux', 'macOS', 'Windows'] });

  it('ticks by Space, in the order of the options', () => {
    expect(new FieldUser(slot).press('<down><down> <up><up> ').value).toEqual(['Linux', 'Windows']);
  });

  it('ticks what typing found by Enter', () => {
    const user = new FieldUser(slot).press('mac<enter>');
    expect([user.value, user.next]).toEqual([['macOS'], 'stay']);
    expect(user.press('<enter>').next).toBe('done');
  });
});

describe('list', () => {
  const list = (items: string[] = []) => new FieldUser(slotOf('list'), items.length > 0 ? items : null);

  it('makes an item by Enter and finishes on an empty one', () => {
    const user = list().press('one<enter>two<enter><enter>');
    expect([user.value, user.next]).toEqual([['one', 'two'], 'done']);
  });

  it('splits, joins, removes, puts back and reorders items', () => {
    expect(list(['one two']).press('<alt+b><enter>').value).toEqual(['one', 'two']);
    expect(list(['onetwo']).press('<home><right><right><right><enter>').value).toEqual(['one', 'two']);
    expect(list(['one', 'two']).press('<down><home><backspace>').value).toEqual(['onetwo']);
    expect(list(['one', 'two', 'three']).press('<ctrl+d>').value).toEqual(['two', 'three']);
    expect(list(['one', 'two', 'three']).press('<ctrl+d><down><ctrl+y>').value).toEqual(['two', 'one', 'three']);
    expect(list(['one', 'two', 'three']).press('<alt+down><alt+down>').value).toEqual(['two', 'three', 'one']);
  });

  it('indents below the item before, by Space or Alt+→, and back', () => {
    expect(list().press('one<enter> two<enter>three<enter><enter>four').value).toEqual(['one\n- two\n- three', 'four']);
    expect(list(['one', 'two']).press('<down><alt+right>').value).toEqual(['one\n- two']);
    expect(list(['one\n- two']).press('<down><home><backspace>').value).toEqual(['one', 'two']);
    expect(list().press(' one').value).toEqual(['one']);
  });

  it('moves an item among its like, with all below it', () => {
    const nested = ['one\n- a\n- b', 'two\n- c'];
    expect(list(nested).press('<alt+down>').value).toEqual(['two\n- c', 'one\n- a\n- b']);
    expect(list(nested).press('<down><down><down><alt+up>').value).toEqual(['two\n- c', 'one\n- a\n- b']);
    expect(list(nested).press('<down><alt+down>').value).toEqual(['one\n- b\n- a', 'two\n- c']);
    expect(list(nested).press('<down><alt+up><down><alt+down>').value).toEqual(nested);
    expect(list(['one', 'two\n- c\n  - d']).press('<down><alt+right>').value).toEqual(['one\n- two\n  - c\n    - d']);
  });

  it('takes a typed marker for an item', () => {
    expect(list().press('- one<enter>* two<enter>3. three<enter>4 * 5').value).toEqual([
      'one',
      'two',
      'three',
      '4 * 5',
    ]);
    expect(list(['one']).press('<home>- ').value).toEqual(['one']);
  });

  it('puts the last item back in its place', () => {
    expect(list(['one', 'two']).press('<down><ctrl+d><ctrl+y>').value).toEqual(['one', 'two']);
    expect(list(['one', 'two']).press('<ctrl+d><ctrl+y>').value).toEqual(['one', 'two']);
    expect(list(['one']).press('<ctrl+d><ctrl+y>').value).toEqual(['one']);
  });

  it('raises items below a removed one that would be too deep', () => {
    expect(list(['one', 'two\n- a\n  - b']).press('<down><ctrl+d>').value).toEqual(['one\n- a\n  - b']);
    expect(list(['one\n- a\n  - b']).press('<ctrl+d>').value).toEqual(['a\n- b']);
  });

  it('does not change sub-lists that were not edited', () => {
    const items = ['one\n   * a\n     more of a\n   * b\n       1. deep', 'two'];
    expect(listValue(itemsOf(items))).toEqual(items);
  });

  it('takes pasted lines as items, without their markers', () => {
    const user = list().do({ kind: 'paste', text: '- one\r\n  - two\r\n* three\r\n' });
    expect(user.value).toEqual(['one\n- two', 'three']);
    expect(user.press('<ctrl+/>').value).toBe(null);
  });
});

describe('checklist', () => {
  const tasks = [
    { text: 'Tests pass', done: false },
    { text: 'Docs', done: true },
  ];

  it('ticks by Space on the box and types spaces in the text', () => {
    expect(new FieldUser(slotOf('checklist'), tasks).press(' <down> ').value).toEqual([
      { text: 'Tests pass', done: true },
      { text: 'Docs', done: false },
    ]);
    expect(new FieldUser(slotOf('checklist')).press('a b<enter>c<ctrl+t>').value).toEqual([
      { text: 'a b', done: false },
      { text: 'c', done: true },
    ]);
  });

  it('goes from box to text and back', () => {
    expect(new FieldUser(slotOf('checklist'), tasks).press('<right>All t<delete><left><left>').value).toEqual([
      { text: 'All tests pass', done: false },
      tasks[1],
    ]);
  });

  it('inserts another item below the current one', () => {
    expect(new FieldUser(slotOf('checklist'), tasks).press('<ctrl+o>Reviewed').value).toEqual([
      tasks[0],
      { text: 'Reviewed', done: false },
      tasks[1],
    ]);
  });

  it('is finished by Enter on the last box', () => {
    expect(new FieldUser(slotOf('checklist'), tasks).press('<enter>').next).toBe('stay');
    expect(new FieldUser(slotOf('checklist'), tasks).press('<enter><enter>').next).toBe('done');
  });
});

const columns = [{ title: 'Variable' }, { title: 'Type' }, { title: 'Required', options: ['yes', 'no'] }];

describe('table', () => {
  const table = (rows: string[][] = []) => new FieldUser(slotOf('table', { columns }), rows.length > 0 ? rows : null);

  it('is filled cell by cell and row by row', () => {
    const user = table().press('PORT<tab>number<tab>y<tab>');
    expect([user.value, user.next]).toEqual([[['PORT', 'number', 'yes']], 'done']);
    expect(table().press('PORT<enter>URL<tab>string<enter><enter>').value).toEqual([
      ['PORT', '', ''],
      ['URL', 'string', ''],
    ]);
  });

  it('shows bars as they were typed', () => {
    const rows = [['A', 'a \\| b', 'yes']];
    expect(new FieldUser(slotOf('table', { columns }), rows).value).toEqual([['A', 'a | b', 'yes']]);
  });

  it('goes back from its first cell', () => expect(table().press('<shift+tab>').next).toBe('back'));

  it('steps through the options of a column by Space', () => {
    expect(table().press('a<tab>b<tab>  ').value).toEqual([['a', 'b', 'no']]);
  });

  it('adds, deletes, puts back and moves rows', () => {
    const rows = [
      ['a', '', ''],
      ['b', '', ''],
    ];
    expect(table(rows).press('<ctrl+o>x').value).toEqual([
      ['a', '', ''],
      ['x', '', ''],
      ['b', '', ''],
    ]);
    expect(table(rows).press('<ctrl+d>').value).toEqual([['b', '', '']]);
    expect(table(rows).press('<ctrl+d><ctrl+o><ctrl+y>').value).toEqual([
      ['b', '', ''],
      ['a', '', ''],
    ]);
    expect(table(rows).press('<alt+down>').value).toEqual([
      ['b', '', ''],
      ['a', '', ''],
    ]);
    expect(table(rows).press('<down><ctrl+d><ctrl+d>').value).toBe(null);
  });

  it('crosses cells by the arrows', () => {
    expect(table([['a', 'b', '']]).press('<right>x<left><left>y').value).toEqual([['ay', 'xb', '']]);
  });

  it('takes 50 pasted CSV rows as one step', () => {
    const csv = ['variable,TYPE,Required', ...Array.from({ length: 50 }, (_, row) => `V${row},"a, ""b"" | c",yes`)];
    const user = table().do({ kind: 'paste', text: csv.join('\r\n') });
    expect(user.value).toHaveLength(50);
    expect(user.value?.[49]).toEqual(['V49', 'a, "b" | c', 'yes']);
    expect(user.press('<ctrl+/>').value).toBe(null);
  });
});

describe('pasted rows', () => {
  it('are TSV, CSV, semicolons, JSON or a Markdown table', () => {
    const rows = [
      ['a', 'b', 'yes'],
      ['c', 'd', 'no'],
    ];
    expect(pastedRows('a\tb\tyes\nc\td\tno\n', columns)).toEqual(rows);
    expect(pastedRows('a,b,yes\nc,d,no', columns)).toEqual(rows);
    expect(pastedRows('a;b;yes\nc;d;no', columns)).toEqual(rows);
    expect(pastedRows('[["a","b","yes"],["c","d","no"]]', columns)).toEqual(rows);
    expect(
      pastedRows('[{"required":"yes","variable":"a","type":"b"},{"variable":"c","type":"d","required":"no"}]', columns),
    ).toEqual(rows);
    expect(
      pastedRows('| Variable | Type | Required |\n|---|---|---|\n| a | b | yes |\n| c | d | no |', columns),
    ).toEqual(rows);
  });

  it('follow the column names in a first row, in any order', () => {
    expect(pastedRows('Type,Variable\nb,a', columns)).toEqual([['a', 'b', '']]);
  });

  it('keep line breaks within quotes; a single value does not count as rows', () => {
    expect(pastedRows('"a\nb",c\n', columns)).toEqual([['a\nb', 'c']]);
    expect(pastedRows('just a value, with a comma', columns)).toBe(null);
  });
});
