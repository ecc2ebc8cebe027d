import { words } from './fold.ts';
import { memo } from './memo.ts';

/** The ways in which a name is written. */
export const FORMS = ['as-typed', 'Pascal', 'camel', 'snake', 'kebab', 'UPPER'] as const;

export type Form = (typeof FORMS)[number];

/** The parts of a name: split at anything but letters and digits, and before a capital after a small letter. */
export function nameParts(name: string): string[] {
  if (!/[^\0-~]/.test(name))
    return (
      name
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
        .match(/[a-zA-Z0-9]+/g) ?? []
    );
  return name
    .normalize('NFC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '');
}

/** A name in one form: "KV Router" is KvRouter, kvRouter, kv_router, kv-router and KV_ROUTER. */
export function inForm(name: string, form: Form): string {
  const parts = nameParts(name);
  switch (form) {
    case 'as-typed':
      return name;
    case 'Pascal':
      return parts.map(capital).join('');
    case 'camel':
      return parts.map((part, index) => (index === 0 ? part.toLowerCase() : capital(part))).join('');
    case 'snake':
      return parts.join('_').toLowerCase();
    case 'kebab':
      return parts.join('-').toLowerCase();
    case 'UPPER':
      return parts.join('_').toUpperCase();
  }
}

/** A message, which begins in lower case and ends without a full stop, as a sentence. */
export function sentence(message: string): string {
  return `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`;
}

function capital(part: string): string {
  const [first = ''] = part;
  return first.toUpperCase() + part.slice(first.length).toLowerCase();
}

/** Marks that only change or join the signs before them, as in an emoji. */
const EMOJI_MARKS = /[\u200d\u20e3\ufe0e\ufe0f]/g;

/** The words of a text in lower case joined by hyphens, at most 80 characters; '' if it has no letter or digit. */
export function slug(text: string): string {
  return words(text.replace(/&/g, ' and ').replace(/['’]/g, '').replace(EMOJI_MARKS, ''))
    .join('-')
    .slice(0, 80)
    .replace(/-$/, '');
}

/** The last count for each set of taken ids and each id, so that many equal ids take linear time. */
const countsOf = memo((_taken: Set<string>) => new Map<string, number>());

/** The id, or the first of id-2, id-3, … that is not taken. Marks it as taken. */
export function unique(id: string, taken: Set<string>): string {
  let candidate = id;
  if (taken.has(id)) {
    const counts = countsOf(taken);
    let count = counts.get(id) ?? 2;
    while (taken.has(`${id}-${count}`)) count++;
    candidate = `${id}-${count}`;
    counts.set(id, count + 1);
  }
  taken.add(candidate);
  return candidate;
}
