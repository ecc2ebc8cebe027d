import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/problem.ts';
import type { Value } from '../../src/template/slot.ts';
import { memoryWork, type PlainSlot, walkPaused, walkPiped, walkTyped } from './plain-world.ts';

const one = (slot: Omit<PlainSlot, 'id'>) => memoryWork([{ id: 'it', ...slot }]);

describe('each kind of slot is answered by lines', () => {
  test.each<[string, Omit<PlainSlot, 'id'>, string[], Value]>([
    ['line', { kind: 'line' }, ['Export Service'], 'Export Service'],
    ['variable', { kind: 'variable' }, ['KV Router'], 'KV Router'],
    ['paragraph', { kind: 'paragraph' }, ['One.', '', 'Two.', '.'], 'One.\n\nTwo.'],
    ['code', { kind: 'code' }, ['{', '  "a": 1', '}', '.'], '{\n  "a": 1\n}'],
    ['date', { kind: 'date' }, ['2025-02-30', '+1d'], '2025-03-15'],
    ['choice by number', { kind: 'choice' }, ['3', '2'], 'Final'],
    ['choice by text', { kind: 'choice' }, ['final'], 'Final'],
    ['choice by a beginning', { kind: 'choice' }, ['fi'], 'Final'],
    ['open choice', { kind: 'choice', content: '**Format**: [JSON | YAML | ...]' }, ['Avro'], 'Avro'],
    ['choices', { kind: 'choices' }, ['1, c, 1'], ['a', 'c']],
    ['list', { kind: 'list' }, ['first', 'second', ''], ['first', 'second']],
    [
      'table',
      { kind: 'table' },
      ['PORT', 'number', 'HOST', '', ''],
      [
        ['PORT', 'number'],
        ['HOST', ''],
      ],
    ],
    [
      'checklist',
      { kind: 'checklist' },
      ['[x] tested', 'reviewed', ''],
      [
        { text: 'tested', done: true },
        { text: 'reviewed', done: false },
      ],
    ],
  ])('%s', async (_, slot, lines, value) => {
    const work = one(slot);
    expect((await walkPiped(work, ...lines)).end).toBe('done');
    expect(work.given).toEqual([['it', { kind: 'value', value }]]);
  });
});

describe('what stands there already', () => {
  test('is kept by Enter, changed or dropped item by item', async () => {
    const work = one({ kind: 'list', value: ['keep', 'drop', 'change'], partial: true });
    await walkPiped(work, '', '/drop', 'changed', 'new', '');
    expect(work.given).toEqual([['it', { kind: 'value', value: ['keep', 'changed', 'new'] }]]);
  });

  test('is not written again when nothing was changed', async () => {
    const work = one({ kind: 'line', value: 'TBD' });
    expect((await walkPiped(work, '')).end).toBe('done');
    expect(work.given).toEqual([]);
  });

  test('is shown, escape sequences made visible', async () => {
    const work = one({ kind: 'line', content: '**What\x1b[2J**: TBD \x1b]0;title\x07' });
    expect((await walkPiped(work, '')).printed).not.toMatch(/[\x1b\x07]/);
  });
});

