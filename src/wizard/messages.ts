/** The texts of the wizard and the pager, except the descriptions of keys in their tables. */

/* Home */
export const markdownFile = 'a Markdown file…';
export const anyDocument = 'any document with blanks becomes a template';
export const noSpecHasGaps = 'No spec here has gaps.';
export const opening = 'Opening …';
export const templateFileHelp = 'The path of a Markdown file; any document with blanks becomes a template.';
export const whichTemplateFile = 'Which file is the template?';
export const onlyTemplates = 'Only the questions of a template can be shown here.';
export const whenToUse = 'When to use it';
export const templateSize = (sections: number, questions: number) => `${sections} sections, ${questions} questions`;
export const noPathBegins = 'No path here starts like that.';
export const typeAName = 'Type a name, or Esc for not now.';

/* A new spec */
export const whereNameGoes = (path: string) => `The first answer creates ${path}. A path is taken as it is.`;
export const whatIsItCalled = (template: string) => `${template}: what is it called?`;
export const goingOn = 'Continuing where you left off; earlier questions are still open.';
export const newSpec = 'The new spec';

/* An answer */
export const keptInFile = 'Kept in the file.';
export const nothingToKeepYet = 'Nothing new to keep.';
export const keptAsIs = (text: string, undo: string) => `Kept as it is: “${text}”. ${undo} undoes it.`;
export const otherTextTyped = (key: string) => `Something else is typed here: ${key} keeps that.`;
export const keepFromOutline = (outline: string, keep: string) => `${outline}, then ${keep} keeps this as it is.`;
export const answeredAlready = 'This is answered already.';
export const answerOrNotApplicable = (edit: string, notApplicable: string) =>
  `${edit} answers it, ${notApplicable} says that it does not apply.`;
export const typeOrNotApplicable = (outline: string, notApplicable: string) =>
  `type the answer; ${outline}, then ${notApplicable} says that it does not apply.`;
export const onlyPlaceholder = (ways: string) => `Only the template's placeholder is here: ${ways}`;
export const nothingToKeep = (ways: string) => `There is nothing here to keep: ${ways}`;
export const nothingOffered = 'There is no suggestion here.';
export const editorAnswerHasNoQuestion = 'What you saved in your editor belongs to no question any more.';
export const editorAnswerKept = (question: string) => `What you saved in your editor is kept for: ${question}`;
export const nothingChosen = (choose: string) => `Nothing was chosen there: ${choose} chooses.`;
export const leftWithSuggestion = (take: string) => `Skipped. ${take} accepts the suggestion.`;
export const answerFirst = 'Answer this first, so that nothing is written twice. What you typed is kept.';
export const oneGapLeft = 'One gap is left for later.';
export const gapsLeft = (gaps: number) => `${gaps} gaps are left for later.`;
export const firstQuestion = 'This is the first question.';
export const stillTheTemplates =
  "That is the template's text as it stands: the question stays open until you change it.";
export const leftEmpty = 'Left empty: the file keeps what it has.';
export const nameIsThere = (undo: string) => `The name is in the text already. ${undo} undoes it.`;
export const wouldBreak = 'How is this answer to be written?';
export const goOnEditing = 'go on editing it';
export const writeAsIs = 'write it as it is';
export const reasonHelp = 'Readers will see it. Left empty, the text just says "Not applicable".';
export const whyNotApplicable = (title: string) => `Why does “${title}” not apply?`;

/* The editors of answers */
export const noOption = (typed: string, options: readonly string[]) =>
  `No option holds "${typed}". Choose one of: ${options.join(', ')}.`;
export const noOptions = (typed: string, options: readonly string[]) =>
  `No option holds "${typed}". Choose from: ${options.join(', ')}.`;
export const mostItems = (items: number) => `At most ${items} items.`;
export const mostRows = (rows: number) => `At most ${rows} rows.`;
export const writeADay = (today: string) => `Write a day as yyyy-mm-dd, such as ${today}; "today" and "+7d" work too.`;

