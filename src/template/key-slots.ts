import type { Document } from '../markdown/document.ts';
import { type FrontMatterEntry, readFrontMatter } from '../markdown/front-matter.ts';
import { slug } from '../text/casing.ts';
import { withoutQuotes, words } from '../text/fold.ts';
import type { Range } from '../text/range.ts';
import { trimChars } from '../text/source.ts';
import { UnicodePattern } from '../text/unicode.ts';
import { isNone } from './default.ts';
import { isTitleStub } from './heading-slot.ts';
import { conceptsOf, Phrases } from './languages/index.ts';
import { emptySlot, valueKind, withDefault } from './make-slot.ts';
import { areAllOptional, isOptionalMark, isOptionalValue, isSuccession, isToStayEmpty, splitMark } from './optional.ts';
import type { BareSlot, CutContext, TemplateText } from './slot.ts';
import { isDay, templateText } from './template-text.ts';

const CAPITALISED_PAIR = new UnicodePattern(String.raw`^\p{Lu}[\p{L}\p{N}-]*\/\p{Lu}[\p{L}\p{N}-]*$`);
/** A hyphen, an underscore, or the place before a capital letter. */
const BETWEEN_WORDS = new UnicodePattern(String.raw`[-_]|(?<=\p{Ll})(?=\p{Lu})`, 'g');
const HANDLE = new UnicodePattern(String.raw`^[-\s"']*@(\p{L}+)\d?["']?$`);

