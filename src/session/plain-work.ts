import { dropDraft } from '../host/drafts.ts';
import { type EditorResult, editInEditor } from '../host/editor.ts';
import type { Io } from '../host/io.ts';
import { type Holder, holderName, type SpecLock } from '../host/lock.ts';
import { rememberName } from '../host/remembered.ts';
import { saveSpec } from '../host/save-spec.ts';
import { Conflict, type OpenedSpec, openSpec } from '../host/spec-file.ts';
import type { Facts } from '../interview/suggestion.ts';
import { readSpec } from '../judge/read.ts';
import { isGap, type Reading } from '../judge/reading.ts';
import { agrees, askChoice } from '../plain/choices.ts';
import { type Prompter, withoutCommands } from '../plain/prompter.ts';
import { Leaving } from '../plain/typed-commands.ts';
import type { Work } from '../plain/work.ts';
import { Problem } from '../problem.ts';
import type { Template } from '../template/template.ts';
import { changesBetween } from '../text/diff.ts';
import { wholeText } from '../wizard/overlays/offers.ts';
import { offeredDrafts, type PlainDrafts } from './drafts.ts';
import { EditorFiles } from './editor-files.ts';
import * as messages from './messages.ts';

/** A spec in memory and in its file, which the first answer creates. */
export class PlainWork implements Work {
  readonly path: string;
  readonly facts: Facts;
  readonly typed: Work['typed'];
  readonly reasons: Work['reasons'];
  spec: OpenedSpec;
  readonly #template: Template;
  readonly #drafts: PlainDrafts;
  readonly #lock: SpecLock;
  readonly #asker: Prompter;
  readonly #io: Io;
  #reading: Reading;
  /** The answers of this run, oldest first. */
  readonly #past: { id: string; before: string; after: string }[] = [];
  /** Whether the author agreed to writing a read-only file. */
  #readOnlyToo = false;

  constructor(
    spec: OpenedSpec,
    template: Template,
    { asker, drafts, lock, facts, io }: Pick<Work, 'facts'> & Surroundings,
  ) {
    this.path = spec.path;
    this.facts = facts;
    this.typed = drafts.typed;
    this.reasons = drafts.reasons;
    this.spec = spec;
    this.#template = template;
    this.#drafts = drafts;
    this.#lock = lock;
    this.#asker = asker;
    this.#io = io;
    this.#reading = readSpec(spec.source.text, template);
  }

  reading(): Reading {
    return this.#reading;
  }

  /** Whether every required question is answered. */
  isFinished(): boolean {
    return !this.#reading.slots.some(isGap);
  }

  async stay(): Promise<void> {
    const other = this.#lock.holder();
    if (!other) return;
    const asker = withoutCommands(this.#asker);
    if (
      !(await askToTakeOver(this.#lock, other, {
        spec: this.spec,
        asker,
        what: messages.tookFileOver,
      }))
    )
      throw new Leaving('quit');
    if (this.spec.exists) this.#reopen();
  }

