import { draftsOf, dropDraft, type Typed as TypedDraft, writeDraftSync } from '../host/drafts.ts';
import { draftJournal } from '../host/journal.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import { asValue, insideValue } from '../interview/value-text.ts';
import type { Reading } from '../judge/reading.ts';
import type { Typed } from '../plain/draft-recorder.ts';
import type { Prompter } from '../plain/prompter.ts';
import { valueLines } from '../plain/question.ts';
import { askChoice } from '../plain/values/choices.ts';
import type { Value } from '../template/slot.ts';
import { reasonIn } from '../wizard/overlays/drafts.ts';
import { HandedOuts } from './handed-out.ts';
import { momentOf } from './project-facts.ts';

const WAYS = ['go on with it', 'ask again next time', 'throw it away'] as const;

/** What was typed into a spec line by line and is not in the file. `path` is absolute, links followed. */
export class PlainDrafts {
  /** What the author goes on with, by slot. */
  readonly typed = new Map<string, Value>();
  /** In the same way why slots do not apply. */
  readonly reasons = new Map<string, string>();
  readonly #path: string;
  readonly #journal = draftJournal();
  /** Drafts of earlier runs that the author goes on with, by slot. */
  readonly #taken = new Map<string, string>();
  /** Slots that the hand has moved on from in this run, in the middle of an answer. */
  readonly #held = new Set<string>();
  /** Drafts of whole texts that could not be saved, by the text. */
  readonly #whole = new Map<string, string>();
  /** Whole texts that could be kept nowhere, by the text. */
  readonly #unkeptWholes = new Map<string, TypedDraft>();

  constructor(path: string) {
    this.#path = path;
  }

  /** Offers what was kept for the questions of a spec, one after the other. */
  async offer(asker: Prompter, spec: OpenedSpec, reading: Reading): Promise<void> {
    this.#takeHandedOut(spec, reading);
    for (const draft of draftsOf(spec)) {
      const slot = reading.slots.find(({ id }) => id === draft.slotId);
      if (!slot || this.typed.has(slot.id) || this.reasons.has(slot.id)) continue;
      const reason = reasonIn(draft.value);
      const value = reason === null ? asValue(slot.slot.kind, draft.value) : null;
      if (value === null && reason === null) continue;
      const when = momentOf(new Date(draft.time));
      asker.say('', `Typed on ${when}, and not in the file: ${slot.slot.ask}`);
      asker.say(...(value === null ? [`  It does not apply: ${reason}`] : valueLines(value)));
      const way = await askChoice(asker, WAYS, WAYS[0]);
      if (way === WAYS[2]) dropDraft(draft.id);
      if (way !== WAYS[0]) continue;
      this.#taken.set(slot.id, draft.id);
      if (value !== null) this.typed.set(slot.id, value);
      else if (reason !== null) this.reasons.set(slot.id, reason);
    }
  }

  /** What was saved in an editor that came back at once, since then, is a draft like any other. */
  #takeHandedOut({ realPath: path, hash: baseHash }: OpenedSpec, reading: Reading): void {
    const handedOut = new HandedOuts(({ slotId }, text) => {
      const slot = reading.slots.find(({ id }) => id === slotId);
      const value = slot && insideValue(slot.slot, text);
      if (value) writeDraftSync({ path, baseHash, slotId, value });
    });
    handedOut.resume(path);
    handedOut.close();
  }

  /** What is typed for a slot, soon in a draft; null where that is nothing. `baseHash` is the spec's, '' where it has no file yet. */
  note(slotId: string, typed: Typed | null, baseHash: string): void {
    const noted = typed ?? (this.#held.has(slotId) ? this.typed.get(slotId) : undefined);
    if (noted === undefined) this.#journal.settle(this.#path, slotId);
    else this.#journal.note({ path: this.#path, baseHash, slotId, value: noted });
  }

  /** What was typed for a slot is gone on with when the slot is asked again, and stays in a draft until then. */
  hold(slotId: string, value: Value, baseHash: string): void {
    this.#held.add(slotId);
    this.typed.set(slotId, value);
    this.note(slotId, value, baseHash);
  }

  /** Keeps what was typed for a slot, beside what was typed earlier unless it holds that; whether it could be. */
  keep(slotId: string, typed: Typed, baseHash: string): boolean {
    this.note(slotId, typed, baseHash);
    if (!this.flush()) return false;
    const earlier = this.typed.get(slotId) ?? this.reasons.get(slotId);
    const now = reasonIn(typed) ?? (typed as Value);
    if (earlier !== undefined && holds(now, earlier)) this.#dropTaken(slotId);
    return true;
  }

  /** Writes at once what is not in a draft yet; whether all of it could be kept. */
  flush(): boolean {
    return this.#journal.flushSync();
  }

  /** What could not be kept in a draft. */
  unkept(): TypedDraft[] {
    return [...this.#journal.unkept(), ...this.#unkeptWholes.values()];
  }

  /** A slot is answered: what was kept for it is not needed any more. */
  settle(slotId: string): void {
    this.#dropTaken(slotId);
    this.#held.delete(slotId);
    this.#journal.settle(this.#path, slotId);
  }

  /** Keeps a whole text that could not be saved; says, for people, whether it could be. */
  keepWhole({ hash, source }: OpenedSpec, text: string): string {
    const typed = { path: this.#path, baseHash: hash, slotId: null, value: { ...source, text } };
    const draft = writeDraftSync(typed);
    if (!draft) {
      this.#unkeptWholes.set(text, typed);
      return 'It could not be kept as a draft either.';
    }
    this.#whole.set(text, draft.id);
    return 'Your text is kept as a draft; answer again, or see: spec-wizard drafts';
  }

  /** Keeps the text of the file before another one takes its place; whether it could be. */
  keepFile({ hash, source }: OpenedSpec): boolean {
    return writeDraftSync({ path: this.#path, baseHash: hash, slotId: null, value: source }) !== null;
  }

  /** A text is in the file after all. */
  settleWhole(text: string): void {
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

/** Whether a value says all that another one of its kind says. */
function holds(value: Value, other: Value): boolean {
  if (typeof value === 'string') return value.includes(String(other));
  const parts = new Set(value.map((part) => JSON.stringify(part)));
  return Array.isArray(other) && other.every((part) => parts.has(JSON.stringify(part)));
}