describe('commands', () => {
  const two = () =>
    memoryWork([
      { id: 'a', kind: 'line' },
      { id: 'b', kind: 'line' },
    ]);

  test('an empty line skips and changes nothing', async () => {
    const work = two();
    await walkPiped(work, '', 'B');
    expect(work.given).toEqual([['b', { kind: 'value', value: 'B' }]]);
  });

  test('/undo takes the last answer back and asks again; where there is none it says so', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'line' },
      { id: 'b', kind: 'line' },
    ]);
    const before = work.text();
    const { printed } = await walkPiped(work, '/undo', 'A', '/undo', '/quit');
    expect(work.text()).toBe(before);
    expect(printed).toContain('There is no answer to undo.');
    expect(printed).toContain('Undone: a');
  });

  test('/back asks the one before again', async () => {
    const work = two();
    await walkPiped(work, 'A', '/back', 'A2', 'B');
    expect(work.given.map(([id, answer]) => [id, answer.kind === 'value' && answer.value])).toEqual([
      ['a', 'A'],
      ['a', 'A2'],
      ['b', 'B'],
    ]);
  });

  test('/na wants a reason', async () => {
    const work = two();
    const { printed } = await walkPiped(work, '/na', '/na a library');
    expect(printed).toContain('/na REASON');
    expect(work.given).toEqual([['a', { kind: 'not-applicable', reason: 'a library' }]]);
  });

  test('/keep keeps an example that was shown, and says so', async () => {
    const work = one({ kind: 'line', content: '**Store**: Service A, Database B' });
    const { printed } = await walkPiped(work, '/keep');
    expect(printed).toContain("The template's example is still there; /keep keeps it:\n  Service A, Database B\n");
    expect(printed).toContain('Kept as it is: it › Store\n  Service A, Database B\n');
    expect(work.given).toEqual([['it', { kind: 'keep' }]]);
  });

  test('/keep refuses a placeholder, of which nothing is true yet', async () => {
    const work = one({ kind: 'line' });
    const { printed } = await walkPiped(work, '/keep');
    expect(printed).toContain("Only the template's placeholder is there");
    expect(work.given).toEqual([]);
  });

  test.each([
    ['/qiut', 'did you mean /quit?'],
    ['/exports', 'is no command'],
    ['/skip it', '/skip takes no words.'],
  ])('%s is asked about, and is the answer only if it is written again', async (line, message) => {
    const once = one({ kind: 'line' });
    const { printed } = await walkPiped(once, line, '');
    expect(printed).toContain(message);
    expect(once.given).toEqual([]);
    const twice = one({ kind: 'line' });
    await walkPiped(twice, line, line);
    expect(twice.given).toEqual([['it', { kind: 'value', value: line }]]);
  });

  test('/go reaches any question by its number or its words, and the walk goes on from there', async () => {
    const slots = ['first', 'second', 'third', 'fourth'].map((id) => ({ id, kind: 'line' as const }));
    const numbered = memoryWork(slots);
    await walkPiped(numbered, '/go 3', 'C', 'D', 'A', 'B');
    expect(numbered.given.map(([id]) => id)).toEqual(['third', 'fourth', 'first', 'second']);
    const worded = memoryWork(slots);
    const { printed } = await walkPiped(worded, '/go FOURTH', 'D', '/go nothing', '/go text', '2', 'B', '/quit');
    expect(worded.given.map(([id]) => id)).toEqual(['fourth', 'second']);
    expect(printed).toContain('No question has “nothing”.');
    expect(printed).toContain('  2. second › Text (question 2)\n');
    expect(printed).toContain('\nContinuing from the top.\n');
  });

  test('/go and /back reach answered questions, and what is skipped is reported', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'line', value: 'A' },
      { id: 'b', kind: 'line', value: 'B' },
      { id: 'c', kind: 'line' },
    ]);
    const { printed } = await walkPiped(work, '/back', '/back', '/back', 'A2', '', '/quit');
    expect(printed).toContain('There is no question before this one.');
    expect(printed).toContain('Current answer:\n  A\n');
    expect(printed).toContain('\nQuestion 2 is answered already or was left for later.\n');
    expect(work.given).toEqual([['a', { kind: 'value', value: 'A2' }]]);
  });

  test('a full stop ends a list as it ends a text', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'list' },
      { id: 'b', kind: 'line' },
    ]);
    const { printed } = await walkPiped(work, 'one', 'two', '.', '/quit');
    expect(work.given).toEqual([['a', { kind: 'value', value: ['one', 'two'] }]]);
    expect(printed).toContain('Question 2 of 2');
  });

  test('the question of an optional section is called optional', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'paragraph', content: '<!-- This section is optional. -->' },
      { id: 'b', kind: 'line' },
    ]);
    const { printed } = await walkPiped(work, 'One.', '.', 'B', '/quit');
    expect(printed).toContain('\nQuestion 1 of 2, optional\n');
    expect(printed).toContain('\nQuestion 2 of 2\n');
  });

  test('/list names every question with its number and state', async () => {
    const { printed } = await walkPiped(two(), '/list');
    expect(printed).toContain('  1. a › Text: to answer\n  2. b › Text: to answer\n');
  });

  test('/rename writes a new name in every place', async () => {
    const work = memoryWork([
      { id: 'name', kind: 'variable' },
      { id: 'a', kind: 'line' },
    ]);
    const { printed } = await walkPiped(work, 'KV Router', '/rename Cache', '/quit');
    expect(printed).toContain('Written in 3 places');
    expect(work.text()).toContain('Cache is always Cache.');
    expect(work.text()).not.toContain('KV Router');
  });

  test('/take writes what is suggested', async () => {
    const work = memoryWork([
      { id: 'name', kind: 'variable' },
      { id: 'a', kind: 'date' },
    ]);
    const { printed } = await walkPiped(work, '/take', '/take');
    expect(printed).toContain('2025-03-14? /take writes it.');
    expect(work.given.map(([, answer]) => answer.kind === 'value' && answer.value)).toEqual([
      'Kv Router',
      '2025-03-14',
    ]);
  });

  test('/take says where a default is from, and writes what was typed earlier', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'line', content: '**Author**: [name]' },
      { id: 'b', kind: 'paragraph' },
    ]);
    work.facts.author = 'Ada';
    work.typed.set(work.idOf('b'), 'Half a text');
    const { printed } = await walkPiped(work, '/take', '/take');
    expect(printed).toContain('Ada? /take writes it. (git config user.name)');
    expect(printed).toContain('Typed earlier:\n  Half a text\n');
    expect(work.given.map(([id, answer]) => [id, answer.kind === 'value' && answer.value])).toEqual([
      ['b', 'Half a text'],
      ['a', 'Ada'],
    ]);
  });

  test('/edit opens what stands there in an editor', async () => {
    const work = one({ kind: 'list', value: ['one'], partial: true });
    await walkPiped(work, '/edit');
    expect(work.given).toEqual([['it', { kind: 'value', value: ['one', 'from the editor, as .md'] }]]);
  });

  test('/quit leaves', async () => {
    const work = two();
    expect((await walkPiped(work, 'A', '/quit', 'never read')).end).toBe('quit');
    expect(work.given).toHaveLength(1);
  });

  test('a path that begins with a slash is an answer', async () => {
    const work = two();
    await walkPiped(work, '/exports/{id}', '/back-end of it');
    expect(work.given.map(([, answer]) => answer.kind === 'value' && answer.value)).toEqual([
      '/exports/{id}',
      '/back-end of it',
    ]);
  });
});

