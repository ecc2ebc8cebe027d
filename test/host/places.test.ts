import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recallPlace, recentPlaces, rememberPlace } from '../../src/host/remembered.ts';
import { freshFolder } from './folder.ts';

it('remembers the last place of each spec', () => {
  const folder = freshFolder();
  rememberPlace('/docs/a.md', 'one', folder);
  rememberPlace('/docs/a.md', 'two', folder);
  rememberPlace('/docs/b.md', '__proto__', folder);
  expect(recallPlace('/docs/a.md', folder)).toBe('two');
  expect(recallPlace('/docs/b.md', folder)).toBe('__proto__');
  expect(recallPlace('/docs/c.md', folder)).toBe(null);
  expect(
    recentPlaces(folder)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['/docs/a.md', '/docs/b.md']);
});

it('forgets the oldest beyond 200', () => {
  const folder = freshFolder();
  for (let index = 0; index < 205; index++) rememberPlace(`/docs/${index}.md`, 'x', folder);
  expect(recentPlaces(folder)).toHaveLength(200);
  expect(readdirSync(folder)).toHaveLength(200);
});

it('loses only positions when its files are damaged or unusable', () => {
  const folder = freshFolder();
  rememberPlace('/docs/a.md', 'one', folder);
  writeFileSync(join(folder, readdirSync(folder)[0]!), '{');
  writeFileSync(join(folder, 'else.json'), '[1]');
  expect(recallPlace('/docs/a.md', folder)).toBe(null);
  expect(recentPlaces(folder)).toEqual([]);
  rememberPlace('/docs/a.md', 'one', null);
  rememberPlace('/docs/a.md', 'one', join(folder, 'gone'));
  expect(recallPlace('/docs/a.md', null)).toBe(null);
  expect(recentPlaces(null)).toEqual([]);
});
