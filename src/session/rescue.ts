import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { TypedDraft } from '../host/drafts.ts';
import { realFiles } from '../host/files.ts';
import { relativePath } from '../host/platform.ts';
import { saveSpec } from '../host/save-spec.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import { createFile } from '../host/write-file.ts';
import { answerAll } from '../interview/answer.ts';
import { isOpen } from '../interview/questions.ts';
import { asValue } from '../interview/value-text.ts';
import { readSpec } from '../judge/read.ts';
import type { Answer, SlotKind } from '../template/slot.ts';
import type { Template } from '../template/template.ts';
import { printable } from '../text/printable.ts';
import { reasonIn, wholeText } from '../wizard/overlays/offers.ts';
import * as messages from './messages.ts';

/** The spec being worked on when drafts could not be written. */
interface Rescue {
  spec: OpenedSpec;
  template: Template;
  /** The absolute working folder, for paths in messages. */
  cwd: string;
  /** Whether this process may write the file, because no other wizard has taken it over. */
  mayWrite: boolean;
}

/** How many names to try for a file beside the spec. */
const NAMES = 100;

/**
 * Saves text that could not be kept as a draft, at the last moment: the answer to an open question goes into the spec;
 * the rest into files beside it, or in the working or home folder; else it is printed. Returns lines that tell where.
 * Synchronous, for endings; never raises.
 */
export function rescue(typed: readonly TypedDraft[], { spec, template, cwd, mayWrite }: Rescue): string[] {
  const written = mayWrite ? writeAnswers(typed, spec, template) : new Set<TypedDraft>();
  const rest = typed.filter((one) => !written.has(one));
  const lines = written.size > 0 ? [messages.writtenInto(printable(spec.path))] : [];
  for (const one of rest) {
    const text = one.slotId === null ? wholeText(one.value) : null;
    if (text !== null) lines.push(...keepBeside(spec, cwd, '.unsaved', text));
  }
  const answers = rest.filter(({ slotId }) => slotId !== null);
  if (answers.length === 0) return lines;
  const form = Object.fromEntries(answers.map(({ slotId, value }) => [slotId, value]));
  const json = `${JSON.stringify(form, null, 2)}\n`;
  return [...lines, ...keepBeside(spec, cwd, '.unsaved.json', json)];
}

/** Writes the answers to open questions into the spec. Returns those that were written. */
function writeAnswers(typed: readonly TypedDraft[], spec: OpenedSpec, template: Template): Set<TypedDraft> {
  const written = new Set<TypedDraft>();
  let { text } = spec.source;
  for (const one of typed) {
    try {
      const slot = readSpec(text, template).slots.find(({ id }) => id === one.slotId);
      const answer = slot && isOpen(slot) && answerOf(slot.slot.kind, one.value);
      if (!slot || !answer) continue;
      text = answerAll(text, template, new Map([[slot.id, answer]]));
      written.add(one);
    } catch {
      // It is not a whole answer, or would break the document around it.
    }
  }
  try {
    if (written.size > 0) saveSpec(spec, { ...spec.source, text });
    return written;
  } catch {
    return new Set();
  }
}

function answerOf(kind: SlotKind, data: unknown): Answer | null {
  const reason = reasonIn(data);
  if (reason !== null) return { kind: 'not-applicable', reason };
  const value = asValue(kind, data);
  return value === null ? null : { kind: 'value', value };
}

/** Writes a text to a new file and returns lines that tell where; if that fails, returns the text itself. */
function keepBeside({ path, realPath }: OpenedSpec, cwd: string, ending: string, text: string): string[] {
  for (const folder of [dirname(realPath), cwd, homedir()]) {
    const file = createdIn(folder, basename(realPath), ending, text);
    if (file === null) continue;
    const shown = printable(relativePath(cwd, file));
    const next = ending.endsWith('.json')
      ? messages.fillUnsaved(printable(path), shown)
      : messages.wholeTextOf(printable(path));
    return [messages.unsavedIn(shown), next];
  }
  return [messages.keptNowhere, '', ...printable(text).split('\n')];
}

function createdIn(folder: string, name: string, ending: string, text: string): string | null {
  for (let number = 1; number <= NAMES; number++) {
    const file = join(folder, `${name}${ending.replace('.unsaved', number === 1 ? '.unsaved' : `.unsaved-${number}`)}`);
    try {
      createFile(realFiles, file, Buffer.from(text));
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return null;
    }
  }
  return null;
}
