import { foldCase } from '../../text/fold.ts';

/** A label's name as it is compared: without emphasis, case and marks in parentheses. */
export function nameKey(name: string): string {
  return foldCase(
    name.replace(/[*_`]/g, '').replace(/\s*(?:\((?:s|optional|if [^)]*)\)|#|\bno\.)$/i, ''),
  ).replace(/\s*\/\s*/g, '/');
}
