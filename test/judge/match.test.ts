import { expect, test } from 'vitest';
import { outlineOf } from '../../src/judge/align.ts';
import { matchTemplates } from '../../src/judge/match.ts';
import { readDocument } from '../../src/markdown/document.ts';
import { readTemplate } from '../../src/template/read-template.ts';

const english = readTemplate(
  '# Plan\n\n## Context\n\n[Why]\n\n## Choice\n\n[Which]\n\n## Effects\n\n[What]\n',
  { id: 'en' },
);
const korean = readTemplate('# 계획\n\n## 배경\n\n[왜]\n\n## 목표\n\n[무엇]\n\n## 일정\n\n[언제]\n', {
  id: 'ko',
});
const matches = (text: string) =>
  matchTemplates(
    readDocument(text),
    [korean, english].map((one) => outlineOf(one)),
  ).map(({ id }) => id);

test('a document fits the template whose titles it has', () => {
  expect(matches('# Pumps\n\n## Context\n\nWinter.\n\n## Choice\n\nTwo.\n\n## Effects\n\nCalm.\n')).toEqual([
    'en',
  ]);
  expect(matches('# 펌프\n\n## 배경\n\n겨울.\n\n## 목표\n\n둘.\n\n## 일정\n\n봄.\n')).toEqual(['ko']);
});

test('having as many headings as a template in another language does not make a document its spec', () => {
  expect(matches('# Pumps\n\n## Use\n\nDaily.\n\n## Care\n\nOil.\n\n## Parts\n\nValves.\n')).toEqual([]);
});
