import type { Flow } from '../../../template/flow.ts';
import type { Check } from './check.ts';
import { missingWord } from './missing-word.ts';
import { noNumber } from './no-number.ts';
import { sectionMissing } from './section-missing.ts';
import { slotGap } from './slot-gap.ts';

/** The checks that a flow's advice can name. */
export const CHECKS: Record<NonNullable<Flow['advice']>[number]['check'], Check> = {
  'section-missing': sectionMissing,
  'slot-gap': slotGap,
  'no-number': noNumber,
  'missing-word': missingWord,
};
