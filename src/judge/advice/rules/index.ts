import type { AdviceRule } from '../advice.ts';
import { alertWithoutAction } from './alert-without-action.ts';
import { barelyChanged } from './barely-changed.ts';
import { bracketsKept } from './brackets-kept.ts';
import { columnsLost } from './columns-lost.ts';
import { dependencyWithoutFailure } from './dependency-without-failure.ts';
import { guidanceLeft } from './guidance-left.ts';
import { instructionsLeft } from './instructions-left.ts';
import { tableWithoutRows } from './table-without-rows.ts';
import { unmeasuredRequirement } from './unmeasured-requirement.ts';

/** The general advice, in no order that matters: a spec's advice is sorted by line. */
export const ADVICE_RULES: readonly AdviceRule[] = [
  unmeasuredRequirement,
  alertWithoutAction,
  dependencyWithoutFailure,
  columnsLost,
  tableWithoutRows,
  barelyChanged,
  bracketsKept,
  instructionsLeft,
  guidanceLeft,
];
