import { MAX_LINE } from '../../src/text/source.ts';

/** A document that means harm, or is merely strange. */
export interface Hostile {
  name: string;
  bytes: () => Uint8Array;
  /** The problem that refuses it; null where it is read like any other. */
  refused: 'not-text' | 'too-large' | 'too-deep' | null;
}

/** The sizes of the corpus: a fiftieth by default, all of it with SOAK=1. */
const k = process.env.SOAK ? 1000 : 20;
const times = (part: string, count: number) => part.repeat(count);
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const body = (text: string) => `# Title\n\n## Purpose\n\n${text}\n\n## Responsibilities\n\nLast words.\n`;

/** In a section of a document that is otherwise fine. */
const within = (name: string, text: () => string, refused: Hostile['refused'] = null): Hostile => ({
  name,
  bytes: () => Buffer.from(body(text())),
  refused,
});

/** The whole document. */
const whole = (name: string, text: () => string, refused: Hostile['refused'] = null): Hostile => ({
  name,
  bytes: () => Buffer.from(text()),
  refused,
});

const bytes = (name: string, make: () => Uint8Array, refused: Hostile['refused']): Hostile => ({
  name,
  bytes: make,
  refused,
});

/** Sequences that a terminal acts on, by what they do. */
export const SEQUENCES: Readonly<Record<string, string>> = {
  'sets the title': '\x1b]0;owned\x07',
  'makes a link': '\x1b]8;;https://example.org\x1b\\text\x1b]8;;\x1b\\',
  'writes the clipboard': '\x1b]52;c;b3duZWQ=\x07',
  'sets colours': '\x1b[31;1mred\x1b[0m',
  'moves the cursor': '\x1b[2J\x1b[1;1H',
  'leaves the alternate screen': '\x1b[?1049l',
  'asks the terminal to answer': '\x1b[c\x1b[6n\x05',
  resets: '\x1bc',
  'runs on without an end': '\x1b]0;',
  'C1 CSI': '\u009b31mred\u009b0m',
  'C1 OSC': '\u009d0;owned\u009c',
  DCS: '\x1bP$q"p\x1b\\',
  'bell and backspace': 'a\x07b\x08\x08c',
  'vertical tab, form feed, DEL': 'a\x0bb\x0cc\x7f',
  'a carriage return over what was said': 'honest\rforged',
  reorders: '\u202egnp.txt\u202c \u2066isolated\u2069 \u200f',
  hides: 'a\u200bb\u2060c\u00add\ufeffe',
  tags: `a\u{e0041}\u{e0042}\u{e007f}`,
  'separates lines': 'a\u2028b\u2029c\u0085d',
};

const ESCAPES: Hostile[] = Object.entries(SEQUENCES).map(([name, sequence]) =>
  whole(`a sequence that ${name}, everywhere`, () =>
    [
      `---\ntitle: "x${sequence.replace(/[\r"\\\x07\x08]/g, '')}"\n---`,
      `# Title ${sequence}`,
      `${sequence} **Status**: ${sequence}`,
      `## Purpose\n\n${sequence}\n\n> ${sequence}\n\n- [ ] ${sequence}\n- ${sequence}`,
      `| ${sequence} | b |\n|---|---|\n| ${sequence} | [x](${sequence}) |`,
      `\`${sequence}\` [text ${sequence}](https://example.org/${sequence} "${sequence}") <!-- ${sequence} -->`,
      `\`\`\`${sequence}\n${sequence}\n\`\`\``,
      `[^1]: ${sequence}\n\n[${sequence}]: /url`,
      `## Responsibilities ${sequence}\n\nTBD ${sequence} {placeholder ${sequence}} [Name ${sequence}]`,
      `<!-- spec-wizard: template=component keep=${sequence.replace(/[\r\n]/g, '')} -->\n`,
    ].join('\n\n'),
  ),
);

const DEPTH: Hostile[] = [
  within('20 kB of >', () => times('>', 20_000), 'too-deep'),
  within('99 nested quotes', () => `${times('> ', 99)}deep`),
  within('many bullets on a line', () => `${times('* ', 10 * k)}a`, 'too-deep'),
  within('many numbers on a line', () => times('1. ', 10 * k), 'too-deep'),
  within('lists nested by indentation', () => lines(1000, (index) => `${times('  ', index)}- a`), 'too-deep'),
  within('quotes in lists in quotes', () => times('> - ', 5 * k), 'too-deep'),
  within('many opening brackets', () => times('[', 20 * k)),
  within('many opening image brackets', () => times('![', 20 * k)),
  within('many opening parentheses of a link', () => times('[a](', 20 * k)),
  within('many nested emphases', () => `${times('*a **b ', 5 * k)}`),
  within('opened emphases of two kinds', () => times('*a_ ', 6250)),
  within('footnotes that hold themselves', () => '[^a]: [^b]\n\n[^b]: [^a]\n\nText[^a].'),
  within('nested footnotes', () => lines(200, (index) => `${times('    ', index)}[^${index}]: a`), 'too-deep'),
];

