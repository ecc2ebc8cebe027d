import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import system, { delimiter, dirname, join } from 'node:path';
import { Problem } from '../problem.ts';
import { decodeSource, withEol } from '../text/source.ts';
import { realFiles, reasonOf } from './files.ts';
import * as messages from './messages.ts';
import { readBytes } from './read-file.ts';
import type { Environment } from './state-folder.ts';

/**
 * The result of an editor. `edited`: the text it left. `failed`: why its text cannot be used, and the file that holds
 * it. `returned`: it returned at once with the text unchanged, as an editor with its own window does; the text may
 * still be saved.
 */
export type EditorResult =
  | { kind: 'edited'; text: string }
  | { kind: 'failed'; message: string; tempPath: string }
  | { kind: 'returned'; message: string; tempPath: string };

/** If an editor returns sooner than this, in milliseconds, nothing was typed in it. */
const AT_ONCE = 1000;

/** Editors that run in the terminal. If one of them returns at once, the user left it at once. */
const IN_TERMINAL = /^(?:vi|vim|nvim|view|nano|pico|micro|hx|helix|kak|joe|ne|ed|mg|emacs)$/;

/**
 * The editor to open, as a command line for the shell: $VISUAL, $EDITOR, git's core.editor (from the user's or system's
 * configuration, never the repository's), else nano or vi, on Windows notepad; and whether the user named it. Raises
 * Problem `no-editor`.
 */
export async function findEditor(
  env: Environment,
  platform = process.platform,
): Promise<{ editor: string; isNamed: boolean }> {
  const named = env.VISUAL?.trim() || env.EDITOR?.trim() || (await gitsEditor(env));
  if (named) return { editor: named, isNamed: true };
  const found = platform === 'win32' ? 'notepad' : ['nano', 'vi'].find((name) => isOnPath(name, env));
  if (found) return { editor: found, isNamed: false };
  throw new Problem('no-editor', messages.noEditor, { hints: [messages.setEditor] });
}

/** Shown before vi, if the user chose no editor: vi does not show how to leave it. */
const LEAVING_VI = `No editor is set, so this opens vi. To come back:

  Esc, then :wq and Enter    with the text
  Esc, then :q! and Enter    with the answer as it was

To use another editor: export EDITOR=nano

Enter opens vi.`;

/**
 * Opens a text in the user's editor and waits. The caller has released the terminal. `extension` (`md`, `json`) tells
 * the editor the language. The result has LF line ends and no added line end. The text is used only if the editor exits
 * with 0 and leaves valid UTF-8 that is not suddenly empty; otherwise the temporary file stays. Raises Problem
 * `no-editor`, and `editor-failed` if the text cannot be handed over.
 */
export async function editInEditor({
  text,
  extension,
  env = process.env,
}: {
  text: string;
  extension: string;
  env?: Environment;
}): Promise<EditorResult> {
  const found = await findEditor(env);
  const editor = withWaitFlag(found.editor);
  const before = !found.isNamed && editor === 'vi' ? LEAVING_VI : '';
  const tempPath = writeTemporary(text, extension);
  const failed = (message: string): EditorResult => {
    if (!existsSync(tempPath)) restoreTemporary(tempPath, text);
    return { kind: 'failed', message, tempPath };
  };
  const start = performance.now();
  const ending = await runEditor(editor, tempPath, env, before);
  if (ending !== null) return failed(ending);
  let after: string;
  try {
    after = readEdited(tempPath);
  } catch (error) {
    const why = error instanceof Problem ? error.message : reasonOf(error);
    return failed(messages.unusableText(why));
  }
  if (after === '' && text !== '') return failed(messages.emptyFromEditor);
  if (after === text && performance.now() - start < AT_ONCE && !IN_TERMINAL.test(editorProgram(editor))) {
    const message = messages.cameBackAtOnce(editor);
    return { kind: 'returned', message, tempPath };
  }
  rmSync(dirname(tempPath), { recursive: true, force: true });
  return { kind: 'edited', text: after };
}

/** The text that an editor left in a file. Raises Problem, and the system's errors. */
export function readEdited(path: string): string {
  return withEol(decodeSource(readBytes(path, path, realFiles).bytes).text, '\n').replace(/\n$/, '');
}

/** Writes the text back if the editor deleted the file. */
function restoreTemporary(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${text}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    // The draft has the text.
  }
}

