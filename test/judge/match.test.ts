import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlineOf } from '../../src/judge/align.ts';
import { bestMatches, matchTemplates, scoreTemplates } from '../../src/judge/match.ts';
import { readDocument } from '../../src/markdown/document.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import type { Template } from '../../src/template/template.ts';
import { corpusPaths, readText } from '../render/corpus.ts';

const english = readTemplate('# Plan\n\n## Context\n\n[Why]\n\n## Choice\n\n[Which]\n\n## Effects\n\n[What]\n', {
  id: 'en',
});
const korean = readTemplate('# 계획\n\n## 배경\n\n[왜]\n\n## 목표\n\n[무엇]\n\n## 일정\n\n[언제]\n', {
  id: 'ko',
});
const matches = (text: string) =>
  matchTemplates(
    readDocument(text),
    [korean, english].map((one) => outlineOf(one)),
  ).map(({ id }) => id);

test('a document fits the template whose titles it has', () => {
  expect(matches('# Pumps\n\n## Context\n\nWinter.\n\n## Choice\n\nTwo.\n\n## Effects\n\nCalm.\n')).toEqual(['en']);
  expect(matches('# 펌프\n\n## 배경\n\n겨울.\n\n## 목표\n\n둘.\n\n## 일정\n\n봄.\n')).toEqual(['ko']);
});

test('having as many headings as a template in another language does not make a document its spec', () => {
  expect(matches('# Pumps\n\n## Use\n\nDaily.\n\n## Care\n\nOil.\n\n## Parts\n\nValves.\n')).toEqual([]);
});

test('the best match is the same whether templates that cannot fit are compared or not', async () => {
  const counting = readTemplate(
    '# [Name]\n\n## Phase 1: [Goal]\n\n### Work\n\n## Phase 2: [Goal]\n\n### Work\n\n## Status\n\n## Risks (optional)\n',
    { id: 'counting' },
  );
  const templates = [...new Catalogue(await Project.open('/')).all(), english, korean, counting];
  const outlines = templates.map((one) => outlineOf(one));
  const expectBest = (text: string) => {
    const scores = scoreTemplates(readDocument(text), outlines);
    const enough = scores.filter(({ score, headings }) => score >= 0.5 && headings >= 3);
    expect(matchTemplates(readDocument(text), outlines)).toEqual(bestMatches(enough));
  };
  for (const text of [...templates.map(({ text }) => text), ...corpusPaths().slice(200, 300).map(readText)])
    expectBest(text);
  const changes: ((title: string) => string)[] = [
    (title) => title,
    (title) => `${title} (draft)`,
    (title) => `${title}: ours`,
    (title) => `Our ${title} 2`,
    (title) => `Hintergrund und ${title}`,
    (title) => `${title.slice(0, 3)} ${title.slice(3)}`,
  ];
  const heading = ({ sections }: Template) =>
    fc
      .tuple(fc.constantFrom(...sections), fc.constantFrom(...changes), fc.boolean())
      .map(
        ([{ level, title }, change, isMoved]) => `${'#'.repeat(isMoved ? 2 : Math.max(level, 1))} ${change(title)}\n`,
      );
  const headings = fc.constantFrom(...templates).chain((one) => fc.array(heading(one), { maxLength: 12 }));
  fc.assert(
    fc.property(headings, fc.array(heading(counting), { maxLength: 3 }), (some, others) =>
      expectBest([...some, ...others].join('\n')),
    ),
    { numRuns: 300 },
  );
});
