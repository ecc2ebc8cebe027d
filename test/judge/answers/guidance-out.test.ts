import { expect, test } from 'vitest';
import { answerAll } from '../../../src/interview/answer.ts';
import { blankSpec } from '../../../src/interview/form.ts';
import { removeGuidance } from '../../../src/interview/guidance.ts';
import { readSpec } from '../../../src/judge/read.ts';
import { isGap } from '../../../src/judge/reading.ts';
import { readTemplate } from '../../../src/template/read-template.ts';
import { TEMPLATES } from './random-case.ts';

const without = (template: string, spec: string) =>
  removeGuidance(readSpec(spec, readTemplate(template, { id: 't' })))?.text ?? null;

test.each([
  ['on a line of its own', '# T\n\n<!-- say why -->\n\nBecause.\n', '# T\n\nBecause.\n'],
  ['right above the answer', '# T\n\n<!-- say why -->\nBecause.\n', '# T\n\nBecause.\n'],
  ['behind a value', '# T\n\n- **A**: x <!-- say why -->\n- **B**: y\n', '# T\n\n- **A**: x\n- **B**: y\n'],
  ['between two items', '# T\n\n- a\n<!-- say why -->\n- b\n', '# T\n\n- a\n- b\n'],
  ['between two paragraphs', '# T\n\nOne.\n<!-- say why -->\nTwo.\n', '# T\n\nOne.\n\nTwo.\n'],
  ['of several lines', '# T\n\n<!--\nsay why\n-->\n\nBecause.\n', '# T\n\nBecause.\n'],
  ['at the end', '# T\n\nBecause.\n\n<!-- say why -->\n', '# T\n\nBecause.\n'],
  ['with CRLF', '# T\r\n\r\n<!-- say why -->\r\n\r\nBecause.\r\n', '# T\r\n\r\nBecause.\r\n'],
])('takes a comment out %s', (_, spec, expected) => {
  expect(without('# T\n\n<!-- say why -->\n\n- **A**: [a]\n', spec)).toBe(expected);
});

test.each([
  ['the author’s own comment', '# T\n\n<!-- for later -->\n\nBecause.\n'],
  ['a comment inside code', '# T\n\n```\n<!-- say why -->\n```\n'],
  ['the comment of a question that is open', '# T\n\n<!-- say why -->\n\n[reason]\n'],
])('leaves %s', (_, spec) => {
  expect(without('# T\n\n<!-- say why -->\n\n[reason]\n', spec)).toBeNull();
});

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s: nothing but guidance goes, and no verdict changes',
  (_, template) => {
    const blank = blankSpec(template);
    const gaps = readSpec(blank, template).slots.filter(isGap);
    const given = new Map(gaps.map(({ id }) => [id, { kind: 'not-applicable' as const, reason: 'none' }]));
    const asked = [...given].filter(([id]) => gaps.find((gap) => gap.id === id)!.slot.kind !== 'variable');
    const filled = answerAll(blank, template, new Map(asked.filter(([id]) => !id.endsWith('title'))));
    const before = readSpec(filled, template);
    const after = readSpec(removeGuidance(before)?.text ?? filled, template);
    const states = (reading: typeof before) => reading.slots.map(({ id, state }) => `${id} ${state}`);
    expect(states(after)).toEqual(states(before));
    expect(after.sections.map(({ found }) => found?.title)).toEqual(before.sections.map(({ found }) => found?.title));
  },
);
