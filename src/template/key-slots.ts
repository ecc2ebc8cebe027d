import type { Document } from '../markdown/document.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { slug } from '../text/slug.ts';
import { trimOf } from '../text/trim-of.ts';
import type { BareSlot, CutContext } from './bare-slot.ts';
import { isOptional, isToStayEmpty, valueKind } from './make-slot.ts';
import { unitOf } from './unit.ts';

/** The slots of a template's front matter: keys whose value is open are asked, the others are meant to stay. */
export function keySlots(document: Document, context: CutContext): BareSlot[] {
  const matter = readFrontMatter(document);
  return (matter?.entries ?? []).map((entry) => {
    const raw = entry.raw.trim();
    const unquoted = raw.replace(/^(["'])(.*)\1$/s, '$2');
    const comment = entry.comment
      ? document.text.slice(entry.comment.start, entry.comment.end).replace(/^#\s*/, '')
      : '';
    const unit = unitOf(raw, context, entry.valueRange);
    // A list of one is begun like a value alone.
    const bareValue = trimOf(raw.replace(/^-[ \t]+/, ''), '"\'<{[', '"\'>}]');
    const empty = bareValue === '' || /^(?:null|~)$/.test(bareValue);
    const open =
      empty ||
      unit.tokens.length > 0 ||
      valueKind(raw).kind !== 'line' ||
      valueKind(bareValue).kind === 'date' ||
      !unit.plausible;
    const above = document.text.slice(document.frontMatter?.yaml.start, entry.range.start);
    const notes = above.match(/^[ \t]*#.*$/gm) ?? [];
    const optional = [comment, ...notes].some(isOptional);
    return {
      ...valueKind(valueKind(unquoted).kind === 'line' ? bareValue : unquoted),
      key: slug(entry.key) || 'key',
      label: entry.key,
      boilerplate: !open || isToStayEmpty(`${raw} ${comment}`),
      optional,
      guidance: [bareValue, comment].filter(Boolean).join('\n\n'),
      columns: [],
      language: '',
      range: entry.range,
      shape: { form: 'key' as const, key: entry.key, unit },
      units: [],
    };
  });
}
