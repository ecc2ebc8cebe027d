import { expect, test } from 'vitest';
import { readTemplate } from '../../src/template/read-template.ts';
import { Stage } from '../view/stage.ts';

const TEMPLATE = readTemplate(
  `# Ferry

- **Owner**: [who] <!-- A team, no person. -->

## Goal

<!-- One sentence that says why. -->

[goal]
`,
  { id: 'ferry' },
);

const ANSWERED = TEMPLATE.text.replace('[who]', 'Harbour').replace('[goal]', 'Two trips a day.');
const CLEAN = '# Ferry\n\n- **Owner**: Harbour\n\n## Goal\n\nTwo trips a day.\n';

const atTheEnd = (text: string) => new Stage(90, 30).open(TEMPLATE, text);

test('at the end the template’s comments are shown and can be removed, which can be undone', () => {
  const stage = atTheEnd(ANSWERED);
  expect(stage.screen()).toContain("The template's guidance is still in 2 places; c removes it.");
  stage.press('c');
  expect(stage.screen()).toContain('- <!-- One sentence that says why. -->');
  stage.press('t');
  expect(stage.machine.current().walk?.text).toBe(CLEAN);
  expect(stage.effects.at(-1)).toEqual({ type: 'save', text: CLEAN });
  expect(stage.screen()).not.toContain('guidance is still in');
  stage.press('u');
  expect(stage.machine.current().walk?.text).toBe(ANSWERED);
});

test('nothing changes without a question, nor after declining', () => {
  const stage = atTheEnd(ANSWERED);
  for (const keys of ['cl', 'c<escape>', 'cs<escape><escape>']) {
    stage.press(keys);
    expect(stage.machine.current().overlay).toBeNull();
    expect(stage.machine.current().walk?.text).toBe(ANSWERED);
  }
});

test('a spec without such comments offers nothing', () => {
  const stage = atTheEnd(CLEAN);
  expect(stage.screen()).not.toContain('guidance');
  stage.press('c');
  expect(stage.machine.current().overlay).toBeNull();
});

test('the review offers the same, except for the comments of open questions', () => {
  const stage = atTheEnd(ANSWERED.replace('Harbour', '[who]')).press('<escape>r');
  expect(stage.screen()).toContain('What is left: 1');
  stage.press('ct');
  expect(stage.machine.current().walk?.text).toBe(CLEAN.replace('Harbour', '[who] <!-- A team, no person. -->'));
});
