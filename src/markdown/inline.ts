export { normalizeLabel } from './inline/label.ts';

export { inlineSpans } from './inline/spans.ts';
export { plainTitle } from './inline/title.ts';
