import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readRegular, statsOf, staysWithin } from '../host/data-path.ts';
import { gitRoot } from '../host/git-folder.ts';
import { relativePath, withSlashes } from '../host/platform.ts';
import { IGNORED_FOLDERS } from '../host/watch.ts';
import { Problem } from '../problem.ts';
import { gitignore, type Verdict } from '../text/gitignore.ts';
import { getOrInsert } from '../text/memo.ts';
import * as messages from './messages.ts';
import { projectRoot } from './project-settings.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** Folders in which systems show their state as files. */
const SYSTEM = new Set(['/proc', '/sys', '/dev']);
/** Larger .gitignore files are ignored, in bytes. */
const MOST_RULES = 1024 * 1024;
/** The most files and folders that a search visits. */
const MOST_ENTRIES = 1_000_000;

/** The rules of one .gitignore file, for paths below its folder. */
interface Rules {
  folder: string;
  verdictOn: (path: string) => Verdict;
}

/**
 * The Markdown files below a folder, one at a time, in the order of their names (a folder's files before its folders),
 * as paths that begin with `folder` as given ('.' gives bare names), which is relative to `from`. Honours .gitignore,
 * nested ones and those above up to the repository's root, and its info/exclude (gitignore(5)). Skips node_modules, the
 * folders of version control, links to folders, links to files outside of the project, and what cannot be read; visits
 * hidden folders. Raises Problem `too-large` for a folder with more than a million files.
 */
export function* findSpecs(folder: string, from: string = process.cwd()): Generator<string> {
  const start = resolve(from, folder);
  const shown = (path: string) =>
    withSlashes(folder === '.' ? relative(start, path) : join(folder, relative(start, path)));
  const walk = new Walk(folder, projectRoot(start, resolve(from)));
  for (const path of walk.below(start, rulesAbove(start))) yield shown(path);
}

/** One search. */
class Walk {
  readonly #shown: string;
  readonly #root: string;
  #seen = 0;

  /** `shown`: the folder as it was named; `root`: where links to files may lead; absolute. */
  constructor(shown: string, root: string) {
    this.#shown = shown;
    this.#root = root;
  }

  *below(folder: string, above: readonly Rules[]): Generator<string> {
    const found = entries(folder);
    this.#seen += found.length;
    if (this.#seen > MOST_ENTRIES) {
      throw new Problem('too-large', messages.tooManyFiles, {
        place: { path: this.#shown },
        hints: [messages.smallerFolder],
      });
    }
    const own = found.some(({ name }) => name === '.gitignore') ? rulesOf(folder, '.gitignore') : null;
    const rules = own ? [...above, own] : above;
    const folders: string[] = [];
    for (const entry of found) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const passed = IGNORED_FOLDERS.has(entry.name) || SYSTEM.has(path);
        if (!passed && !isIgnored(`${path}${sep}`, rules)) folders.push(path);
      } else if (MARKDOWN.test(entry.name) && !isIgnored(path, rules)) {
        if (entry.isFile() || (entry.isSymbolicLink() && isFile(path) && staysWithin(path, this.#root))) yield path;
      }
    }
    for (const path of folders) yield* this.below(path, rules);
  }
}

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Whether a path is a file, or a link to one. */
export function isFile(path: string): boolean {
  return statsOf(path)?.isFile() === true;
}

/** A function that tells whether findSpecs would skip a file, for paths from `from`. It keeps the rules of folders. */
export function passedOver(from: string): (path: string) => boolean {
  const known = new Map<string, readonly Rules[]>();
  const rulesIn = (folder: string) =>
    getOrInsert(known, folder, () =>
      [...rulesAbove(folder), rulesOf(folder, '.gitignore')].filter((one) => one !== null),
    );
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

/** The innermost .gitignore with a matching rule decides. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (const { folder, verdictOn } of rules.toReversed()) {
    const verdict = verdictOn(relativePath(folder, path) + (path.endsWith(sep) ? '/' : ''));
    if (verdict !== null) return verdict === 'ignored';
  }
  return false;
}

function rulesOf(folder: string, name: string): Rules | null {
  const bytes = readRegular(join(folder, name), MOST_RULES);
  return bytes && { folder, verdictOn: gitignore(bytes.toString('utf8')) };
}

/** The rules from the repository's root down to the folder above; empty outside a repository. */
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
