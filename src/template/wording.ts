import { hasLetter, UnicodePattern } from '../text/unicode.ts';
import { asksForList } from './guidance.ts';
import { isEmptyWord, Phrases } from './languages/index.ts';
import { isInstruction, isPlaceholderText, sentences, withoutMarks } from './phrasing.ts';
import type { BareSlot } from './slot.ts';
import { readTitle } from './title.ts';
import { isDateForm, withoutTokens } from './tokens.ts';

const LONGEST = 170;
/** A template's text about itself, or about leaving something out, is not a question to the author. */
const ASIDE = new Phrases('asides');
const TITLE_LAST = new Phrases('titleLast');
/** A text that introduces something else, or contains blanks, is not a question. */
const BLANKS = /:$|[{}]|\[[^[\]]+\](?!\()|\s\|\s/;
/** The names of languages whose word on a fence differs from their name. */
const LANGUAGES: Readonly<Record<string, string>> = {
  sql: 'SQL',
  json: 'JSON',
  jsonc: 'JSON',
  yaml: 'YAML',
  yml: 'YAML',
  toml: 'TOML',
  xml: 'XML',
  html: 'HTML',
  js: 'JavaScript',
  javascript: 'JavaScript',
  ts: 'TypeScript',
  typescript: 'TypeScript',
  tsx: 'TypeScript',
  py: 'Python',
  python: 'Python',
  rb: 'Ruby',
  ruby: 'Ruby',
  rs: 'Rust',
  rust: 'Rust',
  go: 'Go',
  java: 'Java',
  c: 'C',
  cpp: 'C++',
  'c++': 'C++',
  cs: 'C#',
  csharp: 'C#',
  kotlin: 'Kotlin',
  swift: 'Swift',
  php: 'PHP',
  proto: 'Protocol Buffers',
  protobuf: 'Protocol Buffers',
  graphql: 'GraphQL',
  mermaid: 'Mermaid',
  bash: 'Bash',
  css: 'CSS',
  http: 'HTTP',
  hcl: 'HCL',
  csv: 'CSV',
  ini: 'INI',
  promql: 'PromQL',
};
const NAMELESS_LANGUAGE = /^(?:text|txt|output|plain|plaintext|console|none)$/i;

/**
 * A question for a slot without a wording in the flow: a heading that asks is the question; else the request in the
 * template's text there; else one made of the label or title (raw) and the kind.
 */
export function questionFor(slot: BareSlot, title: string): string {
  const about = nameOf(title);
  const name = slot.label === null ? about : nameOf(slot.label) || slot.label;
  const isBlock = slot.label === null;
  const asked = isBlock ? about : name.replace(/^(?:Q|Question)(?: ?\d+)?[:.)] */i, '');
  if (asked.endsWith('?')) return asked;
  if (slot.shape.form === 'heading' && slot.shape.blank !== null && namesTitle(slot.shape.blank))
    return `What is the ${inLowerCase(name.replace(/^(?:the|your|another|an?) /i, ''))}?`;
  const named = slot.shape.form === 'heading' ? nameInBrackets(slot.label ?? '') : null;
  if (named !== null) return `What is the ${inLowerCase(named)}?`;
  if (slot.shape.form === 'heading')
    return name === ''
      ? 'What is the heading?'
      : `What takes the place of “${slot.shape.blank ?? name}” in the heading?`;
  const [first = ''] = slot.guidance.split('\n\n');
  const asksForBlock = isBlock && first !== slot.guidance && asksForList(first);
  const prompt =
    asksForBlock || slot.kind === 'paragraph' || slot.shape.form === 'label' || slot.shape.form === 'key'
      ? requestIn(asksForBlock ? first : slot.guidance)
      : '';
  if (prompt !== '') {
    const closed = /[?.!。？！]$/.test(prompt) ? prompt : `${prompt}.`;
    return name === '' || (closed === prompt && isBlock) ? closed : `${name}: ${lowerFirst(closed)}`;
  }
  const under = 'under' in slot.shape ? slot.shape.under : null;
  const place = under === null ? about : nameOf(under) || under;
  const quoted = place === '' ? 'here' : `under “${place}”`;
  switch (slot.kind) {
    case 'choice':
    case 'choices':
      return whichOne(name);
    case 'date':
      return `${name}: on which day?`;
    case 'table':
      return `Which rows belong in the table ${quoted}?`;
    case 'list':
      if (slot.shape.form === 'key') return `What belongs in the list “${name}”?`;
      return `Which points belong ${quoted}?`;
    case 'checklist':
      return slot.shape.form === 'checklist' && slot.shape.picks ? whichOne(name) : `What has to be done ${quoted}?`;
    case 'code':
      return slot.label === null
        ? `How does “${place}” look${inLanguage(slot.language)}?`
        : `${name}: how does it look${inLanguage(slot.language)}?`;
    case 'variable':
      return whatIs(slot.guidance, name);
    default: {
      if (!isBlock) return isDateForm(slot.guidance) ? `${name}: on which day?` : `What should “${name}” say?`;
      const line = lineToComplete(slot);
      if (line !== '') return `Complete this line: ${line}`;
      return `What is there to say ${about === '' ? 'here' : `about “${about}”`}?`;
    }
  }
}

