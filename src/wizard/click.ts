import { slotAt } from '../interview/questions.ts';
import type { Target } from './action.ts';
import { enter, moveTo } from './go.ts';
import { HOME } from './home.ts';
import { answerChoice } from './overlays/choose.ts';
import { FIND } from './overlays/hits.ts';
import { REVIEW } from './review.ts';
import type { WizardState } from './state.ts';
import { isWalking, readingOf, type Update, withWalk } from './update-result.ts';

/** What a click does: the first one on something goes there, another one does what Enter does. */
export function click(state: WizardState, target: Target): Update {
  const { overlay, screen } = state;
  const isInFront = target.on === (overlay?.kind ?? (screen === 'walk' ? target.on : screen));
  if (!isInFront) return [state, []];
  const quiet = { ...state, notice: null };
  switch (target.on) {
    case 'home': {
      if (state.home.at === target.at) return HOME.open(quiet);
      return [{ ...quiet, home: { ...state.home, at: target.at } }, []];
    }
    case 'review': {
      if (!isWalking(quiet)) return [state, []];
      if (quiet.walk.reviewAt === target.at) return REVIEW.open(quiet);
      return [withWalk(quiet, { reviewAt: target.at }), []];
    }
    case 'find': {
      if (overlay?.kind !== 'find') return [state, []];
      if (overlay.at === target.at) return FIND.open(quiet, overlay);
      return [{ ...quiet, overlay: { ...overlay, at: target.at } }, []];
    }
    case 'choose': {
      if (overlay?.kind !== 'choose') return [state, []];
      const way = overlay.options[target.at]?.way;
      if (way !== undefined && overlay.at === target.at) return answerChoice(quiet, overlay, way);
      return [{ ...quiet, overlay: { ...overlay, at: target.at } }, []];
    }
    case 'question': {
      if (!isWalking(quiet)) return [state, []];
      if (quiet.walk.id !== target.id) return moveTo(quiet, target.id, 'outline');
      return target.id === slotAt(readingOf(quiet), target.id)?.id
        ? enter(quiet, target.id, 'field')
        : [state, []];
    }
    case 'field':
      return isWalking(quiet) && quiet.walk.place === 'outline'
        ? enter(quiet, quiet.walk.id, 'field')
        : [state, []];
  }
}
