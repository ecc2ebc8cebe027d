import type { Meter } from '../judge/reading.ts';

/** The texts of a session, except those of the wizard's screens. */

/* Before a session */
export const checkHint = 'spec-wizard check says what is missing.';
export const blankHint = 'spec-wizard new TEMPLATE NAME --blank starts a spec.';
export const questionsHint = 'spec-wizard questions FILE prints what is left to answer, as a form.';
export const fillHint = 'spec-wizard fill FILE --answers FORM answers it.';
export const newHint = '--blank writes it unanswered; --answers FORM fills it at once.';
export const needsTerminal = 'the wizard needs a terminal';
export const plainHint = '--plain asks line by line, also through pipes.';
export const stdinIsTerminal = '--answers - reads from a pipe, and stdin is a terminal';
export const noSuchFile = 'no such file';
export const isFolder = 'it is a folder, not a file';
export const cannotBeRead = (why: string) => `it cannot be read (${why})`;
export const noneOfThem = 'none of them';
export const followsAsChosen = (path: string, template: string) =>
  `${path} follows ${template}, as you chose; --template names another one.`;
export const whichTemplateFollowed = 'Which template does it follow? Nothing is written to the file by this.';
export const foundHere = 'Found here; spec-wizard init makes it known';
export const existsAlready = 'it exists already; give another name, or open it';
export const openIt = (path: string) => `Open it: spec-wizard ${path}`;
export const noSuchSection = (name: string, near: string | null | undefined) =>
  `no section with a question is called “${name}”${near ? `; did you mean ${near}?` : ''}`;
export const sectionHint = '--section takes the id or the title of a section of the template.';
export const passedOver = (path: string, settings: string) =>
  `check without a path does not look at ${path}. Add its folder to specs in ${settings}.`;
export const whichSpec = 'Which spec?';
export const newOne = 'a new one';
export const fromWhichTemplate = 'From which template?';
export const nameOrPath = 'Its name, or a path';
export const suchAName = 'A name such as export-service, or a path that ends in .md.';
export const olderForms = (sections: number) =>
  `${sections === 1 ? '1 section has' : `${sections} sections have`} the form of an earlier template.`;
export const upgradeHint = (path: string) => `Bring the spec to today's with: spec-wizard upgrade ${path}`;

/* Another wizard on the same file */
export const hasFileOpen = 'Another wizard has this file open';
export const tookFileOver = 'Another wizard took this file over';
export const tookFileOverBy = (other: string) => `another wizard took the file over, ${other}; nothing was written`;
export const leaveIt = 'leave it';
export const takeItOver = 'take it over';

/* Drafts */
export const goOnWithIt = 'go on with it';
export const askNextTime = 'ask again next time';
export const throwItAway = 'throw it away';
export const typedOn = (when: string, question: string) => `Typed on ${when}, and not in the file: ${question}`;
export const doesNotApply = (reason: string) => `It does not apply: ${reason}`;
export const notEvenDraft = 'It could not be kept as a draft either.';
export const draftKept = 'Your text is kept as a draft; answer again, or see: spec-wizard drafts';
export const noDraftsHere = 'What you type cannot be kept as a draft here; write it with ^S before you leave.';
export const keptAsDraft = 'It is kept as a draft.';
export const unfinishedSave = (path: string, draft: string) =>
  `spec-wizard: ${path}: draft ${draft} holds a whole text whose save did not finish\n`;
export const showDraftHint = (draft: string) => `See it: spec-wizard drafts show ${draft}\n`;
export const restoreDraftHint = (draft: string) => `Put it into the file: spec-wizard drafts restore ${draft}\n`;
export const oldTextNotKept = 'The present text could not be kept first; nothing was written.';
export const typedKept = 'What you typed is kept; the next run offers it.';
export const typedNotKept = 'What you typed could not be kept.';
export const takeIt = 'take it';
export const showDifference = 'show the difference';
export const wholeTextKept = (when: string) => `A whole text of this spec was kept on ${when}, and is not in the file.`;
export const takenReplaces = 'It replaces what the file has now, which is kept in turn.';
export const draftDifference = 'In the file (-) and in the draft (+):';

/* A file that cannot be written */
export const leaveAsIs = 'leave it as it is';
export const writeAnyway = 'write it all the same';
export const writtenInto = (path: string) => `No draft could be kept, so what you typed was written into ${path}.`;
export const fillUnsaved = (path: string, answers: string) =>
  `To fill it in: spec-wizard fill ${path} --answers ${answers}`;
