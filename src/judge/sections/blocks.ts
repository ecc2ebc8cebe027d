import { speaksOfExample } from '../../template/guidance.ts';
import { Phrases } from '../../template/languages/index.ts';
import { isQuestion } from '../../template/phrasing.ts';
import type { ShapedSlot, TemplateText } from '../../template/slot.ts';
import { nameKey } from '../../template/title.ts';
import { isDots } from '../../template/tokens.ts';
import { wordCount } from '../../text/fold.ts';
import type { Range } from '../../text/range.ts';
import type { Verdict } from '../reading.ts';
import { notApplicableReason } from '../rules/author-text.ts';
import { judgeText } from '../rules/index.ts';
import { isFilledIn } from '../rules/template-text.ts';
import type { ContentBlock, SectionContent } from './content-blocks.ts';
import { firstSentenceLeft, partlyLeft, TELLING_WORDS } from './leftovers.ts';
import { insert, missingPart, siteOf, valueAt } from './site.ts';
import { judgeTable } from './table.ts';

/** Judges a slot that is whole blocks: the rest of the template's text, and the author's. */
export function judgeBlocks(slot: ShapedSlot, content: SectionContent): Verdict {
  const { blocks, body, text } = content;
  const mine = content.bySlot.get(slot) ?? [];
  const own: ContentBlock[] = [];
  const asides: ContentBlock[] = [];
  const left: ContentBlock[] = [];
  for (const piece of mine) (piece.left ? (piece.left.aside ? asides : left) : own).push(piece);
  if (slot.shape.form === 'table') {
    const table = mine.find((piece) => piece.form === 'table');
    if (table) return withGuidance(judgeTable(slot, table, text, content.isOriginal), left);
  }
  const nobodys = content.bySlot.get(null) ?? [];
  const loose = nobodys.filter((piece) => !piece.left);
  const stray = nobodys.filter((piece) => piece.left);
  const takesAll = slot.shape.form === 'prose' || slot.shape.form === 'implied';
  const answer = takesAll ? [...own, ...loose] : own;
  const prompts = [...left, ...(takesAll ? stray : [])];
  // A prompt above its answer is answered.
  const leftovers = prompts.filter((piece) => !isAnsweredBelow(piece, content));
  if (leftovers.length === 0 && prompts.length > 0 && answer.length === 0)
    return {
      state: 'answered',
      rule: 'own-words',
      site: siteOf(prompts, content),
      evidence: null,
      value: null,
    };
  const [option, another] = left;
  if (slot.kind === 'choice' && slot.shape.form === 'list' && option) {
    const site = siteOf(left, content);
    return another
      ? { state: 'untouched', rule: 'open-choice', site, evidence: option, value: null }
      : { state: 'answered', rule: 'answered', site, evidence: null, value: option.text };
  }
  if (leftovers.length === 0 && answer.length === 0) {
    const isLacking = lacksAmongHeads(slot, content);
    const none =
      (isLacking ? null : ownWords(slot, content, loose)) ?? missingPart(body, blocks.length === asides.length);
    return none.site?.form === 'insert' && asides.length > 0 ? { ...none, site: siteOf(asides, content) } : none;
  }
  const guides = (piece: ContentBlock) => !takesAll && piece.form === 'prose' && slot.shape.form !== 'fence';
  const isAll = [...leftovers, ...answer].every(guides);
  const placed = [...leftovers, ...answer].filter((piece) => isAll || !guides(piece));
  const site = siteOf([...placed, ...amongTasks(slot, mine, loose)], content) ?? insert(body);
  const value = answer.length > 0 ? valueAt(slot, site, answer, leftovers, text) : null;
  const verdict = (
    finding: { state: Verdict['state']; rule: string; needle?: string },
    evidence: Range | null,
  ): Verdict => ({ ...finding, site, evidence, value });
  const isOpenQuestion = openQuestions(slot, prompts, leftovers, own);
  if (answer.length === 0) {
    const question = leftovers.find(isOpenQuestion);
    if (question) return verdict({ state: 'partial', rule: 'unanswered' }, question);
    const findings = leftovers.map((piece) => ({
      piece,
      finding: judgeText({ text: piece.text, unit: piece.left, same: true, slot }),
    }));
    // Names have their own questions, and dots stand for more of the rest.
    const worst =
      findings.find(
        ({ piece, finding }) =>
          !['unconfirmed', 'boilerplate', 'answered'].includes(finding.state) && !isDots(piece.text),
      ) ??
      findings.find(({ finding }) => finding.state !== 'unconfirmed') ??
      findings[0]!;
    return verdict(worst.finding, worst.piece);
  }
  const chosen = hasOwnItems(slot, answer, leftovers);
  const stands = leftovers.filter(
    ({ left, text, form }) =>
      !(left!.plausible && (isFilledIn(left!.pattern, text, form) || (form === 'item' && chosen))),
  );
  const beside =
    stands.find((piece) => (counts(piece.left!) && !piece.left!.plausible) || isOpenQuestion(piece)) ??
    stands.find((piece) => counts(piece.left!)) ??
    leftovers.find((piece) => piece.form === 'item' && isDots(piece.text));
  if (beside && isOpenQuestion(beside)) return verdict({ state: 'partial', rule: 'unanswered' }, beside);
  if (beside)
    return verdict(
      beside.left!.plausible ? { state: 'unconfirmed', rule: 'example' } : { state: 'partial', rule: 'left-beside' },
      beside,
    );
  for (const piece of answer) {
    const next = blocks[piece.place + 1];
    const goesOn = next && !next.left && (next.slot === slot || (takesAll && next.slot === null));
    if (goesOn && isQuestion(piece.text)) continue;
    const part = partlyLeft(slot, piece, text) ?? firstSentenceLeft(piece, content);
    if (part) return verdict(part, piece);
  }
  const put = answer
    .filter((piece) => piece.form !== 'fence' && piece.form !== 'table' && piece.form !== 'heading')
    .map((piece) => ({ piece, finding: judgeText({ text: piece.text, unit: null, same: false, slot }) }));
  const none = put.find(({ finding }) => finding.state === 'not-applicable');
  if (none && answer.length === 1)
    return {
      ...verdict(none.finding, none.piece),
      reason: notApplicableReason(none.piece.text),
      value: null,
    };
  const open = put.find(
    ({ finding }) => finding.state === 'pending' && (finding.rule !== 'no-answer' || put.length === 1),
  );
  if (open) return verdict(open.finding, open.piece);
  return verdict({ state: 'answered', rule: 'answered' }, null);
}

