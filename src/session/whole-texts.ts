import { dropDraft } from '../host/drafts.ts';
import type { Prompter } from '../plain/prompter.ts';
import { askChoice } from '../plain/values/choices.ts';
import { changesBetween } from '../text/diff.ts';
import { wholeText } from '../wizard/overlays/drafts.ts';
import type { PlainWork } from './plain-work.ts';
import { draftsToOffer } from './wizard-drafts.ts';

const TAKE = 'take it';
const SHOW = 'show the difference';
const LATER = 'ask again next time';
const AWAY = 'throw it away';

/** Offers the whole texts of a spec that could not be saved and are not in its file, one after the other. */
export async function offerWholeTexts(asker: Prompter, work: PlainWork): Promise<void> {
  for (const { draft, id, value, when } of draftsToOffer(work.spec)) {
    const text = id === null ? wholeText(value) : null;
    if (text === null) continue;
    asker.say('', `A whole text of this spec was kept on ${when}, and is not in the file.`);
    asker.say('Taken, it stands in the place of what the file has now, which is kept in turn.');
    const way = await chosen(asker, work, text);
    if (way === AWAY || (way === TAKE && (await work.takeWhole(text)))) dropDraft(draft);
  }
}

async function chosen(asker: Prompter, work: PlainWork, text: string): Promise<string> {
  for (;;) {
    const way = await askChoice(asker, [TAKE, SHOW, LATER, AWAY], LATER);
    if (way !== SHOW) return way;
    const changes = changesBetween(work.spec.source.text, text);
    asker.say('In the file (-) and in the draft (+):', ...changes.map((line) => line.text));
  }
}
