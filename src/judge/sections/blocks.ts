import { speaksOfExample } from '../../template/guidance.ts';
import { isQuestion } from '../../template/phrasing.ts';
import type { ShapedSlot, TemplateText } from '../../template/slot.ts';
import { isDots } from '../../template/tokens.ts';
import { wordCount } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import type { Verdict } from '../reading.ts';
import { notApplicableReason } from '../rules/author-text.ts';
import { judgeText } from '../rules/index.ts';
import { isFilledIn } from '../rules/template-text.ts';
import type { ContentBlock, SectionContent } from './content-blocks.ts';
import { firstSentenceLeft, isSaidByLabels, partlyLeft, speaksOfCode, TELLING_WORDS } from './leftovers.ts';
import { judgePick } from './pick.ts';
import { underOf } from './section-index.ts';
import { insertSite, missingPart, siteOf, valueAt } from './site.ts';
import { judgeTable } from './table.ts';

/** The blocks of a section from which a slot is judged. */
interface SlotBlocks {
  slot: ShapedSlot;
  content: SectionContent;
  /** All that are the slot's: the author's, the template's, and the template's that are no questions. */
  mine: readonly ContentBlock[];
  own: readonly ContentBlock[];
  left: readonly ContentBlock[];
  asides: readonly ContentBlock[];
  /** Whether it takes any text of the section that no other slot takes. */
  takesAll: boolean;
  /** The author's blocks for it, and the template's with those of no slot. */
  answer: readonly ContentBlock[];
  prompts: readonly ContentBlock[];
  /** The prompts that are not answered below. */
  leftovers: readonly ContentBlock[];
}

const NO_BLOCKS: readonly ContentBlock[] = [];

/** Judges a slot that is whole blocks: the rest of the template's text, and the author's. */
export function judgeBlocks(slot: ShapedSlot, content: SectionContent): Verdict {
  const all = blocksFor(slot, content);
  const { left, answer, prompts, leftovers } = all;
  if (slot.shape.form === 'table') {
    const table = all.mine.find(({ form }) => form === 'table')?.part;
    if (table?.form === 'table') return withGuidance(judgeTable(slot, slot.shape, table, content), leftovers);
  }
  if (leftovers.length === 0 && prompts.length > 0 && answer.length === 0)
    return { state: 'answered', rule: 'own-words', site: siteOf(prompts, content), evidence: null, value: null };
  const picked = judgePick(slot, content, all.mine, left);
  if (picked) return picked;
  if (leftovers.length === 0 && answer.length === 0) return withoutBlocks(all);
  const site = siteOf(placedBlocks(all), content) ?? insertSite(content.body);
  const value = answer.length > 0 ? valueAt(slot, site, answer, leftovers, content.text) : null;
  const isOpenQuestion = leftovers.length > 0 ? openQuestions(all) : never;
  if (answer.length === 0) return { ...judgeLeftovers(all, isOpenQuestion), site, value };
  const remains = (leftovers.length > 0 ? leftBeside(all, isOpenQuestion) : null) ?? leftWithin(all);
  return remains ? { ...remains, site, value } : { site, value, ...judgeAnswer(all) };
}

const never = () => false;

function blocksFor(slot: ShapedSlot, content: SectionContent): SlotBlocks {
  const mine = content.bySlot.get(slot) ?? NO_BLOCKS;
  const own: ContentBlock[] = [];
  const asides: ContentBlock[] = [];
  const left: ContentBlock[] = [];
  for (const block of mine) (block.left ? (block.left.aside ? asides : left) : own).push(block);
  const takesAll = slot.shape.form === 'prose' || slot.shape.form === 'implied';
  const answer = takesAll && content.loose.length > 0 ? [...own, ...content.loose] : own;
  const prompts = takesAll && content.stray.length > 0 ? [...left, ...content.stray] : left;
  // A prompt above its answer is answered.
  const leftovers =
    prompts.length === 0 ? prompts : prompts.filter((block) => !isAnsweredBelow(block, content) && !isTicked(block));
  return { slot, content, mine, own, left, asides, takesAll, answer, prompts, leftovers };
}

