const NAMED = ['up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'delete'];
/** What the mouse brings, where the terminal reports it. */
const MOUSE = ['wheelup', 'wheeldown'];
const CONTROLS = ['enter', 'tab', 'backspace', 'escape'];

/** Why a terminal cannot send a key of the tables, in words; null where every terminal can. */
export function unsendable(key: string): string | null {
  if ([...key].length === 1) return /\p{C}/u.test(key) ? 'it is no key' : null;
  if (MOUSE.includes(key)) return null;
  const [, modifiers = '', last = ''] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/su.exec(key) ?? [];
  const isName = NAMED.includes(last) || CONTROLS.includes(last);
  if (!isName && [...last].length !== 1) return `there is no key “${last}”`;
  switch (modifiers) {
    case '':
      return null;
    case 'ctrl+':
      return withCtrl(last);
    case 'alt+':
      return withAlt(last);
    case 'shift+':
      return last === 'tab'
        ? null
        : 'most terminals send the same without Shift; of letters write the capital';
    default:
      return 'most terminals cannot tell several modifiers at once';
  }
}

/** The control characters that are keys of their own (ECMA-48). */
const SAME_AS: Readonly<Record<string, string>> = {
  h: 'Backspace',
  i: 'Tab',
  j: 'Enter',
  m: 'Enter',
  '[': 'Esc',
};

function withCtrl(last: string): string | null {
  const same = SAME_AS[last];
  if (same !== undefined) return `it is the same as ${same}`;
  if (/^[a-z/\]^\\]$/.test(last) || NAMED.includes(last)) return null;
  return /^[A-Z]$/.test(last) ? 'write the letter small' : `no terminal sends Ctrl with ${last} alone`;
}

function withAlt(last: string): string | null {
  // Esc and one of these begins a sequence or a string of the terminal's own.
  if (/^[[\]OPX^_]$/.test(last)) return 'terminals begin their own messages so';
  return last === 'escape' || last === 'tab' ? `no terminal sends Alt with ${last}` : null;
}
