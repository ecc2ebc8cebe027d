import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hostile } from './corpus.ts';

/** What a command did with a document. */
export interface Outcome {
  /** Of the document in the corpus. */
  index: number;
  command: string;
  status: number;
  /** Of the processor, for this command. */
  milliseconds: number;
  /** Resident memory of the process so far, at most, in MB. */
  megabytes: number;
  /** Of the problems in `check --json`. */
  codes: string[];
  /** What was printed although a terminal would act on it; '' where nothing was. */
  unsafe: string;
  /** The beginning of stderr. */
  told: string;
  /** The document's bytes are what they were. */
  same: boolean;
  /** The answer stands in the document. */
  answered: boolean;
  /** Something in the document was executed, or reached Object.prototype. */
  harmed: boolean;
}

/** A template of two sections; with SOAK=1 one of fifty questions, which takes many times as long. */
const TEMPLATE = process.env.SOAK ? 'component' : './template.md';

/** `check` as it says most about a document that fits no template. */
export const CHECK = ['check', 'doc.md', '--template', TEMPLATE, '--json'] as const;

/** `fill` with one answer. */
export const FILL = ['fill', 'doc.md', '--template', TEMPLATE, '--answers', 'answers.yaml'] as const;

/** What documents are given to first: `doc.md` is the document, `spec.md` a spec without harm. */
const ALWAYS: readonly (readonly string[])[] = [CHECK, FILL, ['preview', 'doc.md', '--no-pager', '--width', '60']];

/** What those with sequences for the terminal are given to as well. */
const SOMETIMES: readonly (readonly string[])[] = [
  ['check', 'doc.md', '--template', TEMPLATE],
  ['questions', 'doc.md'],
  ['questions', 'doc.md', '--all', '--template', TEMPLATE],
  ['questions', 'spec.md', '--all', '--template', './doc.md'],
  ['check', 'doc.md', '--template', TEMPLATE, '--strict'],
  ['fill', 'spec.md', '--template', './doc.md', '--answers', 'answers.yaml'],
  ['related', 'doc.md', '--template', TEMPLATE],
  ['preview', 'doc.md', '--gaps', '--line-numbers', '--no-pager', '--template', TEMPLATE],
  ...['github', 'junit', 'sarif', 'markdown'].map((format) => [...CHECK.slice(0, 4), '--format', format]),
  ['check', 'spec.md', '--template', './doc.md'],
  ['questions', 'doc.md', '--json'],
  ['new', './doc.md', 'made.md', '--blank'],
];

/**
 * The commands that a document of the corpus is given to. SOAK=1 gives each to all of them; else most are only checked,
 * and those with sequences are given to every third of the others, each time another third.
 */
export function runsOf({ name }: Hostile): readonly (readonly string[])[] {
  if (process.env.SOAK) return [...ALWAYS, ...SOMETIMES];
  const share = name.length % 3;
  if (name.startsWith('a sequence')) return [...ALWAYS, ...SOMETIMES.filter((_, at) => at % 3 === share)];
  if (name.length % 5 !== 0) return [CHECK];
  return name.length % 2 === 0 ? ALWAYS : [CHECK, FILL];
}

/** The answer that is filled in. */
export const ANSWER = 'Exports what users own, on demand.';

/** Lays a document out in a folder as the commands expect it, with what else they name. */
export function layOut(folder: string, bytes: Uint8Array): void {
  writeFileSync(join(folder, 'doc.md'), bytes);
  writeFileSync(
    join(folder, 'template.md'),
    '# [Name]\n\n## Purpose\n\n[what it is for]\n\n## Responsibilities\n\n- [one]\n',
  );
  writeFileSync(join(folder, 'spec.md'), '# Title\n\n## Purpose\n\nText.\n');
  writeFileSync(join(folder, 'answers.yaml'), `purpose/paragraph: ${JSON.stringify(ANSWER)}\n`);
}
