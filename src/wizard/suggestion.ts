import type { Slot, Value } from '../template/slot.ts';
import type { Facts } from './state.ts';

/** An answer that is offered, and where it comes from. It is taken by a key, never by itself. */
export interface Suggestion {
  value: Value;
  source: string;
}

type Rule = (slot: Slot, facts: Facts, path: string) => Suggestion | null;

const VERSION = /\bversion\b/i;
const AUTHOR = /\b(?:authors?|owners?|pic|maintainers?|writer|created by|prepared by)\b/i;
const EMAIL = /e-?mail/i;
const NAME = /\b(?:component|service|system|project|crate|feature|title|name)\b/i;

/** What may be offered, the surest first. */
const RULES: readonly Rule[] = [
  (slot, { today }) => (slot.kind === 'date' ? { value: today, source: 'today' } : null),
  (slot, { email }) => named(slot, EMAIL, email, 'git config user.email'),
  (slot, { author }) => named(slot, AUTHOR, author, 'git config user.name'),
  (slot, { version }) => named(slot, VERSION, version?.text, version?.source ?? ''),
  (slot, _facts, path) =>
    slot.kind === 'variable' && NAME.test(slot.label ?? slot.ask)
      ? named(slot, /./, wordsOf(path), 'the file name')
      : null,
];

/** What is offered for a slot, from what is known of the surroundings; null where nothing is. */
export function suggestionFor(slot: Slot, facts: Facts, path: string): Suggestion | null {
  for (const rule of RULES) {
    const found = rule(slot, facts, path);
    if (found) return found;
  }
  return null;
}

/** A file's name in words: `docs/cmp-001-export-service.md` is "Export Service". */
export function wordsOf(path: string): string {
  const base = path.split(/[/\\]/).pop() ?? '';
  return base
    .replace(/\.[a-z]+$/i, '')
    .replace(/^[a-z]{2,5}-\d+-/i, '')
    .split(/[-_.\s]+/)
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');
}

function named(slot: Slot, about: RegExp, text: string | undefined, source: string): Suggestion | null {
  if (!text || (slot.kind !== 'line' && slot.kind !== 'variable')) return null;
  return about.test(slot.label ?? slot.ask) ? { value: text, source } : null;
}
