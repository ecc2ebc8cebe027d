/** The texts of plain mode, except its commands, which typed-commands.ts lists. */

/* A question */
export const questionNumber = (at: number, count: number) => `Question ${at} of ${count}`;
export const optionalNumber = (at: number, count: number) => `Question ${at} of ${count}, optional`;
export const templateSays = 'The template says:';
export const exampleTitle = 'An example:';
export const exampleToKeep = "The template's example is still there; /keep keeps it:";
export const currentAnswer = 'Current answer:';
export const whatIsWrong = (message: string) => `It ${message}.`;
export const howToContinue = 'Enter leaves it for later; /help lists the commands; /quit leaves.';

/* What may be typed instead of an answer */
export const takenBack = (place: string) => `Undone: ${place}`;
export const nothingToTakeBack = 'There is no answer to undo.';
export const noSuggestion = 'Nothing is suggested here.';
export const noItemHere = 'There is no item here to remove.';
export const sayWhy = 'Say why: /na REASON';
export const sayWhere = 'Say where: /go NUMBER, or /go WORDS. /list shows every question.';
export const questionNotFound = (text: string) => `No question has “${text}”. /list shows every question.`;
export const tooManyFound = (count: number, text: string) => `${count} questions have “${text}”: give more words.`;
export const foundQuestion = (place: string, at: number) => `${place} (question ${at})`;
export const noNameHere = 'No name is used throughout this spec. /go title finds its title.';
export const typedNotApplicable = (reason: string) => `Typed earlier: it does not apply, ${reason}`;
export const takeWrites = '/take writes it.';
export const typedEarlier = 'Typed earlier:';
export const takeWritesEditOpens = '/take writes it, /edit opens it.';
export const suggestion = (shown: string, source: string) => `${shown}? /take writes it. (${source})`;
export const takesNoWords = (command: string) => `${command} takes no words.`;
export const noCommand = (word: string, near: string | null | undefined) =>
  `“${word}” is no command${near ? `; did you mean ${near}?` : '.'}`;
export const asAnswer = (what: string) => `${what} To give it as the answer, write the same line again.`;
export const chooseFirst = 'Not available here. Choose one, or type /quit.';

/* What may be kept and what is left */
export const nothingLeft = 'Nothing is left to answer.';
export const answeredAlready = 'This is answered already.';
export const onlyPlaceholder =
  "Only the template's placeholder is there, so there is nothing to keep. Answer it, or /na REASON.";
export const nothingToKeep = 'There is nothing to keep. Answer it, or /na REASON.';
export const noQuestionBefore = 'There is no question before this one.';
export const fromTheTop = 'Continuing from the top.';
export const needNoAnswer = (first: number, last: number) =>
  first === last
    ? `Question ${first} is answered already or was left for later.`
    : `Questions ${first} to ${last} are answered already or were left for later.`;

/* The prompts of each kind of answer */
export const numberOrOwn = 'Number, or your own';
export const number = 'Number';
export const oneOfOptions = (count: number) => `A number from 1 to ${count}, or the option itself.`;
export const numbers = 'Numbers, with commas between';
export const noSuchNumber = (typed: string, count: number) => `"${typed}" is not a number from 1 to ${count}.`;
export const answer = 'Answer';
export const date = 'Date, as yyyy-mm-dd or "today"';
export const aDay = (today: string) => `Enter a day, such as ${today}.`;
export const listItems = 'One at a time; an empty one ends the list.';
export const item = (at: number) => `Item ${at}`;
export const tableRows = 'Row by row; an empty first cell ends the table.';
export const cell = (row: number, title: string, options: string) => `Row ${row}, ${title}${options}`;
export const tasks = 'One task at a time, [x] before it where it is done; an empty one ends the list.';
export const task = (at: number) => `Task ${at}`;
export const textLines = 'Several lines; a line with only a full stop ends them.';
export const line = (at: number) => `Line ${at}`;

/* What is written */
export const wouldBreak = 'How is this answer to be written?';
export const answerAgain = 'answer it again';
export const writeAsIs = 'write it as it is';
export const written = 'Written.';
export const writtenNotApplicable = (name: string, reason: string | null | undefined) =>
  `Written: ${name} does not apply${reason ? `: ${reason}` : '.'}`;
export const keptAsIs = (name: string) => `Kept as it is: ${name}`;
export const inPlaces = (places: number) => `in ${places} places`;
export const writtenValue = (places: string, name: string, value: string) => `Written${places}: ${name}: ${value}`;
export const writtenLines = (name: string) => `Written: ${name}:`;
export const moreLines = (count: number) => `and ${count} more lines`;
export const sectionMissing = 'to answer, its section is missing';
export const toAnswer = 'to answer';
export const answeredInPart = 'answered in part';
export const putOff = 'put off';
export const toKeepOrChange = "the template's example, to keep or to change";
export const doesNotApply = 'does not apply';
export const toTick = 'to tick';
