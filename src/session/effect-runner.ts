import { existsSync } from 'node:fs';
import { IDLE, type Io, whenTypingPauses } from '../host/io.ts';
import { type Holder, holderName, SpecLock } from '../host/lock.ts';
import { recallName, recallPlace, rememberName, rememberPlace } from '../host/remembered.ts';
import { saveSpec } from '../host/save-spec.ts';
import { Conflict, type OpenedSpec, openSpec, plannedSpec, withSource } from '../host/spec-file.ts';
import { suspend } from '../host/terminal.ts';
import { PathClaim } from '../host/write-lock.ts';
import { readSpec } from '../judge/read.ts';
import { Problem } from '../problem.ts';
import type { Catalogue } from '../project/catalogue.ts';
import { findRelated, reasonsFor } from '../project/find-related.ts';
import { mustMatch } from '../project/match.ts';
import { pathFor } from '../project/spec-path.ts';
import type { Template } from '../template/template.ts';
import type { Source } from '../text/source.ts';
import type { ScreenControl } from '../view/screen.tsx';
import type { Effect, SpecPlace } from '../wizard/action.ts';
import type { WizardMachine } from '../wizard/update.ts';
import { offeredDrafts, WizardDrafts } from './drafts.ts';
import { WizardEditor } from './editor-files.ts';
import { completePath } from './files-here.ts';
import * as messages from './messages.ts';
import { planSpec } from './new-spec.ts';
import { rescue } from './rescue.ts';
import { questionInSection } from './wizard-start.ts';

/** Runs the wizard's effects: files, drafts, the editor, the terminal. Dispatches their results as actions. */
export class EffectRunner {
  readonly #drafts = new WizardDrafts();
  spec: OpenedSpec | null = null;
  /** The final messages about answers that editors may still have open; null before the end. */
  editorsOpen: string[] | null = null;
  readonly #machine: WizardMachine;
  readonly #catalogue: Catalogue;
  readonly #io: Io;
  readonly #lock = new SpecLock((by) => this.#takenOver(by));
  #stage: ScreenControl | null = null;
  /** The file's content at the last conflict, as the author sees it. */
  #theirs: Source | null = null;
  /** The final messages about text that could not be kept as a draft; null before the end. */
  #closed: string[] | null = null;
  readonly #editor: WizardEditor;
  readonly #claim = new PathClaim();

