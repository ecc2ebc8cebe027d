import { quantity } from '../text/figures.ts';

/** The texts of the screens, as an author meets them. The descriptions of keys are in the key tables. */

/* The whole window */
export const tooSmall = `Please make the window larger:`;
export const sizeNeeded = (columns: number, rows: number, nowColumns: number, nowRows: number) =>
  `${columns} × ${rows} at least, it is ${nowColumns} × ${nowRows}.`;
export const typedTextIsKept = 'Everything typed is kept.';
export const complete = 'complete';
export const answeredOf = (answered: string, required: number) => `${answered} of ${required}`;
export const answeredOfRequired = (answered: string, required: number) => `${answered} of ${required} required`;
export const readOnly = 'read-only';
export const typing = 'typing';
export const unsaved = 'unsaved';
export const saving = 'saving';
export const saved = 'saved';
export const notSaved = 'not saved';
export const noFileYet = 'no file yet';

/* The home screen */
export const purpose = 'asks what a template leaves open, and writes the answers down';
export const continueHere = 'Continue';
export const lookingForSpecs = 'looking for specs …';
export const newFromTemplate = 'New from a template';
export const demoHint = 'New here? spec-wizard demo shows in two minutes how it works.';
export const specProgress = (answered: number, required: number, template: string) =>
  `${answered} of ${required} required questions are answered. Template: ${template}.`;
export const writtenAtOnce = 'Each answer is written to the file as you give it.';
export const templateSize = (sections: number, questions: number) =>
  `${sections} sections, ${questions} questions, some of them optional.`;
export const newSpecSteps =
  'You are asked for a name and told where the file goes; it is there from the first answer on.';
export const anyMarkdownFile = 'Any Markdown document with blanks becomes a template.';
export const templateFileSteps = 'You are asked for its path, then for the name of the new spec.';

/* The outline and a question */
export const readingFile = 'Reading …';
export const readingTemplate = 'Reading the template …';
/** The meaning of the signs, in two rows if the outline is wide enough. */
export const legend = [
  ['● answered', '◐ partly', '○ open'],
  ['? example', '! put off', '– n/a'],
];
export const gapsLeft = (gaps: number) => (gaps === 0 ? complete : `${quantity(gaps, 'gap')} left`);
export const questionNumber = (at: number, of: number) => `question ${at} of ${of}`;
export const optionalNumber = (at: number, of: number) => `optional, question ${at} of ${of}`;
export const noQuestions = 'This template asks nothing.';
export const templateSays = 'The template says';
export const exampleTitle = 'An example';
export const nameChanges = 'It will change wherever the template uses it';
export const nameElsewhere = (times: number) =>
  `It appears ${times === 1 ? 'once more' : `${times} more times`} in your own text, and stays.`;
export const either = (key: string, other: string) => `${key} or ${other}`;
export const places = (number: number) => `${number} places`;
export const nameIsWritten = 'It will be written';
export const currentExample = 'The current example';
export const notApplicable = 'Marked as not applicable';
export const keptText = 'Kept as it is';
export const keepsExample = 'keeps this example:';
export const keepsIt = 'keeps it:';
export const removesIt = 'removes it.';

/* The editors of answers */
export const filter = 'filter: ';
export const noOptionMatches = 'no option contains this';
export const addRowHint = '+ ↵ in the last row adds one';
export const cellOptions = (options: string) => `space steps through: ${options}`;

/* Help, search and the pager */
export const termNotFound = (term: string) => `“${term}” not found`;
export const foundNumber = (at: number, count: number, term: string) => `${at} of ${count} for “${term}”`;
export const helpTitle = 'Help';
export const rowsShown = (first: number, last: number, count: number) => `${first}–${last} of ${count}`;
export const nothingFound = 'nothing contains these words';
export const positionOf = (at: number, of: number) => `${at} of ${of}`;
export const findPrompt = 'Find: ';
export const keysTitle = 'Keys';

/* The review and the end */
export const nothingLeft = 'Nothing is left.';
export const reviewTitle = 'Review';
export const openCount = (count: number) => `What is left: ${count}`;
export const unchanged = 'nothing has changed';
export const unchangedSinceOpened = 'nothing has changed since it was opened';
export const changed = (added: number, removed: number) => `${quantity(added, 'line')} added, ${removed} removed`;
export const changedSinceOpened = (added: number, removed: number) => `${changed(added, removed)} since it was opened`;
export const allAnswered = (required: number) => `All ${required} required questions are answered.`;
export const nextSteps = 'Next steps';
export const whatChanged = 'What changed';
export const guidanceLeft = (places: number) =>
  `The template's guidance is still in ${places === 1 ? 'one place' : `${places} places`}; `;
