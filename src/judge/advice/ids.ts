/** The ids of the general advice, apart from the rules themselves, which are large. */
export const ADVICE_IDS = [
  'unmeasured-requirement',
  'alert-without-action',
  'dependency-without-failure',
  'columns-lost',
  'table-without-rows',
  'barely-changed',
  'brackets-kept',
  'instructions-left',
  'guidance-left',
] as const;
