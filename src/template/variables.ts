import type { Document, Section } from '../markdown/document.ts';
import { nameParts, slug, unique } from '../text/casing.ts';
import type { Range } from '../text/range.ts';
import { lineStartAt } from '../text/source.ts';
import { hasLetterOrDigit, UnicodePattern } from '../text/unicode.ts';
import { Phrases } from './languages/index.ts';
import { emptySlot } from './make-slot.ts';
import { isInstruction } from './phrasing.ts';
import type { Flow } from './schemas.ts';
import type { BareSlot, ShapedSlot } from './slot.ts';
import { bareName, spelledForm } from './spelling.ts';
import type { TemplateSection } from './template.ts';
import { type Token, tokensIn } from './tokens.ts';
import { questionFor } from './wording.ts';

/** A name used throughout a template: its name and every exact token that stands for it. */
export interface FoundVariable {
  name: string;
  tokens: string[];
  /**
   * Whether it fills front matter as well. A key whose name stands for something else at each place is asked
   * separately.
   */
  inKeys: boolean;
}

const GENERIC = new Phrases('placeholderNames');

/** Whether a name stands for something else at each place, in whatever casing. */
function isGeneric(name: string): boolean {
  return GENERIC.isWhole(name);
}

/** Whether a token says what to put in its place: "{Alternative}" does, "Title" and "[Name]" do not. */
export function isTelling(token: string): boolean {
  return /^[[{<]/.test(token) && !isGeneric(keyOf(bareName(token)));
}

/** The generic names that stand for something else even in double braces, which otherwise give a name one value. */
const OF_EACH_PLACE = new Set(
  'date description example field id item key link links number option text type value x y z'.split(' '),
);

/** A name and the tokens that spell it. */
interface Group {
  tokens: Set<string>;
  /** The number of places with the name in double braces; those in one list, one table or equal lines count once. */
  doubled: number;
}

/** The variables of a template: those that its flow names, else the names for which `isUsedThroughout` holds. */
export function findVariables(
  document: Document,
  range: Range,
  flow: Flow | null,
  labels: ReadonlySet<string>,
): FoundVariable[] {
  const groups = new Map<string, Group>();
  const headings = new Set<string>();
  // A name that stands for another thing in each heading ("Story 2: [Title]") is not used throughout.
  const ofEach = new Set<string>();
  const groupOf = (key: string): Group => {
    const group = groups.get(key) ?? { tokens: new Set(), doubled: 0 };
    groups.set(key, group);
    return group;
  };
  const collect = (token: Token): string | null => {
    if (token.bracket !== '{' && token.bracket !== '[' && token.bracket !== '<') return null;
    const key = keyOf(token.inner);
    if (key.length < 2 || /[|/]/.test(token.inner) || /\.\.\.|…/.test(token.inner)) return null;
    groupOf(key).tokens.add(token.text);
    return key;
  };

  for (const section of document.sections) {
    if (!section.heading) continue;
    const isTitle = section === document.root.children[0];
    const inHeading = tokensIn(document.text, section.heading.content, { labels });
    for (const token of inHeading) {
      const key = collect(token);
      if (key === null) continue;
      const isCounted = !isTitle && counts(section.title.replace(token.text, ''));
      if (isCounted) ofEach.add(key);
      // A name in one heading and nowhere else is part of that heading, and is asked for there.
      else if (!isTitle && inHeading.length === 1 && occursOnce(document.text, token.text)) continue;
      else if (isTitle || (!isGeneric(key) && !namesEach(section, token.text))) headings.add(key);
      else if (!isGeneric(key)) ofEach.add(key);
    }
  }
  for (const key of headings) ofEach.delete(key);
  const whole = { start: document.frontMatter?.start ?? range.start, end: range.end };
  const holders = new Map<string, Set<string>>();
  const holderOf = holdersIn(document);
  for (const token of tokensIn(document.text, whole, { literal: true })) {
    if (token.bracket !== '{' && (token.bracket !== '<' || isTypeArgument(document.text, token))) continue;
    const key = collect(token);
    if (key === null || !isDoubled(token.text)) continue;
    const places = holders.get(key) ?? new Set();
    holders.set(key, places.add(holderOf(token)));
  }
  for (const [key, places] of holders) groupOf(key).doubled = places.size;
  for (const token of tokensIn(document.text, range, { labels })) if (token.bracket === '[') collect(token);

  const body = document.text.slice(range.start, range.end);
  for (const name of [...namesInAddresses(body), ...namesToReplace(body)]) {
    groupOf(keyOf(name)).tokens.add(name);
    headings.add(keyOf(name));
  }

  const byFlow = Object.entries(flow?.variables ?? {}).map(([name, refined]) => {
    const base = keyOf(name);
    const found = [...groups]
      .filter(([key]) => key === base || key === `${base} name`)
      .flatMap(([, { tokens }]) => [...tokens]);
    return { name, tokens: longestFirst([...new Set([...(refined.tokens ?? []), ...found])]), inKeys: true };
  });
  if (byFlow.length > 0) return byFlow;

  const merged = new Map<string, string[]>();
  for (const key of groups.keys()) {
    const base = key.replace(/ (?:name|class|title)$/, '');
    const into = base !== key && groups.has(base) ? base : key;
    merged.set(into, [...(merged.get(into) ?? []), key]);
    if (into !== key && headings.has(key)) headings.add(into);
  }
  return [...merged].flatMap(([name, keys]) => {
    const parts = keys.map((key) => groups.get(key)!);
    const tokens = [...new Set(parts.flatMap((group) => [...group.tokens]))];
    const isSpelledSo =
      !ofEach.has(name) &&
      ((tokens.length > 1 && !isGeneric(name)) ||
        parts.some((group, index) => isUsedThroughout(keys[index]!, group, tokens)));
    if (!isSpelledSo && !headings.has(name)) return [];
    return [{ name, tokens: longestFirst(tokens), inKeys: isSpelledSo || !isGeneric(name) }];
  });
}

/**
 * Whether the spelling of a name shows that it is used throughout, whatever it names: it is in double braces in several
 * places, or it has several spellings, one of which is an identifier of several words.
 */
function isUsedThroughout(key: string, { tokens, doubled }: Group, all: readonly string[]): boolean {
  if (doubled > 1 && !OF_EACH_PLACE.has(key)) return true;
  const names = [...tokens].map(bareName);
  const isIdentifier = names.some((name) => spelledForm(name) !== null);
  return isIdentifier && (new Set(names).size > 1 || all.some((token) => isDoubled(token) && !tokens.has(token)));
}

function keyOf(name: string): string {
  return nameParts(name).join(' ').toLowerCase();
}

function occursOnce(text: string, token: string): boolean {
  return text.indexOf(token) === text.lastIndexOf(token);
}

function isDoubled(token: string): boolean {
  return token.startsWith('{{');
}

/** Whether angle brackets follow a name in code: `List<ItemName>` is a type. */
function isTypeArgument(text: string, { start }: Token): boolean {
  return text[start - 1] === '_' || hasLetterOrDigit(text[start - 1] ?? '');
}

/**
 * Returns a function that gives the container of a token, whose tokens must be asked for in order: a list or a table,
 * whose rows each name another thing, else the text of its line.
 */
function holdersIn({ text, sections }: Document): (token: Token) => string {
  const holders = sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table' || kind === 'list'));
  let next = 0;
  return ({ start, end }) => {
    while (next < holders.length && holders[next]!.end <= start) next++;
    const holder = holders[next];
    if (holder && holder.start <= start) return `block ${holder.start}`;
    return `line ${text.slice(lineStartAt(text, start), end)}${/^[^\r\n]*/.exec(text.slice(end))![0]}`;
  };
}

const ADDRESS = /https?:\/\/[^\s<>"')\]]+/g;
const STANDS_IN_ADDRESS = new UnicodePattern(
  String.raw`(?<![\p{L}\p{N}_-])(?:(?:your|my|github|gitlab|project|twitter|linkedin|docker)[_-])?(?:your|my|github|gitlab|user|repo|org|organi[sz]ation|project|team|account|linkedin|twitter|company)[_-](?:name|username|user|repo|repository|org|organi[sz]ation|project|handle|owner|account|slug|id)(?![\p{L}\p{N}_-])`,
  'g',
);

/** Names in addresses that only mark a place: `github_username/repo_name`, `your-org/your-repo`. */
function namesInAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const [address] of text.matchAll(ADDRESS))
    for (const [name] of address.matchAll(STANDS_IN_ADDRESS.for(address))) found.add(name);
  return [...found];
}

/** A line with at least this many names to replace is a list of them. */
const SEVERAL = 3;

/** The names that a template tells its author to replace: "Search and replace: `project_title`, `project_owner`, …". */
function namesToReplace(text: string): string[] {
  for (const line of text.split(/\r\n|\n|\r/)) {
    const names = [...line.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, name]) => name!);
    if (names.length < SEVERAL || !isInstruction(line)) continue;
    return names.filter((name) => text.split(name).length > 2);
  }
  return [];
}

