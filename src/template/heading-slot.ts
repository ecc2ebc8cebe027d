import { plainTitle } from '../markdown/inline.ts';
import { words } from '../text/fold.ts';
import type { BareSlot, CutContext } from './bare-slot.ts';
import { emptySlot } from './make-slot.ts';
import { isPutOff } from './phrasing.ts';
import type { TemplateSection } from './template.ts';
import { templateText } from './template-text.ts';

/** What is to be put into a template's title where words alone stand for it; brackets there make a name used throughout. */
export function titleSlot(section: TemplateSection, context: CutContext): BareSlot[] {
  const title = plainTitle(section.title).trim();
  const { heading } = section.found;
  const blank = stubInTitle(title);
  if (!heading || !blank || context.variables.some((token) => section.title.includes(token))) return [];
  const unit = { ...templateText(title, context, heading.content), plausible: false };
  const shape = { form: 'heading' as const, unit, blank };
  return [{ ...emptySlot('line', 'title', shape, heading.content), label: blank, guidance: title }];
}

/**
 * What is to be put into a heading, asked first: in place of a blank in it ("Story 2: [Title]"), or of all of a repeating
 * one without a number ("METHOD /path"), which is a stub itself.
 */
export function headingSlot(section: TemplateSection, context: CutContext): BareSlot[] {
  const title = plainTitle(section.title).trim();
  const { heading } = section.found;
  if (!heading || context.variables.some((token) => section.title.includes(token))) return [];
  const unit = { ...templateText(title, context, heading.content), plausible: false };
  const [token, another] = unit.tokens.filter((known) => title.includes(known) && known !== title);
  const blank = token !== undefined && another === undefined ? token : null;
  if (blank === null && (!section.repeat || /\d/.test(title))) return [];
  const shape = { form: 'heading' as const, unit, blank };
  return [{ ...emptySlot('line', 'title', shape, heading.content), label: blank ?? title, guidance: title }];
}

/** "Title" and "name" by the place where the languages put them: as the last word, as the first, or as the end of a word. */
const LAST = /^(?:titles?|names?|titel|überschrift|namn|navn|naam|bezeichnung)$/iu;
const FIRST =
  /^(?:título|titulo|nombre|titre|nom|nome|titolo|название|заголовок|имя|наименование|назва|імʼя|ім'я|тема)$/iu;
const END = /(?:題名|標題|标题|题目|タイトル|名称|名稱|名前|名|제목|이름|명)$/u;
const TEMPLATE =
  /(?:^|\s)(?:templates?|vorlage|plantilla|modèle|modelo|шаблон|sjabloon|mall|szablon)$|(?:テンプレート|模板|템플릿|雛形|ひな形)$/iu;
const QUALIFIES =
  /^(?:short|brief|concise|descriptive|clear|kurzer|kurze|corto|breve|court|curto|краткое|коротка|your|the|a|an|full|working|new|project|your-)$/iu;

/**
 * What in a title stands for one of the author's: "Title" in "ADR-NNNN: Title of the decision", all of "Incident Name",
 * "(model name)", "RFC Template", "NUMBER. TITLE" and "TBD"; null in any other.
 */
export function stubInTitle(title: string): string | null {
  const text = title.trim();
  if (/^\([^()]+\)$/.test(text) || isPutOff(text) || TEMPLATE.test(text)) return text;
  if (/^[^\p{Ll}]+$/u.test(text) && /\b(?:TITLE|NAME|TITEL|TÍTULO|TITRE|NOMBRE|NOM|NOME)\b/u.test(text))
    return text;
  const head = /^(?:.*?(?:[:：–—]|\s-)\s+)?/u.exec(text)![0];
  const rest = text.slice(head.length);
  return standsForTitle(rest) ? rest : null;
}

function standsForTitle(text: string): boolean {
  const said = text.match(/[\p{L}\p{N}'’ʼ-]+/gu) ?? [];
  if (said.length === 0 || said.length > 9) return false;
  const numbered = said.filter((word) => !/^\d+$/.test(word));
  const [first = ''] = numbered;
  if (numbered.length === 1 && /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)*(?:Name|Title)$/u.test(first)) return true;
  if (FIRST.test(first) || END.test(first)) return true;
  // "Incident Title", "Title of the decision", "Short title in a sentence".
  const at = numbered.findIndex((word) => LAST.test(word));
  if (at < 0) return false;
  const after = numbered.slice(at + 1);
  const leads = numbered.slice(0, at);
  const isShort = leads.length <= 2 || leads.every((word) => QUALIFIES.test(word));
  return isShort && (after.length === 0 || PREPOSITION.test(after[0]!)) && words(text).length <= 9;
}

const PREPOSITION = /^(?:of|for|in|as|with|from|goes|here|des|der|für|in|als|om|av|van)$/iu;
