import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { editText, readEdited } from '../host/editor.ts';
import { hashOf } from '../host/read-file.ts';
import { type Environment, stateFolder } from '../host/state-folder.ts';
import { onFileChange } from '../host/watch.ts';
import { readJson, writeJson } from '../host/write-file.ts';
import { Problem } from '../problem.ts';
import type { Stage } from '../view/screen.tsx';
import type { Action, Effect } from '../wizard/action.ts';
import * as messages from './messages.ts';

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

  /** `changed` gets each text that was saved, and returns whether it accepted it. */
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

/** The author's own editor, as the wizard opens it. */
export class WizardEditor {
  /** The editor has the terminal. */
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
    stage: Stage,
  ): Promise<void> {
    this.isOpen = true;
    try {
      await stage.suspend(async () => {
        const given = text.replace(/\n$/, '');
        const edited = await editText({ text: given, extension: `.${extension}`, env: this.#env });
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

  /** Takes what was saved for a spec that was opened, since an editor came back at once. */
  resume(spec: string): void {
    this.#editorFiles.resume(spec);
  }

  /** Takes what editors have saved so far. Returns a message about files that they may still have open. */
  close(): string[] {
    return this.#editorFiles.close().map((file) => messages.editorMayBeOpen(file));
  }

  #report(text: string): void {
    this.#dispatch({ type: 'told', tone: 'bad', text });
  }
}