/* Undo */
export const onlyGap = 'This is the only gap.';
export const nothingToUndo = 'Nothing to undo.';
export const takenBack = (redo: string) => `Undone. ${redo} redoes it.`;
export const nothingToRedo = 'Nothing to redo.';
export const doneAgain = (undo: string) => `Redone. ${undo} undoes it.`;
export const withUndo = (notice: string, undo: string) => `${notice} ${undo} undoes it.`;

/* The outline and whole sections */
export const previewHint = (key: string) => `${key} shows the document.`;
export const backToIt = 'go back';
export const skipForLater = 'leave it for later';
export const wholeSectionInstead = 'see what the whole section allows';
export const notRepeatable = 'This section cannot be repeated.';
export const anotherBegun = 'Another one was added.';
export const alwaysThere = (section: string) =>
  `This section cannot be left out; ${section} has what can be done with it as a whole.`;
export const leftOut = 'Left out.';
export const sectionNotApplicable = (title: string) => `“${title}” does not apply.`;
export const soAlready = 'That is so already.';
export const wholeDocument = 'These questions are about the whole document.';
export const itDoesNotApply = 'it does not apply';
export const ownSection = 'a section of my own is this one';
export const leaveForLater = (questions: string) => `leave ${questions} for later`;
export const keepExamples = (examples: string) => `keep ${examples} as they stand`;
export const sectionAround = (title: string) => `the section around it: ${title}`;
export const cannotBeLeftOut = (why: string) => `It cannot be left out: ${why}.`;
export const nothingOpen = (title: string) => `Nothing is open in “${title}”.`;
export const wholeSection = (title: string) => `The whole section “${title}”`;
export const sectionLeft = (title: string) => `“${title}” is left for later.`;
export const examplesKept = (examples: string) => `Kept as they stand: ${examples}.`;
export const ownSectionHelp = 'The text below it is then read as this section. Your heading stays as it is.';
export const whichSection = (title: string) => `Which of your sections is “${title}”?`;
export const sectionRead = (title: string) => `“${title}” is read as this section now.`;

/* Signs, and what is left */
export const notYet = 'open';
export const stillExample = 'still the example';
export const putOff = 'put off (TBD)';
export const doesNotApply = 'does not apply';
export const typedNotInFile = 'typed, and not in the file yet';
export const text = 'the text';
export const day = 'the day';
export const choice = 'the choice';
export const choices = 'the choices';
export const list = 'the list';
export const checklist = 'the checklist';
export const table = 'the table';
export const code = 'the code';
export const leftForLater = (title: string) => `Left for later: ${title}.`;
export const nothingAskedThere = 'Nothing is asked about that place.';
export const nothingChanged = 'Nothing has changed since it was opened.';
export const whatChangedAndTyped = 'What changed, with what is being typed';
export const whatChanged = 'What changed';

/* A file that changed, was taken over or cannot be saved */
export const couldNotBeSaved = 'It could not be saved; your text is kept here';
export const writeAnyway = 'write it all the same';
export const tryAgain = 'try again';
export const saveElsewhere = 'save under another name';
export const fileGone = 'The file was removed or replaced in the meantime';
export const writeMineAgain = 'write it again, with my text';
export const saveMineElsewhere = 'save mine under another name';
export const fileChanged = 'The file was changed elsewhere; nothing was overwritten';
export const takeTheirsAndMine = 'take their file and carry my answer over';
export const takeTheirsKeepDraft = 'take their file and keep mine as a draft';
export const showDifference = 'show the difference';
export const underWhichPath = 'Under which path?';
export const theirsAndMine = 'Theirs (-) and mine (+)';
export const textKeptAsDraft = 'Your text is kept as a draft: spec-wizard drafts has it.';
export const answerKeptAsDraft = 'Your answer is kept as a draft.';
export const earlierKeptAsDraft = 'Earlier answers that their file lacks are in a draft: see spec-wizard drafts.';
export const answerInField = 'Your answer is in the field again, above their text: ^S writes it.';
export const takenOverUnwritten = 'Another wizard took this file over; nothing was written';
export const hasFileOpen = 'Another wizard has this file open';
export const writtenTextKept = 'What you wrote is kept as a draft, and offered when you take it back.';
export const readOnlyMeanwhile =
  'Meanwhile nothing is written here. If you take over, the other one becomes read-only.';
