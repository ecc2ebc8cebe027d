import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readEdited } from '../host/editor.ts';
import { hashOf } from '../host/read-file.ts';
import { stateFolder } from '../host/state-folder.ts';
import { onFileChange } from '../host/watch.ts';
import { readJson, writeJson } from '../host/write-file.ts';

/** An answer that an editor may still have open, although it came back. */
interface EditorFile {
  /** The spec's absolute path, links followed. */
  spec: string;
  slotId: string;
  /** The file that the editor was given. */
  file: string;
  /** What it held when that was last taken. */
  text: string;
}

/**
 * The answers that editors may still have open: what is saved there is taken, also by a later run on the same spec. The
 * files stay; nobody knows when an editor is done with them.
 */
export class EditorFiles {
  readonly #changed: (answer: EditorFile, text: string) => void;
  readonly #watched = new Map<EditorFile, () => void>();

  /** `changed` is told of each text that was saved, and gives it back by its return whether it took it. */
  constructor(changed: (answer: EditorFile, text: string) => void) {
    this.#changed = changed;
  }

  /** From now on takes what is saved. */
  add(answer: EditorFile): void {
    remember(answer);
    this.#watched.set(
      answer,
      onFileChange(answer.file, () => this.#check(answer)),
    );
  }

  /** Goes on with those of a spec that earlier runs handed out; lets go of those of another. */
  resume(spec: string): void {
    for (const stop of this.#watched.values()) stop();
    this.#watched.clear();
    for (const answer of remembered(spec)) {
      this.add(answer);
      this.#check(answer);
    }
  }

  /** Looks a last time; gives the files that may still be open. */
  close(): string[] {
    for (const [answer, stop] of this.#watched) {
      stop();
      this.#check(answer);
    }
    return [...this.#watched.keys()].map(({ file }) => file);
  }

  #check(answer: EditorFile): void {
    let text: string;
    try {
      text = readEdited(answer.file);
    } catch {
      // It is being replaced, or holds no text at the moment.
      return;
    }
    if (text === answer.text) return;
    answer.text = text;
    this.#changed(answer, text);
    remember(answer);
  }
}

function remember(answer: EditorFile): void {
  const folder = stateFolder('editors');
  if (folder !== null) writeJson(join(folder, `${hashOf(answer.file).slice(0, 32)}.json`), answer);
}

/** What earlier runs handed out for a spec and is still there; the rest is forgotten. */
function remembered(spec: string): EditorFile[] {
  const folder = stateFolder('editors');
  return (folder === null ? [] : namesIn(folder)).flatMap((name) => {
    const { spec: of, slotId, file, text } = readJson(join(folder!, name)) ?? {};
    if (of !== spec || typeof slotId !== 'string' || typeof file !== 'string' || typeof text !== 'string')
      return [];
    try {
      readEdited(file);
      return [{ spec, slotId, file, text }];
    } catch {
      rmSync(join(folder!, name), { force: true });
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
