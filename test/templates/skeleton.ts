/** What makes up a template, each in document order: what must not change when its guidance is reworded. */
export interface Skeleton {
  headings: string[];
  tableHeads: string[];
  labels: string[];
  tokens: string[];
  languages: string[];
  /** The lines of all fenced code, without indentation, empty lines and lines that are a comment alone. */
  code: string[];
}

/** A fenced block with its language and its content. */
export interface Code {
  language: string;
  text: string;
}

const HEADING = /^#{1,6} /;
const DELIMITER_ROW = /^\|[-:| ]+\|$/;
const LABEL = /^(?:[-*] |\d+\. |> )?(?:\*\*([^*]+)\*\*:?|([A-Z][A-Za-z -]{2,30}): )/;
const TOKEN = /\{[^{}\n"]+\}|\[[^[\]\n]{2,}\](?!\()|YYYY-MM-DD|\.{3}/g;

/** The lines of a Markdown text, each with the language of the fence it stands in; null outside of fences. */
function linesOf(markdown: string): { line: string; code: string | null; opens: boolean }[] {
  let code: string | null = null;
  return markdown.split('\n').map((raw) => {
    const line = raw.trim();
    const fence = /^`{3}(\S*)/.exec(line);
    if (fence && code === null) {
      code = fence[1]!;
      return { line, code, opens: true };
    }
    const inside = code;
    if (fence) code = null;
    return { line: fence ? '' : line, code: inside, opens: false };
  });
}

/** The skeleton of a template, by its lines alone. */
export function skeletonOf(markdown: string): Skeleton {
  const lines = linesOf(markdown);
  const prose = lines.filter(({ code }) => code === null).map(({ line }) => line);
  return {
    headings: prose.filter((line) => HEADING.test(line)),
    tableHeads: prose.filter((_, index) => DELIMITER_ROW.test(prose[index + 1] ?? '')),
    labels: prose.flatMap((line) => {
      const label = LABEL.exec(line);
      return label ? [label[1] ?? label[2]!] : [];
    }),
    tokens: lines.flatMap(({ line }) => line.match(TOKEN) ?? []),
    languages: lines.filter(({ opens }) => opens).map(({ code }) => code!),
    code: lines
      .filter(({ line, code, opens }) => code !== null && !opens && line !== '' && !line.startsWith('#'))
      .map(({ line }) => line),
  };
}

/** The fenced blocks of a Markdown text. */
export function codeOf(markdown: string): Code[] {
  return [...markdown.matchAll(/^`{3}(\S*)\n(.*?)^`{3}$/gms)].map(([, language, text]) => ({
    language: language!,
    text: text!,
  }));
}

/**
 * The sentences of a Markdown text with six words or more, without marks and in lower case: of prose, items, cells and
 * comments, and of the comments in code; headings, code, placeholders and link targets are none.
 */
export function sentencesOf(markdown: string): string[] {
  return linesOf(markdown)
    .filter(({ line, code }) => (code === null ? !HEADING.test(line) : line.startsWith('# ')))
    .flatMap(({ line }) => line.replace(/\{[^{}]*\}|`[^`]*`|\]\([^()]*\)/g, ' ').split(/\||[.?!](?=\s|$)/))
    .map(plainWords)
    .filter((sentence) => sentence.split(' ').length >= 6);
}

/** The words of a text in lower case, one blank between them. */
export function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).join(' ');
}
