import { expect, test } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const WORDS = ['check', 'templates', 'preview', 'new'];

test.each([
  ['chekc', 'check'],
  ['tempaltes', 'templates'],
  ['previw', 'preview'],
  ['Check', 'check'],
  ['nwe', 'new'],
])('%s means %s', (word, meant) => {
  expect(nearest(word, WORDS)).toBe(meant);
});

test.each(['', 'chkce', 'wen', 'something'])('“%s” means none of them', (word) => {
  expect(nearest(word, WORDS)).toBeNull();
});
