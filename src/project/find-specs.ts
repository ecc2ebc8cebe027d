import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { gitRoot } from '../host/git-root.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** Folders in which nobody keeps specs of their own. */
const PASSED_OVER = new Set(['node_modules', '.git', '.hg', '.svn', '.jj']);

/** The rules of one .gitignore file, for paths below its folder. */
interface Rules {
  folder: string;
  ignore: Ignore;
}

/**
 * The Markdown files below a folder, one at a time, in the order of their names (a folder's files before its folders), as paths
 * that begin with `folder` as given ('.' gives bare names), which counts from `from`. Honours .gitignore, nested ones and those above up to the
 * repository's root, and its info/exclude (gitignore(5)); passes over node_modules and the folders of version control,
 * goes into hidden folders, follows no links to folders. What cannot be read is passed over.
 */
export function* findSpecs(folder = '.', from: string = process.cwd()): Generator<string> {
  const start = resolve(from, folder);
  const shown = (path: string) =>
    folder === '.' ? relative(start, path) : join(folder, relative(start, path));
  for (const path of walk(start, rulesAbove(start))) yield shown(path);
}

function* walk(folder: string, above: readonly Rules[]): Generator<string> {
  const found = entries(folder);
  const own = found.some(({ name }) => name === '.gitignore') ? rulesOf(folder, '.gitignore') : null;
  const rules = own ? [...above, own] : above;
  const folders: string[] = [];
  for (const entry of found) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name) && !isIgnored(`${path}${sep}`, rules)) folders.push(path);
    } else if (MARKDOWN.test(entry.name) && !isIgnored(path, rules)) {
      if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(path))) yield path;
    }
  }
  for (const path of folders) yield* walk(path, rules);
}

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function leadsToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Whether a file would be passed over by findSpecs, for paths from `from`; remembers the rules of the folders it met. */
export function passedOver(from: string = process.cwd()): (path: string) => boolean {
  const known = new Map<string, readonly Rules[]>();
  const rulesIn = (folder: string): readonly Rules[] => {
    const found =
      known.get(folder) ??
      [...rulesAbove(folder), rulesOf(folder, '.gitignore')].filter((one) => one !== null);
    known.set(folder, found);
    return found;
  };
  return (path) => {
    const whole = resolve(from, path);
    const rules = rulesIn(dirname(whole));
    const root = rules[0]?.folder ?? dirname(whole);
    const parts = relative(root, whole).split(sep);
    return parts.some((_, index) => {
      const upTo = join(root, ...parts.slice(0, index + 1));
      const above = rules.filter(({ folder }) => upTo.startsWith(`${folder}${sep}`));
      return isIgnored(index === parts.length - 1 ? upTo : `${upTo}${sep}`, above);
    });
  };
}

/** The innermost file with an opinion decides. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (const { folder, ignore: matcher } of rules.toReversed()) {
    const verdict = matcher.test(
      relative(folder, path).replaceAll(sep, '/') + (path.endsWith(sep) ? '/' : ''),
    );
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function rulesOf(folder: string, name: string): Rules | null {
  try {
    return { folder, ignore: ignore().add(readFileSync(join(folder, name), 'utf8')) };
  } catch {
    return null;
  }
}

/** From the repository's root down to the folder above; none outside a repository. */
function rulesAbove(start: string): Rules[] {
  const root = gitRoot(start);
  if (root === null) return [];
  const exclude = rulesOf(root, join('.git', 'info', 'exclude'));
  const found: (Rules | null)[] = [exclude];
  const parts = relative(root, start).split(sep).filter(Boolean);
  for (let depth = 0; depth < parts.length; depth++) {
    found.push(rulesOf(join(root, ...parts.slice(0, depth)), '.gitignore'));
  }
  return found.filter((rules) => rules !== null);
}
