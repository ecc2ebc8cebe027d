import {
  type Draft,
  draftsOf,
  dropDraft,
  isUndo,
  type TypedDraft,
  wholeTextIn,
  writeDraftSync,
} from '../host/drafts.ts';
import { draftJournal } from '../host/journal.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import { asValue, valueFromText } from '../interview/value-text.ts';
import type { Reading } from '../judge/reading.ts';
import { askChoice } from '../plain/choices.ts';
import type { Prompter } from '../plain/prompter.ts';
import { valueLines } from '../plain/question.ts';
import type { TypedAnswer } from '../plain/work.ts';
import type { Value } from '../template/slot.ts';
import { localMinute } from '../text/days.ts';
import { reasonIn } from '../wizard/overlays/offers.ts';
import type { OfferedDraft } from '../wizard/overlays/overlay.ts';
import { EditorFiles } from './editor-files.ts';
import * as messages from './messages.ts';

/** Keeps as drafts what a session has not written into the file. */
class SessionDrafts {
  protected readonly journal = draftJournal();

  /** Writes drafts at once. Returns whether everything could be kept. */
  flush(): boolean {
    return this.journal.flushSync();
  }

  /** The texts that could not be kept in a draft. */
  unkept(): TypedDraft[] {
    return this.journal.unkept();
  }
}

/** Keeps what is typed in the wizard, and whole texts that could not be saved. */
export class WizardDrafts extends SessionDrafts {
  /** Distinct texts that could not be saved since the last successful save. */
  readonly #unsaved = new Set<string>();
  /** Slots whose answers are only in those texts. Their drafts stay until one of the texts is saved. */
  readonly #held = new Set<string | null>();

  /** Keeps what is typed for a slot. Returns false if it cannot be kept. */
  typed({ realPath: path, hash: baseHash }: OpenedSpec, slotId: string, value: unknown): boolean {
    this.#held.delete(slotId);
    return this.journal.note({ path, baseHash, slotId, value });
  }

