/** An item of a list as it is edited; an item below another has a greater depth. */
export interface ListItem {
  depth: number;
  /** Indentation and marker of a sub-item as it was read; null for a new or moved one. */
  lead: string | null;
  text: string;
}

const SUB_ITEM = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)(.*)$/;

/** A list slot's value as items: an item's indented sub-list becomes items of its own, deeper ones. */
export function itemsOf(value: readonly string[]): ListItem[] {
  const items: ListItem[] = [];
  for (const whole of value) {
    const [first = '', ...rest] = whole.replace(/\r\n?/g, '\n').split('\n');
    items.push({ depth: 0, lead: null, text: first });
    const indents: number[] = [];
    for (const line of rest) {
      const sub = SUB_ITEM.exec(line);
      if (!sub) {
        items.at(-1)!.text += `\n${line}`;
        continue;
      }
      const indent = sub[1]!.length;
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
      items.push({ depth: indents.length, lead: sub[1]! + sub[2]!, text: sub[3]! });
    }
  }
  return items;
}

/** The value that a list of items makes: empty ones left out, sub-items as a list below their item's own text. */
export function listValue(items: readonly ListItem[]): string[] {
  const value: string[] = [];
  let base = '';
  for (const { depth, lead, text } of items) {
    if (text.trim() === '') continue;
    if (depth === 0 || value.length === 0) {
      value.push(text.trim());
      base = '';
      continue;
    }
    if (depth === 1 && lead !== null) base = /^[ \t]*/.exec(lead)![0];
    const own = lead ?? `${base}${'  '.repeat(depth - 1)}- `;
    value[value.length - 1] += `\n${own}${text.trim()}`;
  }
  return value;
}

/** Pasted lines as items: markers and boxes taken off, indentation as depth below `depth`. */
export function pastedItems(text: string, depth: number): ListItem[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const least = Math.min(...lines.map((line) => /^[ \t]*/.exec(line)![0].length));
  const indents: number[] = [];
  return lines.map((line) => {
    const [, space = '', body = ''] = /^([ \t]*)(.*)$/.exec(line)!;
    const indent = space.length - least;
    while (indents.length > 0 && indents.at(-1)! > indent) indents.pop();
    if (indents.at(-1) !== indent) indents.push(indent);
    const bare = body.replace(/^(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/, '').trimEnd();
    return { depth: depth + indents.length - 1, lead: null, text: bare };
  });
}
