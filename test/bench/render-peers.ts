// Ours beside marked-terminal at 80 columns in one run: lines too wide, words lost, time.
//   npm ci --prefix test/bench/rivals && npm run figures:peers
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDocument } from '../../src/markdown/document.ts';
import { loadHighlighter } from '../../src/render/highlight.ts';
import { RenderCache } from '../../src/render/rendered-units.ts';
import { renderBlocks, TOP } from '../../src/render/rendering.ts';
import { styleLine, themeOf } from '../../src/render/theme.ts';
import { corpusPaths, readText } from '../render/corpus.ts';
import { judge } from '../render/judge.ts';

const WIDTH = 80;
const ROUNDS = 9;

type Renderer = (text: string) => string;

process.env.FORCE_COLOR = '1';

async function rival(): Promise<Renderer> {
  const require = createRequire(resolve('test/bench/rivals/package.json'));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const [{ Marked }, { markedTerminal }] = await Promise.all([load('marked'), load('marked-terminal')]);
  return (text) => {
    const marked = new Marked();
    marked.use(markedTerminal({ width: WIDTH, reflowText: true }));
    return marked.parse(text) as string;
  };
}

const ours: Renderer = (text) => {
  const rendering = renderBlocks(readDocument(text), { width: WIDTH }, new RenderCache());
  const theme = themeOf('dark');
  return rendering
    .window(TOP, Number.POSITIVE_INFINITY)
    .map((line) => styleLine(line, theme))
    .join('\n');
};

/** The four seed templates, two of them repaired; the built-in ones if they are absent. */
function templates(): string[] {
  const seeds = [
    'seeds-restored/001-photoncloud.md',
    'seeds/002_0f27054a9014ceca.txt',
    'seeds-restored/003-component-guide.md',
    'seeds/004_c790e3a479261384.txt',
  ];
  const found = seeds.map((path) => resolve('../shared', path)).filter((path) => existsSync(path));
  if (found.length > 0) return found;
  return ['photoncloud', 'dynamo-component', 'component', 'technical-spec'].map((id) => resolve(`templates/${id}.md`));
}

function tableRows(path: string): number {
  return readDocument(readText(path))
    .sections.flatMap(({ blocks }) => blocks)
    .reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
}

function tableHeavy(): string[] {
  return corpusPaths()
    .map((path) => ({ path, rows: tableRows(path) }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, 5)
    .map(({ path }) => path);
}

/** The text without control sequences. */
function bare(text: string): string[] {
  return text
    .replace(/\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[\d;]*m/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
}

/** The median time of each, with rounds in turns, so that other load affects all alike. */
function medians(all: readonly Renderer[], text: string): number[] {
  const times: number[][] = all.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, render] of all.entries()) {
      const start = performance.now();
      render(text);
      times[index]!.push(performance.now() - start);
    }
  }
  return times.map((own) => own.sort((a, b) => a - b)[ROUNDS >> 1]!);
}

await loadHighlighter();
const renderers = { ours, 'marked-terminal': await rival() };
for (const path of [...templates(), ...tableHeavy()]) {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const { frontMatter } = readDocument(text);
  const body = text.slice(frontMatter?.end ?? 0);
  console.log(`${basename(path)} (${Math.round(text.length / 1024)} kB)`);
  const times = medians(Object.values(renderers), body);
  for (const [index, [name, render]] of Object.entries(renderers).entries()) {
    const lines = bare(render(body));
    const { wide, lost } = judge(body, '', lines, WIDTH);
    const words = lost.filter((word) => !/^.(?: |$)/u.test(word)).length;
    console.log(
      `  ${name.padEnd(16)} ${String(lines.length).padStart(5)} lines ${String(wide.length).padStart(4)} too wide ${String(words).padStart(4)} words lost ${times[index]!.toFixed(1).padStart(7)} ms`,
    );
  }
}
