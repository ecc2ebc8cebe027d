import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { type PlainTemplate, plainTemplate, templateFromPlain } from '../../src/template/plain-template.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import type { Flow } from '../../src/template/schemas.ts';
import { NO_LIMIT } from '../../src/template/slot.ts';
import type { Template } from '../../src/template/template.ts';
import { readText } from '../render/corpus.ts';

const flow: Flow = {
  ...{ id: 't', title: 'T', about: 'A', when: 'W', path: '{name}.md', notApplicable: 'say' },
  sections: {
    goals: { min: 2, aliases: ['Aims'], slots: { list: { max: 3 } } },
    risks: { max: 4, slots: { table: { min: 2 } } },
  },
};

/** A template that went through JSON, as between two runs. */
function throughJson(template: Template): Template {
  const plain: PlainTemplate = JSON.parse(JSON.stringify(plainTemplate(template)));
  return templateFromPlain(plain, { id: template.id, text: template.text, flow: template.flow });
}

test.each(readdirSync('test/cases'))('the templates of cases %s are the same after they were plain data', (group) => {
  const templates = readdirSync(join('test/cases', group)).flatMap((name) => readable(join('test/cases', group, name)));
  for (const template of templates)
    expect({ ...throughJson(template), isOriginal: template.isOriginal }).toEqual(template);
});

/** The template of a case, if it can be read as one. */
function readable(folder: string): Template[] {
  try {
    return [readTemplate(readText(join(folder, 'template.md')), { id: folder })];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

test('limits of one side are the same after a template was plain data', () => {
  const text = '# T\n\n## Goals\n\n- [Goal]\n\n## Risks\n\n| Risk | Plan |\n| --- | --- |\n| [risk] | [plan] |\n';
  const template = readTemplate(text, { id: 't', flow });
  expect(template.slots.flatMap(({ count }) => count ?? [])).toEqual([
    { min: 0, max: 3 },
    { min: 2, max: NO_LIMIT },
  ]);
  const { isOriginal } = template;
  expect({ ...throughJson(template), isOriginal }).toEqual(template);
});

test('the slots, parents and headings of a template from plain data are the same objects throughout', () => {
  const text = '# {Name}\n\n## Scope\n\n[Scope of {Name}]\n\n### Limits\n\n[Limits]\n\n## Owner\n\n**Team**: [team]\n';
  const read = throughJson(readTemplate(text, { id: 't' }));
  const slots = read.sections.flatMap((section) => section.slots);
  expect(read.slots.every((slot, index) => slot === slots[index])).toBe(true);
  expect(read.variables.map(({ slot }) => slot)).toEqual([read.slots[0]]);
  expect(read.slots).toContain(read.variables[0]!.slot);
  expect(read.sections.map(({ found }) => read.document.sections.indexOf(found))).toEqual([1, 2, 3, 4]);
  const [, scope, limits] = read.sections;
  expect(limits!.parent).toBe(scope);
});
