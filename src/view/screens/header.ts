import type { Reading } from '../../judge/reading.ts';
import { isTyped } from '../../wizard/conditions.ts';
import type { Walking } from '../../wizard/update-result.ts';
import * as messages from '../messages.ts';
import type { Row, Span } from '../paint.ts';
import { headerRows } from './header-rows.ts';

/** The two rows on top: which spec, how far, saved or not. `reading` has what is being typed in it. */
export function header(state: Walking, { meter }: Reading, width: number): Row[] {
  return headerRows({ path: state.walk.path, meter, save: saveState(state) }, width);
}

function saveState(state: Walking): Span {
  const { save, kept, writer } = state.walk;
  if (save === 'failed') return { text: messages.notSaved, tone: 'bad' };
  if (writer !== null) return { text: messages.readOnly, tone: 'warn' };
  if (isTyped(state) || Object.keys(kept).length > 0) return { text: messages.typing, tone: 'warn' };
  return {
    text: save === 'new' ? messages.noFileYet : save === 'saving' ? messages.saving : messages.saved,
    tone: 'dim',
  };
}
