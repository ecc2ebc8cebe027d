import type { OpenedSpec } from '../host/spec-file.ts';
import { readSpec } from '../judge/read.ts';
import { isGap } from '../judge/reading.ts';

import { printable } from '../text/printable.ts';
import { wrapWords } from '../text/wrap.ts';
import { isTyped } from '../wizard/conditions.ts';
import { fieldValue } from '../wizard/fields/fields.ts';
import type { WizardState } from '../wizard/state.ts';
import { isWalking } from '../wizard/update-result.ts';

/**
 * The last words of a sitting: where everything is and how to go on; '' where no spec was open. Lines are broken between
 * words, where they are to fit into `columns` cells; a path stays whole, so that it can be copied. `rescued` says what
 * became of text that no draft could take.
 */
export function farewell(
  state: WizardState,
  spec: OpenedSpec | null,
  columns?: number,
  rescued: readonly string[] = [],
): string {
  if (!isWalking(state) || !spec) return '';
  const path = printable(spec.path);
  const { field, kept: aside } = state.walk;
  // The name that began a spec stands in its field untouched: that is nothing to be kept.
  const isGiven = ({ now }: typeof field) => !spec.exists && fieldValue(now) === state.facts.name;
  const typed = [...(isTyped(state) ? [field] : []), ...Object.values(aside)].some((one) => !isGiven(one));
  const kept = typed ? ['What you typed last is kept as a draft; the next run offers it.'] : [];
  const draft = rescued.length > 0 ? rescued : kept;
  const { meter, slots } = readSpec(state.walk.text, state.walk.template);
  const gaps = slots.filter(isGap).length;
  const failed = [
    rescued.length === 0
      ? `What you wrote last could not be saved to ${path}; it is kept as a draft.`
      : `What you wrote last could not be saved to ${path}.`,
    ...rescued,
    `Go on with: spec-wizard ${path}, or see: spec-wizard drafts`,
  ];
  if (state.walk.save === 'failed') return shown(failed, columns);
  const lines = spec.exists
    ? [
        `Kept in ${path}: ${meter.answered} of ${meter.required} answered, ${gaps === 0 ? 'nothing is' : gaps} left.`,
        ...draft,
        ...(gaps === 0 && !typed ? [] : [`Go on with: spec-wizard ${path}`]),
      ]
    : [`No answer was given, so ${path} was not written.`, ...draft];
  const next = gaps === 0 && !typed ? (state.walk.template.flow?.next ?? []) : [];
  const steps =
    next.length > 0 ? ['', 'Next steps:', ...next.map((step, index) => `${index + 1}. ${step}`)] : [];
  return shown([...lines, ...(spec.exists ? steps : [])], columns);
}

function shown(lines: readonly string[], columns: number | undefined): string {
  return lines
    .map(
      (line) =>
        `${columns === undefined ? line : wrapWords(line, columns - 1, { whole: true }).join('\n')}\n`,
    )
    .join('');
}
