import { Problem } from '../problem.ts';

/** The number of headings in the middle of a line that make a document a flattened paste. */
const FLAT_HEADINGS = 2;
/** The share of lines with only a `|` in a text copied from a rendered page. */
const SCRAPED = 0.2;

/** The reason why a text cannot be read as Markdown, as a Problem `bad-template`; null if there is none. */
export function refusalOf(text: string): Problem | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length <= 3 && (text.match(/\S[ \t]+#{1,6}[ \t]\S/g) ?? []).length >= FLAT_HEADINGS) {
    return new Problem('bad-template', 'the whole text stands on one line, so its sections cannot be told apart', {
      hints: ['Give each heading, paragraph and list item a line of its own.'],
    });
  }
  const bars = lines.filter((line) => line.trim() === '|').length;
  if (lines.length > 10 && bars / lines.length >= SCRAPED) {
    return new Problem(
      'bad-template',
      `${bars} of its ${lines.length} lines are a lone “|”: it was copied from a page, not saved as Markdown`,
      {
        hints: ['Take the Markdown file itself, or take those lines out.'],
      },
    );
  }
  return null;
}
