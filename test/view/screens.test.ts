import { describe, expect, it, test } from 'vitest';
import { blankSpec } from '../../src/interview/form.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { cellPane } from '../../src/view/fields/text-fields.ts';
import { titlePath } from '../../src/view/pane.ts';
import { bufferOf } from '../../src/wizard/text-buffer.ts';
import { faultsOf, Stage, TEMPLATES, templateOf } from './stage.ts';

const SIZES = [
  [40, 12],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

/** Every third question is drawn at every size; with SOAK=1 (npm run soak) every one. */
const STEP = process.env.SOAK ? 1 : 3;

const LONG = 'A long line that is wrapped, with 한국어, 😀 and 👨‍👩‍👧 in it. ';

/** Places that keys reach, each with its keys from a blank technical specification. */
const PLACES: Readonly<Record<string, string>> = {
  'a name': '',
  'a name in all its forms': 'KV Router',
  'a choice narrowed': 'x<tab>rev',
  'a paragraph': `x<tab><tab><tab><tab><tab><tab>${LONG}<enter><enter>${LONG}`,
  'a list': 'x<tab><tab><tab><tab><tab><tab><tab>one<enter> below one<enter>another below',
  'a table': '<escape>/',
  outline: '<escape><down><down>',
  preview: '<escape><down><down>p',
  'a problem': 'x<tab><tab><tab>soon<tab>',
  'does not apply': 'x<tab><escape>x',
  find: '<escape>/',
  'help in a field': '<ctrl+g>',
  review: 'x<tab><escape>r',
  'what changed': 'x<tab><escape>d',
};

it('shows the numbers of a list that the document numbers, and those below it as items', () => {
  const stage = new Stage(80, 24).open(templateOf('technical-spec')).press('<escape>/data flow<enter><escape><enter>');
  stage.press('A write fails<enter>It waits<enter><alt+right>a while<enter><alt+left>It tries again');
  expect(stage.screen()).toContain(
    ['     1. A write fails', '     2. It waits', '        • a while', '   ▸ 3. It tries again'].join('\n'),
  );
});

it('names the top section of a deep question if there is room', () => {
  expect(titlePath(['Requirements', 'Non-Functional Requirements', 'Performance'], 40)).toBe(
    'Requirements › … › Performance',
  );
  expect(titlePath(['Testing', 'Unit Tests', 'Coverage'], 25)).toBe('… › Unit Tests › Coverage');
  expect(titlePath(['Requirements', 'Non-Functional Requirements', 'Performance'], 20)).toBe('… › Performance');
  expect(titlePath(['Goals', 'Primary'], 12)).toBe('… › Primary');
});

it('names the language that the fence in the spec has', () => {
  const template = readTemplate('# T\n\n## Code\n\n```python\n[code]\n```\n', { id: 't' });
  const stage = new Stage(80, 24).open(template, '# T\n\n## Code\n\n~~~ proto\nmessage A {}\n~~~\n');
  const screen = stage.press('<escape><enter>').screen();
  expect(screen).toContain('   proto\n ┃ message A {}');
  expect(screen).toContain('indent');
});

it('points at the task and tells what Enter does there', () => {
  const template = readTemplate('# T\n\n## Tasks\n\n- [ ] Task 1\n- [ ] Task 2\n', { id: 't' });
  const stage = new Stage(80, 24).open(template);
  expect(stage.screen()).toContain(' ▸ [ ]');
  expect(stage.screen()).toContain('↵ next question');
  expect(stage.press('One').screen()).toContain('↵ next item');
  stage.press('<enter>Two<up><left><left><left><left>');
  expect(stage.screen()).toContain(' ▸ [ ] One\n   [ ] Two');
  expect(stage.screen()).toContain('↵ next item');
});

it('counts in the review what is left, without titles', () => {
  const stage = new Stage(80, 24).open(templateOf('technical-spec')).press('<escape>r');
  const [, all] = /What is left: (\d+)/.exec(stage.screen())!;
  const shown = stage.screen().match(/^ [▸ ] [◐○?!] /gmu)!.length;
  const [, more] = /↓ (\d+) more/.exec(stage.screen())!;
  expect(shown + Number(more)).toBe(Number(all));
});

describe('help', () => {
  const inCode = () => {
    const template = readTemplate('# T\n\n## Code\n\n```\n[code]\n```\n', { id: 't' });
    return new Stage(80, 24).open(template).press('x<ctrl+g>');
  };
  const allRows = (stage: Stage) => {
    const rows = new Set<string>();
    for (let page = 0; page < 12; page++, stage.press('<pagedown>'))
      for (const row of stage.screen().split('\n')) rows.add(row.trimEnd());
    return [...rows];
  };

  it('counts the rows that it shows', () => {
    const screen = inCode().screen();
    const [, last, count] = /1–(\d+) of (\d+)/.exec(screen)!;
    expect(screen).toContain(`↓ ${Number(count) - Number(last)} more`);
  });

  it('names a key once among those that work together', () => {
    const tabs = allRows(inCode()).filter((row) => /^ {3}(?:tab|alt\+↵) {2,}/.test(row));
    expect(tabs.map((row) => row.trim().replace(/ +/, ' '))).toEqual(expect.arrayContaining(['tab indent']));
    expect(tabs.filter((row) => row.includes('next question'))).toEqual([]);
  });

  it('puts keys for which a row is too short into the next one', () => {
    const rows = allRows(new Stage(80, 24).open(templateOf('technical-spec')).press('<escape>r?'));
    expect(rows.filter((row) => /^ {3}\S/.test(row) && (row[23] ?? ' ') !== ' ')).toEqual([]);
    expect(rows.join('\n')).toContain('wheel down');
    expect(rows.join('\n')).not.toMatch(/wheel down\S|wheel down…/);
  });
});

it('calls the question of an optional section optional until it is answered', () => {
  const template = readTemplate('# T\n\n## Story (optional)\n\n## Goal\n\n[The goal]\n', { id: 't' });
  const stage = new Stage(80, 24).open(template).press('<escape><home>');
  expect(stage.screen()).toContain('optional, question 1 of 2');
  stage.press('<enter>A pod waits.<tab><escape><home>');
  expect(stage.screen()).toMatch(/ {2}question 1 of 2/);
});

it('shows a text that is kept as it is as such', () => {
  const stage = new Stage(80, 24).open(templateOf('technical-spec')).press('<escape>/stress<enter><escape>');
  expect(stage.press('<ctrl+k><enter>').screen()).toContain(' Kept as it is\n   Find breaking point');
});

describe.each(SIZES)('at %i × %i', (columns, rows) => {
  it.each(Object.entries(PLACES))('%s looks as it did', async (name, keys) => {
    const stage = new Stage(columns, rows).open(templateOf('technical-spec'), undefined, { exists: false }).press(keys);
    if (name === 'a table') {
      stage.press('risk');
      stage.press('<enter><enter><ctrl+t><tab><tab>');
    }
    const file = `./screens/${columns}x${rows}/${name.replaceAll(' ', '-')}.txt`;
    await expect(`${stage.screen()}\n`).toMatchFileSnapshot(file);
    for (const palette of ['none', 'dark', 'light'] as const)
      expect(faultsOf(stage.rows(palette), columns, rows)).toEqual([]);
  });

  it('home looks as it did', async () => {
    const stage = new Stage(columns, rows);
    stage.machine.dispatch({
      type: 'found',
      templates: [],
      specs: [
        {
          path: 'docs/specs/component/cmp-001-export-service.md',
          template: 'component',
          meter: { answered: 31, required: 45, ratio: 0.68 },
          gaps: 14,
        },
        {
          path: 'docs/specs/component/cmp-002-auth.md',
          template: 'component',
          meter: { answered: 45, required: 45, ratio: 1 },
          gaps: 0,
        },
        {
          path: 'specifications/flaredb.md',
          template: 'photoncloud',
          meter: { answered: 12, required: 31, ratio: 0.38 },
          gaps: 19,
        },
      ],
    });
    await expect(`${stage.screen()}\n`).toMatchFileSnapshot(`./screens/${columns}x${rows}/home.txt`);
    expect(faultsOf(stage.rows('dark'), columns, rows)).toEqual([]);
  });

  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    'no row of %s goes over the edge',
    (_id, template) => {
      const stage = new Stage(columns, rows).open(template);
      for (let question = 0; question < template.slots.length; question += STEP) {
        expect(faultsOf(stage.rows('dark'), columns, rows)).toEqual([]);
        stage.press(`<escape>${'<right>'.repeat(STEP)}`);
        expect(faultsOf(stage.rows('none'), columns, rows)).toEqual([]);
        stage.press('<enter>');
      }
    },
  );
});

