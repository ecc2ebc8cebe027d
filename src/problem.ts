/** The kinds of problems and the exit status of each. The names are stable: scripts and `check --json` rely on them. */
const EXIT = {
  usage: 2,
  'no-file': 2,
  'not-a-file': 2,
  unreadable: 2,
  'not-text': 2,
  'too-large': 2,
  'too-deep': 2,
  'too-slow': 2,
  'file-exists': 2,
  'bad-name': 2,
  'no-template': 2,
  'unknown-template': 2,
  'bad-template': 2,
  'bad-flow': 2,
  'bad-settings': 2,
  'bad-answers': 2,
  'bad-baseline': 2,
  'bad-ref': 2,
  'outside-project': 2,
  'no-terminal': 2,
  'no-editor': 2,
  'editor-failed': 2,
  conflict: 2,
  'write-failed': 2,
  'read-only': 2,
  'breaks-document': 2,
  internal: 2,
} as const;

/** The stable name of a kind of problem. */
export type ProblemCode = keyof typeof EXIT;

/** The place of a problem: a path as the user gave it, and lines and columns that count from 1. */
interface Place {
  path?: string;
  line?: number;
  column?: number;
  /** The key in a YAML or JSON file, as a dotted path. */
  key?: string;
}

/**
 * The one error that spec-wizard raises on purpose. `message` says what happened, in one line; `place` says where;
 * `hints` say what to do, one sentence each.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly place: Place;
  readonly hints: readonly string[];

  constructor(
    code: ProblemCode,
    message: string,
    options: { place?: Place; hints?: readonly string[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.place = options.place ?? {};
    this.hints = options.hints ?? [];
  }

  /** The same problem at another place; its cause is this one. */
  at(place: Place): Problem {
    return new Problem(this.code, this.message, { place, hints: this.hints, cause: this });
  }
}

/** The exit status for an error: that of its code, 2 for any other error. */
export function exitStatus(error: unknown): number {
  return error instanceof Problem ? EXIT[error.code] : 2;
}
