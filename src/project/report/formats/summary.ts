import { printableName, shellWord } from '../../../text/printable.ts';
import { count } from '../meter.ts';
import type { Outcome } from '../report.ts';

/** How a run ended, in one sentence: `2 specs, 14 gaps, 1 piece of advice.` */
export function summaryOf({ specs, gaps, accepted, advice }: Outcome): string {
  const state = gaps === 0 ? 'complete' : count(gaps, 'gap');
  const more = advice === 0 ? '' : `, ${count(advice, 'piece')} of advice`;
  const known = accepted === 0 ? '' : `, ${accepted === gaps ? 'all' : accepted} of them accepted`;
  return `${count(specs, 'spec')}, ${state}${known}${more}.`;
}

/** What opens the first spec with gaps in the wizard, as it was checked; null where no spec has gaps. */
export function fillCommand({ first }: Outcome): string | null {
  if (first === null) return null;
  const words = [
    'spec-wizard',
    first.path,
    ...(first.template === null ? [] : ['--template', first.template]),
  ];
  return printableName(words.map(shellWord).join(' '));
}
