import { fromBuild } from '../host/package.ts';
import { isQuestion, TOP } from '../interview/questions.ts';
import type { Catalogue } from '../project/catalogue.ts';
import type { Template } from '../template/template.ts';
import type { TemplateChoice } from '../wizard/state.ts';
import * as messages from './messages.ts';

/**
 * The templates that the home screen offers. Those of this program are not read for that: the build did. Raises what
 * reading a template raises.
 */
export function choicesOf(catalogue: Catalogue): TemplateChoice[] {
  const built = fromBuild<Record<string, TemplateChoice>>('templates') ?? {};
  return catalogue.allBy(
    (source) => (source.own ? undefined : built[source.id]) ?? choiceOf(catalogue.load(source)),
  );
}

/** A template as the home screen offers it: what it is for, and what it will ask, by its upper sections. */
export function choiceOf({ id, title, flow, sections, slots }: Template): TemplateChoice {
  const asked = slots.filter(isQuestion);
  const tops = new Map(sections.map((section) => [section.id, section.path[0]]));
  const asks: TemplateChoice['asks'] = [];
  for (const { section, ask } of asked) {
    const top = tops.get(section) ?? TOP;
    if (asks.at(-1)?.section !== top) asks.push({ section: top, questions: [] });
    asks.at(-1)!.questions.push(ask);
  }
  return {
    id,
    title: flow?.title ?? title,
    about: flow?.about ?? messages.foundHere,
    when: flow?.when ?? '',
    sections: sections.length,
    questions: asked.length,
    asks,
  };
}
