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

/** Whether a text asks to choose one of what stands below it. */
export function asksToPick(text: string): boolean {
  return PICK.test(text);
}

const PICK =
  /\b(?:pick|choose|select|tick|check|mark|keep|leave) (?:only |exactly |just )?(?:one|1)\b|\bone of (?:these|the following)\b|\b(?:wähle|wählen) (?:Sie )?eine?[nrs]?\b|\b(?:elija|elige|elegir|seleccione|marque|escolha|selecione) (?:una?|uma?|solo una?)\b|\b(?:choisir|choisissez|sélectionnez|cochez) une?\b|(?:выберите|обрати|оберіть|выбрать) од[ие]н|(?:一つ|1つ|ひとつ)(?:を)?選|[选選](?:择|擇)?一|하나를? ?(?:선택|고르)/iu;
