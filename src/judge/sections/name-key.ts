import { splitMark } from '../../template/optional.ts';
import { foldCase } from '../../text/fold.ts';

/** A label's name as it is compared: without emphasis, case, marks in parentheses and the s of a plural. */
export function nameKey(name: string): string {
  const { name: bare } = /[)）\]】]\s*$/.test(name) ? splitMark(name) : { name };
  return foldCase(bare.replace(/[*_`]/g, '').replace(/\s*(?:\(s\)|#|\bno\.)$/i, ''))
    .replace(/\s*\/\s*/g, '/')
    .replace(/(?<=\p{L}{3})s$/u, '');
}
