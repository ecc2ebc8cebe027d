import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { editInEditor, readEdited } from '../host/editor.ts';
import { hashOf } from '../host/read-file.ts';
import { type Environment, stateFolder } from '../host/state-folder.ts';
import { onFileChange } from '../host/watch.ts';
import { readJson, writeJson } from '../host/write-file.ts';
import { Problem } from '../problem.ts';
import type { ScreenControl } from '../view/screen.tsx';
import type { Action, Effect } from '../wizard/action.ts';
import * as messages from './messages.ts';

/** An answer that an editor may still have open, although the editor returned. */
interface EditorFile {
  /** The spec's absolute path, links followed. */
  spec: string;
  slotId: string;
  /** The file that the editor opened. */
  file: string;
  /** The file's text when it was last read. */
  text: string;
}

/**
 * Watches the files that editors may still have open and reports what is saved there, also in a later run on the same
 * spec. The files are never deleted, because nobody knows when an editor is done with them.
 */
export class EditorFiles {
  readonly #changed: (answer: EditorFile, text: string) => void;
  readonly #watched = new Map<EditorFile, () => void>();

  /** `changed` is called with each text that was saved. */
  constructor(changed: (answer: EditorFile, text: string) => void) {
    this.#changed = changed;
  }

  /** Starts watching a file. */
  add(answer: EditorFile): void {
    remember(answer);
    this.#watched.set(
      answer,
      onFileChange(answer.file, () => this.#check(answer)),
    );
  }

  /** Watches the files that earlier runs left for a spec, and no others. */
  resume(spec: string): void {
    for (const stop of this.#watched.values()) stop();
    this.#watched.clear();
    for (const answer of remembered(spec)) {
      this.add(answer);
      this.#check(answer);
    }
  }

  /** Reads the files for the last time. Returns those that may still be open. */
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
      // The file is being replaced, or is not text at the moment.
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

/** The files that earlier runs left for a spec and that still exist. Forgets the others. */
function remembered(spec: string): EditorFile[] {
  const folder = stateFolder('editors');
  return (folder === null ? [] : namesIn(folder)).flatMap((name) => {
    const { spec: of, slotId, file, text } = readJson(join(folder!, name)) ?? {};
    if (of !== spec || typeof slotId !== 'string' || typeof file !== 'string' || typeof text !== 'string') return [];
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

/** Runs the author's editor for the wizard. */
export class WizardEditor {
  /** Whether the editor has the terminal. */
  isOpen = false;
  readonly #dispatch: (action: Action) => void;
  readonly #env: Environment;
  readonly #editorFiles: EditorFiles;

  constructor(dispatch: (action: Action) => void, env: Environment) {
    this.#dispatch = dispatch;
    this.#env = env;
    this.#editorFiles = new EditorFiles(({ slotId: id }, text) => dispatch({ type: 'edited', text, id }));
  }

  /** Gives the terminal to the editor and dispatches the text that it leaves. `spec` is a real path. */
  async edit(
    { id, text, extension }: Extract<Effect, { type: 'edit' }>,
    spec: string,
    stage: ScreenControl,
  ): Promise<void> {
    this.isOpen = true;
    try {
      await stage.suspend(async () => {
        const given = text.replace(/\n$/, '');
        const edited = await editInEditor({ text: given, extension: `.${extension}`, env: this.#env });
        if (edited.kind === 'edited') return this.#dispatch({ type: 'edited', text: edited.text, id });
        const { message, tempPath } = edited;
        if (edited.kind === 'failed') return this.#report(messages.leftIn(message, tempPath));
        this.#editorFiles.add({ spec, slotId: id, file: tempPath, text: given });
        this.#report(messages.takenOnceSaved(message, tempPath));
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#report([error.message, ...error.hints].join('. '));
    } finally {
      this.isOpen = false;
    }
  }

  /** Dispatches what was saved for a spec after its editor had returned. */
  resume(spec: string): void {
    this.#editorFiles.resume(spec);
  }

  /** Dispatches what editors have saved so far. Returns messages about files that they may still have open. */
  close(): string[] {
    return this.#editorFiles.close().map((file) => messages.editorMayBeOpen(file));
  }

  #report(text: string): void {
    this.#dispatch({ type: 'told', tone: 'bad', text });
  }
}