/** The verdict on a slot of which neither the template's text nor an answer is there. */
function withoutBlocks({ slot, content, asides }: SlotBlocks): Verdict {
  const { blocks, body, loose } = content;
  const none =
    (lacksAmongHeads(slot, content) ? null : ownWords(slot, content, loose)) ??
    (isSaidByLabels(slot, content) ? { ...ANSWERED, site: insertSite(body) } : null) ??
    missingPart(body, blocks.length === asides.length);
  return none.site?.form === 'insert' && asides.length > 0 ? { ...none, site: siteOf(asides, content) } : none;
}

const ANSWERED = { state: 'answered', rule: 'own-words', evidence: null, value: null } as const;

/** The blocks that an answer replaces: not the paragraphs about a list, a table or a drawing, unless there is only that. */
function placedBlocks({ slot, content, mine, takesAll, answer, leftovers }: SlotBlocks): readonly ContentBlock[] {
  const placed = leftovers.length === 0 ? answer : [...leftovers, ...answer];
  const isAny = takesAll || slot.shape.form === 'fence';
  const others = isAny ? placed : placed.filter(({ form }) => form !== 'prose');
  const tasks = amongTasks(slot, mine, content.loose);
  const chosen = others.length > 0 ? others : placed;
  return tasks.length > 0 ? [...chosen, ...tasks] : chosen;
}

type Finding = Pick<Verdict, 'state' | 'rule' | 'needle' | 'evidence'>;

/** The worst finding in the template's text, where there is no answer. */
function judgeLeftovers({ slot, leftovers }: SlotBlocks, isOpenQuestion: (block: ContentBlock) => boolean): Finding {
  const question = leftovers.find(isOpenQuestion);
  if (question) return { state: 'partial', rule: 'unanswered', evidence: question };
  const findings = leftovers.map((block) => ({
    block,
    finding: judgeText({ text: block.text, unit: block.left, same: true, slot }),
  }));
  // Names have their own questions, and dots stand for more of the rest.
  const worst =
    findings.find(
      ({ block, finding }) =>
        !['unconfirmed', 'boilerplate', 'answered'].includes(finding.state) && !isDots(block.text),
    ) ??
    findings.find(({ finding }) => finding.state !== 'unconfirmed') ??
    findings[0]!;
  return { ...worst.finding, evidence: worst.block };
}

/** The template's text beside an answer, if it counts. */
function leftBeside(
  { slot, answer, leftovers }: SlotBlocks,
  isOpenQuestion: (block: ContentBlock) => boolean,
): Finding | null {
  const isChosen = hasOwnItems(slot, answer, leftovers);
  const stands = leftovers.filter(
    ({ left, text, form }) =>
      !(left!.plausible && (isFilledIn(left!.pattern, text, form) || (form === 'item' && isChosen))),
  );
  const beside =
    stands.find((block) => (counts(block.left!) && !block.left!.plausible) || isOpenQuestion(block)) ??
    stands.find((block) => counts(block.left!)) ??
    leftovers.find((block) => block.form === 'item' && isDots(block.text));
  if (!beside) return null;
  if (isOpenQuestion(beside)) return { state: 'partial', rule: 'unanswered', evidence: beside };
  return standsBeside(beside);
}

/** The finding on a text of the template beside an answer. */
function standsBeside(block: ContentBlock): Finding {
  return block.left!.plausible
    ? { state: 'unconfirmed', rule: 'example', evidence: block }
    : { state: 'partial', rule: 'left-beside', evidence: block };
}

/** The template's text within one of the author's blocks, if there is any. */
function leftWithin({ slot, content, takesAll, answer }: SlotBlocks): Finding | null {
  for (const block of answer) {
    const next = content.blocks[block.place + 1];
    const goesOn = next && !next.left && (next.slot === slot || (takesAll && next.slot === null));
    if (goesOn && isQuestion(block.text)) continue;
    const part = partlyLeft(slot, block, content.text) ?? firstSentenceLeft(block, content);
    if (part) return { ...part, evidence: block };
  }
  return null;
}

