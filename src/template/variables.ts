import type { Document } from '../markdown/document.ts';
import { type Form, nameParts } from '../text/casing.ts';
import type { Range } from '../text/range.ts';
import type { Flow } from './flow.ts';
import { type Token, tokensIn } from './tokens.ts';

/** A name used throughout a template: its name and every exact token that stands for it. */
export interface FoundVariable {
  name: string;
  tokens: string[];
}

/** Words that stand for something else at each place, in whatever casing. */
const GENERIC = new Set(
  'author authors component date description email example field id item key link links name names number option owner path team text title type url user value version x y z'.split(
    ' ',
  ),
);

/** The variables of a template: what its flow names, else every bracketed name with several casings or in a heading. */
export function findVariables(
  document: Document,
  range: Range,
  flow: Flow | null,
  labels: ReadonlySet<string>,
): FoundVariable[] {
  const headings = new Set<string>();
  // What stands for another thing in each heading ("Story 2: [Title]") is no name used throughout.
  const ofEach = new Set<string>();
  const groups = new Map<string, Set<string>>();
  const collect = (token: Token) => {
    if (token.bracket !== '{' && token.bracket !== '[' && token.bracket !== '<') return false;
    const key = nameParts(token.inner).join(' ').toLowerCase();
    if (key.length < 2 || /[|/]/.test(token.inner) || /\.\.\.|…/.test(token.inner)) return false;
    const group = groups.get(key) ?? new Set();
    groups.set(key, group.add(token.text));
    return true;
  };
  for (const section of document.sections) {
    if (!section.heading) continue;
    const isTitle = section === document.root.children[0];
    for (const token of tokensIn(document.text, section.heading.content, { labels })) {
      if (!collect(token)) continue;
      const key = nameParts(token.inner).join(' ').toLowerCase();
      if (isTitle || !(GENERIC.has(key) || counts(section.title.replace(token.text, '')))) headings.add(key);
      else ofEach.add(key);
    }
  }
  for (const key of headings) ofEach.delete(key);
  for (const token of tokensIn(document.text, range, { literal: true }))
    if (token.bracket === '{') collect(token);
  for (const token of tokensIn(document.text, range, { labels })) if (token.bracket === '[') collect(token);

  const inAddresses = namesInAddresses(document.text.slice(range.start, range.end));
  for (const name of inAddresses) {
    const key = nameParts(name).join(' ').toLowerCase();
    groups.set(key, (groups.get(key) ?? new Set()).add(name));
    headings.add(key);
  }

  const byFlow = Object.entries(flow?.variables ?? {}).map(([name, said]) => {
    const base = nameParts(name).join(' ').toLowerCase();
    const found = [...groups]
      .filter(([key]) => key === base || key === `${base} name`)
      .flatMap(([, tokens]) => [...tokens]);
    return { name, tokens: longestFirst([...new Set([...(said.tokens ?? []), ...found])]) };
  });
  if (byFlow.length > 0) return byFlow;

  const merged = new Map<string, Set<string>>();
  for (const [key, tokens] of groups) {
    const base = key.replace(/ (?:name|class|title)$/, '');
    const into = base !== key && groups.has(base) ? base : key;
    merged.set(into, new Set([...(merged.get(into) ?? []), ...tokens]));
    if (into !== key && headings.has(key)) headings.add(into);
  }
  return [...merged]
    .filter(
      ([key, tokens]) => headings.has(key) || (tokens.size > 1 && !GENERIC.has(key) && !ofEach.has(key)),
    )
    .map(([key, tokens]) => ({ name: key, tokens: longestFirst([...tokens]) }));
}

const ADDRESS = /https?:\/\/[^\s<>"')\]]+/g;
const STANDS_IN_ADDRESS =
  /(?<![\p{L}\p{N}_-])(?:(?:your|my|github|gitlab|project|twitter|linkedin|docker)[_-])?(?:your|my|github|gitlab|user|repo|org|organi[sz]ation|project|team|account|linkedin|twitter|company)[_-](?:name|username|user|repo|repository|org|organi[sz]ation|project|handle|owner|account|slug|id)(?![\p{L}\p{N}_-])/gu;

/** Names in addresses that only say what belongs there: `github_username/repo_name`, `your-org/your-repo`. */
function namesInAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const [address] of text.matchAll(ADDRESS))
    for (const [name] of address.matchAll(STANDS_IN_ADDRESS)) found.add(name);
  return [...found];
}

/** Whether a heading is one of several of its kind, by a number or a letter: "Phase 2", "Option B". */
function counts(title: string): boolean {
  return /\d/.test(title) || /\p{L}{2,} [A-Z](?![\p{L}\p{N}])/u.test(title);
}

function longestFirst(tokens: string[]): string[] {
  return tokens.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The form in which a variable's name fills one token, from the token's casing and what stands around it. */
export function formOf(token: string, text: string, at: number, code: boolean): Form {
  if (/^[\p{L}_]/u.test(token)) return 'as-typed';
  const inner = token.slice(1, -1);
  const parts = nameParts(inner);
  if (/[^\p{L}\p{N}_]/u.test(inner) || token.startsWith('[')) return 'as-typed';
  // In angles words are left to the author, and a title is one in any bracket, but in code and inside longer names.
  const isWords = token.startsWith('<') || /^title$/i.test(inner);
  const after = at + token.length;
  const apart =
    !/(?:[\p{L}\p{N}_/-]|[\p{L}\p{N}]\.)$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    !/^(?:[\p{L}\p{N}_/-]|\.[\p{L}\p{N}])/u.test(text.slice(after, after + 2));
  if (isWords && apart && !code) return 'as-typed';
  if (inner.length > 1 && inner === inner.toUpperCase())
    return code || inner.includes('_') || touches(text, at, token.length, '_') ? 'UPPER' : 'as-typed';
  if (/^\p{Lu}/u.test(inner)) return code || parts.length > 1 ? 'Pascal' : 'as-typed';
  if (touches(text, at, token.length, '_') || inPath(text, at, token.length)) return 'snake';
  return 'kebab';
}

function touches(text: string, at: number, length: number, char: string): boolean {
  return text[at - 1] === char || text[at + length] === char;
}

/** Whether the token is a part of a dotted module path: `dynamo.{component}`, `{component}.client`. */
function inPath(text: string, at: number, length: number): boolean {
  return (
    (text[at - 1] === '.' && /[\p{L}\p{N}}]/u.test(text[at - 2] ?? '')) ||
    (/^\.[\p{L}_{]/u.test(text.slice(at + length, at + length + 2)) &&
      !/^\.(?:ya?ml|json|toml|md|py|ts|js|rs|go|sh|txt|proto)\b/.test(
        text.slice(at + length, at + length + 8),
      ))
  );
}
