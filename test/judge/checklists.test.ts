import { expect, test } from 'vitest';
import { answerSplices } from '../../src/interview/answer/splices.ts';
import { blankSpec } from '../../src/interview/form.ts';
import { readSpec } from '../../src/judge/read.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { applySplices } from '../../src/text/range.ts';

test('a checklist that is meant to stay is one list with the items that its author put among them', () => {
  const template = new Catalogue(new Project(process.cwd())).get('component');
  const text = blankSpec(template).replace('- [ ] Environment', '- [x] No freeze is on\n- [ ] Environment');
  const id = 'deployment/pre-deployment-checklist/checklist';
  const reading = readSpec(text, template);
  const { state, range } = reading.slots.find((slot) => slot.id === id)!;
  expect(state).toBe('boilerplate');
  expect(text.slice(range!.start, range!.end).split('\n')).toHaveLength(6);
  const value = [{ text: 'Tests pass', done: true }];
  const after = applySplices(text, answerSplices(reading, id, { kind: 'value', value }));
  expect(after).toContain('### Pre-Deployment Checklist\n\n- [x] Tests pass\n\n## Monitoring');
});
