import type { ShapedSlot } from '../../template/slot.ts';
import type { Verdict } from '../reading.ts';
import type { ContentBlock, SectionContent } from './content-blocks.ts';
import { insertSite, siteOf, valueAt } from './site.ts';

/**
 * The verdict on a list from which one item is to be picked: on options by those of the template's that still stand, on
 * boxes by the ticks. Null for other slots, and if none of its items is there.
 *
 * @param mine the slot's blocks, of which `left` are the template's
 */
export function judgePick(
  slot: ShapedSlot,
  content: SectionContent,
  mine: readonly ContentBlock[],
  left: readonly ContentBlock[],
): Verdict | null {
  const { shape, kind } = slot;
  if (shape.form === 'checklist' && shape.picks) return judgeBoxes(slot, content, mine.filter(isBox));
  const [option] = left;
  if (!option || kind !== 'choice' || shape.form !== 'list') return null;
  const site = siteOf(left, content);
  return left.length > 1
    ? { state: 'untouched', rule: 'open-choice', site, evidence: option, value: null }
    : { state: 'answered', rule: 'answered', site, evidence: null, value: option.text };
}

const isBox = ({ item }: ContentBlock) => Boolean(item?.item.task);

/** A ticked box is an answer, and so is the only one that is left. */
function judgeBoxes(slot: ShapedSlot, content: SectionContent, boxes: readonly ContentBlock[]): Verdict | null {
  const [first] = boxes;
  if (!first) return null;
  const site = siteOf(boxes, content) ?? insertSite(content.body);
  const value = valueAt(slot, site, boxes, [], content.text);
  return boxes.length === 1 || boxes.some(({ item }) => item?.item.task?.done)
    ? { state: 'answered', rule: 'answered', site, evidence: null, value }
    : { state: 'untouched', rule: 'no-tick', site, evidence: first, value };
}
