import type { Io } from '../host/io.ts';
import { backgroundFrom, needsAscii, wantsColour } from '../host/terminal-support.ts';
import { readSpec } from '../judge/read.ts';
import { Problem } from '../problem.ts';
import { resultOf } from '../project/check/spec-reader.ts';
import { type Paint, painter } from '../project/report/report.ts';
import { allRules, type RuleInfo } from '../project/rules/rules.ts';
import { readTemplate } from '../template/read-template.ts';
import { nearest } from '../text/nearest.ts';
import { asciiText, printable } from '../text/printable.ts';
import { wrapWords } from '../text/wrap.ts';
import { type Args, flag, jsonText, openProject } from './args.ts';
import * as messages from './messages.ts';

/** The longest line, in cells. */
const WIDEST = 100;

/** Explains a rule, or each flow's advice of that name. Raises Problem `usage` for an unknown rule. */
export async function run(args: Args, io: Io): Promise<number> {
  const [id = ''] = args.words;
  const rules = allRules(await openProject(args, io));
  const found = rules.filter((rule) => rule.id === id);
  if (found.length === 0) throw unknown(id, rules);
  if (flag(args, 'json')) {
    io.stdout.write(jsonText({ rules: found }));
    return 0;
  }
  const paint = painter(wantsColour(io.stdout, io.env), backgroundFrom(io.env.COLORFGBG));
  const width = Math.min(WIDEST, io.stdout.isTTY ? io.stdout.columns || 80 : 80);
  const text = `${found.map((rule) => page(rule, width, paint).join('\n')).join('\n\n')}\n`;
  io.stdout.write(io.stdout.isTTY && needsAscii(io.env) ? asciiText(text) : text);
  return 0;
}

function unknown(id: string, rules: readonly RuleInfo[]): Problem {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return new Problem('usage', messages.noRule(id, near), {
    hints: [messages.allRules],
  });
}

/** The output of `check` for a rule's example; null for a rule without one. */
function findingIn({ id, kind, example }: RuleInfo): string | null {
  if (example.template === '' || kind === 'resolved') return null;
  const reading = readSpec(example.spec, readTemplate(example.template, { id: 'example' }));
  const { gaps, advice } = resultOf(reading, false);
  const gap = gaps.find(({ rule }) => rule === id);
  if (gap) return `${gap.line ?? gap.sectionLine ?? '–'}: ${gap.name}: ${gap.message}`;
  const found = advice.find((one) => one.id === id);
  return found ? `${found.line ?? '–'}: ${found.message}` : null;
}

const KINDS: Readonly<Record<RuleInfo['kind'], string>> = {
  gap: messages.isGap,
  advice: messages.isAdvice,
  resolved: messages.isResolved,
};

function page(rule: RuleInfo, width: number, paint: Paint): string[] {
  const { id, kind, severity, template, meaning, fix, accept, example } = rule;
  const text = (words: string) => wrapWords(printable(words), Math.max(20, width - 3)).map((line) => `   ${line}`);
  const part = (title: string, body: readonly string[]) =>
    body.length === 0 ? [] : ['', ` ${paint('accent', title)}`, ...body];
  const level = severity === 'none' ? '' : `${severity}, `;
  const origin = template === null ? '' : messages.fromFlow(printable(template));
  const shown =
    example.template === example.spec
      ? part(messages.exampleAndTemplate, source(example.spec))
      : [
          ...(example.template === '' ? [] : part(messages.theTemplate, source(example.template))),
          ...part(messages.theExample, source(example.spec)),
        ];
  const finding = findingIn(rule);
  return [
    ...wrapWords(`${printable(id)} · ${level}${KINDS[kind]}${origin}`, width - 1).map((line, index) =>
      index === 0 ? ` ${paint('bold', printable(id))}${line.slice(printable(id).length)}` : ` ${line}`,
    ),
    ...part(messages.whatItMeans, text(meaning)),
    ...part(messages.howToFix, fix === '' ? [] : text(fix)),
    ...part(kind === 'gap' ? messages.howToAccept : messages.howToSwitchOff, accept === '' ? [] : text(accept)),
    ...shown,
    ...part(messages.whatCheckSays, finding === null ? [] : text(finding)),
  ];
}

function source(markdown: string): string[] {
  return markdown === ''
    ? []
    : markdown
        .trimEnd()
        .split('\n')
        .map((line) => `   │ ${line}`.trimEnd());
}
