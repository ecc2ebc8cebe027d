import type { SpecPlace } from '../wizard/action.ts';

/** How a session appears: with ASCII alone; or `within` another screen, to which it goes back without a farewell. */
export interface Appearance {
  ascii?: boolean;
  within?: boolean;
}

/** How a session starts: at the home screen, in an existing spec (`at`: a place in
 * it; `section`: the id or title of one), or with a new spec. */
export type WizardStart =
  | { kind: 'home' }
  | { kind: 'open'; path: string; template?: string; at?: SpecPlace; section?: string }
  | { kind: 'new'; template?: string; name?: string };