/**
 * Whether a prompt of the template has the author's answer directly below it: a question with anything but a table or
 * code that has its own question, an instruction with the code that it asks for, or an introduction with a colon and
 * its list or table.
 */
function isAnsweredBelow(piece: ContentBlock, { blocks, claimed }: SectionContent): boolean {
  const unit = piece.left!;
  const next = blocks[piece.place + 1];
  if (!next || next.left || unit.tokens.length > 0) return false;
  // Labels between the two have their own questions.
  if (claimed.some(({ start, end }) => start >= piece.end && end <= next.start)) return false;
  if (isKeptPrompt(piece) && next.part !== piece.part && next.form !== 'heading') return true;
  if (isQuestion(unit.pattern.text))
    return piece.form === 'item' ? next.form !== 'item' && next.form !== 'heading' : answersQuestion(next, piece);
  if (piece.form !== 'prose') return false;
  const isBlock = next.form === 'fence' || next.form === 'table' || next.form === 'item';
  if (isBlock && /[:：][*_]*$/.test(unit.pattern.text) && !speaksOfExample(unit.pattern.text))
    return next.slot?.shape.form !== 'prose';
  return CODE.isIn(unit.pattern.text) && next.form === 'fence' && next.slot?.shape.form === 'fence';
}

/**
 * Whether a block below a question answers it: text or a list always, a table or code only if the template does not ask
 * for it separately.
 */
function answersQuestion({ form, slot }: ContentBlock, question: ContentBlock): boolean {
  if (form === 'prose' || form === 'item') return true;
  return form !== 'heading' && (slot === null || slot === question.slot);
}

/** Whether an item is one of several prompts in a list that answers have divided, each above its answer. */
function isKeptPrompt({ form, part, slot }: ContentBlock): boolean {
  if (form !== 'item' || part?.form !== 'list' || slot?.shape.form !== 'list') return false;
  return slot.shape.items.length > 1 && part.items.length < slot.shape.items.length;
}

/**
 * Returns a test for unanswered questions in a list whose questions are answered one by one, each after the question or
 * below it. An answer below all of them may answer all.
 */
