import type { Document, Section } from '../markdown/document.ts';
import { matchesPattern, type Pattern, patternOf } from '../template/pattern.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { readTitle, type Title } from '../template/title.ts';
import { foldCase } from '../text/fold.ts';
import { groupBy } from '../text/group.ts';
import { FreeHeadings, placeKey } from './free-headings.ts';
import { sameLanguage } from './same-language.ts';
import { similarPairs } from './similar-titles.ts';

/** Which sections of a spec answer which sections of its template. */
export interface Alignment {
  /** The spec's sections for each section of the template: none, one, or several where its heading may repeat. */
  found: Map<TemplateSection, Section[]>;
  /** The template section to which a section of the spec belongs. */
  owner: Map<Section, TemplateSection>;
  /** The section under whose heading the spec's title stands: its first H1, or the root. */
  title: Section;
  /** The author's own sections, outermost first; what stands inside a template's section is part of that answer. */
  extra: Section[];
}

interface Candidate {
  section: TemplateSection;
  key: string;
  /** The keys of its title and of its aliases. */
  keys: string[];
  anchor: string;
  pattern: Pattern;
  /** The heading is only a placeholder, or may repeat: it stands for headings of the author's own. */
  open: boolean;
  /** The words before the number of a counted heading ("phase" for "Phase 2: …"), or ''. */
  counted: string;
}

/**
 * Pairs a document's headings with its template's: by id and title below the same parent, by title anywhere, by names
 * filled into a title, by number for counted headings, by what repeats, by similar words, and last, where hardly a
 * title is known (a translation), by order, unless `byOrder` is false. Near-linear in the number of headings.
 */
export function align(document: Document, template: Template, { byOrder = true } = {}): Alignment {
  const candidates = candidatesOf(template);
  const title = titleOf(document, candidates, template.sections[0]!.found.heading !== null);
  const headings = document.sections.filter((section) => section.heading && section !== title);
  const found = new Map<TemplateSection, Section[]>();
  const owner = new Map<Section, TemplateSection>();
  found.set(template.sections[0]!, [title]);
  owner.set(title, template.sections[0]!);
  owner.set(document.root, template.sections[0]!);

  const pair = (section: TemplateSection, heading: Section) => {
    found.set(section, [...(found.get(section) ?? []), heading]);
    owner.set(heading, section);
  };
  const isFree = (heading: Section) => !owner.has(heading);
  const byKey = new FreeHeadings(headings, (section) => titleIn(section).key, isFree);
  const byPlace = new FreeHeadings(
    headings,
    (section) => placeKey(section.parent, titleIn(section).key),
    isFree,
  );
  const belongs = (heading: Section, section: TemplateSection) => {
    const above = heading.parent ? owner.get(heading.parent) : undefined;
    return above === (section.parent ?? template.sections[0]);
  };
  const take = (anywhere: boolean) => {
    for (const { section, keys } of candidates) {
      if (found.has(section)) continue;
      const parents =
        section.parent && section.parent !== template.sections[0]
          ? (found.get(section.parent) ?? [])
          : [document.root, title];
      const heading =
        firstOf(keys, (key) => first(parents.map((parent) => byPlace.first(placeKey(parent, key))))) ??
        (anywhere ? firstOf(keys, (key) => byKey.first(key)) : undefined);
      if (heading) pair(section, heading);
    }
  };
  const byAnchor = new Map(headings.map((heading) => [titleIn(heading).anchor, heading]));
  for (const { section, anchor } of candidates) {
    const heading = anchor === '' ? undefined : byAnchor.get(anchor);
    if (heading && isFree(heading)) pair(section, heading);
  }
  take(false);
  take(true);

  const byShort = new FreeHeadings(headings, (heading) => withoutParentheses(titleIn(heading).key), isFree);
  for (const { section, key } of candidates) {
    const heading = found.has(section) ? undefined : byShort.first(withoutParentheses(key));
    if (heading && key !== '') pair(section, heading);
  }

  const free = () => headings.filter(isFree);
  const open = () => candidates.filter(({ section }) => !found.has(section));
  const spare = free();
  for (const { section, pattern, open: any } of open()) {
    if (any || pattern.pieces.length < 2) continue;
    const heading = spare.find((here) => isFree(here) && matchesPattern(pattern, titleIn(here).key));
    if (heading) pair(section, heading);
  }
  pairCounted(candidates, free(), found, pair);
  pairRepeating(candidates, free(), belongs, pair);
  for (const [section, heading] of similarPairs(
    open().map(({ section, key }) => ({ of: section, key })),
    free().map((here) => ({ of: here, key: titleIn(here).key })),
  )) {
    if (!found.has(section) && isFree(heading)) pair(section, heading);
  }
  if (byOrder && found.size - 1 < candidates.length / 5 && !sameLanguage(template.text, document.text))
    pairByOrder(template, title, document, found, isFree, pair);

  const extra = headings.filter(
    (heading) =>
      isFree(heading) &&
      (heading.parent === null || heading.parent === title || heading.parent === document.root),
  );
  return { found, owner, title, extra };
}