describe('an answer that would break the document', () => {
  test.each([
    ['is asked again', ['```', '.', '2', 'fine', '.'], ['fine']],
    ['is repaired', ['```', '.', '1', ''], ['```\n```']],
    ['is written as it is, if the author says so', ['```', '.', '3', ''], ['```\n\n## b\n\n**Text**: [text]']],
  ])('%s', async (_, lines, values) => {
    const work = memoryWork([
      { id: 'a', kind: 'paragraph' },
      { id: 'b', kind: 'line' },
    ]);
    const { printed } = await walkPiped(work, ...lines);
    expect(printed).toContain('a code fence in it has no end');
    expect(work.given.map(([, answer]) => answer.kind === 'value' && answer.value)).toEqual(values);
  });
});

describe('the end of input', () => {
  test('leaves, and what was answered stays', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'line' },
      { id: 'b', kind: 'line' },
    ]);
    expect((await walkPiped(work, 'A')).end).toBe('end');
    expect(work.given).toHaveLength(1);
  });

  test('keeps the lines of a text that was begun', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'paragraph' },
      { id: 'b', kind: 'line' },
    ]);
    expect((await walkPiped(work, 'One', 'Two')).end).toBe('end');
    expect(work.given).toEqual([['a', { kind: 'value', value: 'One\nTwo' }]]);
  });

  test('leaves at once if there is no input at all', async () => {
    expect((await walkPiped(one({ kind: 'table' }))).end).toBe('end');
  });
});

