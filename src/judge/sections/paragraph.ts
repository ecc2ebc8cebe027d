import type { ShapedSlot } from '../../template/shape.ts';

/** A paragraph that no template asks for: what the judge looks for where a section has no slot of its own. */
export const PARAGRAPH: ShapedSlot = {
  id: '',
  kind: 'paragraph',
  section: '',
  label: null,
  required: false,
  boilerplate: false,
  ask: '',
  help: '',
  guidance: '',
  example: '',
  options: [],
  open: false,
  columns: [],
  language: '',
  range: { start: 0, end: 0 },
  shape: { form: 'implied' },
  units: [],
  lapses: false,
  allow: [],
};