  constructor(machine: WizardMachine, catalogue: Catalogue, io: Io) {
    this.#machine = machine;
    this.#catalogue = catalogue;
    this.#io = io;
    this.#editor = new WizardEditor((action) => machine.dispatch(action), io.env);
    machine.runWith((effect) => this.#run(effect));
  }

  /** Sets the screen, once it is drawn. */
  take(stage: ScreenControl): void {
    this.#stage = stage;
  }

  /** Opens an existing spec, at a place or in a section of it. Raises the Problems of opening, matching and reading. */
  open(path: string, template?: string, at?: SpecPlace, section?: string): void {
    const spec = openSpec(path, { folder: this.#io.cwd });
    const matched = mustMatch(spec, this.#catalogue, template).template;
    const inSection = () => ({ slot: questionInSection(readSpec(spec.source.text, matched), section!) });
    this.#begin(spec, matched, section === undefined ? at : inSection());
  }

  /** Starts a new spec of a template; writes nothing yet. Raises `file-exists`, and Problems of names and templates. */
  begin(reference: string, name: string): void {
    const template = this.#catalogue.get(reference);
    const { spec, title } = planSpec(template, name, this.#claim, this.#io.cwd);
    this.#machine.dispatch({ type: 'known', facts: { name: title } });
    this.#begin(spec, template);
  }

  /** Asks for the name of a new spec of a template. Raises the Problems of reading the template. */
  offerName(reference: string): void {
    const template = this.#catalogue.get(reference);
    this.#askName(template, recallName({ cwd: this.#io.cwd, template: template.id }), null);
  }

  /** Ends the session: keeps what is typed and releases the spec. Returns messages about text that became no draft. */
  close(): string[] {
    this.editorsOpen ??= this.#editor.close();
    this.#closed ??= this.#rescued();
    this.#lock.release();
    this.#claim.release();
    return this.#closed;
  }

  #rescued(): string[] {
    const { walk } = this.#machine.current();
    if (this.#drafts.flush() || !this.spec || !walk) return [];
    const mayWrite = walk.writer === null && !this.#lock.holder();
    return rescue(this.#drafts.unkept(), {
      spec: this.spec,
      template: walk.template,
      cwd: this.#io.cwd,
      mayWrite,
    });
  }

  /** Stops the program until the shell continues it. */
  suspend(): void {
    this.#drafts.flush();
    void this.#stage?.suspend(() => new Promise<void>((back) => suspend(() => {}, back)));
  }

  /** Takes the terminal again and draws the whole screen. */
  redraw(): void {
    void this.#stage?.suspend(() => {});
  }

  #begin(spec: OpenedSpec, template: Template, at?: SpecPlace, as?: 'read-only' | 'own'): void {
    const writer = this.#lock.take(spec.realPath, as === 'own');
    if (this.spec) this.#drafts.leave(this.spec);
    this.spec = spec;
    this.#machine.dispatch({
      type: 'opened',
      path: spec.path,
      template,
      text: spec.source.text,
      exists: spec.exists,
      last: recallPlace(spec.realPath),
      at,
      drafts: offeredDrafts(spec),
      ...(writer ? { writer: holderName(writer), readOnly: as === 'read-only' } : {}),
    });
    if (!writer) this.#editor.resume(spec.realPath);
  }

  /** Opens the spec as it is now, although another session has it. */
  #beginAnew(as: 'read-only' | 'own'): void {
    const { walk } = this.#machine.current();
    if (!this.spec || !walk) return;
    const folder = this.#io.cwd;
    const spec = existsSync(this.spec.absolutePath) ? openSpec(this.spec.path, { folder }) : this.spec;
    this.#begin(spec, walk.template, undefined, as);
  }

  #run(effect: Effect): void {
    try {
      (this.#does[effect.type] as (effect: Effect) => void)(effect);
    } catch (error) {
      this.#failed(effect, error);
    }
  }

