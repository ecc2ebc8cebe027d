import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** Each room and the rooms that it may import from, itself aside. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  markdown: ['text'],
  template: ['text', 'markdown'],
  judge: ['text', 'markdown', 'template'],
  interview: ['text', 'markdown', 'template', 'judge'],
  wizard: ['text', 'markdown', 'template', 'judge', 'interview', 'render'],
  render: ['text', 'markdown'],
  view: ['text', 'markdown', 'template', 'judge', 'interview', 'wizard', 'render'],
  plain: ['text', 'markdown', 'template', 'judge', 'interview'],
  host: ['text', 'markdown'],
  project: ['text', 'markdown', 'template', 'judge', 'interview', 'host'],
  session: [
    ...['text', 'markdown', 'template', 'judge', 'interview', 'wizard'],
    ...['render', 'view', 'plain', 'host', 'project'],
  ],
  commands: [
    ...['text', 'markdown', 'template', 'judge', 'interview', 'wizard'],
    ...['render', 'view', 'host', 'project', 'session'],
  ],
  'cli.ts': ['commands', 'host', 'project'],
  'api.ts': ['text', 'markdown', 'template', 'judge', 'interview', 'host', 'project'],
  'problem.ts': [],
};

/** Rooms that know nothing of files, clocks, processes or the screen. */
const PURE = ['text', 'markdown', 'template', 'judge', 'interview', 'wizard', 'render', 'problem.ts'];
/** What the pure rooms may use of Node: computing only. */
const COMPUTING = ['node:path', 'node:path/posix', 'node:crypto'];
const EFFECTFUL = /^(?:react|ink|ink-text-input|execa|tinyglobby|ignore|@inquirer\/.*)$/;
const EFFECT_WORDS =
  /\bprocess\.\w|\bperformance\.now\(|\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\bconsole\.\w|\bset(?:Timeout|Interval|Immediate)\(/;
const REMARK = /^(?:remark.*|unified|mdast.*|unist.*|micromark.*)$/;

interface Import {
  to: string;
  dynamic: boolean;
}

interface SourceFile {
  path: string;
  room: string;
  text: string;
  imports: Import[];
}

const files: SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => {
    const path = relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    const text = readFileSync(join(src, path), 'utf8');
    return { path, room: path.split('/')[0]!, text, imports: importsOf(path, text) };
  });

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const [, to] of text.matchAll(/^(?:import|export)\b[^'"();]*?(?:\bfrom\s*)?'([^']+)'/gm)) {
    found.push({ to: resolve(path, to!), dynamic: false });
  }
  for (const [, to] of text.matchAll(/\bimport\(\s*'([^']+)'/g)) found.push({ to: resolve(path, to!), dynamic: true });
  return found;
}

function resolve(from: string, to: string): string {
  return to.startsWith('.') ? `src/${join(dirname(from), to).replaceAll('\\', '/')}` : to;
}

function roomOf(to: string): string | null {
  return /^src\/([^/]+)/.exec(to)?.[1] ?? null;
}

/** Where something is forbidden: `path: what`, for every import that a rule refuses. */
function offences(refuses: (file: SourceFile, imported: Import) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((imported) => refuses(file, imported)).map(({ to }) => `${file.path} imports ${to}`),
  );
}

describe('the house', () => {
  test('has the rooms that the arrows name, and no others', () => {
    expect(files.map(({ room }) => room).filter((room) => !(room in ARROWS))).toEqual([]);
  });

  test('each room has a page, and the files it names are there', () => {
    for (const room of Object.keys(ARROWS).filter((name) => !name.includes('.'))) {
      const page = readFileSync(join(src, room, 'README.md'), 'utf8');
      const named = [...page.matchAll(/^- `([^`]+)`|^- .*? and `([^`]+)`/gm)].flatMap(
        ([, one, two]) => one ?? two ?? [],
      );
      expect(named.length, room).toBeGreaterThan(0);
      expect(named.filter((name) => !existsSync(join(src, room, name)))).toEqual([]);
    }
  });

  test('imports follow the arrows', () => {
    const refuses = ({ room }: SourceFile, { to }: Import) => {
      const other = roomOf(to);
      return other !== null && other !== room && other !== 'problem.ts' && !ARROWS[room]?.includes(other);
    };
    expect(offences(refuses)).toEqual([]);
  });

  test('imports, dynamic ones included, go in no circles', () => {
    const next = new Map(
      files.map(({ path, imports }) => [
        path,
        imports.filter(({ to }) => roomOf(to)).map(({ to }) => to.slice('src/'.length)),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const to of next.get(path) ?? []) walk(to, [...trail, path]);
      done.add(path);
    };
    for (const { path } of files) walk(path, []);
    expect(circles).toEqual([]);
  });

  test('only host, project, session, view, plain and commands use files, processes and the screen', () => {
    const refuses = ({ room }: SourceFile, { to }: Import) =>
      PURE.includes(room) && ((to.startsWith('node:') && !COMPUTING.includes(to)) || EFFECTFUL.test(to));
    expect(offences(refuses)).toEqual([]);
    const words = files
      .filter(({ room }) => PURE.includes(room))
      .flatMap(({ path, text }) => {
        const word = EFFECT_WORDS.exec(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))?.[0];
        return word ? [`${path} says ${word}`] : [];
      });
    expect(words).toEqual([]);
  });

  test('only view and session use Ink, only plain the prompts', () => {
    const refuses = ({ room }: SourceFile, { to }: Import) =>
      (/^(?:ink.*|react)$/.test(to) && room !== 'view' && room !== 'session') ||
      (to.startsWith('@inquirer/') && room !== 'plain');
    expect(offences(refuses)).toEqual([]);
  });

  test('remark is used in markdown and render alone', () => {
    expect(offences(({ room }, { to }) => REMARK.test(to) && room !== 'markdown' && room !== 'render')).toEqual([]);
  });

  test('no command imports another', () => {
    const commands = new Set(
      files
        .filter(({ room, text }) => room === 'commands' && /^export (?:async )?function run\(/m.test(text))
        .map(({ path }) => `src/${path}`),
    );
    expect(
      offences(({ path }, { to }) => commands.has(to) && path.startsWith('commands/') && !path.endsWith('table.ts')),
    ).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    // A language is one list of words in one file.
    const code = files.filter(({ path }) => !path.startsWith('template/languages/'));
    const long = code.map(({ path, text }) => [path, text.split('\n').length - 1] as const);
    expect(long.filter(([, lines]) => lines > 300)).toEqual([]);
  });

  test('the package depends on no other', () => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, unknown>;
    expect({ dependencies, optionalDependencies, peerDependencies }).toEqual({});
  });
});
