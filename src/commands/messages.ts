/** The texts of the commands, except the summaries of commands and options, which are in table.ts. */

/* Arguments */
const orMeant = (near: string | null | undefined) => (near ? `; did you mean ${near}?` : '');
export const noCommand = (word: string, near: string | null | undefined) =>
  `there is no command or file named "${word}"${orMeant(near)}`;
export const unknownOption = (option: string, near: string | null | undefined) =>
  `unknown option ${option}${orMeant(near)}`;
export const needsWord = (command: string, word: string) => `${command} needs ${word}`;
export const theWizard = 'the wizard';
export const fromProgram = (message: string) => `spec-wizard: ${message}\n`;
export const usageTitle = 'Usage';
export const optionsTitle = 'Options';
export const usageLine = (usage: string, hasOptions: boolean) => `Usage: ${usage}${hasOptions ? ' [OPTIONS]' : ''}`;
export const noCompletion = (shell: string, near: string | null | undefined) =>
  `there is no completion for “${shell}”${orMeant(near)}`;
export const completionsFor = (shells: string) => `There is one for ${shells}.`;
export const wholeNumber = (option: string, least: number, value: string) =>
  `--${option} takes a whole number from ${least} on, not "${value}"`;
export const takesNoValue = (option: string) => `option ${option} takes no value`;
export const needsValue = (option: string) => `option ${option} needs a value`;
export const doesNotTake = (command: string, word: string) => `${command} does not take "${word}"`;
export const seeHelpOf = (command: string) => `See: ${command} --help`;
export const seeHelp = 'See: spec-wizard --help';
export const purpose = 'spec-wizard checks that a specification answers everything its template asks,';
export const purposeGoesOn = 'and helps you write the answers.';
export const helpOption = 'this text; after a command, its options';
export const versionOption = 'the version';
export const exitStatus = 'Exit status: 0 done or complete, 1 gaps (check only), 2 a problem, 130 Ctrl+C.';
export const thisText = 'this text';
export const howToUse = 'how to use it';
export const newNeedsTemplate = 'new needs a template';
export const newUsage = 'spec-wizard new TEMPLATE NAME';
export const newNeedsName = 'new needs a name or a path';
export const newUsageOf = (template: string) => `spec-wizard new ${template} NAME`;

/* check and comment */
export const noFormat = (format: string, near: string | null | undefined) =>
  `there is no format “${format}”${orMeant(near)}`;
export const bothToStdout = (formats: string) => `${formats} cannot both go to stdout`;
export const giveOneAFile = (format: string) => `Give one a file: --format ${format}=FILE`;
export const formatsAre = (names: string) => `The formats are ${names}.`;
export const formatNeedsFile = (format: string) => `--format ${format}= needs a file behind the sign`;
export const percentage = (option: string, value: string) =>
  `${option} takes a percentage from 0 to 100, not "${value}"`;
export const budgetInSeconds = (value: string) => `--budget takes seconds, not "${value}"`;
export const noComment = (why: string) => `no comment: ${why}`;

/* demo */
export const demoNeedsTerminal = 'the demo needs a terminal';
export const plainHint = '--plain asks line by line, also through pipes.';

export const demoFarewell = `
That was the demo; its folder is removed. In your own project:
  spec-wizard          start a spec, or continue one
  spec-wizard check    see what is missing in every spec
`;

/* drafts */
export const draftsUsage = 'drafts takes nothing, or show, restore or drop and the id of a draft';
export const noDraft = (id: string) => `there is no draft ${id}`;
export const severalDrafts = (id: string) => `${id} stands for several drafts`;
export const seeDrafts = 'See: spec-wizard drafts';
export const oldTextNotKept = 'the present text could not be kept as a draft first';
export const damagedDraft = (file: string) => `${file}: damaged draft, skipped`;
export const draftDamaged = 'the draft is damaged';
export const noDrafts = 'No drafts: all that was typed is in its file.\n';
export const textBeforeUpgrade = 'the text before an upgrade';
export const wholeText = 'the whole text';
export const fileGone = 'the file is gone';
export const draftsHint = 'spec-wizard drafts show|restore|drop ID';

