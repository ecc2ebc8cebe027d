/** A text as a table cell: line breaks as <br>, pipes escaped. */
export function cellText(text: string): string {
  return text
    .trim()
    .replace(/\s*(?:\r\n|\n|\r)\s*/g, '<br>')
    .replace(/(\\*)\|/g, (_, slashes: string) =>
      slashes.length % 2 === 1 ? `${slashes}|` : `${slashes}\\|`,
    );
}
