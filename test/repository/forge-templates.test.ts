import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check, fill, type Question, questions } from '../../src/api.ts';
import { freshFolder } from '../host/folder.ts';

const github = fileURLToPath(new URL('../../.github/', import.meta.url));
const forIssues = readdirSync(join(github, 'ISSUE_TEMPLATE'));

test.each(forIssues)('%s has what GitHub needs to offer it for a new issue', (name) => {
  const [, keys] = /^---\n([\s\S]*?)^---\n/m.exec(readFileSync(join(github, 'ISSUE_TEMPLATE', name), 'utf8'))!;
  expect(parse(keys!)).toEqual({
    name: expect.stringMatching(/./),
    about: expect.stringMatching(/./),
    labels: expect.stringMatching(/./),
  });
});

describe.each([...forIssues.map((name) => `ISSUE_TEMPLATE/${name}`), 'pull_request_template.md'])(
  '%s, a template that spec-wizard checks',
  (path) => {
    const template = join(github, path);
    const copied = () => {
      const folder = freshFolder();
      copyFileSync(template, join(folder, 'copy.md'));
      return { folder, template };
    };

    test('is no answer by itself', () => {
      const { completeness } = check('copy.md', copied());
      expect(completeness).toMatchObject({ answered: 0 });
      expect(completeness.required).toBeGreaterThan(0);
    });

    test('asks questions in words of its own', () => {
      const asked = questions('copy.md', copied()).map(({ ask }) => ask);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((ask) => ask.startsWith('What is there to say about'))).toEqual([]);
    });

    test('is complete once its questions are answered', () => {
      const options = copied();
      fill('copy.md', Object.fromEntries(questions('copy.md', options).map(answer)), options);
      expect(check('copy.md', options).completeness).toMatchObject({ ratio: 1 });
    });
  },
);

function answer({ id, kind }: Question): [string, string] {
  return [id, kind === 'code' ? '## Goal' : 'Said here.'];
}