/** Asks for a variable by its name, which is in lower case, or by the words of its first token if they are not English. */
function whatIs(tokens: string, name: string): string {
  const [, written = ''] = /^[{[<(]+\s*([^{}[\]<>()]+?)\s*[}\])>]+/.exec(tokens.replaceAll('\\', '')) ?? [];
  if (!isEnglish(written)) return `What is “${written}”?`;
  const comma = written.indexOf(',');
  return `What is the ${comma < 0 ? name : name.split(' ').slice(0, written.slice(0, comma).split(/\s+/).length).join(' ')}?`;
}

const whichOne = (name: string) => (name === '' ? 'Which one fits?' : `${name}: which one fits?`);

const LONGEST_LINE = 90;

/** A paragraph of one line that only lacks what its placeholders stand for ("Table 2: Tasks of [sprint]"), or ''. */
function lineToComplete({ shape, guidance, units }: BareSlot): string {
  const line = guidance.replace(/<\/?\w+(?:\s[^<>]*)?>/g, '').trim();
  const [tokens = []] = units.map((unit) => unit.tokens);
  const rest = withoutTokens(line, tokens);
  const isOne = shape.form === 'prose' && tokens.length > 0 && line.length <= LONGEST_LINE && !line.includes('\n');
  return isOne && hasLetter(rest) ? withoutMarks(line) : '';
}

const IN_WORDS = new UnicodePattern(
  String.raw`\p{L}\S*(?:\s|[?？]$)|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{4}`,
);
const TWO_WORDS = new UnicodePattern(String.raw`\p{L}\s+\p{L}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{3}`);
const BRACKET_FIRST = new UnicodePattern(String.raw`^[\[({<]\s*(?=\p{L})`);
const ONLY_LETTERS = new UnicodePattern(String.raw`^[\p{L} ]+$`);
const CAPITALISED = new UnicodePattern(String.raw`^\p{Lu}\p{Ll}*[^\p{L}]*$`);
const CAPITAL = new UnicodePattern(String.raw`^\p{Lu}`);