const REPEATS: Hostile[] = [
  within('many stars', () => times('*', 50 * k)),
  within('many underlines between letters', () => times('a_', 50 * k)),
  within('many tildes', () => times('~', 50 * k)),
  within('runs of backticks, each longer', () =>
    Array.from({ length: 600 }, (_, index) => times('`', index + 1)).join(' '),
  ),
  within('many less-than signs', () => times('<', 50 * k)),
  within('many opened comments', () => times('<!-- ', 30 * k)),
  within('many closed comments', () => times('<!-- --> ', 20 * k)),
  within('many opened tags', () => times('<a ', 50 * k)),
  within('tags with attributes without an end', () => `<a ${times('b="c" ', 20 * k)}`),
  within('many divs', () => times('<div>\n', 20 * k)),
  within('many opened declarations', () => times('<!A ', 50 * k)),
  within('many opened instructions', () => times('<?', 50 * k)),
  within('many opened braces', () => times('{', 50 * k)),
  within('many pairs of opened braces with blanks', () => times('{{ ', 50 * k)),
  within('a formula of many braces', () => `$${times('x_{a}', 30 * k)}`),
  within('a long placeholder', () => `{${times('a ', 50 * k)}}`),
  within('many placeholders on a line', () => times('[Component Name] ', 10 * k)),
  within('many choices on a line', () => times('A | ', 20 * k)),
  within('many entities', () => times('&amp;', 20 * k)),
  within('many ampersands', () => times('&', 50 * k)),
  within('many backslashes', () => times('\\', 100 * k)),
  within('bare addresses', () => times('http://a.b/', 15 * k)),
  within('www without an end', () => times('www.', 40 * k)),
  within('mail addresses without an end', () => times('a@', 50 * k)),
  within('a mail address of dots', () => `${times('a.', 50 * k)}@`),
  within('an address of closing parentheses', () => `http://a.b/${times(')', 50 * k)}`),
  within('an address of semicolons', () => `http://a.b/${times('&a;', 30 * k)}`),
  within('hashes', () => times('#', 100 * k)),
  within('hashes after a heading', () => `### a ${times('# ', 50 * k)}b`),
  within('a rule of many dashes', () => times('- ', 50 * k)),
  within('rules of stars, broken', () => `${times('* ', 90)}a`),
  within('tabs', () => times('\t', 100 * k)),
  within('blanks at the end of lines', () => lines(1 * k, () => `a${times(' ', 200)}`)),
  within('blank lines of blanks', () => lines(20 * k, () => times(' ', 20))),
  within('no-break spaces', () => times('\u00a0', 100 * k)),
  within('combining marks', () => `a${times('\u0301', 100 * k)}`),
  within('joined emoji', () => times('👩‍👩‍👧‍👦', 5 * k)),
  within('one joined emoji without an end', () => times('👩\u200d', 20 * k)),
  within('flags', () => times('🇩', 25 * k)),
  within('right-to-left', () => times('שלום ', 15 * k)),
  within('Hangul letters to be joined', () => times('\u1112\u1161\u11ab', 20 * k)),
  within('a fence of many backticks', () => times('`', 100 * k)),
  within('an unclosed fence', () => `\`\`\`\n${times('a\n', 50 * k)}`),
  within('many unclosed fences, each longer', () => lines(400, (index) => times('`', index + 3))),
  within('an unclosed comment', () => `<!-- ${times('a\n', 50 * k)}`),
  within('an unclosed script', () => `<script>${times('a\n', 50 * k)}`),
];

