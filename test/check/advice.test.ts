import { beforeEach, describe, expect, test } from 'vitest';
import { ADVICE_IDS } from '../../src/judge/advice/advice.ts';
import { ADVICE_RULES, adviceFor } from '../../src/judge/advice/advise.ts';
import { readSpec } from '../../src/judge/read.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import type { Flow } from '../../src/template/schemas.ts';
import { DECISION, decision, Repository } from './repository.ts';

const TEMPLATE = `# [Name]

**Version**: Template Version 2

**Released**: [Date]

[What it is, in a few words that a newcomer understands at once]

## Latency

<!-- Give a number and its unit. -->

[How fast]

## Alerts

- [Alert]

## Dependencies

[What it needs]

## Settings

| Name | Kind | Use |
|------|------|-----|
| ...  | ...  | ... |
`;

/** A spec in which each rule has something to say where a part is swapped for its bad case. */
const GOOD = {
  released: '2025-03-14',
  about: 'A queue for exports.',
  latency: 'Half of all jobs start within 2 s.',
  alerts: '- Backlog: page the on-call engineer',
  dependencies: 'Redis; without it jobs wait.',
  table: '| Name | Kind | Use |\n|---|---|---|\n| PORT | number | HTTP |',
  instruction: '',
};

const FLOW = { advice: [] as Flow['advice'] } as Flow;

function idsFor(parts: Partial<typeof GOOD>, flow: Flow | null = null): string[] {
  const { released, about, latency, alerts, dependencies, table, instruction } = { ...GOOD, ...parts };
  const text = `# Queue\n\n${instruction}**Released**: ${released}\n\n${about}\n\n## Latency\n\n${latency}\n\n## Alerts\n\n${alerts}\n\n## Dependencies\n\n${dependencies}\n\n## Settings\n\n${table}\n`;
  return adviceFor(readSpec(text, readTemplate(TEMPLATE, { id: 't', flow }))).map(({ id }) => id);
}

describe('general advice', () => {
  test('has nothing to say about a good spec', () => expect(idsFor({})).toEqual([]));

  test.each([
    ['unmeasured-requirement', { latency: 'It is fast.' }],
    ['alert-without-action', { alerts: '- Backlog grows' }],
    ['dependency-without-failure', { dependencies: 'Redis and PostgreSQL.' }],
    ['columns-lost', { table: '| Name | Use |\n|---|---|\n| PORT | HTTP |' }],
    ['table-without-rows', { table: '| Name | Kind | Use |\n|---|---|---|' }],
    ['brackets-kept', { released: '[2025-03-14]' }],
    ['barely-changed', { about: 'What it is, in a few words that newcomer understands at once' }],
    ['guidance-left', { latency: '<!-- Give a number and its unit. -->\n\n2 s.' }],
    ['instructions-left', { instruction: '**Version**: Template Version 2\n\n' }],
  ] as const)('%s', (id, parts) => expect(idsFor(parts)).toEqual([id]));

  test('is all tested here, but for what depends on the form of a document', () =>
    expect(ADVICE_IDS.slice(9)).toEqual(['value-in-comment', 'key-twice', 'not-closed', 'older-form', 'still-open']));

  const advised = (template: string, spec: string) =>
    adviceFor(readSpec(spec, readTemplate(template, { id: 't' }))).map(({ id, line }) => `${id} ${line}`);

  test('value-in-comment', () =>
    expect(advised('---\nissue: <id>\n---\n\n# T\n', '---\nissue: #12\n---\n\n# T\n')).toEqual(['value-in-comment 2']));

  test('key-twice', () =>
    expect(advised('---\nowner: <who>\n---\n\n# T\n', '---\nowner: A\nowner: B\n---\n\n# T\n')).toEqual([
      'key-twice 2',
    ]));

  test('not-closed', () =>
    expect(advised('# T\n\n## A\n\n## B\n', '# T\n\n## A\n\n```\nx\n\n## B\n\ny\n')).toEqual(['not-closed 5']));

  test('is all known by its id', () => expect(ADVICE_IDS).toEqual(ADVICE_RULES.map(({ id }) => id)));

  test('leaves completeness alone', () => {
    const template = readTemplate(TEMPLATE, { id: 't' });
    const spec = '# Queue\n\n## Latency\n\nIt is fast.\n';
    const numbered = spec.replace('fast', 'done in 2 s');
    expect(readSpec(spec, template).meter).toEqual(readSpec(numbered, template).meter);
  });
});