const LINK_FIRST = /^\[[^[\]]*\]\(/;

/** A guidance without drawings and code, without the head of `[comment]: # …`, and with a break before "Example:". */
function inProse(guidance: string): string {
  return guidance
    .replace(/^[ \t]*(`{3,}|~{3,})[\s\S]*?(?:^[ \t]*\1|$(?![\s\S]))/gm, '')
    .replace(/^\[(?:comment|\/\/)\]:[ \t]*#[ \t]*/gm, '')
    .replace(/\n(?=[^\n]{1,20}[:：][ \t]*(?:\n|$))/g, '\n\n');
}

/** The first sentence that asks the author for something; '' if there is none. */
function requestIn(guidance: string): string {
  const prose = inProse(guidance);
  const bare = withoutMarks(prose);
  const bracketed = bare !== prose.trim();
  const all = sentences(bare).map((sentence) => withoutMarks(sentence).replace(/\.[\])}]+$/, '.'));
  const first = all.find(
    (sentence) =>
      sentence.length <= LONGEST &&
      IN_WORDS.test(sentence) &&
      !ASIDE.isIn(sentence) &&
      !BLANKS.test(sentence) &&
      !LINK_FIRST.test(sentence) &&
      isInstruction(sentence),
  );
  // A bracket that closes in a later sentence.
  if (first) return first.replace(BRACKET_FIRST.for(first), '').replace(/^[*_]+(?=[^\s*_])/, '');
  // A text in brackets describes what belongs there, whether it reads as a request or not.
  const [only = ''] = all;
  const describes =
    bracketed &&
    !isPlaceholderText(only) &&
    only.length <= LONGEST &&
    TWO_WORDS.test(only) &&
    !ASIDE.isIn(only) &&
    !/[|{}[\]]/.test(only);
  return describes ? only.replace(/[.:：]$/, '') : '';
}

function nameOf(raw: string): string {
  const { plain } = readTitle(raw.replace(/\((?:optional|only if|if)\b[^()]*\)/gi, ''));
  if (!hasLetter(plain)) return '';
  // "1.0.0 - First release" is not cut to "- First release", and a blank in a title is not part of its name.
  const whole = /^[-–—:]/.test(plain) ? raw : plain;
  return whole
    .replace(/(?<=\S)\s*[(（][^()（）]*[{[<][^()（）]*[)）]\s*$/, '')
    .replace(/\s*[:：–—-]?\s*(?:<[^<>]+>|\{[^{}]+\}|\[[^[\]]+\])\s*$/, (blank, at) => (at === 0 ? blank : ''))
    .trimEnd()
    .replace(/[:：]$/, '')
    .trimEnd();
}

/** Whether a blank in a heading names what it stands for: "Incident Name". */
function namesTitle(blank: string): boolean {
  const named = blank.split(' ');
  const isSign = named.length === 1 && blank === blank.toUpperCase() && blank !== blank.toLowerCase();
  return !isSign && ONLY_LETTERS.test(blank) && named.some((word) => TITLE_LAST.isWhole(word));
}

const MOST_WORDS = 6;

/** The name in a bracketed blank, if it is an English name and not a request: "Alternative" in "{Alternative}". */
function nameInBrackets(blank: string): string | null {
  const inner = /^(?:\{+|\[|<)\s*(?:the |your |an? )?([a-z0-9][a-z0-9 _-]*?)\s*(?:\}+|\]|>)$/i.exec(blank)?.[1];
  if (!inner || !/[a-z]{2}/i.test(inner) || !isEnglish(inner) || isInstruction(inner)) return null;
  const name = inner.replace(/[_-]+/g, ' ');
  if (name.split(' ').length > MOST_WORDS) return null;
  return inner.includes('_') ? name.toLowerCase() : name;
}

function inLanguage(language: string): string {
  if (language === '' || NAMELESS_LANGUAGE.test(language)) return '';
  return ` in ${LANGUAGES[language.toLowerCase()] ?? language}`;
}

/** The small words of English. Any other small word is of another language. */
const SMALL_WORD =
  /^(?:an?|the|of|for|to|in|on|and|or|with|by|from|at|as|is|into|its|your|our|this|that|per|be|was|are|it)$/;

/** Whether a name may be English: it has no letters beyond ASCII and no small words of other languages. */
function isEnglish(name: string): boolean {
  const small = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(isEmptyWord);
  return !/[^\0-~]/.test(name) && small.every((word) => SMALL_WORD.test(word));
}

/** The words of a name in lower case, except for names within it. */
function inLowerCase(text: string): string {
  return text.split(' ').map(lowerFirst).join(' ');
}

function lowerFirst(text: string): string {
  // A name keeps its spelling: "GitHub", "iOS", "API", "Jira URL".
  const [, first = '', next = ''] = /^(\S+)\s*(\S*)/.exec(text) ?? [];
  return CAPITALISED.test(first) && !CAPITAL.test(next) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
