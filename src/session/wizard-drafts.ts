import { type Draft, draftsOf, dropDraft, type Typed, wholeTextOf } from '../host/drafts.ts';
import { draftJournal } from '../host/journal.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import type { OfferedDraft } from '../wizard/overlays/overlay.ts';
import { momentOf } from './project-facts.ts';

/** Keeps in drafts what is not in the file: what is being typed, and whole texts that could not be saved. */
export class WizardDrafts {
  readonly #journal = draftJournal();
  /** Texts that could not be saved since the last good save, each once. */
  readonly #unsaved = new Set<string>();
  /** Slots whose answers are in those texts only: their drafts stay until one of them is saved. */
  readonly #held = new Set<string | null>();

  /** What is typed for a slot. False where it turned out that it cannot be kept. */
  typed({ realPath: path, hash: baseHash }: OpenedSpec, slotId: string, value: unknown): boolean {
    this.#held.delete(slotId);
    return this.#journal.note({ path, baseHash, slotId, value });
  }

  /** What was typed for a slot is in the text now; its draft goes once the text is in the file. */
  written({ realPath }: OpenedSpec, slotId: string | null): void {
    if (this.#unsaved.size > 0) this.#held.add(slotId);
    else this.#journal.settle(realPath, slotId);
  }

  /** A whole text that could not be saved; whether it could be kept. */
  unsaved({ realPath: path, hash: baseHash, source }: OpenedSpec, text: string): boolean {
    this.#unsaved.add(text);
    this.#journal.note({ path, baseHash, slotId: null, value: { ...source, text } });
    return this.#journal.flushSync();
  }

  /** A text was saved: what was kept because others were not is not needed any more. */
  saved({ realPath }: OpenedSpec): void {
    this.#settleUnsaved((id) => this.#journal.settle(realPath, id));
  }

  /** What could not be saved is given up here, and stays in drafts; `carried` says that the last answer lives on elsewhere. */
  leave({ realPath }: OpenedSpec, carried = false): void {
    if (carried && this.#unsaved.size === 1) this.#journal.settle(realPath, null);
    this.#settleUnsaved((id) => this.#journal.keep(realPath, id));
  }

  /** Forgets a draft of another run, once what became of it here is kept. */
  drop(draft: string): void {
    if (this.flushSync()) dropDraft(draft);
  }

  /** Writes at once what is not in a draft yet. Whether all of it could be kept. */
  flushSync(): boolean {
    return this.#journal.flushSync();
  }

  /** What could not be kept in a draft. */
  unkept(): Typed[] {
    return this.#journal.unkept();
  }

  #settleUnsaved(settle: (id: string | null) => void): void {
    if (this.#unsaved.size === 0) return;
    for (const id of [null, ...this.#held]) settle(id);
    this.#held.clear();
    this.#unsaved.clear();
  }
}

/** The drafts of a spec that are to be offered: answers first, then whole texts; those that the file has by now are dropped. */
export function draftsToOffer(spec: OpenedSpec): OfferedDraft[] {
  return draftsOf(spec)
    .filter((draft) => !isInFile(draft, spec))
    .map(({ id, slotId, value, time }) => ({
      draft: id,
      id: slotId,
      value,
      when: momentOf(new Date(time)),
    }))
    .sort((a, b) => Number(a.id === null) - Number(b.id === null));
}

function isInFile(draft: Draft, { source, exists }: OpenedSpec): boolean {
  if (!exists || wholeTextOf(draft) !== source.text) return false;
  dropDraft(draft.id);
  return true;
}