/**
 * Whether a placeholder stands for something else in each of several headings side by side: they are the same, or it
 * ends them after a colon or a dash ("Primary user: [Name]", "Secondary user: [Name]").
 */
function namesEach({ parent, title }: Section, token: string): boolean {
  const beside = parent?.children.filter((other) => other.title.includes(token)) ?? [];
  const isLast = (other: Section) =>
    /[:：–—-]\s*$/.test(other.title.slice(0, other.title.lastIndexOf(token))) && other.title.trimEnd().endsWith(token);
  return beside.filter((other) => other.title === title).length > 1 || (beside.length > 1 && beside.every(isLast));
}

const LETTERED = new UnicodePattern(String.raw`\p{L}{2,} [A-Z](?![\p{L}\p{N}])`);

/** Whether a number or a letter marks a heading as one of several: "Phase 2", "Option B". */
function counts(title: string): boolean {
  return /\d/.test(title) || LETTERED.test(title);
}

function longestFirst(tokens: string[]): string[] {
  return tokens.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The slot that asks for a variable's name, in the first section of the template that contains it. */
export function variableSlot(
  variable: { name: string; tokens: string[] },
  document: Document,
  sections: readonly TemplateSection[],
  flow: Flow | null,
): ShapedSlot {
  const refined = flow?.variables?.[variable.name];
  const taken = new Set(sections.flatMap(({ slots }) => slots.map((slot) => slot.id)));
  const place = firstPlace(variable.tokens, document, sections);
  const tokens = variable.tokens;
  const bareSlot: BareSlot = {
    ...emptySlot('variable', '', { form: 'variable', tokens }, place.found),
    label: variable.name,
    guidance: tokens.join(' '),
  };
  return {
    ...bareSlot,
    id: unique(slug(variable.name) || 'name', taken),
    section: place.id,
    required: true,
    ask: refined?.ask ?? questionFor(bareSlot, variable.name),
    help: refined?.help ?? '',
    example: refined?.example ?? '',
    allow: [],
  };
}

/** The first section that contains one of the given tokens. */
function firstPlace(
  tokens: readonly string[],
  { text, frontMatter, root }: Document,
  sections: readonly TemplateSection[],
): TemplateSection {
  const from = frontMatter?.start ?? root.start;
  const at = Math.min(...tokens.map((token) => text.indexOf(token, from)).filter((place) => place >= 0));
  return sections.findLast(({ found }) => found.start <= at && Number.isFinite(at)) ?? sections[0]!;
}

/**
 * Gives another id to each slot that a variable of the same name answers ("owner: {{owner}}"): the variable keeps the
 * name.
 */
export function giveWay(slots: readonly ShapedSlot[], variables: readonly { name: string }[]): void {
  const names = new Set(variables.map(({ name }) => slug(name)));
  const taken = new Set([...slots.map(({ id }) => id), ...names]);
  for (const slot of slots) {
    const { shape } = slot;
    if (!names.has(slot.id) || !('unit' in shape) || !shape.unit.names) continue;
    slot.id = unique(`${slot.id}-${shape.form}`, taken);
  }
}
