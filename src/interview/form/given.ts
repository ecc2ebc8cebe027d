/** Says what is wrong, and ends. */
export type Fail = (message: string, hints?: string[]) => never;

/** Whether data is a single value: a text, a number, yes or no, a date. */
export function isScalar(entry: unknown): entry is string | number | boolean | Date {
  return (
    typeof entry === 'string' ||
    typeof entry === 'number' ||
    typeof entry === 'boolean' ||
    entry instanceof Date
  );
}

/** The text of a single value; a date is written yyyy-mm-dd. */
export function textOf(entry: string | number | boolean | Date): string {
  return entry instanceof Date ? entry.toISOString().slice(0, 10) : String(entry);
}

/** Whether data is an object of names and values. */
export function isObject(entry: unknown): entry is Record<string, unknown> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry) && !(entry instanceof Date);
}
