/** Pasted text as it may enter a document: line ends as `\n`, other controls but tabs removed. */
export function cleanPaste(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
}
