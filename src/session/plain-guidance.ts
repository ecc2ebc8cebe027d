import { takeGuidanceOut } from '../interview/answer/take-guidance-out.ts';
import type { Prompter } from '../plain/prompter.ts';
import { askChoice } from '../plain/values/choices.ts';
import { changesBetween } from '../text/diff.ts';
import { printable } from '../text/printable.ts';
import type { PlainWork } from './plain-work.ts';

const LEAVE = 'leave it';
const TAKE_OUT = 'take it out';

/**
 * Where the template's own comments and tips still stand in a spec that has no gap left, shows them and asks whether to
 * take them out. Enter alone leaves them.
 */
export async function offerGuidance(asker: Prompter, work: PlainWork): Promise<void> {
  const reading = work.reading();
  const edit = work.isFinished() ? takeGuidanceOut(reading) : null;
  if (!edit) return;
  asker.say(
    '',
    "The template's guidance still stands in it:",
    ...changesBetween(reading.document.text, edit.text).map(({ text }) => printable(text)),
  );
  if ((await askChoice(asker, [LEAVE, TAKE_OUT], LEAVE)) !== TAKE_OUT) return;
  if (await work.write(edit, '')) asker.say("The template's guidance is taken out.");
}
