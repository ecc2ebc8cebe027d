/** Every text about files, git and the editor; the errors of the system have a table in files.ts. */

/* Reading a file */
export const noSuchFileOrNotUtf8 = 'no such file, or its name is not valid UTF-8';
export const noSuchFile = 'no such file';
export const danglingLink = (target: string) => `it is a link to ${target}, which does not exist`;
export const removeLink = 'Remove the link, or create the file it leads to.';
export const tooLarge = 'the file is larger than 10 MB';
export const deviceOrSocket = 'a device or socket';
export const notAFile = (what: string) => `it is ${what}, not a file`;
export const cannotBeRead = (why: string) => `it cannot be read: ${why}`;
export const nestsTooDeeply = 'it nests too deeply';
export const aliasesTooLarge = 'its aliases expand beyond measure';
export const packageIncomplete = 'the package of spec-wizard is not complete';

/* Paths that a file of the project names */
export const hiddenFile = (path: string) => `${path} is a hidden file`;
export const intoHidden = (path: string) => `${path} leads into a hidden file or folder`;
export const wrongEnding = (path: string, endings: string) => `${path} does not end in ${endings}`;
export const isLink = (path: string) => `${path} is a link`;
export const outOfProject = (path: string) => `${path} leads out of the project`;
export const intoGit = (path: string) => `${path} leads into the folder of git`;
export const typedPathsOnly = 'Only what a person types may lead there.';

/* Writing a file */
export const halfCharacter = 'not written: the text holds half a character';
export const readOnly = 'it is read-only; nothing was written';
export const makeWritable = 'Make it writable, or save under another path.';
export const hasOtherNames = 'it has other names';
export const noCopyFirst = 'it must be written in place, and no copy can be kept first';
export const setStateFolder = 'Set XDG_STATE_HOME to a folder that can be written.';
export const existsAlready = 'it exists already';
export const linkAlready = (target: string) => `it is a link to ${target} already`;
export const neverOverwritten = (what: string) => `${what} and is never overwritten`;
export const otherNameHint = 'Give another name or path, or open the file itself.';
export const cannotBeWritten = (why: string) => `it cannot be written: ${why}`;
export const textIsKept = 'The text is kept; save it under another path.';
export const wasChanged = 'was changed elsewhere since it was opened';
export const wasRemoved = 'was removed or replaced since it was opened';
export const nothingWritten = (what: string) => `it ${what}; nothing was written`;
export const bytesArrived = (arrived: number, bytes: number) => `${arrived} of ${bytes} bytes arrived`;
export const noNewFile = 'the folder takes no new file';
export const attributesLost = 'attributes or access list cannot be kept';
export const ownerLost = 'owner or mode cannot be kept';
export const otherWriter = 'another process is writing it and does not end; nothing was written';
export const removeLock = (path: string) => `If none is, remove ${path}`;

/* The author's editor */
export const noEditor = 'no editor is set, and neither nano nor vi is there';
export const setEditor = 'Set EDITOR, as in: export EDITOR=nano';
export const unusableText = (why: string) => `what the editor left cannot be used: ${why}`;
export const emptyFromEditor = 'the editor left nothing; the answer stays as it was';
export const cameBackAtOnce = (editor: string) =>
  `the editor (${editor}) came back at once; one with a window of its own needs a flag such as --wait`;
export const cannotHandOver = (why: string) => `the text cannot be handed to an editor: ${why}`;
export const setTemporaryFolder = 'Set TMPDIR to a folder that can be written.';
export const editorEndedBy = (editor: string, signal: string) => `the editor (${editor}) was ended by ${signal}`;
export const editorNotFound = (editor: string) => `the editor (${editor}) was not found`;
export const editorEndedWith = (editor: string, status: string) => `the editor (${editor}) ended with status ${status}`;

/* Reporting a problem */
export const internalError = (message: string) => `internal error: ${message}`;
export const debugHint = 'SPEC_WIZARD_DEBUG=1 shows where it happened.';
export const causedBy = 'caused by:';
