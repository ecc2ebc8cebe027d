import type { Document, Section } from '../markdown/document.ts';
import type { Range } from '../text/range.ts';
import type { IsOriginal, Lineage } from './lineage.ts';
import type { Flow } from './schemas.ts';
import type { ShapedSlot } from './slot.ts';

/** A Markdown document with things to answer, together with what its flow says about them. */
export interface Template {
  /** The built-in or project id, else the path as given. */
  id: string;
  title: string;
  text: string;
  document: Document;
  flow: Flow | null;
  /** In document order; the title section (sole H1, preamble, front matter), whose id is '', first. */
  sections: TemplateSection[];
  /** In the order in which they are asked: variables, front matter, then by place. */
  slots: ShapedSlot[];
  variables: Variable[];
  /** Recognises texts of the template's earlier or original wordings. */
  isOriginal: IsOriginal;
  /** What became of the titles of its earlier versions. */
  lineage: Lineage;
  /** The versions in its history, the newest first. */
  versions: readonly TemplateVersion[];
  /** Text about the template itself, left out of a spec made from it. */
  instructions: Range[];
  /** Blocks that recur in its sections and stay where they are, as folded texts. */
  fixedParts: ReadonlySet<string>;
}

export interface TemplateVersion {
  /** The commit that brought it: its id, in hex, and its date as 2026-01-31; or the file that holds it. */
  source: VersionSource;
  /** The keys of its titles, bold texts and labels. */
  keys: ReadonlySet<string>;
}

/** Where a version of a template comes from. */
export type VersionSource = { commit: string; date: string } | { file: string };

export interface TemplateSection {
  /** The titles of its path as slugs, joined by `/`; '' for the title section. */
  id: string;
  /** Titles as the template has them, from below a sole H1. */
  path: string[];
  title: string;
  level: number;
  parent: TemplateSection | null;
  /** May be left out: by an optional mark in its heading, or by its flow. */
  optional: boolean;
  /** Its heading is a pattern for one or more sections ("Phase 2", "METHOD /path"). */
  repeat: boolean;
  /** Its name is only an example: the author's own sections in its place answer it. */
  isAdaptable: boolean;
  /**
   * The same text for all siblings that are copies of one pattern ("Option 1", "Option 2"); '' for any other section.
   */
  series: string;
  /** The least and the greatest number of copies in a spec, from its flow. */
  copies: { min: number; max: number };
  /** It applies only while that slot has one of these values. */
  when: { slot: string; is: string[] } | null;
  /** Other titles under which authors write it. */
  aliases: string[];
  /** The flow's help for the whole section. */
  help: string;
  /** The template's own guidance: its comments and prose instructions. */
  guidance: string;
  found: Section;
  slots: ShapedSlot[];
}

/** Whether a section is below another one, at any depth. */
export function isBelow({ parent }: TemplateSection, outer: TemplateSection): boolean {
  for (let above = parent; above; above = above.parent) if (above === outer) return true;
  return false;
}

/** A name used throughout a template, in one or more casings. */
export interface Variable {
  /** The slot that asks for it. */
  slot: ShapedSlot;
  /** The exact tokens that stand for it (`{component}`, `{COMPONENT}`, `[Component Name]`). */
  tokens: string[];
  /** Whether its tokens in front matter are replaced, too. */
  inKeys: boolean;
}
