import type { FieldState } from '../../wizard/fields/fields.ts';
import type { Pane } from '../pane.ts';
import { choiceField, choicesField } from './choice-fields.ts';
import { checklistField, listField } from './list-fields.ts';
import { tableField } from './table-field.ts';
import { codeField, dateField, type FieldRoom, textField } from './text-fields.ts';

/** Any editor as rows, `height` of them where it can choose; the caller shows the part around the cursor. */
export function fieldPane(state: FieldState, room: FieldRoom, height: number): Pane {
  switch (state.kind) {
    case 'line':
    case 'variable':
    case 'paragraph':
      return textField(state, room);
    case 'code':
      return codeField(state, room);
    case 'date':
      return dateField(state, room);
    case 'choice':
      return choiceField(state, room);
    case 'choices':
      return choicesField(state, room);
    case 'list':
      return listField(state, room);
    case 'checklist':
      return checklistField(state, room);
    case 'table':
      return tableField(state, room, height);
  }
}