const titles = new WeakMap<Section, Title>();

/** A heading's title taken apart, once for all templates that a document is compared with. */
function titleIn(heading: Section): Title {
  const known = titles.get(heading);
  if (known) return known;
  const title = readTitle(heading.title);
  titles.set(heading, title);
  return title;
}

const known = new WeakMap<Template, Candidate[]>();

function candidatesOf(template: Template): Candidate[] {
  const made = known.get(template);
  if (made) return made;
  const tokens = [...template.variables.flatMap((variable) => variable.tokens.map(foldCase)), ANYTHING];
  const candidates = template.sections.slice(1).map((section) => candidate(section, tokens));
  known.set(template, candidates);
  return candidates;
}

/** What a comment in a template's heading stands for: whatever an author puts there. */
const ANYTHING = '{…}';

function candidate(section: TemplateSection, tokens: readonly string[]): Candidate {
  const { key, anchor } = readTitle(section.title);
  const filled = section.title.replace(
    /<!--(?<=(?:^|[:：]\s*)<!--)(?!\s*(?:id|key|anchor)\s*[:=]).*?-->/g,
    ANYTHING,
  );
  const blanks = section.slots.flatMap(({ shape }) =>
    shape.form === 'heading' && shape.blank !== null ? [foldCase(shape.blank)] : [],
  );
  const pattern = patternOf(readTitle(filled).key, [...tokens, ...blanks]);
  const keys = [key, ...section.aliases.map((alias) => readTitle(alias).key)];
  return { section, key, keys, anchor, pattern, open: section.repeat, counted: countedWord(key) };
}

const counts = new WeakMap<TemplateSection, string>();

/** The counted word of a template section's heading, or ''. */
export function countedWordOf(section: TemplateSection): string {
  const word = counts.get(section) ?? countedWord(readTitle(section.title).key);
  counts.set(section, word);
  return word;
}

/** "phase" for "phase 2: extended features": a heading that counts, whose siblings may be more or fewer. */
export function countedWord(key: string): string {
  return /^(\p{L}[\p{L} ]{0,30}?)\s*#?\d{1,3}\b/u.exec(key)?.[1]?.trim() ?? '';
}

/**
 * The heading under which the spec's title and metadata stand: its first one, where that is none of the template's
 * sections and either an H1 or a bare title in a document without any H1.
 */
function titleOf(document: Document, candidates: readonly Candidate[], titled: boolean): Section {
  const [first] = document.root.children;
  if (!first) return document.root;
  const { key } = titleIn(first);
  const isSection = candidates.some((known) => !known.open && known.keys.includes(key));
  if (isSection) return document.root;
  // Metadata above the first heading has its own place: what follows it is a section.
  const above = document.root.blocks.some(({ kind }) => kind === 'list' || kind === 'table');
  if (first.level === 1) return above && !titled ? document.root : first;
  const bare =
    first.blocks.length === 0 ||
    first.blocks.every((block) => block.kind === 'list' || block.kind === 'rule');
  return bare && !document.sections.some((section) => section.level === 1) ? first : document.root;
}

