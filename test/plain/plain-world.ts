import { PassThrough, Writable } from 'node:stream';
import { candidateFor } from '../../src/interview/answer.ts';
import { readSpec } from '../../src/judge/read.ts';
import { type Prompter, prompterOn } from '../../src/plain/prompter.ts';
import { walk } from '../../src/plain/walk.ts';
import type { TypedAnswer, Work } from '../../src/plain/work.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import type { Flow } from '../../src/template/schemas.ts';
import type { Answer, SlotKind, Value } from '../../src/template/slot.ts';
import type { Template } from '../../src/template/template.ts';

/** A slot to be asked, with what matters to a test. */
export interface PlainSlot {
  id: string;
  kind: SlotKind;
  /** What the author has there already. */
  value?: Value;
  /** Something of the template's stands beside the value, so that the slot is asked still. */
  partial?: boolean;
  /** What the template has there, where it is not the usual content of the kind. */
  content?: string;
}

/** What a template has for a slot of each kind. */
const CONTENT: Readonly<Record<SlotKind, string>> = {
  line: '**Text**: [text]',
  variable: '{Name} is always {Name}.',
  paragraph: '[text]',
  code: '```json\n[code]\n```',
  date: '**Day**: [YYYY-MM-DD]',
  choice: '**Status**: [Draft | Final]',
  choices: '- [option]',
  list: '- [item]',
  table: '| Name | Type |\n|---|---|\n| [name] | [type] |',
  checklist: '- [ ] [task]',
};

/** What the flow says of a kind that a template does not show by itself. */
const FLOW: Partial<Record<SlotKind, object>> = {
  choices: { kind: 'choices', options: ['a', 'b', 'c'] },
  checklist: { kind: 'checklist', boilerplate: false },
  // The name is asked, the section around it is not.
  variable: { boilerplate: true },
};

/** A spec that keeps its text in memory, and tells what became of it. */
type MemoryWork = Work & {
  text: () => string;
  typed: Map<string, Value>;
  reasons: Map<string, string>;
  /** Every answer that was written, as the spec has it then. */
  given: [string, Answer][];
  kept: [string, TypedAnswer][];
  noted: [string, TypedAnswer | null][];
};

/** A spec, judged as any other, that keeps its text in memory. Its slots go by the names that the test gives them. */
export function memoryWork(slots: readonly PlainSlot[]): MemoryWork & {
  /** The id that the spec has for the slot of a name. */
  idOf: (name: string) => string;
} {
  const { template, ids, names } = templateOf(slots);
  let text = template.text;
  for (const { id, kind, value, partial = false } of slots) {
    if (value === undefined) continue;
    text = candidateFor(readSpec(text, template), ids.get(id)!, { kind: 'value', value }).text;
    if (partial) text = withLeftover(text, id, kind);
  }
  return { ...workOn(template, text, (id) => names.get(id)!), idOf: (name) => ids.get(name)! };
}

/** A spec of a template that keeps its text in memory. */
export function workOn(template: Template, start: string, nameOf: (id: string) => string = (id) => id): MemoryWork {
  let text = start;
  const given: [string, Answer][] = [];
  const kept: [string, TypedAnswer][] = [];
  const noted: [string, TypedAnswer | null][] = [];
  const typed = new Map<string, Value>();
  const past: { id: string; text: string }[] = [];
  return {
    given,
    text: () => text,
    path: 'docs/cmp-001-kv-router.md',
    facts: { today: '2025-03-14' },
    typed,
    reasons: new Map(),
    kept,
    noted,
    note: (id, value) => void noted.push([nameOf(id), value]),
    hold: (id, value) => void typed.set(id, value),
    keep: (id, value) => void kept.push([nameOf(id), value]),
    edit: async (shown, extension) => `${shown}from the editor, as .${extension}`,
    reading: () => readSpec(text, template),
    stay: async () => {},
    async undo() {
      const last = past.pop();
      text = last?.text ?? text;
      return last?.id ?? null;
    },
    async write(edit, id) {
      past.push({ id, text });
      text = edit.text;
      const { state, reason, value } = readSpec(text, template).slots.find((slot) => slot.id === id)!;
      if (state === 'not-applicable') given.push([nameOf(id), { kind: 'not-applicable', reason: reason! }]);
      else if (text.includes(`keep=${id}`)) given.push([nameOf(id), { kind: 'keep' }]);
      else given.push([nameOf(id), { kind: 'value', value: value! }]);
      return true;
    },
  };
}

/** A spec with one more item, row or paragraph of the template's at the end of a section. */
function withLeftover(text: string, section: string, kind: SlotKind): string {
  const gap = kind === 'paragraph' ? '\n\n' : '\n';
  const leftover = CONTENT[kind].split('\n').at(-1)!;
  const [before = '', after = ''] = text.split(`## ${section}\n`);
  const end = after.search(/\n+(?=## |$)/);
  return `${before}## ${section}\n${after.slice(0, end)}${gap}${leftover}${after.slice(end)}`;
}

function templateOf(slots: readonly PlainSlot[]) {
  const section = ({ id, kind, content = CONTENT[kind] }: PlainSlot) => `## ${id}\n\n${content}\n`;
  const title = slots.some(({ kind }) => kind === 'variable') ? '{Name}' : 'World';
  const text = [`# ${title}\n`, ...slots.map(section)].join('\n');
  const plain = readTemplate(text, { id: 'world' });
  const ids = new Map(
    slots.map(({ id, kind }) => [
      id,
      plain.slots.find((slot) => (kind === 'variable' ? slot.kind === kind : slot.section === id))!.id,
    ]),
  );
  const sections = Object.fromEntries(
    slots.flatMap(({ id, kind }) =>
      FLOW[kind]
        ? [
            [
              id,
              {
                slots: {
                  [plain.slots
                    .find(({ section }) => section === id)!
                    .id.split('/')
                    .at(-1)!]: FLOW[kind],
                },
              },
            ],
          ]
        : [],
    ),
  );
  const flow: Flow = {
    id: 'world',
    title: 'World',
    about: 'Some questions',
    when: 'In tests.',
    path: '{name}.md',
    notApplicable: 'say',
    sections,
  };
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return { template: readTemplate(text, { id: 'world', flow }), ids, names };
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

/** The same without marks for what is pasted, each read once everything before it has been taken. */
export async function walkPaused(work: Work, ...reads: string[]): Promise<{ end: string; printed: string }> {
  const source = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const done = walkOn(work, source, true, false);
  for (const read of reads) {
    await new Promise((next) => setTimeout(next, 5));
    source.write(read);
  }
  return done;
}

async function walkOn(
  work: Work,
  source: PassThrough,
  isTTY: boolean,
  pastes = true,
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
  const asker: Prompter = prompterOn(source, sink, { pastes });
  const end = await walk(work, asker);
  asker.close();
  return { end, printed };
}
