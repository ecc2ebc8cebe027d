import { PassThrough, Writable } from 'node:stream';
import type { Reading, SlotReading, State } from '../../src/judge/reading.ts';
import type { Typed } from '../../src/plain/draft-recorder.ts';
import { type Prompter, prompterOn } from '../../src/plain/prompter.ts';
import { type Work, walk } from '../../src/plain/walk.ts';
import type { Answer, Slot, SlotKind, Value } from '../../src/template/slot.ts';

/** A slot to be asked, with what matters to a test. */
export interface PlainSlot {
  id: string;
  kind: SlotKind;
  value?: Value;
  state?: State;
  slot?: Partial<Slot>;
}

/** A spec of a few slots that keeps its answers in memory. */
export function memoryWork(slots: readonly PlainSlot[]): Work & {
  typed: Map<string, Value>;
  given: [string, Answer][];
  reasons: Map<string, string>;
  kept: [string, Typed][];
  noted: [string, Typed | null][];
} {
  const given: [string, Answer][] = [];
  const kept: [string, Typed][] = [];
  const noted: [string, Typed | null][] = [];
  const typed = new Map<string, Value>();
  const readings = slots.map(slotReading);
  let last: [string, Answer] | null = null;
  return {
    given,
    path: 'docs/cmp-001-kv-router.md',
    facts: { today: '2025-03-14' },
    typed,
    reasons: new Map(),
    kept,
    noted,
    note: (id, value) => void noted.push([id, value]),
    hold: (id, value) => void typed.set(id, value),
    keep: (id, value) => void kept.push([id, value]),
    edit: async (text, extension) => `${text}from the editor, as .${extension}`,
    reading: () => ({ slots: readings, sections: [] }) as unknown as Reading,
    splices(id, answer) {
      last = [id, answer];
      return [{ start: 0, end: 0, text: JSON.stringify(answer) }];
    },
    broken: ([splice]) =>
      splice!.text.includes('```')
        ? { message: 'an open fence', repair: { label: 'close it', splices: [] } }
        : null,
    stay: async () => {},
    async write() {
      const [id, answer] = last!;
      given.push([id, answer]);
      const found = readings.find((one) => one.id === id)!;
      found.state = answer.kind === 'not-applicable' ? 'not-applicable' : 'answered';
      if (answer.kind === 'value') found.value = answer.value;
      return true;
    },
  };
}

function slotReading({ id, kind, value = undefined, state = 'empty', slot = {} }: PlainSlot): SlotReading {
  const asked = {
    id,
    kind,
    section: '',
    label: null,
    ask: `What is ${id}?`,
    help: '',
    guidance: '',
    example: '',
    language: '',
    shape: { form: 'label' },
  };
  return {
    slot: { ...asked, boilerplate: false, options: [], columns: [], ...slot },
    id,
    state,
    required: true,
    value: value ?? null,
    message: '',
  } as unknown as SlotReading;
}

/** Walks with lines that were piped in, and gives how it ended and all that was printed. */
export async function walkPiped(work: Work, ...lines: string[]): Promise<{ end: string; printed: string }> {
  const source = new PassThrough();
  source.end(lines.map((line) => `${line}\n`).join(''));
  return walkOn(work, source, false);
}

/** Walks with bytes that a terminal sends, each entry in one read. */
export async function walkTyped(work: Work, ...reads: string[]): Promise<{ end: string; printed: string }> {
  const source = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  for (const read of reads) source.write(read);
  return walkOn(work, source, true);
}

async function walkOn(
  work: Work,
  source: PassThrough,
  isTTY: boolean,
): Promise<{ end: string; printed: string }> {
  let printed = '';
  const sink = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        printed += String(chunk);
        done();
      },
    }),
    { isTTY, columns: 80 },
  );
  const asker: Prompter = prompterOn(source, sink);
  const end = await walk(work, asker);
  asker.close();
  return { end, printed };
}
