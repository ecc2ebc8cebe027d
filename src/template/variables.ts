import type { Document, Section } from '../markdown/document.ts';
import { nameParts, slug, unique } from '../text/casing.ts';
import { pushTo } from '../text/group.ts';
import { getOrInsert } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { lineStartAt } from '../text/source.ts';
import { hasLetterOrDigit, UnicodePattern } from '../text/unicode.ts';
import { Phrases } from './languages/index.ts';
import { emptySlot } from './make-slot.ts';
import { isInstruction } from './phrasing.ts';
import type { Flow } from './schemas.ts';
import type { BareSlot, ShapedSlot } from './slot.ts';
import { bareName } from './spelling.ts';
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

/** The variables of a template: those that its flow names, else the names that are used throughout. */
export function findVariables(document: Document, flow: Flow | null, labels: ReadonlySet<string>): FoundVariable[] {
  const names = new NameCollector(document, labels);
  const ofFlow = variablesOfFlow(flow, names.groups);
  return ofFlow.length > 0 ? ofFlow : names.usedThroughout();
}

function variablesOfFlow(flow: Flow | null, groups: ReadonlyMap<string, Group>): FoundVariable[] {
  return Object.entries(flow?.variables ?? {}).map(([name, refined]) => {
    const base = keyOf(name);
    const found = [...groups]
      .filter(([key]) => key === base || key === `${base} name`)
      .flatMap(([, { tokens }]) => [...tokens]);
    return { name, tokens: longestFirst([...new Set([...(refined.tokens ?? []), ...found])]), inKeys: true };
  });
}

/** Collects the names in a template's placeholders. */
class NameCollector {
  readonly #document: Document;
  readonly #labels: ReadonlySet<string>;
  /** By the words of a name in lower case. */
  readonly groups = new Map<string, Group>();
  /** The names in headings, in addresses and in lists of names to replace, which need no other place. */
  readonly #enoughOnce = new Set<string>();
  /** The names that stand for another thing in each heading ("Story 2: [Title]"), and so are not used throughout. */
  readonly #ofEach = new Set<string>();

  constructor(document: Document, labels: ReadonlySet<string>) {
    this.#document = document;
    this.#labels = labels;
    const { text, frontMatter, root } = document;
    const below = { start: frontMatter?.end ?? root.start, end: root.end };
    this.#readHeadings();
    this.#readBraces({ start: frontMatter?.start ?? below.start, end: below.end });
    for (const token of tokensIn(text, below, { labels })) if (token.bracket === '[') this.#add(token);
    const body = text.slice(below.start, below.end);
    for (const name of [...namesInAddresses(body), ...namesToReplace(body)]) {
      this.#groupOf(keyOf(name)).tokens.add(name);
      this.#enoughOnce.add(keyOf(name));
    }
  }

  #readHeadings(): void {
    const { text, sections, root } = this.#document;
    for (const section of sections) {
      if (!section.heading) continue;
      const isTitle = section === root.children[0];
      const inHeading = tokensIn(text, section.heading.content, { labels: this.#labels });
      for (const token of inHeading) {
        const key = this.#add(token);
        if (key === null) continue;
        const isCounted = !isTitle && counts(section.title.replace(token.text, ''));
        if (isCounted) this.#ofEach.add(key);
        // A name in one heading and nowhere else is part of that heading, and is asked for there.
        else if (!isTitle && inHeading.length === 1 && occursOnce(text, token.text)) continue;
        else if (isTitle || (!isGeneric(key) && !namesEach(section, token.text))) this.#enoughOnce.add(key);
        else if (!isGeneric(key)) this.#ofEach.add(key);
      }
    }
    for (const key of this.#enoughOnce) this.#ofEach.delete(key);
  }

  /** Reads the names in braces and in angle brackets, in code as well. */
  #readBraces(range: Range): void {
    const { text } = this.#document;
    const holders = new Map<string, Set<string>>();
    const holderOf = holdersIn(this.#document);
    for (const token of tokensIn(text, range, { literal: true })) {
      if (token.bracket !== '{' && (token.bracket !== '<' || isTypeArgument(text, token))) continue;
      const key = this.#add(token);
      if (key === null || !token.text.startsWith('{{')) continue;
      const places = holders.get(key) ?? new Set();
      holders.set(key, places.add(holderOf(token)));
    }
    for (const [key, places] of holders) this.#groupOf(key).doubled = places.size;
  }

  /** Adds a token to the group of its name, and returns the key of that; null if the token has no name. */
  #add({ bracket, inner, text }: Token): string | null {
    if (bracket !== '{' && bracket !== '[' && bracket !== '<') return null;
    const key = keyOf(inner);
    if (key.length < 2 || /[|/]/.test(inner) || /\.\.\.|…/.test(inner)) return null;
    this.#groupOf(key).tokens.add(text);
    return key;
  }

  #groupOf(key: string): Group {
    return getOrInsert(this.groups, key, () => ({ tokens: new Set<string>(), doubled: 0 }));
  }

  /**
   * The names with one value in all of the template: they have several spellings, they are in double braces in several
   * places, or they are where one place is enough.
   */
  usedThroughout(): FoundVariable[] {
    return [...this.#mergedKeys()].flatMap(([name, keys]) => {
      const tokens = [...new Set(keys.flatMap((key) => [...this.#groupOf(key).tokens]))];
      const isRepeated = keys.some((key) => this.#groupOf(key).doubled > 1 && !OF_EACH_PLACE.has(key));
      const isSpelledSo = !this.#ofEach.has(name) && ((tokens.length > 1 && !isGeneric(name)) || isRepeated);
      if (!isSpelledSo && !keys.some((key) => this.#enoughOnce.has(key))) return [];
      return [{ name, tokens: longestFirst(tokens), inKeys: isSpelledSo || !isGeneric(name) }];
    });
  }

  /** The keys by name: "service name" belongs to "service" if the template has both. */
  #mergedKeys(): ReadonlyMap<string, readonly string[]> {
    const merged = new Map<string, string[]>();
    for (const key of this.groups.keys()) {
      const base = key.replace(/ (?:name|class|title)$/, '');
      const into = this.groups.has(base) ? base : key;
      pushTo(merged, into, key);
    }
    return merged;
  }
}

function keyOf(name: string): string {
  return nameParts(name).join(' ').toLowerCase();
}

function occursOnce(text: string, token: string): boolean {
  return text.indexOf(token) === text.lastIndexOf(token);
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