describe('in a terminal', () => {
  test('lines typed ahead all arrive', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'paragraph' },
      { id: 'b', kind: 'line' },
    ]);
    expect((await walkTyped(work, 'One\rTwo\r.\rB', '\r')).end).toBe('done');
    expect(work.given.map(([, answer]) => answer.kind === 'value' && answer.value)).toEqual(['One\nTwo', 'B']);
  });

  test.each<[string, Omit<PlainSlot, 'id'>, string, Value]>([
    ['a line', { kind: 'line' }, 'One\rtwo\r\nthree', 'One two three'],
    ['a text', { kind: 'paragraph' }, 'One\r\r/quit\r.\r', 'One\n\n/quit'],
    ['a list', { kind: 'list' }, '- one\r- two\r', ['one', 'two']],
    [
      'a checklist',
      { kind: 'checklist' },
      '- [x] a\r- [ ] b\r',
      [
        { text: 'a', done: true },
        { text: 'b', done: false },
      ],
    ],
    [
      'a table',
      { kind: 'table' },
      '| Name | Type |\r|---|---|\r| PORT | number |\r| HOST | text |\r',
      [
        ['PORT', 'number'],
        ['HOST', 'text'],
      ],
    ],
    [
      'a table as CSV',
      { kind: 'table' },
      'PORT,number\rHOST,text\r',
      [
        ['PORT', 'number'],
        ['HOST', 'text'],
      ],
    ],
  ])(
    'a block pasted into %s is one answer, and nothing of it goes to the next question',
    async (_, slot, text, value) => {
      const work = memoryWork([
        { id: 'it', ...slot },
        { id: 'next', kind: 'line' },
      ]);
      await walkTyped(work, `\x1b[200~${text}\x1b[201~`, '\r', '\r', '\x03');
      expect(work.given).toEqual([['it', { kind: 'value', value }]]);
    },
  );

  test('a terminal that marks no pastes sends several lines at once, which are one answer, too', async () => {
    const work = memoryWork([
      { id: 'it', kind: 'line' },
      { id: 'next', kind: 'line' },
    ]);
    const { printed } = await walkPaused(work, 'One\rtwo\r', '\r', '\x03');
    expect(work.given).toEqual([['it', { kind: 'value', value: 'One two' }]]);
    expect(printed).toContain('Text: One two\n');
  });

  test('nothing is printed twice while a line is typed, and no escape sequence at all', async () => {
    const work = one({ kind: 'line' });
    const { printed } = await walkPaused(
      work,
      'S',
      'e',
      'r',
      'c',
      'h',
      '\x1b[D',
      '\x1b[D',
      '\x1b[D',
      'a',
      '\x7f',
      'a',
      '\r',
    );
    expect(work.given).toEqual([['it', { kind: 'value', value: 'Search' }]]);
    expect(printed).toContain('\nText: Serch\b\b\barch\b\b\b');
    expect(printed).not.toContain('\x1b');
    expect(printed.match(/^Text:/gm)).toHaveLength(1);
  });

  test('long lines are wrapped between words', async () => {
    const work = one({
      kind: 'paragraph',
      content: `${'Say what the service does for those who use it. '.repeat(4)}`,
    });
    const { printed } = await walkTyped(work, '\x03');
    const lines = printed.split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.filter((line) => /^ {2}\S/.test(line)).length).toBeGreaterThan(2);
  });

  test('backspace and arrows edit, Tab brings up what stands', async () => {
    const work = one({ kind: 'line', value: 'TBC' });
    await walkTyped(work, '\t', '\x7f', '\x1b[D', 'X', '\r');
    expect(work.given).toEqual([['it', { kind: 'value', value: 'TXB' }]]);
  });

  test.each<[string, Omit<PlainSlot, 'id'>, string[], Value]>([
    ['a line', { kind: 'line' }, ['half an ans'], 'half an ans'],
    ['a text', { kind: 'paragraph' }, ['One\r', 'Tw'], 'One\nTw'],
    ['a text between two lines', { kind: 'paragraph' }, ['One\r', 'Two\r'], 'One\nTwo'],
    ['a list', { kind: 'list' }, ['one\r', 'tw'], ['one', 'tw']],
    ['a list that stands', { kind: 'list', value: ['a', 'b'], partial: true }, ['\r', 'B'], ['a', 'B']],
    ['a table', { kind: 'table' }, ['PORT\r', 'num'], [['PORT', 'num']]],
  ])('Ctrl+C in %s keeps what was typed as a draft, and asks nothing more', async (_, slot, reads, kept) => {
    const work = memoryWork([
      { id: 'it', ...slot },
      { id: 'next', kind: 'line' },
    ]);
    expect((await walkTyped(work, ...reads, '\x03')).end).toBe('interrupt');
    expect(work.given).toEqual([]);
    expect(work.kept).toEqual([['it', kept]]);
  });

  test.each<[string, Omit<PlainSlot, 'id'>, string[], Value]>([
    ['items', { kind: 'list', value: ['one', 'two', 'three'] }, ['First\r', '\r'], ['First', 'two', 'three']],
    [
      'rows and cells',
      {
        kind: 'table',
        value: [
          ['PORT', 'number'],
          ['HOST', 'text'],
        ],
      },
      ['HTTP_PORT\r'],
      [
        ['HTTP_PORT', 'number'],
        ['HOST', 'text'],
      ],
    ],
  ])('Ctrl+C leaves the %s that were not asked any more as they are', async (_, slot, reads, value) => {
    const work = one({ partial: true, ...slot });
    await walkTyped(work, ...reads, '\x03');
    expect(work.given).toEqual([]);
    expect(work.kept).toEqual([['it', value]]);
  });

  test('Ctrl+C while rewriting a text leaves the one in the file and keeps the new lines as a draft', async () => {
    const work = one({ kind: 'paragraph', value: 'A whole text, to be gone over.', partial: true });
    await walkTyped(work, 'One\r', 'Tw', '\x03');
    expect(work.given).toEqual([]);
    expect(work.kept).toEqual([['it', 'One\nTw']]);
  });

  test('an answer that would break the document becomes a draft if nobody can be asked', async () => {
    const work = memoryWork([
      { id: 'it', kind: 'paragraph' },
      { id: 'next', kind: 'line' },
    ]);
    await walkTyped(work, '```\r', 'open', '\x03');
    expect(work.given).toEqual([]);
    expect(work.kept).toEqual([['it', '```\nopen']]);
  });

  test.each([
    ['Ctrl+C', '\x03', 'interrupt'],
    ['Ctrl+D', '\x04', 'end'],
  ])('%s leaves', async (_, key, end) => {
    expect((await walkTyped(one({ kind: 'line' }), key)).end).toBe(end);
  });
});

