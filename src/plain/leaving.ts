/** The walk is left: by Ctrl+C (`interrupt`), by the end of standard input (`end`), or because the author said so. */
export class Leaving extends Error {
  readonly by: 'interrupt' | 'end' | 'quit';

  constructor(by: Leaving['by']) {
    super(`left by ${by}`);
    this.by = by;
  }
}
