import type { Document } from '../markdown/document.ts';
import { type Part, partsOf } from '../markdown/parts.ts';
import { foldCase, words } from '../text/fold.ts';
import { Phrases } from './languages/index.ts';
import { isHint, isInstruction, isMeasure } from './phrasing.ts';

/**
 * Whether a block is a word to the author that asks for nothing by itself: how long to write, a tip, how to use the
 * template. It does no harm where it stays, but an answer takes it out.
 */
export function isAside(text: string): boolean {
  return isMeasure(text) || isHint(text) || isAboutTemplate(text);
}

/** Whether a line that leads to a block says that the block is an example: both belong to the template. */
export function announcesExample(text: string): boolean {
  return (
    words(text)
      .slice(0, 3)
      .some((word) => EXAMPLE.test(word)) || isInstruction(text)
  );
}

const EXAMPLE =
  /^(?:examples?|samples?|e\.?g|beispiele?|ejemplos?|exemples?|exemplos?|приклад\p{L}?|пример\p{L}?|例|示例|예시?)$/iu;

/**
 * Whether a text names the form of what belongs below it rather than saying something: "A bulleted list of the goals",
 * "Table with role names", "2-3 paragraphs on the context".
 */
export function namesForm(text: string): boolean {
  const said = words(text);
  if (isInstruction(text)) return false;
  const at = said.slice(0, 7).findIndex((word) => FORMS.test(word));
  return (
    at >= 0 &&
    at < 7 &&
    !said.slice(0, at).some((word) => VERBS.test(word)) &&
    !VERBS.test(said[at + 1] ?? '')
  );
}

const FORMS =
  /^(?:lists?|bullets?|tables?|diagrams?|charts?|paragraphs?|sentences?|overview|summary|description|explanation|section|items?|liste|aufzählung|tabelle|übersicht|beschreibung|absatz|satz|lista|listado|tabla|resumen|descripción|párrafo|diagrama|liste|tableau|résumé|paragraphe|schéma|tabela|resumo|descrição|parágrafo|список|таблица|таблиця|описание|опис|схема|перелік)$/iu;
const VERBS =
  /^(?:is|are|was|were|has|have|had|shows?|lists?|contains?|holds?|gives?|describes?|below|above|following|ist|sind|zeigt|enthält|es|son|muestra|est|sont|montre|é|são)$/iu;

/** Whether a text asks to choose one of what stands below it. */
export function asksToPick(text: string): boolean {
  return PICK.test(text);
}

const PICK =
  /\b(?:pick|choose|select|tick|check|mark|keep|leave) (?:only |exactly |just )?(?:one|1)\b|\bone of (?:these|the following)\b|\b(?:wähle|wählen) (?:Sie )?eine?[nrs]?\b|\b(?:elija|elige|elegir|seleccione|marque|escolha|selecione) (?:una?|uma?|solo una?)\b|\b(?:choisir|choisissez|sélectionnez|cochez) une?\b|(?:выберите|обрати|оберіть|выбрать) од[ие]н|(?:一つ|1つ|ひとつ)(?:を)?選|[选選](?:择|擇)?一|하나를? ?(?:선택|고르)/iu;

/** How to change the template's own parts: "Repeat the subsection for each decision", "Skip subsections that …". */
const EDITS =
  /^[*_>(\s]*(?:please )?(?:repeat|copy|duplicate|skip|delete|remove|omit|add|insert|reorder)\b(?:[^.]{0,20}\b(?:this|the|these|each|more|additional|further|other|unused|unneeded|any))?\s+(?:sub-?sections?|sections?|blocks?|rows?|tables?|templates?|headings?|entries|items?)\b[^.]{0,40}\b(?:for (?:each|every|all)|as (?:many|needed|required|necessary)|if|that|when|which|unless|per)\b/;

/**
 * Whether a block before the first section speaks of the template itself ("Template Version", "Replace all
 * {placeholders}…", "Keep this under two pages"): it is left out of a spec, and what looks like a placeholder in it is none.
 */
export function isAboutTemplate(text: string): boolean {
  const folded = foldCase(text);
  return (
    isMeasure(text) ||
    EDITS.test(folded) ||
    /^(?:[*_>\s]|note:?|please|note,? that)*(?:use|copy|duplicate|clone|save|rename|follow) this template\b|\bthis (?:version of the )?(?:template|is the (?:[\w-]+ )?template)\b/.test(
      folded,
    ) ||
    /\btemplate version\b|\bthis is (?:a|an|the) (?:[\w-]+ )?template (?:for|of)\b|\bthis (?:template|file) is (?:filled|a template|used)\b|\b(?:copy|duplicate|clone) this (?:template|file|page)\b/.test(
      folded,
    ) ||
    /\b(?:replace|fill in|fill out)\b[^.]{0,60}\b(?:placeholders?|template|brackets?|all|every)\b/.test(
      folded,
    ) ||
    /\b(?:delete|remove) (?:this|these|all|the) (?:instructions?|block|comments?|guidance|section|notes?|tips?|hints?|text)\b/.test(
      folded,
    )
  );
}

const GUIDANCE_HEAD = new Phrases('guidanceHeads');

/** The bold lines that stand in several sections of a template, as folded texts: they head its guidance, or are labels. */
export function recurringHeads(document: Document): ReadonlySet<string> {
  const sections = new Map<string, number>();
  for (const section of document.sections) {
    const lines = partsOf(document.text, section.blocks).filter(isBoldLine);
    for (const text of new Set(lines.map((part) => part.text)))
      sections.set(text, (sections.get(text) ?? 0) + 1);
  }
  return new Set([...sections].filter(([, count]) => count > 1).map(([text]) => text));
}

/**
 * The parts of a template's section that only order its guidance: bold lines such as "Contents" or "Motivation" above a
 * paragraph, and the HTML that frames them. They recur in other sections, or all such lines of the section are words for
 * guidance.
 */
export function guidanceHeads(shown: readonly Part[], recurring: ReadonlySet<string>): ReadonlySet<Part> {
  const lines = shown.filter(isBoldLine);
  if (lines.length === 0) return new Set();
  const allGuide = lines.every(isGuidanceWord);
  const heads = new Set<Part>();
  for (const [index, part] of shown.entries()) {
    if (!isBoldLine(part) || !(allGuide || (recurring.has(part.text) && isGuidanceWord(part)))) continue;
    const next = shown.slice(index + 1).find((other) => !isFrame(other));
    if (next?.form !== 'prose' || next.labels.length > 0) continue;
    heads.add(part);
    for (const beside of [shown[index - 1], shown[index + 1]])
      if (beside && isFrame(beside)) heads.add(beside);
  }
  return heads;
}

/** Whether HTML only frames what stands between: tags, and the title of what can be folded. */
export function isFrame(part: Part): boolean {
  if (part.form !== 'prose' || part.block.kind !== 'html') return false;
  let inTitle = false;
  return part.text.split(/(<[^<>]*>)/).every((piece) => {
    if (!piece.startsWith('<')) return inTitle || piece.trim() === '';
    inTitle = /^<summary\b/i.test(piece);
    return piece.endsWith('>');
  });
}

function isGuidanceWord(part: Part): boolean {
  return GUIDANCE_HEAD.isWhole(part.text);
}

function isBoldLine(part: Part): boolean {
  if (part.form !== 'prose') return false;
  const [label, another] = part.labels;
  return (
    label !== undefined &&
    another === undefined &&
    label.bold &&
    label.text === '' &&
    !/[:：]/.test(part.text)
  );
}
