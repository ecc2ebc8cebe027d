import { expect, test } from 'vitest';
import { adviceFor } from '../../src/judge/advice/advise.ts';
import { readSpec } from '../../src/judge/read.ts';
import { RULE_IDS } from '../../src/judge/rules/index.ts';
import { generalRules } from '../../src/project/rules/rules.ts';
import { readTemplate } from '../../src/template/read-template.ts';

const rules = generalRules();

test('every rule of judgement is described once', () => {
  const ids = rules.map(({ id }) => id);
  expect(RULE_IDS.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(rules.filter(({ kind }) => kind !== 'resolved').map((rule) => [rule.id, rule] as const))(
  '%s says what it means, how to fix it and how to accept it or switch it off',
  (id, { meaning, fix, accept, kind }) => {
    expect(meaning).toMatch(/^[A-Z].*[.]$/s);
    expect(fix).toMatch(/\.$/);
    expect(accept).toContain(kind === 'gap' ? 'baseline' : `rules: { ${id}: off }`);
  },
);

test.each(rules.filter(({ example }) => example.template !== '').map((rule) => [rule.id, rule] as const))(
  'the example of %s is judged by it',
  (id, { kind, example }) => {
    const reading = readSpec(example.spec, readTemplate(example.template, { id: 'spec' }));
    const found = kind === 'advice' ? adviceFor(reading).map((one) => one.id) : reading.slots.map((slot) => slot.rule);
    expect(found).toContain(id);
  },
);

test('no gap or general advice is without an example', () => {
  const without = rules.filter(({ kind, example }) => kind !== 'resolved' && example.spec === '');
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('a row of dots is called a row, and dots beside words a cell', () => {
  const template = readTemplate('# Ports\n\n| Port | Use |\n|---|---|\n| ... | ... |\n', { id: 'ports' });
  const messages = (row: string) =>
    readSpec(template.text.replace('| ... | ... |', row), template).slots.map(({ message }) => message);
  expect(messages('| ... | ... |')).toEqual(['still has the row “... · ...”']);
  expect(messages('| 80 | ... |')).toEqual(['still has “...” in a cell']);
});
