import type { ShapedSlot } from './shape.ts';

/** A slot as the template's text alone shows it: everything but its id and what a flow says. */
export type BareSlot = Pick<
  ShapedSlot,
  | 'kind'
  | 'label'
  | 'boilerplate'
  | 'guidance'
  | 'options'
  | 'open'
  | 'columns'
  | 'language'
  | 'range'
  | 'shape'
  | 'units'
  | 'lapses'
> & {
  /** It may be left out, says the template. */
  optional: boolean;
  /** The last part of the id: the label's slug or the kind. */
  key: string;
};

/** What cutting needs to know of the template around a section. */
export interface CutContext {
  text: string;
  /** The normalised labels of its link definitions. */
  labels: ReadonlySet<string>;
  /** The exact tokens of all variables. */
  variables: readonly string[];
  /** The bold lines that stand in several of its sections. */
  recurring: ReadonlySet<string>;
  /** Whether child sections stand below, so that the section may have nothing of its own to answer. */
  parent: boolean;
  /** Whether it is the title section, in which a statement is the document's own. */
  title: boolean;
}
