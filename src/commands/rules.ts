import type { Io } from '../host/io.ts';
import { backgroundFrom, needsAscii, wantsColour } from '../host/terminal-support.ts';
import { type Paint, painter } from '../project/report/report.ts';
import { allRules, type RuleInfo } from '../project/rules/rules.ts';
import { padCells } from '../text/cells.ts';
import { asciiText, printable } from '../text/printable.ts';
import { wrapWords } from '../text/wrap.ts';
import { type Args, flag, jsonText, openProject } from './args.ts';
import * as messages from './messages.ts';

const HEADINGS: Readonly<Record<RuleInfo['kind'], string>> = {
  gap: messages.gapRules,
  advice: messages.adviceRules,
  resolved: messages.resolvedRules,
};

/** Lists every rule, including those of the project's flows. */
export async function run(args: Args, io: Io): Promise<number> {
  const rules = allRules(await openProject(args, io));
  if (flag(args, 'json')) {
    io.stdout.write(jsonText({ rules }));
    return 0;
  }
  const paint = painter(wantsColour(io.stdout, io.env), backgroundFrom(io.env.COLORFGBG));
  const width = io.stdout.isTTY ? io.stdout.columns || 80 : 100;
  const rows = (['gap', 'advice', 'resolved'] as const).flatMap((kind) =>
    section(
      HEADINGS[kind],
      rules.filter((rule) => rule.kind === kind),
      width,
      paint,
    ),
  );
  const text = `${[...rows, ` ${messages.oneRule(rules[0]!.id)}`].join('\n')}\n`;
  io.stdout.write(io.stdout.isTTY && needsAscii(io.env) ? asciiText(text) : text);
  return 0;
}

function section(heading: string, rules: readonly RuleInfo[], width: number, paint: Paint): string[] {
  const ids = Math.max(...rules.map(({ id }) => id.length));
  const severities = 'warning'.length;
  const left = 2 + ids + 2 + severities + 2;
  const rows = rules.flatMap(({ id, severity, meaning, template }) => {
    const text = printable(template === null ? meaning : `${meaning} (${template})`).replaceAll('`', '');
    return wrapWords(text, Math.max(20, width - left)).map((line, index) =>
      index === 0
        ? `  ${paint('bold', padCells(printable(id), ids))}  ${paint(STYLES[severity], padCells(severity === 'none' ? '' : severity, severities))}  ${line}`
        : `${' '.repeat(left)}${line}`,
    );
  });
  return [...wrapWords(heading, width - 1).map((line) => ` ${paint('accent', line)}`), ...rows, ''];
}

const STYLES = { error: 'bad', warning: 'warn', info: 'dim', none: 'dim' } as const;
