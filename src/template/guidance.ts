import { words } from '../text/fold.ts';
import { isAboutTemplate } from './instructions.ts';
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
