import { BASE_KEYS } from '../wizard/base-keymap.ts';
import type { Binding } from '../wizard/key.ts';
import { activeRows } from '../wizard/layer.ts';
import { isCramped } from '../wizard/layout.ts';
import type { Preferences } from '../wizard/preferences.ts';
import type { FoundSpec, TemplateChoice, WizardState } from '../wizard/state.ts';
import { hintRow } from './fields/text-fields.ts';
import * as messages from './messages.ts';
import { fit, type Row, rule, span } from './paint.ts';
import { cramped, type Frame, type Pane, withoutCursor } from './pane.ts';
import { type HeaderTexts, headerRows } from './screens/header-rows.ts';
import { homeScreen, homeStart } from './screens/home.ts';
import {
  askRows,
  placeRow,
  type QuestionPlace,
  type QuestionRoom,
  type ShownOutline,
  walkLayout,
} from './screens/walk-layout.ts';

/** What is known of a screen before the wizard is loaded. */
export type FirstScreen =
  | { kind: 'home'; templates: TemplateChoice[]; specs: FoundSpec[] | null }
  /** The home screen before the project's templates are read. */
  | { kind: 'home-unread' }
  | ({ kind: 'walk' } & FirstWalk)
  /** A spec that is being read; for an existing one, with the headings in it. */
  | { kind: 'unread'; path: string; reads: 'file' | 'template'; outline: ShownOutline };

/** What is known of a new spec before its template is read. */
export interface FirstWalk {
  header: HeaderTexts;
  outline: ShownOutline;
  place: QuestionPlace;
  ask: string;
  hints: readonly Binding[];
}

/**
 * The frame shown while the wizard is loading. Its cells are the same in the wizard's own first frame. `keys`: whether
 * the user's own keys are known; without them no key is shown.
 */
export function firstFrame(
  screen: FirstScreen,
  { size, preferences, keys }: { size: WizardState['size']; preferences: Preferences; keys: boolean },
): Frame {
  if (isCramped({ size })) return cramped({ size });
  const { columns, rows } = size;
  const hints = keys ? hintRow(hintsOf(screen), columns, preferences) : [];
  const height = rows - 2;
  const body = bodyOf(screen, size, height).rows;
  const filled = Array.from({ length: height }, (_, index) => body[index] ?? []);
  return { rows: [...filled, rule(columns), hints].map((row) => fit(row, columns)), cursor: null, prompt: null };
}

function bodyOf(screen: FirstScreen, size: WizardState['size'], height: number): Pane {
  switch (screen.kind) {
    case 'home':
      return homeScreen({ size, home: { specs: screen.specs, templates: screen.templates, at: 0 } }, height);
    case 'home-unread':
      return homeStart(height);
    case 'walk':
      return walkStart(screen, size.columns, height);
    case 'unread': {
      const { path, reads, outline } = screen;
      const ask = reads === 'file' ? messages.readingFile : messages.readingTemplate;
      const header: HeaderTexts = { path, meter: null, save: span('') };
      const place: QuestionPlace = { path: [], position: '' };
      return walkStart({ header, outline, place, ask }, size.columns, height);
    }
  }
}

function walkStart({ header, outline, place, ask }: Omit<FirstWalk, 'hints'>, columns: number, height: number): Pane {
  const question = (room: QuestionRoom) => {
    const head: Row[] = room.titled ? [placeRow(place, room.width), []] : [];
    const known = [...head, ...askRows(ask, room)];
    // The rest is not known yet and may need every row.
    return withoutCursor([...known, ...Array.from({ length: Math.max(0, room.height - known.length) }, (): Row => [])]);
  };
  const parts = {
    top: headerRows(header, columns),
    outline,
    place: () => place,
    question,
    preview: () => withoutCursor([]),
  };
  return walkLayout(parts, columns, height);
}

function hintsOf(screen: FirstScreen): readonly Binding[] {
  switch (screen.kind) {
    case 'home':
    case 'home-unread':
      return activeRows(
        [BASE_KEYS.home, BASE_KEYS.everywhere].map((table) => ({ table, where: null })),
        true,
      );
    case 'walk':
      return screen.hints;
    case 'unread':
      return [];
  }
}
