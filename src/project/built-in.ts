// Reads what the build made of the built-in templates; from source, there is nothing of it.
import { readBuiltFile } from '../host/package.ts';
import { type Outline, outlineFromPlain, type PlainOutline, setOutline } from '../judge/align.ts';
import { type PlainTemplate, templateFromPlain } from '../template/plain-template.ts';
import type { Flow } from '../template/schemas.ts';
import type { Template } from '../template/template.ts';
import { memo } from '../text/memo.ts';
import type { TemplateSource } from './template-source.ts';

/** The outline of a built-in template; null for other templates. */
export const builtOutline = memo((source: TemplateSource): Outline | null => {
  const plain = plainOutlineOf(source);
  return plain && outlineFromPlain(source.id, plain);
});

/** A built-in template with a flow that gives its questions; null for other templates. */
export function builtTemplate(source: TemplateSource, flow: Flow): Template | null {
  const plain = source.own ? null : readBuiltFile<PlainTemplate>(`read-templates/${source.id}`);
  if (!plain) return null;
  const template = templateFromPlain(plain, { id: source.id, text: source.text(), flow });
  const outline = plainOutlineOf(source);
  if (outline) setOutline(template, outline);
  return template;
}

function plainOutlineOf({ own, id }: TemplateSource): PlainOutline | null {
  builtOutlines ??= readBuiltFile<Record<string, PlainOutline>>('outlines') ?? {};
  return own ? null : (builtOutlines[id] ?? null);
}

let builtOutlines: Readonly<Record<string, PlainOutline>> | undefined;