  /** The text now holds what was typed for a slot. Its draft is deleted once the text is in the file. */
  written({ realPath }: OpenedSpec, slotId: string | null): void {
    if (this.#unsaved.size > 0) this.#held.add(slotId);
    else this.journal.forget(realPath, slotId);
  }

  /** Keeps a whole text that could not be saved. Returns whether it could be kept. */
  unsaved({ realPath: path, hash: baseHash, source }: OpenedSpec, text: string): boolean {
    this.#unsaved.add(text);
    this.journal.note({ path, baseHash, slotId: null, value: { ...source, text } });
    return this.journal.flushSync();
  }

  /** A text was saved, so the drafts kept since a failed save are no longer needed. */
  saved({ realPath }: OpenedSpec): void {
    this.#endUnsaved((id) => this.journal.forget(realPath, id));
  }

  /**
   * Leaves what could not be saved in drafts. With `carried` the last answer is carried over to another text, and its
   * draft is deleted.
   */
  leave({ realPath }: OpenedSpec, carried = false): void {
    if (carried && this.#unsaved.size === 1) this.journal.forget(realPath, null);
    this.#endUnsaved((id) => this.journal.keep(realPath, id));
  }

  /** Deletes a draft of another run, once this run has kept what the author made of it. */
  drop(draft: string): void {
    if (this.flush()) dropDraft(draft);
  }

  #endUnsaved(end: (id: string | null) => void): void {
    if (this.#unsaved.size === 0) return;
    for (const id of [null, ...this.#held]) end(id);
    this.#held.clear();
    this.#unsaved.clear();
  }
}

/** The drafts of a spec to offer: answers first, then whole texts. Drops those that the file already holds. */
export function offeredDrafts(spec: OpenedSpec): OfferedDraft[] {
  return draftsOf(spec)
    .filter((draft) => !isInFile(draft, spec) && !isUndo(draft))
    .map(({ id, slotId, value, time }) => ({
      draft: id,
      id: slotId,
      value,
      when: localMinute(new Date(time)),
    }))
    .sort((a, b) => Number(a.id === null) - Number(b.id === null));
}

function isInFile(draft: Draft, { source, exists }: OpenedSpec): boolean {
  if (!exists || wholeTextIn(draft)?.text !== source.text) return false;
  dropDraft(draft.id);
  return true;
}

const WAYS = [messages.goOnWithIt, messages.askNextTime, messages.throwItAway] as const;

/** Keeps what was typed in plain mode and is not in the file. `path` is absolute, links followed. */
export class PlainDrafts extends SessionDrafts {
  /** The values that the author continues with, by slot. */
  readonly typed = new Map<string, Value>();
  /** The reasons why slots do not apply that the author continues with, by slot. */
  readonly reasons = new Map<string, string>();
  readonly #path: string;
  /** Drafts of earlier runs that the author continues with, by slot. */
  readonly #taken = new Map<string, string>();
  /** Slots that the author left in this run in the middle of an answer. */
  readonly #held = new Set<string>();
  /** Drafts of whole texts that could not be saved, by text. */
  readonly #whole = new Map<string, string>();
  /** Whole texts that could not be kept at all, by text. */
  readonly #unkeptWholes = new Map<string, TypedDraft>();

  constructor(path: string) {
    super();
    this.#path = path;
  }

  /** Offers the drafts for the questions of a spec, one after another. */
  async offer(asker: Prompter, spec: OpenedSpec, reading: Reading): Promise<void> {
    this.#takeEditorTexts(spec, reading);
    for (const { draft, id: slotId, value: data, when } of offeredDrafts(spec)) {
      const slot = reading.slots.find(({ id }) => id === slotId);
      if (!slot || this.typed.has(slot.id) || this.reasons.has(slot.id)) continue;
      const reason = reasonIn(data);
      const value = reason === null ? asValue(slot.slot.kind, data) : null;
      if (value === null && reason === null) continue;
      asker.say('', messages.typedOn(when, slot.slot.ask));
      asker.say(...(reason === null ? valueLines(value!) : [`  ${messages.doesNotApply(reason)}`]));
      const way = await askChoice(asker, WAYS, WAYS[0]);
      if (way === WAYS[2]) dropDraft(draft);
      if (way !== WAYS[0]) continue;
      this.#taken.set(slot.id, draft);
      if (value !== null) this.typed.set(slot.id, value);
      else if (reason !== null) this.reasons.set(slot.id, reason);
    }
  }

  /** Makes drafts of what was saved since the last run in an editor that had returned at once. */
  #takeEditorTexts({ realPath: path, hash: baseHash }: OpenedSpec, reading: Reading): void {
    const editorFiles = new EditorFiles(({ slotId }, text) => {
      const slot = reading.slots.find(({ id }) => id === slotId);
      const value = slot && valueFromText(slot.slot, text);
      if (value) writeDraftSync({ path, baseHash, slotId, value });
    });
    editorFiles.resume(path);
    editorFiles.close();
  }

  /** Keeps what is typed for a slot; null for nothing. `baseHash` is the spec's hash, '' if it has no file yet. */
  note(slotId: string, typed: TypedAnswer | null, baseHash: string): void {
    const noted = typed ?? (this.#held.has(slotId) ? this.typed.get(slotId) : undefined);
    if (noted === undefined) this.journal.forget(this.#path, slotId);
    else this.journal.note({ path: this.#path, baseHash, slotId, value: noted });
  }

  /** Keeps an answer as a draft and offers it when the slot is asked again. */
  hold(slotId: string, value: Value, baseHash: string): void {
    this.#held.add(slotId);
    this.typed.set(slotId, value);
    this.note(slotId, value, baseHash);
  }

  /** Keeps what was typed for a slot, and what was typed earlier unless it is contained. Returns whether it could. */
  keep(slotId: string, typed: TypedAnswer, baseHash: string): boolean {
    this.note(slotId, typed, baseHash);
    if (!this.flush()) return false;
    const earlier = this.typed.get(slotId) ?? this.reasons.get(slotId);
    const now = reasonIn(typed) ?? (typed as Value);
    if (earlier !== undefined && holds(now, earlier)) this.#dropTaken(slotId);
    return true;
  }

  override unkept(): TypedDraft[] {
    return [...super.unkept(), ...this.#unkeptWholes.values()];
  }

  /** The slot is answered, so its drafts are no longer needed. */
  answered(slotId: string): void {
    this.#dropTaken(slotId);
    this.#held.delete(slotId);
    this.journal.forget(this.#path, slotId);
  }

  /** Keeps a whole text that could not be saved. Returns a message that says whether it could be kept. */
  keepWhole({ hash, source }: OpenedSpec, text: string): string {
    const typed = { path: this.#path, baseHash: hash, slotId: null, value: { ...source, text } };
    const draft = writeDraftSync(typed);
    if (!draft) {
      this.#unkeptWholes.set(text, typed);
      return messages.notEvenDraft;
    }
    this.#whole.set(text, draft.id);
    return messages.draftKept;
  }

  /** Keeps the text of the file before another text replaces it. Returns whether it could be kept. */
  keepFile({ hash, source }: OpenedSpec): boolean {
    return writeDraftSync({ path: this.#path, baseHash: hash, slotId: null, value: source }) !== null;
  }

  /** A text that could not be saved before is in the file now. */
  savedWhole(text: string): void {
    const draft = this.#whole.get(text);
    if (draft !== undefined) dropDraft(draft);
    this.#whole.delete(text);
    this.#unkeptWholes.clear();
  }

  #dropTaken(slotId: string): void {
    const draft = this.#taken.get(slotId);
    if (draft !== undefined) dropDraft(draft);
    this.#taken.delete(slotId);
    this.typed.delete(slotId);
    this.reasons.delete(slotId);
  }
}

/** Whether a value contains everything in another one of its kind. */
function holds(value: Value, other: Value): boolean {
  if (typeof value === 'string') return value.includes(String(other));
  const parts = new Set(value.map((part) => JSON.stringify(part)));
  return Array.isArray(other) && other.every((part) => parts.has(JSON.stringify(part)));
}
