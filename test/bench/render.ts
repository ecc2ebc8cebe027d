// How the corpus renders at five widths (lines too wide, words lost, unsafe characters, time): npm run figures:render
import { readDocument } from '../../src/markdown/document.ts';
import { loadHighlighter } from '../../src/render/highlight.ts';
import { RenderCache } from '../../src/render/rendered-units.ts';
import { renderBlocks, TOP } from '../../src/render/rendering.ts';
import { CORPUS, corpusPaths, readText } from '../render/corpus.ts';
import { judge, plain } from '../render/judge.ts';

const loud = process.argv.includes('--all');
await loadHighlighter();
const paths = corpusPaths();
console.log(`${paths.length} documents`);
for (const width of [40, 60, 80, 120, 200]) {
  const sum = { lines: 0, wide: 0, lost: 0, unsafe: 0, ms: 0 };
  for (const path of paths) {
    const document = readDocument(readText(path));
    const start = performance.now();
    const lines = plain(
      renderBlocks(document, { width, targets: false }, new RenderCache()).window(TOP, Number.POSITIVE_INFINITY),
    );
    sum.ms += performance.now() - start;
    const { text, frontMatter } = document;
    const yaml = frontMatter ? text.slice(frontMatter.yaml.start, frontMatter.yaml.end) : '';
    const faults = judge(text.slice(frontMatter?.end ?? 0), yaml, lines, width);
    sum.lines += lines.length;
    sum.wide += faults.wide.length;
    sum.lost += faults.lost.length;
    sum.unsafe += faults.unsafe.length;
    if (loud) {
      for (const [kind, found] of Object.entries(faults)) {
        if (found.length > 0)
          console.log(`  ${width} ${path.slice(CORPUS.length + 1)} ${kind}: ${found.slice(0, 8).join(' | ')}`);
      }
    }
  }
  console.log(
    `${width} columns: ${sum.lines} lines, ${sum.wide} too wide, ${sum.lost} words lost, ${sum.unsafe} unsafe, ${Math.round(sum.ms)} ms`,
  );
}