describe('what is typed is noted with every key', () => {
  test.each<[string, Omit<PlainSlot, 'id'>, string[], Value | null]>([
    ['a line', { kind: 'line' }, ['half'], 'half'],
    ['a line that is erased again', { kind: 'line' }, ['h', '\x7f'], null],
    ['a text', { kind: 'paragraph' }, ['One\r', '\r', 'Tw'], 'One\n\nTw'],
    ['a list', { kind: 'list' }, ['one\r', 'tw'], ['one', 'tw']],
    ['a list that stands', { kind: 'list', value: ['a', 'b', 'c'] }, ['\r', 'B'], ['a', 'B', 'c']],
    ['a row', { kind: 'table' }, ['PORT\r', 'num'], [['PORT', 'num']]],
    ['the next row', { kind: 'table' }, ['PORT\r', '\r', 'HO'], [['PORT', ''], ['HO']]],
    [
      'a row that stands',
      {
        kind: 'table',
        value: [
          ['PORT', 'number'],
          ['HOST', 'text'],
        ],
      },
      ['HTTP'],
      [
        ['HTTP', 'number'],
        ['HOST', 'text'],
      ],
    ],
    ['tasks', { kind: 'checklist' }, ['te'], [{ text: 'te', done: false }]],
  ])('%s', async (_, slot, reads, value) => {
    const work = one({ partial: true, ...slot });
    await walkTyped(work, ...reads, '\x03');
    expect(work.noted.at(-1)).toEqual(['it', value]);
  });

  test('why it does not apply is kept like an answer, and gone on with', async () => {
    const work = one({ kind: 'line' });
    await walkTyped(work, '/na a lib', '\x03');
    expect(work.kept).toEqual([['it', { notApplicable: 'a lib' }]]);
    const again = one({ kind: 'line' });
    again.reasons.set(again.idOf('it'), 'a lib');
    const { printed } = await walkPiped(again, '/take');
    expect(printed).toContain('Typed earlier: it does not apply, a lib\n');
    expect(again.given).toEqual([['it', { kind: 'not-applicable', reason: 'a lib' }]]);
  });

  test('a command such as /skip is not noted as an answer', async () => {
    const work = one({ kind: 'line' });
    await walkTyped(work, '/left\r', '\x03');
    expect(work.noted.findLast(([, value]) => value !== null)?.[1]).toBe('/lef');
    expect(work.noted.at(-1)).toEqual(['it', null]);
  });
});

describe('a command in the middle of an answer loses nothing of it', () => {
  test('after /help it goes on where it was', async () => {
    const work = one({ kind: 'list' });
    const { printed } = await walkPiped(work, 'one', 'two', '/help', '', '', 'three', '');
    expect(printed).toContain('Typed earlier:\n  - one\n  - two\n');
    expect(work.given).toEqual([['it', { kind: 'value', value: ['one', 'two', 'three'] }]]);
  });

  test('/take writes it, also after coming back', async () => {
    const work = memoryWork([
      { id: 'a', kind: 'paragraph' },
      { id: 'b', kind: 'line' },
    ]);
    await walkPiped(work, 'One', 'Two', '/skip', '/back', '/take', 'B');
    expect(work.given.map(([id, answer]) => [id, answer.kind === 'value' && answer.value])).toEqual([
      ['a', 'One\nTwo'],
      ['b', 'B'],
    ]);
  });

  test('/quit keeps it', async () => {
    const work = one({ kind: 'paragraph' });
    expect((await walkPiped(work, 'One', '/quit')).end).toBe('quit');
    expect(work.kept).toEqual([['it', 'One']]);
  });

  test('an answer that could not be written is offered when the question comes again', async () => {
    const work = one({ kind: 'paragraph' });
    const { write } = work;
    let tries = 0;
    work.write = async (...args) => {
      if (++tries === 1) throw new Problem('write-failed', 'no room');
      return write(...args);
    };
    const { printed } = await walkPiped(work, 'One', '.', '/take');
    expect(printed).toMatch(/no room\nTyped earlier:\n {2}One\n/);
    expect(work.given).toEqual([['it', { kind: 'value', value: 'One' }]]);
  });
});
