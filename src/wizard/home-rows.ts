import * as messages from './messages.ts';
import type { FoundSpec, Home, TemplateChoice } from './state.ts';

/** A row of the home screen. */
export type HomeRow = { title: string; detail: string } & (
  | { row: 'spec'; spec: FoundSpec }
  | { row: 'template'; template: TemplateChoice }
  | { row: 'file' }
);

/** The rows of the home screen in order: specs, templates, "a Markdown file…". */
export function choosable({ specs, templates }: Home): HomeRow[] {
  return [
    ...(specs ?? []).map((spec): HomeRow => ({ row: 'spec', spec, title: spec.path, detail: spec.template })),
    ...templates.map(
      (template): HomeRow => ({ row: 'template', template, title: template.id, detail: template.about }),
    ),
    { row: 'file', title: messages.markdownFile, detail: messages.anyDocument },
  ];
}
