import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/outline.ts';
import { loadHighlighter } from '../../src/render/highlight.ts';
import { renderDocument } from '../../src/render/render.ts';
import { judge, plain } from './judge.ts';

const folder = new URL('./golden/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

beforeAll(loadHighlighter);

describe.each(names)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it.each([40, 80])('looks at %i columns as was agreed', async (width) => {
    const lines = plain(renderDocument(readDocument(text), { width }));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `golden/${name.replace('.md', `.${width}.txt`)}`,
    );
  });

  it.each([20, 40, 60, 80, 120, 200])(
    'keeps every word, the width and the terminal at %i columns',
    (width) => {
      const document = readDocument(text);
      const { frontMatter } = document;
      const yaml = frontMatter ? text.slice(frontMatter.yaml.start, frontMatter.yaml.end) : '';
      const lines = plain(renderDocument(document, { width, targets: false }));
      expect(judge(text.slice(frontMatter?.end ?? 0), yaml, lines, width)).toEqual({
        wide: [],
        lost: [],
        unsafe: [],
      });
    },
  );
});
