import type { SlotReading } from '../judge/reading.ts';
import { isInstruction, isQuestion } from '../template/phrasing.ts';
import type { Slot, Value } from '../template/slot.ts';
import { words } from '../text/fold.ts';
import * as messages from './messages.ts';
import { valueFromText } from './value-text.ts';

/** Facts about the author and the project for suggestions; absent if unknown. */
export interface Facts {
  /** Today, as yyyy-mm-dd. */
  today: string;
  author?: string;
  email?: string;
  /** A version and the file that has it. */
  version?: { text: string; source: string };
  /** The name given to `new`, if it reads as a title ("Export service") and not as a file name. */
  name?: string;
}

/** A suggested answer: its value, its source, what taking it does, and how the field shows it. */
export interface Suggestion {
  value: Value;
  /** '' for the current text. */
  source: string;
  does: string;
  /** Shown dimmed in the empty field; '' if it is not. */
  shown: string;
}

type Rule = (slot: Slot, facts: Facts, path: string) => Suggestion | null;

const VERSION = /\bversion\b/i;
const AUTHOR = /\b(?:authors?|owners?|pic|maintainers?|writer|created by|prepared by)\b/i;
const EMAIL = /e-?mail/i;
const NAME = /\b(?:component|service|system|project|crate|feature|title|name)\b/i;
/** The same in other languages whose words can be recognised without a blank around them. */
const NAME_ELSEWHERE = /titel|titre|título|titolo|название|제목|이름|명칭|标题|標題|名称|タイトル/iu;

/** The suggestions, the most certain first. */
const RULES: readonly Rule[] = [
  (slot, { today }) => (slot.kind === 'date' ? taken(today, 'today') : null),
  (slot, { email }) => named(slot, EMAIL, email, 'git config user.email'),
  (slot, { author, email }) =>
    author && email && EMAIL.test(slot.guidance)
      ? named(slot, AUTHOR, `${author} (${email})`, 'git config user.name, user.email')
      : null,
  (slot, { author }) => named(slot, AUTHOR, author, 'git config user.name'),
  (slot, { version }) => named(slot, VERSION, version?.text, version?.source ?? ''),
  (slot, { name }) => (isName(slot) ? named(slot, /./, name, messages.asYouNamedIt) : null),
  (slot, _facts, path) => (isName(slot) ? named(slot, /./, titleFromFileName(path), messages.fileName) : null),
];

/** The name under which a spec was started, if a slot asks for it; else null. */
export function givenName(slot: Slot, { name }: Facts): string | null {
  return name !== undefined && isName(slot) ? name : null;
}

function isName(slot: Slot): boolean {
  const isTitle = slot.kind === 'line' && slot.section === '' && /^title(?:-\d+)?$/.test(slot.id);
  const asked = slot.label ?? slot.ask;
  return isTitle || (slot.kind === 'variable' && (NAME.test(asked) || NAME_ELSEWHERE.test(asked)));
}

/** The suggestion for a slot: from known facts, else the current text; null if there is none. */
export function suggestionFor(
  slot: SlotReading,
  { facts, walk }: { facts: Facts; walk: { path: string; text: string } },
): Suggestion | null {
  // What the author answered takes precedence over any fact.
  const known = slot.state === 'answered' ? null : defaultFor(slot.slot, facts, walk.path);
  return known ?? currentSuggestion(slot, walk.text);
}

/** The suggestion for a slot from known facts; `path` is the spec's. Null if there is none. */
export function defaultFor(slot: Slot, facts: Facts, path: string): Suggestion | null {
  for (const rule of RULES) {
    const found = rule(slot, facts, path);
    if (found) return found;
  }
  return null;
}

/**
 * The template's remaining text as a starting point: an example; lines of code, lists, tasks, and a line that is more
 * than a placeholder or a request, even with placeholders.
 */
function currentSuggestion({ slot, state, value, range }: SlotReading, text: string): Suggestion | null {
  const isOutline = state === 'untouched' && value === null && /^(?:code|list|checklist|line)$/.test(slot.kind);
  if (!range || !(state === 'unconfirmed' || isOutline)) return null;
  const body = text.slice(range.start, range.end);
  if (isOutline && (slot.kind === 'line' ? !isShape(body) : !/[\r\n]/.test(body))) return null;
  if (isOutline && slot.kind === 'list' && saysNothing(body)) return null;
  const begun = valueFromText(slot, slot.kind === 'code' ? body.replace(/^[^\n]*\n|\n[^\n]*$/g, '') : body);
  return begun === null || slot.kind.startsWith('choice')
    ? null
    : {
        value: begun,
        source: '',
        does: isOutline ? messages.beginsWithTemplate : messages.beginsWithExample,
        shown: '',
      };
}

/** Whether a line shows the shape of an answer ("X requests/second, Y ms"): words besides placeholders that ask nothing. */
function isShape(line: string): boolean {
  const rest = line.replace(/\{[^{}]*\}|\[[^[\]]*\]|<[^<>]*>/g, '');
  return words(rest).length > 1 && !isInstruction(line) && !isQuestion(line);
}

/** An item that is one placeholder. */
const PLACEHOLDER_ITEM = /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(?:\{[^{}]*\}|\[[^[\]]*\]|<[^<>]*>|\.{3}|…)?[ \t]*$/;

/** Whether every item of a list is one placeholder. */
function saysNothing(list: string): boolean {
  return list.split(/\r\n|\n|\r/).every((line) => PLACEHOLDER_ITEM.test(line));
}

function taken(text: string, source: string): Suggestion {
  return { value: text, source, does: `takes ${text}  (${source})`, shown: text };
}

/** A file's name in words: `docs/cmp-001-export-service.md` is "Export Service". */
export function titleFromFileName(path: string): string {
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
  return about.test(slot.label ?? slot.ask) ? taken(text, source) : null;
}
