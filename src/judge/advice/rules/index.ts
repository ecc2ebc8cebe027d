import type { AdviceRule } from '../advice.ts';
import { barelyChanged } from './barely-changed.ts';
import { keyTwice, valueInComment } from './front-matter.ts';
import { alertWithoutAction, dependencyWithoutFailure, unmeasuredRequirement } from './missing-words.ts';
import { notClosed } from './not-closed.ts';
import { olderForm } from './older-form.ts';
import { stillOpen } from './still-open.ts';
import { columnsLost, tableWithoutRows } from './tables.ts';
import { bracketsKept, guidanceLeft, instructionsLeft } from './template-left.ts';

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
  valueInComment,
  keyTwice,
  notClosed,
  olderForm,
  stillOpen,
];
