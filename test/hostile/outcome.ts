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

/** `check` as it says most about a document that fits no template. */
export const CHECK = ['check', 'doc.md', '--template', 'component', '--json'] as const;

/** `fill` with one answer. */
export const FILL = ['fill', 'doc.md', '--template', 'component', '--answers', 'answers.yaml'] as const;

/** The commands: `doc.md` is the document, `spec.md` a spec without harm. */
export const RUNS: readonly (readonly string[])[] = [
  CHECK,
  FILL,
  ['check', 'doc.md', '--template', 'component'],
  ['check', 'doc.md', '--template', 'component', '--format', 'github'],
  ['check', 'doc.md', '--template', 'component', '--format', 'junit'],
  ['check', 'doc.md', '--template', 'component', '--format', 'sarif'],
  ['check', 'doc.md', '--template', 'component', '--format', 'markdown'],
  ['check', 'spec.md', '--template', './doc.md'],
  ['questions', 'doc.md'],
  ['questions', 'doc.md', '--json'],
  ['preview', 'doc.md', '--no-pager', '--width', '60'],
  ['new', './doc.md', 'made.md', '--blank'],
];

/** The answer that is filled in. */
export const ANSWER = 'Exports what users own, on demand.';