describe('colour', () => {
  it('is drawn where it is switched on, and nowhere else', async () => {
    const stage = new Stage(120, 40).open(templateOf('component')).press('<escape><down>');
    await expect(`${stage.rows('dark').join('\n')}\n`).toMatchFileSnapshot('./screens/120x40/outline-dark.txt');
    expect(stage.rows('none').join('')).not.toContain('\u001b');
  });

  it('is of the 16 colours only', () => {
    const codes = new Stage(120, 40)
      .open(templateOf('component'))
      .rows('dark')
      .join('')
      .matchAll(/\u001b\[([\d;]*)m/g);
    for (const [, code] of codes) expect(code).toMatch(/^(?:[01234579]|3[0-7]|9[0-7]|;)*$/);
  });
});

describe('a question', () => {
  const stage = () => new Stage(120, 40).open(templateOf('component'));

  it('stands under its own titles while it is being answered', () => {
    const typing = stage().press('x<tab><tab><tab><tab><tab><tab><tab>Because.');
    expect(typing.screen()).toMatch(/│ Purpose +question 8 of/);
  });

  it('says that it may be left, and how to go on from code', () => {
    const code = stage().press('<escape>/');
    code.press('request body');
    const screen = code.press('<enter><enter>').screen();
    expect(screen).toContain('optional, question 13 of');
    expect(screen.split('\n').at(-1)).toContain(' tab done, next');
    expect(code.press('x').screen().split('\n').at(-1)).toContain('alt+↵ done, next');
  });

  it('of code that starts with the template’s shows it from its start', () => {
    const code = stage().press('<escape>/');
    code.press('kubernetes');
    expect(code.press('<enter><enter><ctrl+t># mine<enter>').screen()).toMatch(/┃ # mine +│.*\n.*┃ apiVersion/);
  });

  it('says where an older name stays when another one is given', () => {
    const text = blankSpec(templateOf('component'))
      .replace('{Component Name}', 'KV Router')
      .replaceAll('{component}', 'kv-router')
      .replace('Say in two', 'The KV Router routes, and the KV Router says in two');
    const renaming = new Stage(120, 40).open(templateOf('component'), text).press('<escape><home><enter>');
    const screen = renaming.press('<ctrl+u>Block Cache').screen();
    expect(screen).toMatch(/KV Router +Block Cache/);
    expect(screen).toMatch(/kv-router +block-cache +\d+ places/);
    expect(screen).toContain('It appears 2 more times in your own text, and stays.');
  });

  it('of a section does not count as begun because of boilerplate below it', () => {
    expect(stage().screen()).toMatch(/Deployment +○ +0\/7/);
  });

  it('is not kept as it is by a cut that finds nothing to cut', () => {
    const code = '```json\n{\n  "{group}": 1\n}\n```';
    const partly = blankSpec(templateOf('component')).replace(/```json\n\{\n {2}"\{group\}[^`]*```/, code);
    const wizard = new Stage(80, 24).open(templateOf('component'), partly).press('<escape>/');
    wizard.press('config file');
    wizard.press('<enter><enter><ctrl+k><ctrl+k>');
    expect(wizard.file).toBe(partly);
    expect(wizard.screen()).toContain('What does a complete configuration file look like?');
  });

  it('comes back from the preview by p, q and Esc', () => {
    for (const key of ['p', 'q', '<escape>']) {
      const shown = new Stage(80, 24).open(templateOf('component')).press('<escape>p');
      expect(shown.screen().split('\n').at(-1)).toMatch(/q back .*n next gap/);
      expect(shown.press(key).state.overlay).toBe(null);
    }
  });

  it('tells how to take a suggestion that was shown and skipped', () => {
    const passed = stage().press('<tab>');
    expect(passed.screen()).toContain('↵ accepts the suggestion');
    expect(passed.press('a').screen()).not.toContain('accepts the suggestion');
    expect(stage().press('Export<enter><enter>').screen()).not.toContain('accepts the suggestion');
  });

  it('is already answered by the name under which the spec was started', () => {
    const begun = new Stage(80, 24);
    begun.machine.dispatch({ type: 'known', facts: { name: 'Export für Straßen' } });
    begun.open(templateOf('technical-spec'), undefined, { exists: false });
    expect(begun.screen()).toContain('┃ Export für Straßen');
    expect(begun.press('<enter>').file).toContain('# Technical Specification: Export für Straßen\n');
    expect(begun.screen()).toContain('question 2 of');
  });

  it('about a good answer with text of the template beside it is accepted by ^S', () => {
    const template = readTemplate('# Pump\n\n## Aims\n\n- Aim 1\n- Aim 2\n', { id: 'pump' });
    const beside = new Stage(80, 24).open(template, '# Pump\n\n## Aims\n\n- Aim 1\n- It lifts water\n');
    expect(beside.screen()).toContain('^S removes it.');
    expect(beside.press('<ctrl+s>').file).toBe('# Pump\n\n## Aims\n\n- It lifts water\n');
    expect(beside.press('<ctrl+s>').screen()).toContain('Nothing new to keep.');
  });

  it('omits the template’s text if that has no content', () => {
    const template = readTemplate('# Pump\n\n## Aims\n\n...\n\n## Means\n\n1. ...\n2. ...\n', { id: 'pump' });
    const blank = new Stage(80, 24).open(template);
    expect(blank.screen()).not.toContain('The template says');
    expect(blank.press('It lifts.<tab>').screen()).toContain('Means');
    expect(blank.screen()).not.toContain('The template says');
  });

  it('takes what is shown in its empty field by ^T, and by no arrow', () => {
    expect(stage().press('<ctrl+t>').screen()).toContain('It will be written');
    expect(stage().press('<right>').screen()).not.toContain('It will be written');
  });
});

test('the review says on a narrow screen, too, how much has changed', () => {
  const review = new Stage(60, 20).open(templateOf('technical-spec')).press('x<tab><escape>r').screen();
  expect(review).toMatch(/What is left: \d+ +\d+ lines? added, \d+ removed\n/);
});

describe('the outline', () => {
  it.each([70, 80, 99])('unfolds while it has the focus, and folds again, at %i columns', (columns) => {
    const stage = new Stage(columns, 24).open(templateOf('technical-spec'));
    const field = stage.screen();
    expect(field).not.toContain('Architecture');
    expect(stage.press('<escape>').screen()).toMatch(/Architecture +◐/);
    expect(faultsOf(stage.rows(), columns, 24)).toEqual([]);
    expect(stage.press('<enter>').screen()).toBe(field);
  });

  it.each([100, 110, 120])('says what every sign means, at %i columns', (columns) => {
    const screen = new Stage(columns, 30).open(templateOf('technical-spec')).screen();
    for (const sign of ['● answered', '◐ partly', '○ open', '? example', '! put off', '– n/a'])
      expect(screen).toMatch(new RegExp(`${sign.replace('?', '\\?')}[ │]`));
  });
});

describe('the screen that says that nothing is left', () => {
  it.each([
    [40, 12],
    [60, 20],
    [80, 24],
  ])('leads through all next steps at %i × %i', (columns, rows) => {
    const small = readTemplate('# Pump\n\n## Purpose\n\n[What it does]\n', { id: 'pump' });
    const template = { ...small, flow: templateOf('component').flow };
    const done = new Stage(columns, rows).open(template, '# Pump\n\n## Purpose\n\nIt lifts water.\n');
    const seen = new Set<string>();
    for (let page = 0; page < 20; page++) {
      expect(faultsOf(done.rows(), columns, rows)).toEqual([]);
      for (const row of done.screen().split('\n')) seen.add(row.trim());
      done.press('<down>');
    }
    for (let step = 1; step <= 6; step++)
      expect(
        [...seen].some((row) => row.startsWith(`${step}. `)),
        `step ${step}`,
      ).toBe(true);
  });
});

describe('a screen too small', () => {
  it.each([
    [39, 12],
    [40, 11],
    [10, 3],
  ])('asks for more room at %i × %i, and goes on when it gets it', (columns, rows) => {
    const stage = new Stage(80, 24).open(templateOf('component')).press('Export');
    const before = stage.screen();
    stage.resize(columns, rows).press('lost?<tab>');
    expect(stage.screen()).toContain('Please');
    expect(faultsOf(stage.rows(), columns, rows)).toEqual([]);
    expect(stage.resize(80, 24).screen()).toBe(before);
  });
});

test.each([
  [39, 24],
  [30, 8],
  [20, 5],
])('a window of %i × %i says which size is needed, not cut', (columns, rows) => {
  const text = new Stage(columns, rows).open(templateOf('component')).screen();
  expect(text.replace(/\s+/g, ' ')).toContain(`40 × 12 at least, it is ${columns} × ${rows}.`);
});

test('a question keeps its place while the typed text would make it superfluous', () => {
  const template = readTemplate('# Service\n\n## Monitoring\n\n### Metrics\n\n[Which metrics]\n', {
    id: 'a',
  });
  const stage = new Stage(80, 24).open(
    template,
    '# Service\n\n## Monitoring\n\nTBD\n\n### Metrics\n\n[Which metrics]\n',
  );
  expect(stage.screen()).toContain('Monitoring');
  const place = stage.screen().split('\n')[2];
  stage.press('Well.');
  expect(stage.screen().split('\n')[2]!.slice(-20)).toBe(place!.slice(-20));
});

it('the last page of a cell shows as much of its text as fits', () => {
  const buffer = bufferOf('gRPC and pipes and a very long cell that goes on');
  expect(cellPane(buffer, 24)).toEqual({ text: '…long cell that goes on', column: 23 });
  expect(cellPane({ ...buffer, at: 0 }, 24)).toEqual({ text: 'gRPC and pipes and a ', column: 0 });
  expect(cellPane(bufferOf('漢字漢字漢字漢字'), 9)).toEqual({ text: '…字漢字', column: 7 });
});
