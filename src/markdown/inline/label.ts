/** A link label as it is compared (CommonMark 6.3): case folded, spaces and line ends as one space. */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}