const SIZE: Hostile[] = [
  within('a line as long as it may be', () => times('a', MAX_LINE)),
  within('a line of many words', () => times('ab ', 66_000)),
  within('a line above the limit', () => times('a', MAX_LINE + 1), 'too-large'),
  within('much prose in one paragraph', () =>
    lines(14 * k, (index) => `Line ${index} says what it has to say and then goes on for a while.`),
  ),
  within('much prose in paragraphs', () =>
    lines(14 * k, (index) => `Paragraph ${index} says what it has to say, and goes on for a bit.\n`),
  ),
  within('a paragraph with an underline', () => `${times('a\n', 50 * k)}===`),
  whole('many headings', () => lines(20 * k, (index) => `## Heading ${index}`)),
  whole('many equal headings', () => lines(20 * k, () => '## Purpose\n\ntext\n')),
  whole('many headings, six levels', () => lines(20 * k, (index) => `${times('#', (index % 6) + 1)} H ${index}`)),
  whole('a heading of many letters', () => `# ${times('a', 100 * k)}\n`),
  within('many definitions', () => lines(20 * k, (index) => `[ref ${index}]: /url "title"`)),
  within(
    'many references to many definitions',
    () => `${lines(5 * k, (index) => `[r${index}]`)}\n\n${lines(5 * k, (index) => `[r${index}]: /u`)}`,
  ),
  within('a definition whose label has no end', () => `[${times('a\n', 20 * k)}`),
  within('a table of many columns', () => `|${times('a|', 2 * k)}\n|${times('-|', 2 * k)}\n|${times('b|', 2 * k)}`),
  within('a table of many rows', () => `| a | b |\n|---|---|\n${lines(20 * k, () => '| 1 | 2 |')}`),
  within(
    'a table whose rows have no cells',
    () => `|${times('a|', 1 * k)}\n|${times('-|', 1 * k)}\n${lines(2 * k, () => '|')}`,
  ),
  within('tables without rows', () => lines(10 * k, () => '| a |\n|---|\n')),
  within('many tasks', () => lines(20 * k, () => '- [ ] a')),
  within('many items of one list, loose', () => lines(20 * k, () => '- a\n')),
  within('items numbered to the limit', () => lines(5 * k, () => '999999999. a')),
  within('many rules', () => lines(20 * k, () => '---\n')),
  whole('blanks without end', () => lines(50 * k, () => times(' ', 100))),
  whole('many line ends', () => times('\n', 2_000_000)),
  whole('a spec of CR alone', () => body(times('word ', 1000)).replaceAll('\n', '\r')),
  whole('a spec on one line', () => body('text').replaceAll('\n', ' ')),
  whole('nothing', () => ''),
  whole('blanks', () => '  \n\t\n'),
  bytes('11 MB', () => Buffer.alloc(11 * 1024 * 1024, 'word '.repeat(20).concat('\n')), 'too-large'),
];

const BYTES: Hostile[] = [
  bytes('UTF-16', () => Buffer.from('\ufeff# Title\n', 'utf16le'), 'not-text'),
  bytes('UTF-16 without a mark', () => Buffer.from('# Title\n', 'utf16le'), 'not-text'),
  bytes('Latin-1', () => Buffer.from('# Naïve\n', 'latin1'), 'not-text'),
  bytes('a character cut off', () => Buffer.from([0x61, 0xe2, 0x82]), 'not-text'),
  bytes('a surrogate', () => Buffer.from([0xed, 0xa0, 0xbd]), 'not-text'),
  bytes('NUL', () => Buffer.from('# Title\0\n'), 'not-text'),
  bytes(
    'random bytes',
    () => Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 256)),
    'not-text',
  ),
  whole('a BOM, two of them', () => '\ufeff\ufeff# Title\n\n## Purpose\n\ntext\n'),
];

const matter = (name: string, block: () => string) =>
  whole(`front matter: ${name}`, () => `${block()}\n# Title\n\n## Purpose\n\nText.\n`);
const RUN = 'require("fs").writeFileSync(process.env.BAIT, "ran")';

