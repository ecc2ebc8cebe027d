// How long it takes to align documents with many headings: npm run figures:align

import { align } from '../../src/judge/align.ts';
import { readDocument } from '../../src/markdown/document.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { longDocuments } from '../judge/long-documents.ts';

let before = 0;
for (const sections of [500, 1000, 2000, 4000, 8000]) {
  const { template, spec } = longDocuments(sections);
  const known = readTemplate(template, { id: 'long' });
  const document = readDocument(spec);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    align(document, known);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const time = times[2]!;
  const grown = before === 0 ? '' : `, × ${(time / before).toFixed(2)}`;
  console.log(`${sections} template sections, ${document.sections.length} headings: ${time.toFixed(1)} ms${grown}`);
  before = time;
}
