import { basename } from 'node:path';

/** The words for a template in the supported languages. */
const WORDS =
  'templates?|vorlagen?|plantillas?|mod[eè]les?|modelos?|gabarits?|skeletons?|шаблон(?:и|ы)?|テンプレート|ひな形|雛形|模板|範本|템플릿';
const TEMPLATE_WORD = new RegExp(`(?:^|[^\\p{L}\\p{N}]|(?<=\\p{Ll})(?=T))(?:${WORDS})(?=$|[^\\p{L}])`, 'giu');
/** Words in scripts without blanks. */
const UNSPACED_WORD = /テンプレート|ひな形|雛形|模板|範本|템플릿/u;

/** A file's name without its extension; a folder's unchanged. */
export function stemOf(name: string): string {
  return name.replace(/\.(?:md|markdown)$/i, '');
}

/** Whether a name contains a word for a template: `_TEMPLATE-decision`, `RFC template (short)`, `DesignTemplate`. */
export function hasTemplateWord(name: string): boolean {
  return name.search(TEMPLATE_WORD) >= 0 || UNSPACED_WORD.test(name) || /\p{Ll}Template(?=$|[^\p{Ll}])/u.test(name);
}

/** A name without the word for a template and what joined it. */
export function withoutTemplateWord(name: string): string {
  return name
    .replace(/(?<=\p{Ll})Template(?=$|[^\p{Ll}])/u, ' ')
    .replace(TEMPLATE_WORD, ' ')
    .replace(UNSPACED_WORD, ' ')
    .replace(/^[\s._()-]+|[\s._()-]+$/g, '');
}

/** The names of documents about their folder. */
const ABOUT_FOLDER =
  /^(?:_?index|readme|read_me|contributing|changelog|changes|summary|toc|license|licence|code_of_conduct|security|authors|support|l[eé]eme|leame|leia-?me|lisez-?moi|liesmich|[ií]ndice|sommaire|inhalt(?:sverzeichnis)?|оглавление|目次|目录|目錄|목차)(?:[._-][a-z]{2})?$/i;

/** Whether a file describes its folder: README, INDEX, CONTRIBUTING. */
export function isAboutFolder(path: string): boolean {
  return ABOUT_FOLDER.test(stemOf(basename(path)));
}

/** A name that begins with a date, such as `2026-07-13-outage`, or a year. */
const DATED = /^(?:19|20)\d\d(?:[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?)?(?=$|\D)/;
const FULL_DATE = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])-./;
const NUMBERED = /^((?:\p{L}{1,12}-)?)(\d{1,9})[-_. ](.*)$/u;

/** Whether a name begins with a whole date and continues: `2026-07-13-outage.md`. */
export function isDated(name: string): boolean {
  return FULL_DATE.test(name);
}

/** The number of a document in its series, with the text around it; null for none, for zero and for a date. */
export function seriesNumber(name: string): { before: string; digits: string; rest: string } | null {
  if (DATED.test(name)) return null;
  const [, before = '', digits = '', rest = ''] = NUMBERED.exec(stemOf(name)) ?? [];
  return digits === '' || Number(digits) === 0 ? null : { before, digits, rest };
}
