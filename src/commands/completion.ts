import type { Io } from '../host/io.ts';
import { Problem } from '../problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Args } from './args.ts';
import * as messages from './messages.ts';

/** Prints the script that makes a shell complete command lines. Raises Problem `usage` for an unknown shell. */
export async function run(args: Args, io: Io): Promise<number> {
  const [shell = ''] = args.words;
  const script = isShell(shell) ? SCRIPTS[shell] : null;
  if (script === null) {
    const near = nearest(shell, Object.keys(SCRIPTS));
    throw new Problem('usage', messages.noCompletion(shell, near), {
      hints: [messages.completionsFor(Object.keys(SCRIPTS).join(', '))],
    });
  }
  io.stdout.write(script);
  return 0;
}

function isShell(name: string): name is keyof typeof SCRIPTS {
  return Object.hasOwn(SCRIPTS, name);
}

/** Each script runs `complete SHELL -- WORD…`, because the program knows its commands and the project. */
const SCRIPTS = {
  bash: `# In ~/.bashrc: source <(spec-wizard completion bash)
_spec_wizard() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(spec-wizard complete bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o filenames -F _spec_wizard spec-wizard
`,
  zsh: `#compdef spec-wizard
# In ~/.zshrc, after compinit: source <(spec-wizard completion zsh)
_spec_wizard() {
  local -a words_here shown_words folders
  local value about
  while IFS=$'\\t' read -r value about; do
    if [[ $value == */ ]]; then
      folders+=("$value")
    else
      words_here+=("$value")
      shown_words+=("$value\${about:+  -- $about}")
    fi
  done < <(spec-wizard complete zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#folders )) && compadd -S '' -a folders
  (( $#words_here )) && compadd -l -d shown_words -a words_here
}
if [[ \${funcstack[1]} == _spec_wizard ]]; then
  _spec_wizard "$@"
else
  compdef _spec_wizard spec-wizard
fi
`,
  fish: `# In ~/.config/fish/completions/spec-wizard.fish, or: spec-wizard completion fish | source
function __spec_wizard_complete
  set -l before (commandline -opc)
  set -l current (commandline -ct)
  spec-wizard complete fish -- $before[2..] "$current" 2>/dev/null
end
complete -c spec-wizard -f -a '(__spec_wizard_complete)'
`,
  powershell: `# In $PROFILE: spec-wizard completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName spec-wizard -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    ForEach-Object { if ($_.Value) { $_.Value } else { $_.Extent.Text } })
  # Older versions drop an empty argument, so the current word has a sign before it.
  spec-wizard complete powershell '--' @before "=$wordToComplete" 2>$null | ForEach-Object {
    $value, $about = $_ -split "\`t", 2
    if (-not $about) { $about = $value }
    $text = if ($value -match '[\\s''\`"$;&|<>(){}@#]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
    [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $about)
  }
}
`,
} as const;
