/** The signs that stand for the states of what is not answered, so that colour may be absent; others have ○. */
const SIGNS: Readonly<Record<string, string>> = {
  answered: '●',
  partial: '◐',
  unconfirmed: '?',
  pending: '!',
  'not-applicable': '–',
};

/** The sign of a state. */
export function signOf(state: string): string {
  return SIGNS[state] ?? '○';
}