/** Writes a text to a temporary file. Returns its path. */
function writeTemporary(text: string, extension: string): string {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-'));
    const path = join(folder, `answer.${extension.replace(/^\./, '')}`);
    writeFileSync(path, `${text}\n`, { mode: 0o600 });
    return path;
  } catch (cause) {
    const why = messages.cannotHandOver(reasonOf(cause));
    throw new Problem('editor-failed', why, {
      hints: [messages.setTemporaryFolder],
      cause,
    });
  }
}

/** Runs the editor. Returns null after exit 0, else what went wrong. A text to read first waits for Enter. */
async function runEditor(editor: string, path: string, env: Environment, before: string): Promise<string | null> {
  const { execa } = await import('execa');
  const options = { stdio: 'inherit', env, extendEnv: false, reject: false } as const;
  const { file, args, shell } = editorCommand(editor, path, process.platform, before);
  const { exitCode, signal, failed } = await execa(file, args, { ...options, shell });
  if (!failed) return null;
  if (signal) return messages.editorEndedBy(editor, signal);
  if (exitCode === 127) return messages.editorNotFound(editor);
  return messages.editorEndedWith(editor, String(exitCode ?? 'unknown'));
}

async function gitsEditor(env: Environment): Promise<string> {
  const { execa } = await import('execa');
  for (const scope of ['--global', '--system']) {
    const args = ['config', scope, '--includes', '--get', 'core.editor'];
    const options = {
      cwd: homedir(),
      env,
      extendEnv: false,
      reject: false,
      timeout: 5000,
      stderr: 'ignore',
    } as const;
    const { stdout, failed } = await execa('git', args, options);
    if (!failed && stdout.trim() !== '') return stdout.trim();
  }
  return '';
}

function isOnPath(name: string, env: Environment): boolean {
  return (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      if (folder === '') return false;
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The flags that make editors with their own windows wait until the file is closed, by program name. */
const WAIT_FLAGS: Readonly<Record<string, string>> = {
  ...{ code: '--wait', 'code-insiders': '--wait', codium: '--wait', vscodium: '--wait', cursor: '--wait' },
  ...{ windsurf: '--wait', subl: '--wait', sublime_text: '--wait', zed: '--wait', atom: '--wait' },
  ...{
    mate: '--wait',
    bbedit: '--wait',
    gedit: '--wait',
    xed: '--wait',
    gvim: '-f',
    mvim: '-f',
    kate: '--block',
  },
};
const WAITS = /\s(?:--wait|-w|-f|--nofork|--block|-b)(?:\s|$)/;
/** The program in an editor's command line, in quotes if its path has blanks, as on Windows. */
const PROGRAM = /^(?:"([^"]+)"|'([^']+)'|(\S+))/;

/** What to start: a program with arguments, or a line for the system's shell. */
interface EditorCommand {
  file: string;
  args: readonly string[];
  shell: boolean;
}

/** The editor's command line, with the flag that makes it wait if it is known to need one. */
export function withWaitFlag(editor: string): string {
  const flag = WAIT_FLAGS[editorProgram(editor)];
  if (flag === undefined || WAITS.test(editor)) return editor;
  return editor.replace(PROGRAM, (program) => `${program} ${flag}`);
}

/** The name of the program in an editor's command line, without folder and extension. */
export function editorProgram(editor: string): string {
  const [, double, single, plain] = PROGRAM.exec(editor) ?? [];
  // Windows' rules take both slashes; no editor has a backslash in its name.
  return system.win32.basename(double ?? single ?? plain ?? '').replace(/\.(?:exe|cmd|bat|com)$/i, '');
}

/**
 * How to start an editor's command line on a file. As POSIX says of EDITOR, the shell reads the line. `before` is shown
 * first and waits for Enter; Windows has no editor that needs it.
 */
export function editorCommand(editor: string, path: string, platform: NodeJS.Platform, before = ''): EditorCommand {
  if (platform === 'win32') return { file: `${editor} "${path}"`, args: [], shell: true };
  if (before === '') return { file: 'sh', args: ['-c', `${editor} "$@"`, editor, path], shell: false };
  const script = `printf '%s ' "$1"; shift; read -r _; ${editor} "$@"`;
  return { file: 'sh', args: ['-c', script, editor, before, path], shell: false };
}