export const wholeTextOf = (path: string) => `It is the whole text of ${path}.`;
export const unsavedIn = (path: string) => `No draft could be kept, so what you typed is kept in ${path}.`;
export const keptNowhere = 'What you typed could not be kept anywhere. Here it is:';

/* The author's editor */
export const editorNeedsTerminal = 'An editor needs a terminal.';
export const leftIn = (message: string, path: string) => `${message}. It is kept in ${path}`;
export const saveThenEnter = (path: string) => `Save the answer to ${path}; then press Enter here.`;
export const enterWhenSaved = 'Enter when it is saved';
export const takenOnceSaved = (message: string, path: string) =>
  `${message.slice(0, 1).toUpperCase()}${message.slice(1)}. What is saved to ${path} is taken as soon as it is saved.`;
export const editorMayBeOpen = (path: string) =>
  `An editor may still have ${path} open; what is saved there is taken by the next run.`;

/* The steps of an upgrade */
export const changeIt = 'change it';
export const editFirst = 'edit it first';
export const changeRest = 'change it and the rest of this spec';
export const changeAll = 'change it and everything else, in all specs';
export const stepLeftWithText = (path: string) => `It is left as it is; what you wrote is in ${path}`;
export const saveTextThenEnter = (path: string) => `Save the text to ${path}; then press Enter here.`;
export const stepLeft = 'It is left as it is.';
export const renameStep = (old: string, now: string) => `rename ${old} to ${now}`;
export const stepAt = (line: number, step: string) => `line ${line}: ${step}`;
export const headingStep = (old: string, now: string) =>
  `turn the bold text ${old} into ${old === now ? 'a heading' : `the heading ${now}`}`;
export const moveStep = (old: string) => `move ${old} to where the template has it`;
export const joinStep = (old: string, now: string) => `put ${old} below one heading ${now}`;
export const divideStep = (old: string, now: string) =>
  `divide ${old} into ${now}; only you know which words belong where`;

/* Keys and preferences of the author's own */
export const preferencesUnreadable = 'cannot be read';
export const noSuchPlace = 'there is no such place';
export const noSuchAct = 'there is no such action here';
export const keyNeeded = 'it needs a key, or there would be no way out';
export const notAKey = (key: string, why: string) => `“${key}” cannot be a key: ${why}`;
export const typedKey = (key: string) => `“${key}” is typed here; take a key with Ctrl or Alt`;
export const keyWorksEverywhere = (key: string, act: string) => `“${key}” works everywhere: ${act}`;
export const otherKeyHint = 'Give that another key, or none: [].';
export const keyTaken = (key: string, act: string) => `“${key}” is the key of “${act}” already`;
export const didYouMean = (name: string) => `Did you mean “${name}”?`;
export const thereAre = (names: string) => `There are: ${names}.`;
export const noSuchSetting = 'there is no such setting';

/* The end of a session */
export const goOnPlain = (path: string) => `Continue with: spec-wizard ${path} --plain`;
export const nextStep = (step: string) => `Next: ${step}`;
export const nothingLeft = 'nothing left';
export const answeredAndLeft = (answered: number, required: number, left: string) =>
  `${answered} of ${required} answered, ${left}`;
export const takeItOut = 'remove it';
export const guidanceLeft = "The template's guidance is still in it:";
export const guidanceTakenOut = "The template's guidance was removed.";
export const lastTypedKept = 'What you typed last is kept as a draft; the next run offers it.';
export const lastWrittenKept = (path: string) =>
  `What you wrote last could not be saved to ${path}; it is kept as a draft.`;
export const lastWrittenLost = (path: string) => `What you wrote last could not be saved to ${path}.`;
export const goOnOrDrafts = (path: string) => `Continue with: spec-wizard ${path}, or see: spec-wizard drafts`;
export const savedIn = (path: string, { answered, required }: Meter, gaps: number) =>
  `Kept in ${path}: ${answered} of ${required} answered, ${gaps === 0 ? 'nothing is' : gaps} left.`;
export const goOn = (path: string) => `Continue with: spec-wizard ${path}`;
export const nothingWritten = (path: string) => `No answer was given, so ${path} was not written.`;
export const nextSteps = 'Next steps:';
