/** Matches any run of characters in a part of a path, or any run of parts. */
const STAR = Symbol('star');

/** One character of a pattern: a test for it, or a star. */
type Sign = typeof STAR | ((character: string) => boolean);

interface Rule {
  negated: boolean;
  foldersOnly: boolean;
  parts: (typeof STAR | Sign[])[];
}

/** The result of matching a path; null if no pattern matches. */
export type Verdict = 'ignored' | 'kept' | null;

/**
 * The patterns of a .gitignore file (gitignore(5), ignoring case). The returned function takes a path with `/` between
 * its parts, relative to the file's folder, and with `/` at its end for a folder; what is in an ignored folder is
 * ignored. Takes time in proportion to the product of the lengths of pattern and path, where regular expressions made
 * from patterns with repeated stars never finish.
 */
export function gitignore(text: string): (path: string) => Verdict {
  const rules = text
    .split(/\r?\n/)
    .map(parseRule)
    .filter((rule) => rule !== null);
  return (path) => {
    const parts = path
      .toLowerCase()
      .split('/')
      .filter(Boolean)
      .map((part) => [...part]);
    for (let count = 1; count <= parts.length; count++) {
      const isFolder = count < parts.length || path.endsWith('/');
      const verdict = verdictOn(parts.slice(0, count), isFolder, rules);
      if (verdict === 'ignored' || count === parts.length) return verdict;
    }
    return null;
  };
}

/** The last rule that matches decides. */
function verdictOn(parts: readonly string[][], isFolder: boolean, rules: readonly Rule[]): Verdict {
  for (let index = rules.length - 1; index >= 0; index--) {
    const rule = rules[index]!;
    if (rule.foldersOnly && !isFolder) continue;
    if (fits(rule.parts, parts, fitsPart)) return rule.negated ? 'kept' : 'ignored';
  }
  return null;
}

function parseRule(line: string): Rule | null {
  let pattern = line.replace(/(?<!\\)[ \t]+$/, '');
  if (pattern === '' || pattern.startsWith('#')) return null;
  const negated = pattern.startsWith('!');
  if (negated) pattern = pattern.slice(1);
  const foldersOnly = pattern.endsWith('/');
  if (foldersOnly) pattern = pattern.slice(0, -1);
  const anchored = pattern.includes('/');
  const names = pattern.split('/').filter((name, index) => name !== '' || index > 0);
  if (names.length === 0 || names.includes('')) return null;
  const parts: Rule['parts'] = names.map((name) => (name === '**' ? STAR : signsOf(name.toLowerCase())));
  // `a/**` matches what is in a, not a itself.
  if (parts.at(-1) === STAR) parts.push([STAR]);
  return { negated, foldersOnly, parts: anchored ? parts : [STAR, ...parts] };
}

function signsOf(name: string): Sign[] {
  const signs: Sign[] = [];
  const characters = [...name];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    if (character === '*') {
      if (signs.at(-1) !== STAR) signs.push(STAR);
    } else if (character === '?') signs.push(() => true);
    else if (character === '[') {
      const end = endOfSet(characters, at);
      // A set without an end matches nothing.
      signs.push(end < 0 ? () => false : setOf(characters.slice(at + 1, end)));
      at = end < 0 ? characters.length : end;
    } else {
      if (character === '\\' && at + 1 < characters.length) at++;
      const expected = characters[at];
      signs.push((one) => one === expected);
    }
  }
  return signs;
}

/** The index of the `]` of a set; one right after the beginning belongs to the set. */
function endOfSet(characters: readonly string[], from: number): number {
  let at = from + 1;
  if (characters[at] === '!' || characters[at] === '^') at++;
  if (characters[at] === ']') at++;
  for (; at < characters.length; at++) {
    if (characters[at] === '\\') at++;
    else if (characters[at] === ']') return at;
  }
  return -1;
}

function setOf(characters: readonly string[]): (character: string) => boolean {
  const negated = characters[0] === '!' || characters[0] === '^';
  const rest = negated ? characters.slice(1) : characters;
  const ranges: [string, string][] = [];
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '\\' && at + 1 < rest.length) at++;
    const from = rest[at]!;
    const isRange = rest[at + 1] === '-' && at + 2 < rest.length;
    ranges.push([from, isRange ? rest[at + 2]! : from]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

function fitsPart(pattern: Exclude<Rule['parts'][number], typeof STAR>, part: readonly string[]): boolean {
  return fits(pattern, part, (sign, character) => sign(character));
}

/**
 * Whether a sequence of tests and stars matches a sequence of things. Each star takes as little as possible, and only
 * the last one is extended: what an earlier star could take, the last one can take as well.
 */
function fits<Test, Thing>(
  pattern: readonly (Test | typeof STAR)[],
  things: readonly Thing[],
  fitsOne: (test: Exclude<Test, typeof STAR>, thing: Thing) => boolean,
): boolean {
  let [at, next] = [0, 0];
  let [star, taken] = [-1, 0];
  while (next < things.length) {
    const one = pattern[at];
    if (one === STAR) {
      star = at++;
      taken = next;
    } else if (at < pattern.length && fitsOne(one as Exclude<Test, typeof STAR>, things[next]!)) {
      at++;
      next++;
    } else if (star >= 0) {
      at = star + 1;
      next = ++taken;
    } else return false;
  }
  while (pattern[at] === STAR) at++;
  return at >= pattern.length;
}
