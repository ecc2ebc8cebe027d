import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { statsOf } from './data-path.ts';

/** How often a file is read, in milliseconds. */
const INTERVAL = 400;

/**
 * Calls back whenever the file at a path changes or is replaced. Returns a function that ends the watch. It polls,
 * because that works on every file system and for every way of saving.
 */
export function onFileChange(path: string, changed: () => void): () => void {
  let known = stateOf(path);
  const timer = setInterval(() => {
    const now = stateOf(path);
    // A file that is missing for a moment is being replaced.
    if (now === null || now === known) return;
    known = now;
    changed();
  }, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}

/** A fingerprint of a file, which changes when the file does; null if there is no file. */
function stateOf(path: string): string | null {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return null;
  }
}

/** The names of folders that hold no specs: those of packages and of version control. */
export const IGNORED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', '.jj']);

/**
 * Calls back whenever something below a folder changes, with its path relative to the folder, or null if that is
 * unknown. Notices both ways of saving, by writing into a file and by replacing it. Returns a function that ends the
 * watch.
 */
export function watchFolders(folder: string, touched: (path: string | null) => void): () => void {
  // On other systems the system watches the whole tree. On Linux Node would watch each file, and lose it once it is
  // replaced.
  if (process.platform !== 'linux') {
    const watcher = watch(folder, { recursive: true }, (_event, name) => touched(name));
    // A watched folder that disappears is no reason to stop.
    watcher.on('error', () => {});
    return () => watcher.close();
  }
  const tree = new WatchedTree(folder, touched);
  tree.add(folder);
  return () => tree.drop(folder);
}

/** A folder and all folders below it, each with its own watch, which reports only the folder's entries. */
class WatchedTree {
  readonly #root: string;
  readonly #touched: (path: string | null) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(root: string, touched: (path: string | null) => void) {
    this.#root = root;
    this.#touched = touched;
  }

  /** Watches a folder and those below it; skips one that is gone again. */
  add(folder: string): void {
    try {
      const watcher = watch(folder, (event, name) => this.#onEvent(folder, event, name));
      watcher.on('error', () => this.drop(folder));
      this.#watchers.set(folder, watcher);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !IGNORED_FOLDERS.has(entry.name)) this.add(join(folder, entry.name));
    } catch (error) {
      if (folder === this.#root) throw error;
    }
  }

  /** Stops watching a folder and those below it. */
  drop(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }

  #onEvent(folder: string, event: string, name: string | null): void {
    const path = name === null ? null : join(folder, name);
    if (path !== null && event === 'rename' && !IGNORED_FOLDERS.has(name!)) this.#came(path);
    this.#touched(path && relative(this.#root, path));
  }

  /** An entry appeared or disappeared. If it is or was a folder, its content changed, too. */
  #came(path: string): void {
    const was = this.#watchers.has(path);
    this.drop(path);
    const is = statsOf(path)?.isDirectory() === true;
    if (is) this.add(path);
    if (was || is) this.#touched(null);
  }
}
