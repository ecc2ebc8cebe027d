import type { HLJSApi, LanguageFn } from 'highlight.js';
import type { Role, Style } from './line.ts';

/** A run of code in one style. */
interface Coloured {
  text: string;
  style: Style;
}

/** The longest code that is coloured, in UTF-16 code units. */
const MAX_CODE = 50_000;

/** The coloured languages, each with its module. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ default: LanguageFn }>>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  go: () => import('highlight.js/lib/languages/go'),
  ini: () => import('highlight.js/lib/languages/ini'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  protobuf: () => import('highlight.js/lib/languages/protobuf'),
  python: () => import('highlight.js/lib/languages/python'),
  rust: () => import('highlight.js/lib/languages/rust'),
  shell: () => import('highlight.js/lib/languages/shell'),
  sql: () => import('highlight.js/lib/languages/sql'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

/** The role of each class of the library; other classes have the role of the code around them. */
const ROLES: Readonly<Record<string, Role>> = {
  keyword: 'keyword',
  'meta-keyword': 'keyword',
  'selector-tag': 'keyword',
  literal: 'number',
  number: 'number',
  string: 'string',
  regexp: 'string',
  char: 'string',
  title: 'name',
  section: 'name',
  attr: 'name',
  attribute: 'name',
  property: 'name',
  type: 'type',
  built_in: 'type',
  class: 'type',
  comment: 'remark',
  doctag: 'remark',
  quote: 'remark',
  meta: 'meta',
  addition: 'added',
  deletion: 'removed',
};

let library: HLJSApi | null = null;
let loading: Promise<void> | null = null;

/** Loads the library and its languages once. Until then highlight returns null. */
export function loadHighlighter(): Promise<void> {
  loading ??= (async () => {
    const { default: core } = await import('highlight.js/lib/core');
    await Promise.all(
      Object.entries(LANGUAGES).map(async ([name, load]) => core.registerLanguage(name, (await load()).default)),
    );
    library = core;
  })();
  return loading;
}

/** Whether the library is loaded. */
export function highlighterReady(): boolean {
  return library !== null;
}

/**
 * The lines of code in colour: the runs of each line, which together are the line. Null if the language is unknown or
 * missing, the code too long, or the library not loaded.
 */
export function highlight(lines: readonly string[], language: string): Coloured[][] | null {
  const name = language.toLowerCase();
  if (!library || name === '' || !library.getLanguage(name)) return null;
  const code = lines.join('\n');
  if (code.length > MAX_CODE) return null;
  const { value } = library.highlight(code, { language: name, ignoreIllegals: true });
  const result = colouredLines(value);
  return result.length === lines.length ? result : null;
}

/** The library's markup as lines of runs. */
function colouredLines(markup: string): Coloured[][] {
  const lines: Coloured[][] = [[]];
  const open: Style[] = [{ role: 'code' }];
  for (const [token, classes, text] of markup.matchAll(/<span class="([^"]*)">|<\/span>|([^<]+)/g)) {
    if (token === '</span>') open.pop();
    else if (classes !== undefined) open.push(styleOf(classes, open.at(-1)!));
    else {
      for (const [index, part] of unescaped(text!).split('\n').entries()) {
        if (index > 0) lines.push([]);
        if (part !== '') lines.at(-1)!.push({ text: part, style: open.at(-1)! });
      }
    }
  }
  return lines;
}

function styleOf(classes: string, around: Style): Style {
  const role = ROLES[/^hljs-([\w-]+)/.exec(classes)?.[1] ?? ''];
  return role ? { role } : around;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
