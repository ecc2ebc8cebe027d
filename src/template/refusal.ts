import { Problem } from '../problem.ts';

/** Headings in the middle of a line that betray a document pasted flat. */
const FLAT_HEADINGS = 2;
/** The share of lines that are a lone `|` in what was copied from a rendered page. */
const SCRAPED = 0.2;

/** What makes a text unreadable as Markdown although it is text, as a Problem `bad-template`; null if nothing does. */
export function refusalOf(text: string): Problem | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length <= 3 && (text.match(/\S[ \t]+#{1,6}[ \t]\S/g) ?? []).length >= FLAT_HEADINGS) {
    return new Problem(
      'bad-template',
      'the whole text stands on one line, so its sections cannot be told apart',
      {
        hints: ['Give each heading, paragraph and list item a line of its own.'],
      },
    );
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
