/** What JSON leaves raw and a terminal would act on, reorder by or not show, and `##[`, which a log on GitHub acts on. */
const UNSAFE = /(?<=##)\[|[\x7f-\x9f\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;

/**
 * A value as JSON that may be printed in a terminal: as JSON.stringify gives it, with every control, direction mark and
 * invisible character as `\uXXXX`, so that reading it gives the value back exactly. `indent` is the number of spaces.
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE, (found) =>
    Array.from(
      { length: found.length },
      (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