/** The finding in the author's own blocks: not applicable as a whole, put off in one of them, or answered. */
function judgeAnswer({ slot, answer }: SlotBlocks): Finding & Partial<Verdict> {
  const isCode = slot.shape.form === 'fence' && answer.length === 1;
  const written = answer.filter(({ form }) => form === 'prose' || form === 'item' || (isCode && form === 'fence'));
  for (const block of written) {
    const finding = judgeText({ text: block.text, unit: null, same: false, slot });
    if (finding.state === 'not-applicable' && answer.length === 1)
      return { ...finding, evidence: block, reason: notApplicableReason(block.text), value: null };
    if (finding.state === 'pending' && (finding.rule !== 'no-answer' || written.length === 1))
      return { ...finding, evidence: block };
  }
  return { state: 'answered', rule: 'answered', evidence: null };
}

/** Whether the author ticked an example among the tasks of a checklist, and so keeps it. */
function isTicked({ item, left, slot }: ContentBlock): boolean {
  return slot?.shape.form === 'checklist' && left!.plausible && item?.item.task?.done === true;
}

/**
 * Whether a prompt of the template has the author's answer directly below it: a question with anything but a table or
 * code that has its own question, an instruction with the code that it asks for, or an introduction with a colon and
 * its list or table.
 */
function isAnsweredBelow(block: ContentBlock, { blocks, claimed }: SectionContent): boolean {
  const unit = block.left!;
  const next = blocks[block.place + 1];
  if (!next || next.left || unit.tokens.length > 0) return false;
  // Labels between the two have their own questions.
  if (claimed.some(({ start, end }) => start >= block.end && end <= next.start)) return false;
  if (isKeptPrompt(block) && next.part !== block.part && next.form !== 'heading') return true;
  if (isQuestion(unit.pattern.text))
    return block.form === 'item' ? next.form !== 'item' && next.form !== 'heading' : answersQuestion(next, block);
  if (block.form !== 'prose') return false;
  const isBlock = next.form === 'fence' || next.form === 'table' || next.form === 'item';
  if (isBlock && /[:：][*_]*$/.test(unit.pattern.text) && !speaksOfExample(unit.pattern.text))
    return next.slot?.shape.form !== 'prose';
  return speaksOfCode(unit.pattern.text) && next.form === 'fence' && next.slot?.shape.form === 'fence';
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
function openQuestions({ slot, prompts, leftovers, own }: SlotBlocks): (block: ContentBlock) => boolean {
  const questions = questionsIn(slot);
  if (questions.length < 2) return never;
  const asks = ({ form, left }: ContentBlock) => form === 'item' && questions.includes(left?.pattern.text ?? '');
  const isOneByOne =
    prompts.slice(0, -1).some((block) => asks(block) && !leftovers.includes(block)) ||
    own.some(({ form, text }) => form === 'item' && questions.some((question) => text.startsWith(question)));
  return (block) => isOneByOne && asks(block);
}

/** The questions among the items of a slot's list. */
const questionsIn = memo(({ shape }: ShapedSlot): readonly string[] =>
  shape.form === 'list' ? shape.items.map(({ pattern }) => pattern.text).filter(isQuestion) : [],
);

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
  const isFilled = isList && shape.items.some(asks) && left.every((block) => !asks(block.left!));
  return own > 0 && (isFilled || own > left.filter((block) => block.left!.plausible).length);
}

/** A table's verdict if the template's words about it are still beside it. */
function withGuidance(verdict: Verdict, left: readonly ContentBlock[]): Verdict {
  const beside = left.find((block) => counts(block.left!));
  return beside && verdict.state === 'answered' ? { ...verdict, ...standsBeside(beside) } : verdict;
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
function lacksAmongHeads(slot: ShapedSlot, { blocks, heads }: SectionContent): boolean {
  const under = underOf(slot);
  if (under === '' || heads !== 2) return false;
  return (
    blocks.some((block) => block.slot !== null && block.under !== '' && block.under === underOf(block.slot)) &&
    !blocks.some((block) => block.under === under)
  );
}

/**
 * A slot without any text is answered by whatever else the author says in its section, and put off where that is
 * put off; null where the author says nothing.
 */
export function ownWords(slot: ShapedSlot, content: SectionContent, loose: readonly ContentBlock[]): Verdict | null {
  const { own, body, text } = content;
  const [first] = own;
  if (!first) return null;
  const site = siteOf(loose, content) ?? insertSite(body);
  const findingOf = (block: ContentBlock) => judgeText({ text: block.text, unit: null, same: false, slot });
  if (own.every((block) => findingOf(block).state === 'pending')) {
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
