import { type Draft, dropDraft, readDrafts, writeDraftSync } from '../../host/drafts.ts';
import type { OpenedSpec } from '../../host/spec-file.ts';
import type { Asker } from '../../plain/asker.ts';
import { valueLines } from '../../plain/question.ts';
import { askChoice } from '../../plain/values/choices.ts';
import type { Reading } from '../../spec/reading.ts';
import type { Value } from '../../template/slot.ts';
import { asValue } from '../../wizard/fields/as-value.ts';
import { momentOf } from '../wizard/surroundings.ts';

const WAYS = ['go on with it', 'ask again next time', 'throw it away'] as const;

/** What was typed into a spec line by line and is not in the file. `path` is absolute, links followed. */
export class PlainDrafts {
  /** What the author goes on with, by slot. */
  readonly typed = new Map<string, Value>();
  readonly #path: string;
  readonly #taken = new Map<string, string>();
  /** Drafts of whole texts that could not be saved, by the text. */
  readonly #whole = new Map<string, string>();

  constructor(path: string) {
    this.#path = path;
  }

  /** Offers what was kept for the questions of a spec, one after the other. */
  async offer(asker: Asker, reading: Reading): Promise<void> {
    for (const draft of readDrafts(this.#path)) {
      const slot = reading.slots.find(({ id }) => id === draft.slotId);
      const value = slot ? asValue(slot.slot.kind, draft.value) : null;
      if (!slot || value === null || this.typed.has(slot.id)) continue;
      const when = momentOf(new Date(draft.time));
      asker.say('', `Typed on ${when}, and not in the file: ${slot.slot.ask}`, ...valueLines(value));
      this.#settleOffer(draft, value, await askChoice(asker, WAYS, WAYS[0]));
    }
  }

  /** Keeps what was typed for a slot; whether it could be. `baseHash` is the spec's, '' where it has no file yet. */
  keep(slotId: string, value: Value, baseHash: string): boolean {
    const draft = writeDraftSync({ path: this.#path, baseHash, slotId, value });
    if (draft) this.settle(slotId);
    return draft !== null;
  }

  /** A slot is answered: what was kept for it is not needed any more. */
  settle(slotId: string): void {
    const draft = this.#taken.get(slotId);
    if (draft !== undefined) dropDraft(draft);
    this.#taken.delete(slotId);
    this.typed.delete(slotId);
  }

  /** Keeps a whole text that could not be saved; says, for people, whether it could be. */
  keepWhole({ hash, source }: OpenedSpec, text: string): string {
    const typed = { path: this.#path, baseHash: hash, slotId: null, value: { ...source, text } };
    const draft = writeDraftSync(typed);
    if (!draft) return 'It could not be kept as a draft either.';
    this.#whole.set(text, draft.id);
    return 'Your text is kept as a draft; answer again, or see: spec-wizard drafts';
  }

  /** A text is in the file after all. */
  settleWhole(text: string): void {
    const draft = this.#whole.get(text);
    if (draft !== undefined) dropDraft(draft);
    this.#whole.delete(text);
  }

  #settleOffer({ id, slotId }: Draft, value: Value, way: string): void {
    if (way === 'throw it away') dropDraft(id);
    if (way !== 'go on with it' || slotId === null) return;
    this.typed.set(slotId, value);
    this.#taken.set(slotId, id);
  }
}