const FRONT_MATTER: Hostile[] = [
  ...[
    '---js',
    '--- js',
    '--- JS',
    '---javascript',
    '---\tjavascript',
    '---JavaScript',
    '---coffee',
    '---json',
    ';;;js',
    '+++',
  ].map((fence) => matter(fence, () => `${fence}\nmodule.exports = ${RUN}\n${fence.slice(0, 3)}`)),
  matter('a YAML function', () => `---\na: !!js/function 'function () { ${RUN} }'\nb: !!js/undefined ''\n---`),
  matter(
    'a YAML regular expression',
    () => "---\na: !!js/regexp /(a+)+$/\nb: !!python/object/apply:os.system ['id']\n---",
  ),
  matter(
    'a bomb of aliases',
    () =>
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${lines(9, (index) => {
        const [name, before] = ['bcdefghij'[index]!, 'abcdefghi'[index]!];
        return `${name}: &${name} [${times(`*${before},`, 9).slice(0, -1)}]`;
      })}\ntitle: *j\n---`,
  ),
  matter(
    'a bomb of merges',
    () =>
      `---\na: &a {x: 1}\n${lines(20, (index) => `k${index}: &k${index} {<<: [*${index ? `k${index - 1}` : 'a'}, *${index ? `k${index - 1}` : 'a'}]}`)}\n---`,
  ),
  matter('an alias of itself', () => '---\na: &a [*a]\nb: &b {c: *b}\n---'),
  matter('many anchors', () => `---\n${lines(4 * k, (index) => `k${index}: &a${index} 1`)}\n---`),
  matter('many opened brackets', () => `---\na: ${times('[', 20 * k)}\n---`),
  matter('many opened braces', () => `---\na: ${times('{a: ', 10 * k)}\n---`),
  matter('nested by indentation', () => `---\n${lines(300, (index) => `${times(' ', index)}a:`)}\n---`),
  matter('many dashes', () => `---\n${times('- ', 20 * k)}a\n---`),
  matter(
    '__proto__',
    () => '---\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\ntoString: x\n---',
  ),
  matter('the same key twice', () => '---\ntitle: a\ntitle: b\n---'),
  matter('tabs', () => '---\ntitle:\ta\n\tb: c\n---'),
  matter('never closed', () => `---\n${times('a: b\n', 1 * k)}`),
  matter('many keys', () => `---\n${lines(4 * k, (index) => `key${index}: v`)}\n---`),
  matter('1 MB', () => `---\n${lines(70 * k, (index) => `key${index}: v`)}\n---`),
  matter('two documents', () => '---\na: 1\n--- # next\nb: 2\n---'),
  matter(
    'a number that is too large, a date that is none',
    () => '---\na: 1e999\nb: 0x7fffffffffffffffffffff\nc: 9999-99-99\nd: .inf\n---',
  ),
  matter('a key that is a map', () => '---\n? {a: b}\n: c\n? [d]\n: e\n---'),
  matter('a block scalar without an end', () => `---\na: |\n${lines(5 * k, () => ' x')}\n---`),
  matter('a directive', () => '---\n%YAML 9.9\n%TAG ! tag:example.org,2000:\na: !x 1\n---'),
];

const mark = (name: string, inner: string) =>
  whole(`the mark: ${name}`, () => `${body('text')}\n<!-- spec-wizard: ${inner} -->\n`);

const MARKS: Hostile[] = [
  mark('a path upwards', 'template=../../../../../../etc/passwd'),
  mark('an absolute path', 'template=/etc/passwd'),
  mark('a device', 'template=/dev/zero'),
  mark('an address', 'template=https://example.org/t.md'),
  mark('__proto__', 'template=__proto__ keep=__proto__,constructor omit=__proto__'),
  mark('a sequence', 'template=\x1b]0;owned\x07'),
  mark('many ids', `template=component keep=${times('a/b,', 4 * k)}`),
  mark('many blanks', times(' ', 100 * k)),
  mark('broken escapes', 'template=%00%zz%e2%82 keep=%,%%'),
  whole('many marks', () => times('<!-- spec-wizard: template=component -->\n', 1 * k)),
  whole(
    'the mark: never closed',
    () => `${body('text')}\n<!-- spec-wizard: template=component ${times('<!-- ', 10 * k)}`,
  ),
];

/** What is repeated: single characters, and a few together that open, close or begin something. */
const REPEATED = [
  ...' \t\u00a0#*_`-=|:.!?()[]{}<>&\\/\'"~^0a\u0301',
  ...['](', '<>', '{a}', '[x] ', '\\_', '`a', '"a" '],
];

/**
 * The same many times in the middle of everything: what looks for the end of a run from each of its places takes forever.
 * Every second of them by default, all with SOAK=1.
 */
const RUNS_OF: Hostile[] = REPEATED.filter((_, at) => process.env.SOAK || at % 2 === 0).map((repeated) =>
  whole(`many ${JSON.stringify(repeated)} in every place`, () => {
    const run = times(repeated, (30 * k) / repeated.length);
    const title = `a${run}b`;
    return [
      `---\ntitle: "x"\nnote: a # ${run.replaceAll('"', '')}b\n---`,
      `# ${title}`,
      `**Status**: ${title}\n**Sta${run}tus**: x\nVersion${run}: 1 | b${run}c`,
      `## Purpose\n\n${title}\n${title}`,
      `## ${title} (if applicable) c`,
      `- ${title}\n  ${title}\n- [ ] ${title}\n1. ${title}\n- **Term**: ${title}`,
      `> ${title}`,
      `| ${title} | b |\n|---|---|\n| ${title} | {c${run}d} |`,
      `<!-- ${title} -->\n\nText <!-- ${title} --> text`,
      `[${title}](/url "${run}b") ![${title}](/url) [x][${title}]`,
      `{${title}} [Name ${title}] <${title}> (fill ${title})`,
      `\`\`\`js ${title.replaceAll('`', '')}\n${title}\n\`\`\``,
      `[ref]: /url "${title}"\n\n[^1]: ${title}`,
      `## Responsibilities\n\nTBD ${title} https://example.org/${run}b a${run}@example.org`,
      `<!-- spec-wizard: template=component keep=${run}b -->\n`,
    ].join('\n\n');
  }),
);

/** Every hostile document, made when it is asked for. Large ones are never stored. */
export const CORPUS: readonly Hostile[] = [
  ...ESCAPES,
  ...DEPTH,
  ...REPEATS,
  ...SIZE,
  ...BYTES,
  ...FRONT_MATTER,
  ...MARKS,
  ...RUNS_OF,
];