function pairCounted(
  candidates: readonly Candidate[],
  free: readonly Section[],
  found: ReadonlyMap<TemplateSection, Section[]>,
  pair: (section: TemplateSection, heading: Section) => void,
): void {
  const groups = groupBy(
    candidates.filter(({ counted }) => counted !== ''),
    ({ section, counted }) => `${section.parent?.id ?? ''}\n${counted}`,
  );
  if (groups.size === 0) return;
  const byWord = groupBy(free, (heading) => countedWord(titleIn(heading).key));
  const taken = new Set<Section>();
  for (const group of groups.values()) {
    const parents = new Set(group[0]!.section.parent ? found.get(group[0]!.section.parent) : []);
    const all = (byWord.get(group[0]!.counted) ?? []).filter((heading) => !taken.has(heading));
    const below = all.filter((heading) => heading.parent && parents.has(heading.parent));
    for (const heading of below.length > 0 || parents.size > 0 ? below : all) {
      taken.add(heading);
      const next = group.find(({ section }) => !found.has(section)) ?? group.at(-1)!;
      pair(next.section, heading);
    }
  }
}

function pairRepeating(
  candidates: readonly Candidate[],
  free: readonly Section[],
  belongs: (heading: Section, section: TemplateSection) => boolean,
  pair: (section: TemplateSection, heading: Section) => void,
): void {
  const patterns = candidates.filter(({ open }) => open);
  if (patterns.length === 0) return;
  const taken = new Set<TemplateSection>();
  for (const heading of free) {
    const counts = /\d/.test(titleIn(heading).plain);
    const worded = patterns.filter(
      ({ pattern }) => pattern.pieces.length > 1 && matchesPattern(pattern, titleIn(heading).key),
    );
    const bare = patterns.filter((one) => !isWorded(one) && belongs(heading, one.section));
    const alike = bare.filter(({ pattern }) => /\d/.test(pattern.pieces.join('')) === counts);
    const choice = worded.length > 0 ? worded : alike.length > 0 ? alike : bare;
    const next = choice.find(({ section }) => !taken.has(section)) ?? choice.at(-1);
    if (!next) continue;
    taken.add(next.section);
    pair(next.section, heading);
  }
}

/** Whether a repeating heading has words of its own beside its blank ("Requirement: {name}"), which each copy keeps. */
function isWorded({ pattern }: Candidate): boolean {
  return pattern.pieces.length > 1 && pattern.pieces.some((piece) => /\p{L}/u.test(piece));
}

function withoutParentheses(key: string): string {
  return key.replace(/\s*\([^()]*\)$/, '');
}

/** Headings in another language: below one parent, as many in the spec as in the template, pair in their order. */
function pairByOrder(
  template: Template,
  title: Section,
  document: Document,
  found: Map<TemplateSection, Section[]>,
  isFree: (heading: Section) => boolean,
  pair: (section: TemplateSection, heading: Section) => void,
): void {
  const childrenOf = groupBy(template.sections.slice(1), (section) => section.parent);
  const descend = (section: TemplateSection | null, heading: Section) => {
    const wanted = childrenOf.get(section) ?? [];
    const given = heading.children.filter((child) => child !== title);
    const translated =
      wanted.length === given.length &&
      wanted.length > 1 &&
      wanted.every((child) => !found.has(child)) &&
      given.every(isFree);
    if (translated) for (const [index, child] of wanted.entries()) pair(child, given[index]!);
    for (const child of wanted) for (const here of found.get(child) ?? []) descend(child, here);
  };
  descend(null, title.children.length > 0 ? title : document.root);
}

/** The first in the document of what was found. */
function first(found: readonly (Section | undefined)[]): Section | undefined {
  return found.reduce((one, other) => (!one || (other && other.start < one.start) ? other : one), undefined);
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
