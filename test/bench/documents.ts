import { readFileSync } from 'node:fs';
import { corpusPaths, readText } from '../render/corpus.ts';

const PART =
  'What was decided is told here, with its *reasons* and `names`, at some length, as people do who were asked.\n\n' +
  '- one thing that follows, see [the notes](https://example.org/notes)\n- another thing\n\n' +
  '| what | how much |\n|---|---|\n| first | 12 |\n| second | 34 |\n\n';

/** A spec of technical-spec with additional sections, of about a number of bytes. */
export function specOf(size: number, sections = Math.ceil(size / 2500)): string {
  const template = readFileSync('templates/technical-spec.md', 'utf8').trimEnd();
  const room = Math.max(0, size - template.length) / sections;
  const section = (number: number) =>
    `## Note ${number} on it\n\n${PART.repeat(Math.max(1, Math.round(room / PART.length)))}`;
  const own = Array.from({ length: size > template.length ? sections : 0 }, (_, index) => section(index + 1));
  return `${template}\n\n${own.join('\n')}`;
}

/** Real documents one after another, with a number of code units; a generated one if there are none. */
export function realText(size: number): string {
  const documents = corpusPaths().map((path) => readText(path).replace(/^---\n[\s\S]*?\n---\n/, ''));
  let found = '';
  for (let at = 0; found.length < size; at++)
    found += `${documents[at % Math.max(1, documents.length)] ?? `## Part\n\n${PART}`}\n\n`;
  return found.slice(0, size);
}