  async write(...[{ text }, id]: Parameters<Work['write']>): Promise<boolean> {
    const before = this.#reading.document.text;
    if (!(await this.#saveAsking(text))) return false;
    this.#past.push({ id, before, after: text });
    this.#drafts.answered(id);
    return true;
  }

  async undo(): Promise<string | null> {
    const last = this.#past.at(-1);
    // What others wrote meanwhile is not undone.
    if (last?.after !== this.#reading.document.text) return null;
    if (!(await this.#saveAsking(last.before))) return null;
    this.#past.pop();
    return last.id;
  }

  /**
   * Replaces the spec's text by a whole text and keeps the old one as a draft. Returns whether it did; if not, it has
   * told the author why.
   */
  async takeWhole(text: string): Promise<boolean> {
    if (this.spec.exists && !this.#drafts.keepFile(this.spec)) {
      this.#asker.say(messages.oldTextNotKept);
      return false;
    }
    try {
      return await this.#saveAsking(text);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#asker.say(error.message, ...error.hints);
      return false;
    }
  }

  note(...[id, typed]: Parameters<Work['note']>): void {
    this.#drafts.note(id, typed, this.spec.hash);
  }

  hold(...[id, value]: Parameters<Work['hold']>): void {
    this.#drafts.hold(id, value, this.spec.hash);
  }

  keep(...[id, typed]: Parameters<Work['keep']>): void {
    const kept = this.#drafts.keep(id, typed, this.spec.hash);
    this.#asker.say(kept ? messages.typedKept : messages.typedNotKept);
  }

  async edit(...[text, extension, id]: Parameters<Work['edit']>): Promise<string | null> {
    if (!this.#asker.inTerminal) {
      this.#asker.say(messages.editorNeedsTerminal);
      return null;
    }
    const edited = await this.#asker.away(() =>
      editInEditor({ text: text.replace(/\n$/, ''), extension, env: this.#io.env }),
    );
    if (edited.kind === 'edited') return edited.text;
    if (edited.kind === 'returned') return this.#awaitEdited(id, text, edited);
    this.#asker.say(messages.leftIn(edited.message, edited.tempPath));
    return null;
  }

  /** Waits until the author saves in an editor that returned at once. The next wizard goes on reading the file. */
  async #awaitEdited(
    slotId: string,
    before: string,
    { message, tempPath: file }: Extract<EditorResult, { kind: 'returned' }>,
  ): Promise<string | null> {
    let saved: string | null = null;
    const given = before.replace(/\n$/, '');
    const editorFiles = new EditorFiles((_, text) => {
      saved = text;
    });
    editorFiles.add({ spec: this.spec.realPath, slotId, file, text: given });
    this.#asker.say(`${message}.`, messages.saveThenEnter(file));
    try {
      await withoutCommands(this.#asker).line(messages.enterWhenSaved);
    } finally {
      editorFiles.close();
    }
    return saved;
  }

  /** Saves; a read-only file only if the author agrees. Returns whether it was saved. */
  async #saveAsking(text: string): Promise<boolean> {
    try {
      this.#save(text);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'read-only') throw error;
      this.#asker.say(error.message, ...error.hints);
      if (!(await agrees(withoutCommands(this.#asker), messages.leaveAsIs, messages.writeAnyway))) return false;
      this.#readOnlyToo = true;
      this.#save(text);
    }
    return true;
  }

  /** Raises Problem if the text cannot be saved, and keeps it as a draft. */
  #save(text: string): void {
    const next = readSpec(text, this.#template);
    const { spec } = this;
    try {
      const other = this.#lock.holder();
      if (other) throw new Problem('conflict', messages.tookFileOverBy(holderName(other)));
      this.spec = saveSpec(spec, { ...spec.source, text }, { confirmReadOnly: this.#readOnlyToo });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const kept = this.#drafts.keepWhole(spec, text);
      if (error instanceof Conflict && error.theirs) this.#reopen();
      const { code, message, hints } = error;
      throw new Problem(code, message, { hints: [...hints, kept], cause: error });
    }
    this.#reading = next;
    this.#drafts.savedWhole(text);
    if (!spec.exists) rememberName({ cwd: this.#io.cwd, template: this.#template.id }, '');
  }

  /** Continues with the spec as its file is now. */
  #reopen(): void {
    this.spec = openSpec(this.spec.path, { folder: this.#io.cwd });
    this.#reading = readSpec(this.spec.source.text, this.#template);
  }
}

/** Asks whether to take a spec over from the session that has it. `what` says what that session did. */
export async function askToTakeOver(
  lock: SpecLock,
  by: Holder,
  { spec, asker, what }: { spec: OpenedSpec; asker: Prompter; what: string },
): Promise<boolean> {
  asker.say(`${what}, ${holderName(by)}.`);
  if (!(await agrees(asker, messages.leaveIt, messages.takeItOver))) return false;
  lock.take(spec.realPath, true);
  return true;
}

interface Surroundings {
  asker: Prompter;
  drafts: PlainDrafts;
  lock: SpecLock;
  io: Io;
}

/** Offers the whole texts of a spec that could not be saved and are not in its file, one after another. */
export async function offerWholeTexts(asker: Prompter, work: PlainWork): Promise<void> {
  for (const { draft, id, value, when } of offeredDrafts(work.spec)) {
    const text = id === null ? wholeText(value) : null;
    if (text === null) continue;
    asker.say('', messages.wholeTextKept(when));
    asker.say(messages.takenReplaces);
    const way = await chosen(asker, work, text);
    if (way === messages.throwItAway || (way === messages.takeIt && (await work.takeWhole(text)))) dropDraft(draft);
  }
}

async function chosen(asker: Prompter, work: PlainWork, text: string): Promise<string> {
  for (;;) {
    const way = await askChoice(
      asker,
      [messages.takeIt, messages.showDifference, messages.askNextTime, messages.throwItAway],
      messages.askNextTime,
    );
    if (way !== messages.showDifference) return way;
    const changes = changesBetween(work.spec.source.text, text);
    asker.say(messages.draftDifference, ...changes.map((line) => line.text));
  }
}
