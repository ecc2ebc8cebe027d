import { expect, test } from 'vitest';
import type { OpenedSpec } from '../../src/host/spec-file.ts';
import { farewell } from '../../src/session/run-session.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { Stage, templateOf } from '../view/stage.ts';

const PATH = 'docs/specs/component/cmp-001-a-component-with-quite-a-long-name.md';
const spec = { path: PATH, exists: true } as OpenedSpec;
const stage = new Stage(80, 24).open(templateOf('component'));

test.each([40, 60, 80, 120])('the last words are broken between words at %i columns, the path whole', (columns) => {
  const message = farewell(stage.machine.current(), spec, columns);
  expect(message.replace(/\s+/g, ' ')).toBe(
    `Kept in ${PATH}: 0 of 50 answered, 50 left. Continue with: spec-wizard ${PATH} `,
  );
  for (const line of message.split('\n')) expect(line.length <= columns || !line.includes(' ')).toBe(true);
});

test('without a terminal each farewell is one line', () => {
  expect(farewell(stage.machine.current(), spec).trim().split('\n')).toHaveLength(2);
});

test('a complete spec is left with its next steps, an incomplete one with the way back', () => {
  const { flow } = templateOf('component');
  const template = {
    ...readTemplate('# T\n\n## Why\n\n[why]\n', { id: 't' }),
    flow: { ...flow!, next: ['Read it.'] },
  };
  const message = (text: string) => farewell(new Stage(80, 24).open(template, text).machine.current(), spec, 80);
  expect(message('# T\n\n## Why\n\nBecause.\n')).toMatch(/nothing is left\.\n\nNext steps:\n1\. Read it\.\n$/);
  expect(message('# T\n\n## Why\n\n[why]\n')).not.toContain('Next steps');
});

test('the name that started a spec does not count as kept text; anything typed after it does', () => {
  const begun = new Stage(80, 24);
  begun.machine.dispatch({ type: 'known', facts: { name: 'Ledger Core' } });
  begun.open(templateOf('component'), undefined, { exists: false });
  const message = () => farewell(begun.machine.current(), { path: PATH, exists: false } as OpenedSpec);
  expect(message()).toBe(`No answer was given, so ${PATH} was not written.\n`);
  begun.press(' 2');
  expect(message()).toContain('kept as a draft');
});
