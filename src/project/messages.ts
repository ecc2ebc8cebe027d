/** The texts about a project and its specs; report/, comment/ and rules/ have those of their formats and rules. */

/* Templates and settings */
export const noTemplate = (reference: string) => `there is no template “${reference}”`;
export const didYouMean = (name: string) => `Did you mean “${name}”?`;
export const templatesAre = (ids: string) => `The templates are ${ids}, and any Markdown file by its path.`;
export const inTemplate = (path: string, problem: string) => `the template ${path}: ${problem}`;
export const ownTemplate = (file: string) => `A template of the project: ${file}`;
export const fitsBoth = (template: string, other: string) => `it fits ${template} and ${other} equally well`;
export const sayWhichTemplate = 'Say which one with --template.';
export const unreadableTemplate = (id: string, problem: string) => `its template ${id} cannot be read: ${problem}`;
export const nameTemplate = 'Name its template with --template ID or --template PATH.';
export const headingsShared = (template: string, shared: string, expected: number, percent: number) =>
  `${template}: ${shared} of ${expected} headings (${percent}%)`;
export const fileIsEmpty = 'the file is empty';
export const oneLine = 'the whole document is on one line, so its sections cannot be told apart';
export const pointsElsewhere = 'it only points to another document, so there is nothing to fill';
export const fitsNone = 'it fits no template well enough';
export const inFlow = (path: string, problem: string) => `the flow ${path} ${problem}`;
export const isNotThere = 'is not there';
export const cannotBeRead = 'cannot be read';
export const settingsTooLarge = 'it is larger than 1 MB';
export const noSuchKey = 'there is no such key';
export const keyMissing = 'it is missing';

/* Paths of specs */
export const tooManyFiles = 'this folder has more than a million files';
export const smallerFolder = 'Name a smaller folder.';
export const noFileName = (name: string) => `"${name}" has no letter or digit to make a file name from`;
export const outOfProject = (path: string) => `${path} leads out of the project`;
export const inPathOfSpecs = (problem: string) => `the path of new specs: ${problem}`;
export const givePath = 'Give a path instead of a name.';
export const controlCharacters = 'a path may hold no control characters';
export const folderNotFile = `it is a folder; give the file's name, too`;
export const deviceName = (name: string, device: string) => `"${name}": some systems treat ${device} as a device`;
export const addWord = 'Add a word to the name.';
export const unreadableFolder = 'the folder cannot be read';
export const noFileFits = (path: string) => `no file fits “${path}”`;
export const noFileFitsPattern = 'no file fits this pattern';
export const leadsUp = (path: string) => `${path} goes up after its first star or bracket`;
export const slowPattern = 'it takes too long to find what fits this pattern';
export const simplerPattern = 'Write it with fewer stars, or name a folder.';

/* What check finds nothing in */
export const noSpecs = 'No specs found.';
export const noCommit = (commit: string) => `there is no commit “${commit}” to compare with here`;
export const commitHint = 'Name one: --changed=main. In CI, fetch it first (fetch-depth: 0).';
export const noneChanged = (commit: string) => `No specs changed since ${commit}.`;
export const noTemplateFits = (files: number) =>
  files === 1
    ? 'The one Markdown file here fits none of the templates that spec-wizard templates lists.'
    : `None of the ${files} Markdown files here fits a template that spec-wizard templates lists.`;
export const ownTemplates = (names: string, isOne: boolean) =>
  `${isOne ? 'This looks like a template of yours' : 'These look like templates of yours'}: ${names}`;
export const makeKnown = (isOne: boolean, settings: string | null) => {
  const them = isOne ? 'it' : 'them';
  const how = settings === null ? 'spec-wizard init' : `name ${them} in ${settings}`;
  return `Make ${them} known, with the specs that follow ${them}: ${how}`;
};
export const startFrom = (template: string, isOne: boolean) =>
  `Start a spec from ${isOne ? 'it' : 'one'}: spec-wizard new ${template} NAME.md`;
export const startASpec = 'Start a spec: spec-wizard';
export const demoHint = 'See in two minutes how it works: spec-wizard demo';
export const ownTemplateHint = 'Check a file by a template of yours: spec-wizard check FILE --template TEMPLATE.md';

/* What makes check fail */
export const andMore = (more: number) => `and ${more} more`;
export const baselineNeeded = '--update-baseline needs --baseline FILE, or gates.baseline in the settings';
export const adviceFails = (advice: number) => `there is advice (${advice}), which --strict does not allow`;
export const belowMinimum = (path: string, reached: number, least: number) =>
  `${path} is at ${reached}%, below ${least}%`;
export const belowOverall = (reached: number, least: number) =>
  `all specs together are at ${reached}%, below ${least}%`;
export const olderForms = (specs: number) =>
  `${specs === 1 ? 'one spec has' : `${specs} specs have`} the form of an earlier template; run spec-wizard upgrade`;
export const newSinceBaseline = (place: string, name: string, id: string) =>
  `new since the baseline: ${place} ${name} (${id})`;
export const filledSinceBaseline = (path: string, id: string) => `filled since the baseline: ${path} ${id}`;
export const updateBaselineHint = '--update-baseline removes what is filled';
export const baselineWritten = (path: string, gaps: string) => `the baseline ${path} was written, with ${gaps}`;
export const baselineNotWritten = (code: string | undefined) => `the baseline cannot be written (${code})`;
export const baselineUnreadable = 'it cannot be read: it is not a file, or it is too large';
export const notJson = 'it is not valid JSON';
export const notABaseline = 'it is not a baseline of version 1';
export const notIds = (path: string) => `the gaps of “${path}” are not a list of ids`;
export const newBaseline = 'Remove it and run --update-baseline to start it anew.';
export const noAdvice = (id: string) => `no advice is called “${id}”`;
export const reportNotWritten = (code: string) => `it cannot be written (${code})`;

/* References between specs */
export const refersToIt = 'refers to it';
export const didYouMeanId = (id: string) => `Did you mean [${id}]?`;
export const correctId = 'Correct the id, or write the spec.';
export const noSpecWithId = (id: string) => `no spec here has the id [${id}]`;
export const brokenLink = (path: string) => `the link leads to ${path}, which is not there`;
export const correctPath = 'Correct the path.';
export const didYouMeanAnchor = (anchor: string) => `Did you mean #${anchor}?`;
export const correctAnchor = 'Correct the anchor.';
export const brokenAnchor = (anchor: string) => `the link leads to #${anchor}, and no heading makes that anchor`;

/* A check that runs */
export const stoppedAfter = (done: number, files: number) => `spec-wizard: stopped after ${done} of ${files} files\n`;
export const watching = 'Watching; Ctrl+C ends it.\n';
export const progress = (done: string, total: string) => `\r\u001b[2K checked ${done} of ${total} files`;

/* A comment on a pull request */
export const noReport = 'it cannot be read: there is no such file, it is a folder, or it is too large';
export const notAReport = 'it is not what check --json writes';
export const reportHint = 'Write one: spec-wizard check --format json=FILE';
export const noPullRequest = 'this is not a pull request on GitHub';
export const noToken = 'GITHUB_TOKEN is not set';
export const gitHubAnswered = (status: number) => `GitHub answered ${status}`;
export const commentUpToDate = 'the comment is up to date';
export const commentUpdated = 'the comment was updated';
export const commentWritten = 'the comment is written';
export const noComment = (why: string) => `no comment: ${why}`;
export const mayNotWrite = (status: number) =>
  `no comment: the token may not write (${status}), as on pull requests from forks`;
