/**
 * The walk is left: by Ctrl+C (`interrupt`), by the end of standard input (`end`), or because the author said so. `typed`
 * is the line that was not finished; '' where there was none.
 */
export class Leaving extends Error {
  readonly by: 'interrupt' | 'end' | 'quit';
  readonly typed: string;

  constructor(by: Leaving['by'], typed = '') {
    super(`left by ${by}`);
    this.by = by;
    this.typed = typed;
  }
}
