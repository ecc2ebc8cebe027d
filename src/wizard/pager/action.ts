import type { Document } from '../../markdown/document.ts';
import type { RenderOptions } from '../../render/options.ts';
import type { Press } from '../key.ts';
import type { PagerState, Places, Search, Size } from './state.ts';

/** What happens to the pager. */
export type PagerAction =
  | { kind: 'press'; press: Press }
  | { kind: 'resize'; size: Size; widths: Pick<RenderOptions, 'width' | 'prose'> }
  /** The whole document; with `options` also what is not answered in it. */
  | {
      kind: 'document';
      document: Document;
      options: Pick<RenderOptions, 'marks' | 'ghosts' | 'within'> | null;
      notice: string;
    }
  /** Code can be coloured now. */
  | { kind: 'coloured' }
  /** A search, or the count of its places, may go on, where it is still wanted. */
  | { kind: 'search'; search: Search }
  | { kind: 'count'; count: Places }
  | { kind: 'say'; message: string };

/** What the pager asks of the world; an `offset` is into the source. */
export type PagerEffect =
  | { kind: 'leave'; status: number }
  /** Edit what stands there; `section` is the id of a missing section that would. */
  | { kind: 'edit'; offset: number; section?: string }
  | { kind: 'search'; search: Search }
  | { kind: 'count'; count: Places }
  | { kind: 'reload' }
  | { kind: 'redraw' }
  | { kind: 'suspend' };

/** The pager after something happened, and what is to be done. */
export type PagerUpdate = [state: PagerState, effects: PagerEffect[]];