  readonly #does: { [T in Effect['type']]: (effect: Extract<Effect, { type: T }>) => void } = {
    open: ({ path }) => this.open(path),
    'offer-name': ({ template }) => this.offerName(template),
    'note-name': ({ template, name }) => rememberName({ cwd: this.#io.cwd, template }, name),
    begin: ({ template, name }) => this.begin(template, name),
    save: (effect) => this.#save(effect),
    'save-as': ({ path, text }) => this.#saveAs(path, text),
    'take-theirs': ({ carried }) => {
      if (!this.spec || !this.#theirs) return;
      this.#drafts.leave(this.spec, carried);
      // The text that was shown, not the file's present one: a later change is another conflict.
      this.spec = withSource(this.spec, this.#theirs);
    },
    'open-anew': ({ as }) => this.#beginAnew(as),
    draft: ({ id, value }) => {
      if (!this.spec || this.#drafts.typed(this.spec, id, value)) return;
      this.#report(messages.noDraftsHere);
    },
    'await-pause': whenTypingPauses(() => this.#machine.dispatch({ type: 'paused' })),
    'await-idle': whenTypingPauses(() => this.#machine.dispatch({ type: 'idle' }), IDLE),
    'drop-draft': ({ id, draft }) => {
      if (draft !== undefined) this.#drafts.drop(draft);
      else if (this.spec) this.#drafts.written(this.spec, id);
    },
    edit: (effect) => void this.#edit(effect),
    remember: ({ id }) => {
      if (this.spec?.exists) rememberPlace(this.spec.realPath, id);
    },
    // Later, so that the message about it is drawn first.
    'find-related': () => void setTimeout(() => this.#findRelated(), 20),
    pager: ({ action }) => void setImmediate(() => this.#machine.dispatch({ type: 'pager', action })),
    'complete-path': ({ text }) => {
      const { completed, matches } = completePath(text, this.#io.cwd);
      this.#machine.dispatch({ type: 'completed', from: text, text: completed, matches });
    },
    suspend: () => this.suspend(),
    redraw: () => this.redraw(),
    quit: ({ code }) => {
      this.#drafts.flush();
      this.#stage?.exit(code);
    },
  };

  #save({ text, again, readOnly = false }: Extract<Effect, { type: 'save' }>): void {
    const { spec } = this;
    if (!spec) return;
    const other = this.#lock.holder();
    if (other) {
      this.#drafts.unsaved(spec, text);
      this.#machine.dispatch({ type: 'taken-over', writer: holderName(other) });
      return;
    }
    const folder = this.#io.cwd;
    const source = { ...spec.source, text };
    const base = again && !existsSync(spec.absolutePath) ? plannedSpec(spec.path, source, { folder }) : spec;
    const saved = saveSpec(base, source, { folder, confirmReadOnly: readOnly });
    this.#drafts.saved(spec);
    this.spec = saved;
    const { walk } = this.#machine.current();
    if (!spec.exists && walk) {
      rememberPlace(this.spec.realPath, walk.id);
      rememberName({ cwd: folder, template: walk.template.id }, '');
    }
    this.#machine.dispatch({ type: 'saved', text, path: spec.path });
  }

  #saveAs(path: string, text: string): void {
    const planned = plannedSpec(path, { text, bom: this.spec?.source.bom ?? false }, { folder: this.#io.cwd });
    const saved = saveSpec(planned, planned.source, { folder: this.#io.cwd });
    if (this.spec) this.#drafts.saved(this.spec);
    this.#lock.take(saved.realPath);
    this.spec = saved;
    this.#machine.dispatch({ type: 'saved', text, path });
  }

  /** Another wizard has taken the spec over: keeps what is typed. The text in $EDITOR is taken back first. */
  #takenOver(by: Holder): void {
    this.#drafts.flush();
    if (!this.#editor.isOpen) this.#machine.dispatch({ type: 'taken-over', writer: holderName(by), meanwhile: true });
  }

  async #edit(effect: Extract<Effect, { type: 'edit' }>): Promise<void> {
    if (!this.spec || !this.#stage) return;
    this.#drafts.flush();
    await this.#editor.edit(effect, this.spec.realPath, this.#stage);
    const other = this.#lock.holder();
    if (other) this.#takenOver(other);
  }

  /** Shows a Problem on the screen. Any other error is a bug and ends the program, after everything is kept. */
  #failed(effect: Effect, error: unknown): void {
    const saving = effect.type === 'save' || effect.type === 'save-as';
    const kept = saving && this.spec && this.#drafts.unsaved(this.spec, effect.text);
    if (error instanceof Conflict) {
      this.#theirs = error.theirs;
      this.#machine.dispatch({ type: 'conflict', theirs: error.theirs?.text ?? null });
    } else if (!(error instanceof Problem)) {
      throw error;
    } else if (saving) {
      const where = kept ? messages.keptAsDraft : messages.notEvenDraft;
      this.#machine.dispatch({
        type: 'save-failed',
        message: messageOf(error, where),
        readOnly: error.code === 'read-only',
      });
    } else if (effect.type === 'begin') {
      this.#askName(this.#catalogue.get(effect.template), effect.name, messageOf(error));
    } else this.#report(messageOf(error));
  }

  #findRelated(): void {
    const { walk } = this.#machine.current();
    if (!walk) return;
    const reading = readSpec(walk.text, walk.template);
    const found = findRelated(walk.path, reading, this.#io.cwd);
    this.#machine.dispatch({
      type: 'related',
      found: found.map((one) => ({ path: one.path, why: reasonsFor(one) })),
    });
  }

  #askName(template: Template, name: string, problem: string | null): void {
    this.#machine.dispatch({
      type: 'name-offered',
      template: template.id,
      title: template.flow?.title ?? template.title,
      becomes: pathFor(template, 'name', this.#io.cwd).replace(/name(?=[^/]*$)/, 'NAME'),
      name,
      problem,
    });
  }

  #report(text: string): void {
    this.#machine.dispatch({ type: 'told', tone: 'bad', text });
  }
}

function messageOf({ message, place, hints }: Problem, ...more: string[]): string {
  return [place.path === undefined ? message : `${place.path}: ${message}`, ...hints, ...more]
    .join('. ')
    .replace(/\.{2}(?=\s|$)/g, '.');
}
