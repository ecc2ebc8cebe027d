import system from 'node:path';

/** What makes editors with windows of their own wait until the file is closed, by the names of their programs. */
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
/** The program in an editor's line: in quotes where its path has blanks, as on Windows. */
const PROGRAM = /^(?:"([^"]+)"|'([^']+)'|(\S+))/;

/** What is started: a program with arguments, or a line that the system's shell reads. */
interface EditorCommand {
  file: string;
  args: readonly string[];
  shell: boolean;
}

/** Editors to look for where nobody named one, the best first; Windows always has its own. */
export function defaultEditors(platform: NodeJS.Platform): readonly string[] {
  return platform === 'win32' ? ['notepad'] : ['nano', 'vi'];
}

/** The editor's line with the flag that makes it wait, where it is known to need one. */
export function waiting(editor: string): string {
  const flag = WAIT_FLAGS[programOf(editor)];
  if (flag === undefined || WAITS.test(editor)) return editor;
  return editor.replace(PROGRAM, (program) => `${program} ${flag}`);
}

/** The name of the program in an editor's line, without folder and ending. */
export function programOf(editor: string): string {
  const [, double, single, plain] = PROGRAM.exec(editor) ?? [];
  // Windows' rules take both slashes; no editor has a backslash in its name.
  return system.win32.basename(double ?? single ?? plain ?? '').replace(/\.(?:exe|cmd|bat|com)$/i, '');
}

/**
 * How an editor's line is started with a path behind it. As POSIX says of EDITOR, the shell reads the line. `before` is
 * shown first and waits for Enter; Windows has no editor that needs it.
 */
export function editorCommand(
  editor: string,
  path: string,
  platform: NodeJS.Platform,
  before = '',
): EditorCommand {
  if (platform === 'win32') return { file: `${editor} "${path}"`, args: [], shell: true };
  if (before === '') return { file: 'sh', args: ['-c', `${editor} "$@"`, editor, path], shell: false };
  const script = `printf '%s ' "$1"; shift; read -r _; ${editor} "$@"`;
  return { file: 'sh', args: ['-c', script, editor, before, path], shell: false };
}
