import { editText } from '../host/editor.ts';
import type { Environment } from '../host/state-folder.ts';
import { Problem } from '../problem.ts';
import type { Stage } from '../view/screen.tsx';
import type { Action, Effect } from '../wizard/action.ts';
import { EditorFiles } from './editor-files.ts';
import * as messages from './messages.ts';

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
        if (edited.kind === 'failed') return this.#tell(messages.leftIn(message, tempPath));
        this.#editorFiles.add({ spec, slotId: id, file: tempPath, text: given });
        this.#tell(messages.takenOnceSaved(message, tempPath));
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#tell([error.message, ...error.hints].join('. '));
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

  #tell(text: string): void {
    this.#dispatch({ type: 'told', tone: 'bad', text });
  }
}
