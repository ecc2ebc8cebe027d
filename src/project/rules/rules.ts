import { ADVICE_RULES } from '../../judge/advice/advise.ts';
import { explain, RULE_IDS } from '../../judge/rules/index.ts';
import type { Flow } from '../../template/schemas.ts';
import { REFERENCE_RULES } from '../check/references.ts';
import type { Project } from '../project.ts';
import { ADVICE_TEXTS, REFERENCE_TEXTS } from './advice-texts.ts';
import { CLOSED_TEXTS, GAP_TEXTS, type RuleText } from './gap-texts.ts';

/** A rule, as `rules` and `explain` show it. */
export interface RuleInfo {
  id: string;
  /** A gap lowers completeness; advice never does; a resolved part needs no action. */
  kind: 'gap' | 'advice' | 'resolved';
  /** Its severity in reports; `none` for a resolved part. */
  severity: 'error' | 'warning' | 'info' | 'none';
  /** The template whose flow defines it; null for rules that apply to every template. */
  template: string | null;
  meaning: string;
  /** How to fix it; '' if nothing needs to be done. */
  fix: string;
  /** How to accept it or switch it off; '' if nothing needs to be done. */
  accept: string;
  /** A template and a spec to which the rule applies; empty if an example needs more than that. */
  example: { template: string; spec: string };
}

const ACCEPT_GAP =
  'Write "Not applicable" and why, in the place of the answer. To accept all gaps of today, record a baseline (check --baseline FILE --update-baseline); a flow can make a part optional (required: false).';
const ACCEPT_EXAMPLE =
  'Where the text is true of your spec, keep it: k in the outline of the wizard, /keep line by line.';
/** Rules whose text the author may keep. */
const KEPT = new Set(['example', 'example-row', 'too-few', 'too-many', 'too-many-copies']);

/** The rules for specs of any template: gaps first, then advice, then resolved parts. */
export function generalRules(): RuleInfo[] {
  const gaps = RULE_IDS.filter((id) => GAP_TEXTS[id]).map((id) => gapRule(id, GAP_TEXTS[id]!));
  const advice = ADVICE_RULES.map(({ id, severity, fix }) => adviceRule(id, severity, fix, ADVICE_TEXTS[id]!));
  const references = Object.entries(REFERENCE_RULES).map(([id, severity]) =>
    adviceRule(id, severity, REFERENCE_FIXES[id]!, REFERENCE_TEXTS[id]!),
  );
  const closed = RULE_IDS.filter((id) => CLOSED_TEXTS[id]).map((id) => closedRule(id, CLOSED_TEXTS[id]!));
  return [...gaps, ...advice, ...references, ...closed];
}

/**
 * All rules: the general ones, and those of the flows of a project's templates. Raises what reading the flows raises.
 */
export function allRules(project: Project): RuleInfo[] {
  return [...generalRules(), ...project.all().flatMap(({ id, flow }) => flowRules(id, flow()))];
}

const REFERENCE_FIXES: Readonly<Record<string, string>> = {
  'unknown-reference': 'Correct the id, or write the spec.',
  'broken-link': 'Correct the path.',
  'broken-anchor': 'Correct the anchor.',
};

function gapRule(id: string, { meaning, template, spec }: RuleText): RuleInfo {
  return {
    id,
    kind: 'gap',
    severity: 'error',
    template: null,
    meaning,
    fix: explain(id, '').fix,
    accept: KEPT.has(id) ? `${ACCEPT_EXAMPLE} ${ACCEPT_GAP}` : ACCEPT_GAP,
    example: { template, spec },
  };
}

function adviceRule(
  id: string,
  severity: RuleInfo['severity'],
  fix: string,
  { meaning, template, spec }: RuleText,
): RuleInfo {
  return {
    id,
    kind: 'advice',
    severity,
    template: null,
    meaning: `${meaning[0]!.toUpperCase()}${meaning.slice(1)}.`,
    fix,
    accept: switchOff(id),
    example: { template, spec },
  };
}

function closedRule(id: string, { meaning, template, spec }: RuleText): RuleInfo {
  return {
    id,
    kind: 'resolved',
    severity: 'none',
    template: null,
    meaning,
    fix: '',
    accept: '',
    example: { template, spec },
  };
}

function flowRules(template: string, flow: Flow | null): RuleInfo[] {
  return (flow?.advice ?? []).map(({ id, severity, message, fix }) => ({
    id,
    kind: 'advice',
    severity,
    template,
    meaning: `${message}.`,
    fix,
    accept: switchOff(id),
    example: { template: '', spec: '' },
  }));
}

function switchOff(id: string): string {
  return `In spec-wizard.yaml, rules: { ${id}: off }; info, warning or error change how severe it is.`;
}
