import { words } from './fold.ts';

/** The words of a text in lower case joined by hyphens, at most 80 characters; '' where it has no letter or digit. */
export function slug(text: string): string {
  return words(text.replace(/&/g, ' and ').replace(/['’]/g, '')).join('-').slice(0, 80).replace(/-$/, '');
}