/* explain and rules */
export const noRule = (id: string, near: string | null | undefined) => `there is no rule “${id}”${orMeant(near)}`;
export const allRules = 'All of them: spec-wizard rules';
export const isGap = 'a gap: lowers completeness';
export const isAdvice = 'advice: never lowers completeness';
export const isResolved = 'resolved: nothing is left to do';
export const fromFlow = (template: string) => `, from the flow of ${template}`;
export const exampleAndTemplate = 'A spec that it reports, and its template';
export const theTemplate = 'The template';
export const theExample = 'A spec that it reports';
export const whatItMeans = 'What it means';
export const howToFix = 'How to fix it';
export const howToAccept = 'How to accept it';
export const howToSwitchOff = 'How to switch it off';
export const whatCheckSays = 'What check prints';
export const gapRules = 'Gaps: a required part is not answered. They lower completeness.';
export const adviceRules = 'Advice: worth reading. It never lowers completeness.';
export const resolvedRules = 'Resolved: nothing is left to do. Only --json shows these.';
export const oneRule = (id: string) => `Details: spec-wizard explain ${id}`;

/* open */
export const startHint = (path: string) => `Start it: spec-wizard new TEMPLATE ${path}`;
export const folderHint = (folder: string) => `See what is missing in the specs there: spec-wizard check ${folder}`;

/* init, related and templates */
export const settingsExist = 'the project has settings already, and they are never overwritten';
export const settingsExistHint = 'Edit them; or move the file away, and run spec-wizard init again.';
export const specsFound = (specs: number, template: string, folder: string) =>
  `${String(specs).padStart(5)} ${specs === 1 ? 'spec' : 'specs'} of template ${template} in ${folder}`;
export const ownTemplates = (templates: number) =>
  `${String(templates).padStart(5)} ${templates === 1 ? 'template' : 'templates'} of the project`;
export const noSpecs = 'No specs found yet; spec-wizard new starts one.';
export const nothingRelated = 'Nothing here is related to it.\n';
export const startOne = 'Start one: spec-wizard new TEMPLATE NAME';
export const oneOf = (options: string) => `#   one of: ${options}`;
export const rowsOf = (columns: string) => `#   rows of: ${columns}`;

/* preview */
export const fileChanged = 'The file changed; this is how it is now';
export const oneSectionMissing = 'One section is missing';
export const sectionsMissing = (sections: number) => `${sections} sections are missing`;
export const standardInput = 'standard input';
export const readAgain = 'Read again';
export const noGaps = 'There are no gaps.';
export const sectionMissing = (section: string) => `○ ${section} is missing`;
export const themes = (names: string, theme: string) => `--theme takes ${names}, not "${theme}"`;
export const stdinIsTerminal = 'standard input is the terminal';
export const pipeHint = 'Pipe Markdown into it, as in: spec-wizard preview - < FILE';

/* upgrade */
export const undoHint = (draft: string) => `Undo: spec-wizard drafts restore ${draft}`;
export const changesToMake = (changes: number) => `${changes} for you to make: spec-wizard upgrade in a terminal`;
export const sectionsToAdd = (sections: string) => `${sections} to add`;
export const sectionsDropped = (sections: string) => `${sections} no longer in the template`;
export const newInTemplate = (title: string) => `new in the template: “${title}”, a gap`;
export const moreNew = (sections: number) => `… and ${sections} more sections that are new in it`;
export const noLongerInTemplate = (line: number, title: string) =>
  `line ${line}: “${title}” is no longer in the template; it stays as yours`;
export const allInForm = 'Every spec has the form of its template.';
export const specsWritten = (specs: string) => `${specs} written.`;
export const nothingWritten = (isForAuthors: boolean) =>
  `Nothing was written. ${isForAuthors ? 'Run it in a terminal to make the changes yourself.' : '--yes writes it.'}`;
