import type { Value } from '../../template/slot.ts';

/** What is wrong with a value that holds a control character other than a tab or a line end; null where none does. */
export function controlIn(value: Value): string | null {
  const texts = typeof value === 'string' ? [value] : value.flat();
  for (const text of texts) {
    const [control] = /(?![\t\n\r])\p{Cc}/u.exec(typeof text === 'string' ? text : text.text) ?? [];
    if (control !== undefined) {
      const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `it holds a control character, U+${code}, which is no text`;
    }
  }
  return null;
}
