import { expect, it } from 'vitest';
import { align } from '../../src/judge/align.ts';
import { readDocument } from '../../src/markdown/document.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { longDocuments } from './long-documents.ts';

it('pairs 2,000 headings in another order, renumbered and in capitals', () => {
  const { template, spec } = longDocuments(2000);
  const known = readTemplate(template, { id: 'long' });
  const { found, extra } = align(readDocument(spec), known);
  const missing = known.sections.filter((section) => !found.has(section)).map(({ title }) => title);
  expect(missing).toEqual([]);
  expect(extra).toEqual([]);
  for (const section of known.sections.slice(1)) {
    const [, name] = /^Part (\w+) of/.exec(section.title)!;
    expect(found.get(section)!.map(({ title }) => title.toLowerCase())).toEqual([
      expect.stringContaining(`part ${name} of`),
    ]);
  }
});