/** The slots of a template's front matter. Keys with an open value are asked; the others are meant to stay. */
export function keySlots(document: Document, context: CutContext): BareSlot[] {
  const { text, frontMatter } = document;
  const { entries } = readFrontMatter(document) ?? { entries: [] };
  const keys = entries.map(({ key }) => key);
  if (!frontMatter || isFormMatter(keys)) return [];
  const { start } = frontMatter.yaml;
  const areOptional = areAllOptional(withoutHashes(text.slice(start, entries[0]?.range.start)));
  const directions = directionsIn(document, new Set(keys));
  return entries.map((entry) => {
    const beside = entry.comment ? text.slice(entry.comment.start, entry.comment.end) : '';
    // Only the comment lines right above a key are about it.
    const above = /(?:^[ \t]*#.*(?:\r\n|\n|\r))+(?![\s\S])/m.exec(text.slice(start, entry.range.start))?.[0] ?? '';
    const about = [beside.replace(/^#\s*/, ''), directions.get(entry.key)].filter(Boolean).join('. ');
    return keySlot(entry, { beside: beside.trimEnd(), about, above, areOptional }, context);
  });
}

/** What comments say about a key. */
interface KeyNotes {
  /** The comment on its line, with its `#`. */
  beside: string;
  /** That comment without its `#`, and the directions for the key. */
  about: string;
  /** The lines of comments above it. */
  above: string;
  /** Whether all keys may be left out. */
  areOptional: boolean;
}

function keySlot(entry: FrontMatterEntry, notes: KeyNotes, context: CutContext): BareSlot {
  const raw = entry.raw.trim();
  const value = withoutQuotes(raw);
  const { name, mark } = splitMark(entry.key);
  // Two capitalised words with a slash between them are options; words in parentheses describe the key.
  const pair = !isNone(value) && CAPITALISED_PAIR.test(value) ? value.split('/') : null;
  const isParenthesis = /^\([^()]+\)$/.test(value);
  const isDescribed = pair !== null || isParenthesis || standsIn(value, entry.key) || standsForTitle(value, name);
  const cut = keyText(raw, entry.valueRange, context);
  const unit = isRealList(entry.key, raw)
    ? { ...cut, tokens: [], plausible: true, stub: false }
    : isDescribed
      ? { ...cut, plausible: false }
      : withDefault(cut, entry.key, notes.about);
  // A list with one item begins like a single value.
  const bareValue = trimChars(raw.replace(/^-[ \t]+/, ''), '"\'<{[', '"\'>}]');
  const isExampleDay = isDay(bareValue) && conceptsOf(name).includes('date');
  const isOpen =
    /^(?:null|~)?$/.test(bareValue) ||
    unit.tokens.length > 0 ||
    valueKind(raw).kind !== 'line' ||
    valueKind(bareValue).kind === 'date' ||
    isExampleDay ||
    !unit.plausible ||
    unit.names !== undefined;
  const isOptional =
    notes.areOptional ||
    isSuccession(name.replace(BETWEEN_WORDS.for(name), ' ')) ||
    (isParenthesis && isToStayEmpty(raw)) ||
    // A template's null means that there may be none.
    /^(?:null|~|\[\s*\])$/i.test(raw) ||
    isOptionalMark(mark) ||
    [value, notes.about, ...notes.above.split(/\r\n|\n|\r/).map(withoutHashes)].some(isOptionalValue);
  const kind = valueKind(isExampleDay ? 'date' : valueKind(value).kind === 'line' ? bareValue : value);
  const given = pair
    ? { kind: 'choice' as const, options: pair, open: false }
    : kind.kind === 'line' && isList(entry.key, raw)
      ? { ...kind, kind: 'list' as const }
      : kind;
  const shape = { form: 'key' as const, key: name, unit, comment: notes.beside };
  return emptySlot(given.kind, slug(name) || 'key', shape, entry.range, {
    ...given,
    label: name,
    // A value in parentheses is a placeholder, whoever fills it in.
    boilerplate: !isOpen || (isToStayEmpty(`${raw} ${notes.about}`) && !isParenthesis),
    optional: isOptional,
    guidance: [isOneBracket(bareValue) ? bareValue : raw, notes.about].filter(Boolean).join('\n\n'),
  });
}

/** Whether a value without the brackets at its ends holds no parts of others: not `first> <last`. */
function isOneBracket(bareValue: string): boolean {
  return !/^[^[{<]*[\]}>]/.test(bareValue);
}

/** Lines of comments without the `#` at their start. */
function withoutHashes(comments: string): string {
  return comments.replace(/^[ \t]*#+[ \t]*/gm, '');
}

/** A comment about this many keys is a list of directions. */
const SEVERAL = 3;

/** The directions for each key in a comment below the front matter with a line for several ("suite: Leave as is"). */
function directionsIn(document: Document, keys: ReadonlySet<string>): ReadonlyMap<string, string> {
  const { start, end } = document.root.own;
  for (const [comment] of document.text.slice(start, end).matchAll(/<!--[\s\S]*?-->/g)) {
    const lines = [...comment.matchAll(/^[ \t]*([\w-]+):[ \t]+(\S.*?)[ \t]*\r?$/gm)];
    const known = lines.filter(([, key]) => keys.has(key!));
    if (known.length >= SEVERAL) return new Map(known.map(([, key, text]) => [key!, text!]));
  }
  return new Map();
}

/** The text of a key's value. A variable, with the words around it, fills it if it has no other placeholder. */
function keyText(raw: string, range: Range, context: CutContext): TemplateText {
  const names = context.variables.filter((token) => raw.includes(token));
  const filled = templateText(raw, context, range);
  if (names.length === 0 || filled.tokens.length > 0) return templateText(raw, { ...context, variables: [] }, range);
  return { ...filled, names };
}

/** The keys by which a forge sets up an issue form, which are not part of the issue. */
const FORM_KEYS = new Set(['name', 'about', 'title', 'labels', 'assignees', 'type', 'projects', 'description']);

function isFormMatter(keys: readonly string[]): boolean {
  return keys.includes('name') && keys.includes('about') && keys.every((key) => FORM_KEYS.has(key));
}

/**
 * Whether a value, or the only item in its list, is a word for what belongs there: `@name`, `- "@username"`, the key's
 * own name, or an example person.
 */
function standsIn(value: string, key: string): boolean {
  const bare = trimChars(value.replace(/^-[ \t]+/, ''), '"\'<@ ', '"\'> ');
  if (words(bare).join(' ') === words(key).join(' ') && bare !== '') return true;
  const [person = ''] = bare.split(/\s*[<(,]/);
  if (EXAMPLE_PERSON.isWhole(person) || /@example\.(?:com|org|net)$/i.test(bare)) return true;
  const [, word] = HANDLE.exec(value) ?? [];
  return word !== undefined && (STANDS_IN.test(word) || PLACEHOLDER_NAME.isWhole(word));
}

const PLACEHOLDER_NAME = new Phrases('placeholderNames');
const TITLE_WORD = new Phrases('titleWords');

/** Whether a value stands for a title, below a key for one: `titre: Titre de la décision`, `title: 제목`. */
function standsForTitle(value: string, key: string): boolean {
  return TITLE_WORD.isWhole(key) && isTitleStub(value);
}

const EXAMPLE_PERSON = new Phrases('examplePeople');

/** Whether a value is a YAML list. A single item in brackets may be a placeholder unless the key is a plural. */
function isList(key: string, raw: string): boolean {
  return (
    /^- /.test(`${raw} `) || /^\[[^[\]]*,[^[\]]*\]$/.test(raw) || (/^\[[^[\]]*\]$/.test(raw) && /[^isu]s$/i.test(key))
  );
}

const STANDS_IN =
  /^(?:your|name|title|tag|label|keyword|category|handle|user|username|email|value|item|example|sample|foo|bar|todo|tbd|placeholder|[a-z])$/;

/** Whether a value is a list of words that may stay (`tags: [design, storage]`): none is a placeholder. */
function isRealList(key: string, raw: string): boolean {
  const inner = /^\[([^[\]]*)\]$/.exec(raw)?.[1];
  if (inner === undefined) return false;
  const own = key.toLowerCase().replace(/s$/, '');
  return inner.split(',').every((item) => {
    const words = trimChars(item.trim(), '"\'', '"\'').split('-');
    return words.every((word) => {
      const stem = word.replace(/\d+$/, '').replace(/s$/, '');
      return /^[a-z][a-z0-9]*$/.test(word) && stem !== own && !STANDS_IN.test(stem);
    });
  });
}