export const otherWizard = (writer: string, what: string) => `It is ${writer}. ${what}`;
export const openReadOnly = 'open read-only';
export const takeItBack = 'take it back';
export const takeItOver = 'take it over';
export const takenOver = 'Another wizard took this file over; it is read-only here';
export const typedTextKept = (writer: string) =>
  `It is ${writer}. What you typed is kept as a draft, and offered when you take the file back.`;

/* Drafts */
export const askNextTime = 'ask again next time';
export const throwItAway = 'throw it away';
export const wholeTextKept = 'A whole text of this spec was kept, and is not in the file';
export const whyTextKept = (when: string) => `${when}: it could not be saved, or another one was taken.`;
export const takenReplaces = 'It replaces what the file has now; undo restores that.';
export const takeIt = 'take it';
export const typedEarlier = 'Something typed earlier is not in the file';
export const goOnWithIt = 'go on with it';
export const fileAndDraft = 'In the file (-) and in the draft (+)';
export const fitsNoQuestion = 'It does not fit any question here.';
export const notApplicableBecause = (reason: string) => `does not apply: ${reason}`;

/* The template's guidance and its later form */
export const noGuidanceLeft = 'No comments of the template are left.';
export const takeGuidanceOut = (places: string) => `Remove the template's guidance? It is in ${places}`;
export const moreLines = (lines: number) => `… and ${lines} lines more`;
export const takeItOut = 'remove it';
export const leaveIt = 'leave it';
export const whatWouldGo = 'What would be removed (-)';
export const guidanceTakenOut = "The template's guidance was removed. u undoes it.";
export const bringToForm = (sections: string) => `The template has changed. Bring ${sections} to its present form?`;
export const bringThem = 'bring them to it';
export const leaveThem = 'leave them; they count as they are';
export const allInForm = 'Every section has the form of the template.';
export const divideYourself = 'Only you can divide the rest: spec-wizard upgrade opens it in your editor.';
export const whatWouldChange = 'What would change';
export const inForm = (undo: string) => `The spec has the form of the template. ${undo} undoes it.`;

/* Search, help and related specs */
export const foundNumber = (at: number, count: number, query: string) => `${at} of ${count} for “${query}”`;
export const searchHint = (next: string, end: string) => `${next} goes to the next, ${end} ends the search.`;
export const endSearchHint = (end: string) => `${end} ends the search.`;
export const nothingFound = (query: string) => `Nothing contains “${query}”.`;
export const inTheOutline = 'In the outline';
export const preferencesHint = (file: string) => `Keys, marks, theme and mouse can be chosen in ${file}.`;
export const templateSays = 'The template says';
export const exampleTitle = 'An example';
export const lookingForRelated = 'Looking for related specs …';
export const nothingRelated = 'Nothing here names it, refers to it or shares ids with it.';
export const relatedTitle = 'Related specs: what to read before writing';

/* The pager */
export const noHeadings = 'There are no headings.';
export const lookingForGaps = 'Still looking for gaps.';
export const noGaps = 'There are no gaps.';
export const gapNumber = (at: number, count: number) => `Gap ${at} of ${count}`;
export const fromTheTop = 'On from the top';
export const fromTheEnd = 'On from the end';
export const searching = 'Searching…';
export const notFound = (term: string) => `“${term}” not found`;
