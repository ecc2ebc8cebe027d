import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

/**
 * A declaration file as TypeScript writes it: each declared name with its text (comment included), and each name that
 * it takes from elsewhere with the file and the name there.
 *
 * @typedef {{ declared: Map<string, string>, taken: Map<string, { from: string, name: string }>, exported: string[] }} Declarations
 */

/**
 * The declarations of an entry as one self-contained text: its exports and every type that they mention, each once.
 * Throws if the text would need another package, or if two declarations have one name.
 *
 * @param {string} entry path of the entry, such as src/api.ts
 */
export function bundleDeclarations(entry) {
  const folder = mkdtempSync(join('node_modules', '.declarations-'));
  try {
    emit(entry, folder);
    return bundle(join(folder, entry));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Makes TypeScript write the declarations of an entry, and of everything that it imports, into a folder.
 *
 * @param {string} entry
 * @param {string} folder
 */
function emit(entry, folder) {
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    // `npm run types` checks the types; only their text is needed here.
    noCheck: true,
    emitDeclarationOnly: true,
    rootDir: resolve('.'),
    outDir: resolve(folder),
    typeRoots: [resolve('node_modules/@types')],
  };
  writeFileSync(
    config,
    JSON.stringify({
      extends: resolve('tsconfig.json'),
      compilerOptions,
      include: [],
      files: [resolve(entry)],
    }),
  );
  const compiler = 'node_modules/typescript/bin/tsc';
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', config], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${entry}: the declarations cannot be written:\n${stdout}`);
}

/** @param {string} entry path of the source whose declarations were written beside it */
function bundle(entry) {
  /** @type {Map<string, Declarations>} */
  const files = new Map();
  /** @type {Map<string, { from: string, text: string }>} */
  const bundled = new Map();

  /** @param {string} path */
  const read = (path) => {
    const known = files.get(path) ?? parse(path);
    files.set(path, known);
    return known;
  };

  /**
   * @param {string} path
   * @param {string} name
   */
  const add = (path, name) => {
    const { declared, taken } = read(path);
    const origin = taken.get(name);
    if (origin) {
      if (origin.name !== name) throw new Error(`${path}: ${origin.name} is renamed to ${name}`);
      if (!origin.from.startsWith('.')) throw new Error(`${path}: the published types need ${name} of ${origin.from}`);
      add(join(dirname(path), origin.from), name);
      return;
    }
    const text = declared.get(name);
    if (text === undefined) return;
    const other = bundled.get(name);
    if (other && other.from !== path) throw new Error(`${name} is declared in ${other.from} and in ${path}`);
    if (other) return;
    bundled.set(name, { from: path, text });
    for (const mentioned of namesIn(text)) if (mentioned !== name) add(path, mentioned);
  };

  const { exported } = read(normalize(entry));
  for (const name of exported) add(normalize(entry), name);
  // Users of the package may name types; values exist only if the entry exports them.
  const texts = Array.from(bundled, ([name, { text }]) =>
    exported.includes(name) ? text : text.replace(/^export (?=declare (?:abstract )?(?:const|function|class))/m, ''),
  );
  return `${[...texts, 'export {};'].join('\n\n')}\n`;
}

/**
 * @param {string} path of a source
 * @returns {Declarations}
 */
function parse(path) {
  const lines = readFileSync(path.replace(/\.tsx?$/, '.d.ts'), 'utf8')
    .trimEnd()
    .split('\n');
  // In TypeScript's output, text in the first column begins a statement or its comment, except for closing brackets.
  /** @type {string[]} */
  const statements = [];
  let comment = '';
  for (const line of lines) {
    if (line.startsWith('/**')) comment = line;
    else if (comment && statements.at(-1) !== comment && /^ \*/.test(line)) comment += `\n${line}`;
    else if (/^[a-z]/.test(line)) {
      statements.push(comment ? `${comment}\n${line}` : line);
      comment = '';
    } else statements.push(`${statements.pop() ?? ''}\n${line}`);
  }

  /** @type {Declarations} */
  const found = { declared: new Map(), taken: new Map(), exported: [] };
  for (const statement of statements) {
    const code = withoutComments(statement);
    const [, what, list, from] = /^(import|export) (?:type )?\{([^}]*)\}(?: from '([^']+)')?/.exec(code) ?? [];
    for (const item of list?.split(',').filter((item) => item.trim()) ?? []) {
      const [name = '', local = name] = item
        .trim()
        .replace(/^type /, '')
        .split(' as ');
      if (from) found.taken.set(local, { from, name });
      if (what === 'export') found.exported.push(local);
    }
    const [, exported, name] =
      /^(export )?(?:declare )?(?:abstract )?(?:function|const|class|interface|type|enum) (\w+)/.exec(code) ?? [];
    if (!name) continue;
    if (exported) found.exported.push(name);
    const before = found.declared.get(name);
    found.declared.set(name, before ? `${before}\n${statement}` : statement);
  }
  return found;
}

/**
 * The names that a declaration mentions, except those of properties and parameters.
 *
 * @param {string} text
 */
function namesIn(text) {
  return new Set(withoutComments(text).match(/(?<![.\w'"])[A-Za-z_]\w*(?![\w'"]|\??: |\()/g));
}

/** @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').trimStart();
}