function openQuestions(
  { shape }: ShapedSlot,
  prompts: readonly ContentBlock[],
  leftovers: readonly ContentBlock[],
  own: readonly ContentBlock[],
): (piece: ContentBlock) => boolean {
  const questions = shape.form === 'list' ? shape.items.map(({ pattern }) => pattern.text).filter(isQuestion) : [];
  if (questions.length < 2) return () => false;
  const asks = ({ form, left }: ContentBlock) => form === 'item' && questions.includes(left?.pattern.text ?? '');
  const isOneByOne =
    prompts.slice(0, -1).some((piece) => asks(piece) && !leftovers.includes(piece)) ||
    own.some(({ form, text }) => form === 'item' && questions.some((question) => text.startsWith(question)));
  return (piece) => isOneByOne && asks(piece);
}

/**
 * Whether the author edited a list, so that the remaining plausible items of the template were chosen: most items are
 * the author's, or those with placeholders are.
 */
function hasOwnItems(
  { shape }: ShapedSlot,
  answer: readonly ContentBlock[],
  leftovers: readonly ContentBlock[],
): boolean {
  const own = answer.filter(({ form }) => form === 'item').length;
  const left = leftovers.filter(({ form }) => form === 'item');
  const asks = ({ tokens, stub }: TemplateText) => tokens.length > 0 || stub;
  const isList = shape.form === 'list' || shape.form === 'checklist';
  const isFilled = isList && shape.items.some(asks) && left.every((piece) => !asks(piece.left!));
  return own > 0 && (isFilled || own > left.filter((piece) => piece.left!.plausible).length);
}

const CODE = new Phrases('code');

/** A table's verdict if the template's words about it are still beside it. */
function withGuidance(verdict: Verdict, left: readonly ContentBlock[]): Verdict {
  const beside = left.find((piece) => counts(piece.left!));
  if (!beside || verdict.state !== 'answered') return verdict;
  return beside.left!.plausible
    ? { ...verdict, state: 'unconfirmed', rule: 'example', evidence: beside }
    : { ...verdict, state: 'partial', rule: 'left-beside', evidence: beside };
}

/** The author's additions among the items of a checklist that is meant to stay, as one list. */
function amongTasks(
  slot: ShapedSlot,
  mine: readonly ContentBlock[],
  loose: readonly ContentBlock[],
): readonly ContentBlock[] {
  if (slot.kind !== 'checklist' || loose.length === 0) return [];
  const lists = new Set(mine.map(({ part }) => part));
  return loose.filter(({ form, part }) => form === 'item' && lists.has(part));
}

/**
 * Whether one of two lists, tables or pieces of code is missing below its own line ("Out of scope:"), where the author
 * has the other below its.
 */
function lacksAmongHeads({ shape }: ShapedSlot, { blocks, heads }: SectionContent): boolean {
  const under = underOf(shape);
  if (under === '' || heads !== 2) return false;
  return (
    blocks.some((piece) => piece.slot !== null && piece.under !== '' && piece.under === underOf(piece.slot.shape)) &&
    !blocks.some((piece) => piece.under === under)
  );
}

function underOf(shape: ShapedSlot['shape']): string {
  return shape.form === 'list' || shape.form === 'table' || shape.form === 'fence' ? nameKey(shape.under ?? '') : '';
}

/**
 * A slot without any text is answered by whatever else the author says in its section, and put off where that is
 * put off; null where the author says nothing.
 */
export function ownWords(slot: ShapedSlot, content: SectionContent, loose: readonly ContentBlock[]): Verdict | null {
  const { own, body, text } = content;
  const [first] = own;
  if (!first) return null;
  const site = siteOf(loose, content) ?? insert(body);
  const findingOf = (piece: ContentBlock) => judgeText({ text: piece.text, unit: null, same: false, slot });
  if (own.every((piece) => findingOf(piece).state === 'pending')) {
    return { ...findingOf(first), site, evidence: first, value: null };
  }
  const value = loose.length > 0 && slot.kind === 'paragraph' ? valueAt(slot, site, loose, [], text) : null;
  return { state: 'answered', rule: 'own-words', site, evidence: null, value };
}

/** Whether a leftover beside the author's own text counts: placeholders always, plain text from five words. */
function counts(unit: TemplateText): boolean {
  // An empty bullet does no harm.
  if (unit.pattern.text === '') return false;
  return unit.stub || unit.tokens.length > 0 || wordCount(unit.pattern.text) >= TELLING_WORDS;
}
