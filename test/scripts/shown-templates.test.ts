import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { firstWalksOf } from '../../src/session/first-walks.ts';
import { choicesOf } from '../../src/session/template-choices.ts';

test('the build has what the reader makes of the built-in templates', async () => {
  // From source they are read.
  const read = choicesOf(new Catalogue(await Project.open('/')));
  const built = JSON.parse(readFileSync('dist/templates.json', 'utf8'));
  expect(read.map(({ id }) => built[id])).toEqual(read);
  expect(Object.keys(built)).toHaveLength(read.length);
});

test('the build has what the first frame shows of a new spec of each', async () => {
  const built = JSON.parse(readFileSync('dist/first-walks.json', 'utf8'));
  const read = new Catalogue(await Project.open('/')).all().map((one) => [one.id, firstWalksOf(one)]);
  expect(built).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(read))));
});
