import { basename } from 'node:path';
import { openSpec } from '../../host/spec-file.ts';
import { readTemplate } from '../../template/read-template.ts';
import type { Template } from '../../template/template.ts';
import { slug } from '../../text/casing.ts';

/** A template that a project keeps for itself. */
export interface OwnTemplate {
  id: string;
  file: string;
  template: Template;
}

const NAMED = /(?:^|[._-])templates?(?:[._-]|$)/i;

/** The Markdown files that are templates: named so, or in a folder named so, with something to answer in them. */
export function findOwnTemplates(paths: readonly string[], cwd: string): OwnTemplate[] {
  const found: OwnTemplate[] = [];
  for (const file of paths) {
    if (!file.split('/').some((part) => NAMED.test(part.replace(/\.(?:md|markdown)$/i, '')))) continue;
    const id = idFor(file, new Set(found.map((one) => one.id)));
    try {
      const template = readTemplate(openSpec(file, { folder: cwd }).source.text, { id });
      if (template.slots.some(({ required, boilerplate }) => required && !boilerplate))
        found.push({ id, file, template });
    } catch {
      // No template after all.
    }
  }
  return found;
}

function idFor(file: string, taken: ReadonlySet<string>): string {
  const own = slug(
    basename(file)
      .replace(/\.[^.]*$/, '')
      .replace(/(?:^|[._-])templates?(?=[._-]|$)/gi, ''),
  );
  const folder = slug(file.split('/').at(-2) ?? '').replace(/-?templates?$/, '');
  const base = own || folder || 'template';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
