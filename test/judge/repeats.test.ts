import { expect, test } from 'vitest';
import { repeatSection } from '../../src/interview/answer/repeat-section.ts';
import { blankSpec } from '../../src/interview/blank.ts';
import { readSpec } from '../../src/judge/read.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { applySplices } from '../../src/text/range.ts';

test('an unanswered copy comes behind the older ones, as it does in the document, and leaves them their ids', () => {
  const template = new Catalogue(new Project(process.cwd())).get('component');
  const text = blankSpec(template).replace('#### METHOD /path', '#### GET /exports');
  const reading = readSpec(text, template);
  const id = 'interfaces/rest-api-endpoints/method-path';
  const again = readSpec(applySplices(text, repeatSection(reading, id)), template);
  const copies = again.sections.filter(({ section }) => section.id === id);
  expect(copies.map((copy) => [copy.id, copy.found?.title])).toEqual([
    [id, 'GET /exports'],
    [`${id}-2`, 'METHOD /path'],
  ]);
});