describe("a flow's advice", () => {
  const rule = { id: 'own', severity: 'warning' as const, message: 'm', fix: 'f' };

  test.each([
    ['section-missing', { ...rule, section: 'alerts', check: 'section-missing' as const }, {}, []],
    ['slot-gap', { ...rule, section: 'latency', check: 'slot-gap' as const }, { latency: '[How fast]' }, ['own']],
    ['slot-gap where all is said', { ...rule, section: 'latency', check: 'slot-gap' as const }, {}, []],
    [
      'no-number, in place of the general rule',
      { ...rule, section: 'latency', check: 'no-number' as const },
      { latency: 'Fast.' },
      ['own'],
    ],
    ['missing-word', { ...rule, check: 'missing-word' as const, words: ['owner'] }, {}, ['own']],
    ['missing-word that is there', { ...rule, check: 'missing-word' as const, words: ['QUEUE'] }, {}, []],
    ['missing-word inside another', { ...rule, check: 'missing-word' as const, words: ['queu'] }, {}, ['own']],
  ])('%s', (_what, advice, parts, ids) => {
    expect(idsFor(parts, { ...FLOW, advice: [advice] })).toEqual(ids);
  });

  test('does not speak of what is not written yet', () => {
    const advice = [{ ...rule, section: 'latency', check: 'no-number' as const }];
    expect(idsFor({ latency: '[How fast]' }, { ...FLOW, advice })).toEqual([]);
  });
});

describe('in the program', () => {
  let repository: Repository;
  const settings = (rest = '') =>
    `templates: { decision: { file: templates/decision.md } }\nuse: [{ files: docs/**, template: decision }]\n${rest}`;

  beforeEach(() => {
    repository = new Repository();
    repository.write('templates/decision.md', DECISION);
    repository.write('spec-wizard.yaml', settings());
    repository.write('docs/one.md', decision({ context: 'See [the plan](plan.md).' }));
  });

  test('does not fail, unless --strict makes it', async () => {
    expect(await repository.json()).toMatchObject({
      code: 0,
      data: { specs: [{ advice: [{ id: 'broken-link', severity: 'warning', line: 8 }] }] },
    });
    const strict = await repository.run(['check', '--strict']);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('docs/one.md:8:1: warning: the link leads to plan.md, which is not there.');
  });

  test('is switched off, or made more severe, by its id', async () => {
    repository.write('spec-wizard.yaml', settings('rules: { broken-link: off }\n'));
    expect((await repository.run(['check', '--strict'])).code).toBe(0);
    repository.write('spec-wizard.yaml', settings('rules: { broken-link: error }\n'));
    expect((await repository.json()).data.specs[0]!.advice).toMatchObject([{ severity: 'error' }]);
  });
});

describe('references', () => {
  test('ids, links and anchors resolve; what does not is named with the nearest', async () => {
    const repository = new Repository();
    repository.write('templates/decision.md', DECISION);
    repository.write(
      'spec-wizard.yaml',
      'templates: { decision: { file: templates/decision.md } }\nuse: [{ files: docs/**, template: decision }]\n',
    );
    repository.write('docs/des-001-export.md', decision());
    repository.write('docs/other.md', decision({ name: 'DES-002: Imports' }));
    repository.write(
      'docs/three.md',
      decision({
        context:
          'Known: [DES-001], [DES-002], `[DES-404]`, [a](other.md#context), [b](#decision), [c](https://example.com/x).',
        outcome: 'Unknown: [DES-003], [d](othr.md), [e](other.md#contxt), [f](#decisoin), [RFC-2119].',
      }),
    );
    const { data } = await repository.json(['docs/three.md']);
    expect(data.specs[0]!.advice.map(({ id, line, message, fix }) => `${line} ${id}: ${message}. ${fix}`)).toEqual([
      '12 unknown-reference: no spec here has the id [DES-003]. Did you mean [DES-001]?',
      '12 broken-link: the link leads to othr.md, which is not there. Correct the path.',
      '12 broken-anchor: the link leads to #contxt, and no heading makes that anchor. Did you mean #context?',
      '12 broken-anchor: the link leads to #decisoin, and no heading makes that anchor. Did you mean #decision?',
    ]);
  });

  test('related lists what names a spec, refers to it or shares ids with it', async () => {
    const repository = new Repository();
    repository.write('templates/decision.md', DECISION);
    repository.write(
      'spec-wizard.yaml',
      'templates: { decision: { file: templates/decision.md } }\nuse: [{ files: docs/**, template: decision }]\n',
    );
    repository.write('docs/des-001-export-queue.md', decision({ name: 'Export Queue', context: 'After [API-007].' }));
    repository.write('docs/names.md', decision({ context: 'The export queue and the Export Queue.' }));
    repository.write('docs/refers.md', decision({ context: 'As [DES-001] says.' }));
    repository.write('docs/shares.md', decision({ context: 'Also after [API-007].' }));
    repository.write('docs/none.md', decision());
    const { stdout, code } = await repository.run(['related', 'docs/des-001-export-queue.md']);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        ' docs/refers.md   refers to it',
        ' docs/shares.md   shares API-007',
        ' docs/names.md    names it 2 times',
        '',
      ].join('\n'),
    );
  });

  test("related takes a title that still is the template's for no name", async () => {
    const repository = new Repository();
    repository.write('templates/decision.md', DECISION);
    repository.write('docs/blank.md', DECISION);
    repository.write('docs/other.md', decision({ context: 'No decision is made yet.' }));
    const words = ['related', 'docs/blank.md', '--template', './templates/decision.md'];
    expect((await repository.run(words)).stdout).toBe(' Nothing here is related to it.\n');
  });
});
