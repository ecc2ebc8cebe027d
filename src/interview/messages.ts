/** The texts about answers. Texts that go into a document are in the code that writes them. */

/* Answers from a file or a program */
export const answeredTwice = 'it is answered twice';
export const noQuestion = (id: string) => `there is no question “${id}”`;
export const questionsHint = '`spec-wizard questions FILE --all` lists them.';
export const questionHasNoId = (at: number) => `question ${at} has no id`;
export const idHint = 'Each needs the id that `questions --json` gives.';
export const answersShape = 'answers are an object by question id, or the form that `questions --json` prints';
export const keepShape = 'keep is true, or left out';
export const notApplicableShape = 'notApplicable is the reason, or true';
export const oneOfThree = 'expected one of value, notApplicable and keep';
export const textsExpected = 'expected a list of texts';
export const rowsListExpected = 'expected a list of rows';
export const textExpected = 'expected a text';
export const rowsExpected = 'expected rows, each a list of cells or an object by column';
export const cellIsText = 'a cell is a text';
export const listExpected = 'expected a list';
export const tasksExpected = 'expected a list of { text, done }';
export const doneShape = 'done is true or false';
export const taskShape = (other: string) => `a task has text and done, and no “${other}”`;
export const listOrMarkdown = 'expected a list of texts, or one list in Markdown with nothing beside it';
export const controlCharacter = (code: string) => `it holds a control character, U+${code}, which is not text`;
export const unknownColumn = (column: string, columns: string) => `“${column}” is not one of the columns: ${columns}`;
export const openQuote = 'a quote in it is not closed';
export const repairHint = (repair: string) => `To fix it: ${repair}.`;
export const pairingExpected = 'a pairing is answered by a pairing';
export const oneOfExpected = (options: string) => `expected one of ${options}`;
export const sectionBlocked = (title: string, why: string) => `“${title}” ${why}: it is not put in a second time`;
export const answerFirst = (id: string, options: string) => `First answer “${id}” with ${options}.`;

/* What an answer cannot do */
export const nothingToKeep = 'there is nothing to keep';
export const didYouMean = (name: string) => `Did you mean “${name}”?`;
export const nameIsNeeded = 'a name cannot be left out';
export const noPlaceholderLeft = 'no placeholder of it is left to fill in';
export const changeNameInText = 'Change the name in the text itself.';
export const noPlaceForKey = (key: string) => `the front matter has no place for “${key}”`;
export const openFence = `the code fence above it is not closed`;
export const closeFence = 'Close the fence first.';
export const sectionNotAdded = (title: string) => `“${title}” could not be put into the document`;
export const addHeading = 'Add its heading by hand, then answer it.';
export const notToLeaveOut = 'it is no section that can be left out';
export const isLabel = 'it is a label, which can be answered';
export const hasAnswer = 'it contains an answer';
export const hasAnswers = (answers: number) => `it contains ${answers} answers`;
export const hasOwnSection = (title: string) => `it contains your section “${title}”`;
export const notLeftOut = (title: string, why: string) => `“${title}” is not left out: ${why}`;
export const noSection = (id: string) => `there is no section “${id}”`;

/* Where a suggestion comes from */
export const asYouNamedIt = 'as you named it';
export const fileName = 'the file name';
export const beginsWithTemplate = 'starts with the text of the template';
export const beginsWithExample = 'starts with this example';
