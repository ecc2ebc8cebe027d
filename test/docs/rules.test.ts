import { expect, test } from 'vitest';
import { generalRules, type RuleInfo } from '../../src/project/rules/rules.ts';
import { readPaper, UPDATE, writePaper } from './documents.ts';

const HEADS: Readonly<Record<RuleInfo['kind'], [string, string]>> = {
  gap: ['| rule | what it means | how to fix it |', '|---|---|---|'],
  advice: ['| id | given when | severity |', '|---|---|---|'],
  resolved: ['| rule | what it means |', '|---|---|'],
};

function row({ id, kind, meaning, fix, severity }: RuleInfo): string {
  const last = kind === 'gap' ? ` ${fix} |` : kind === 'advice' ? ` ${severity} |` : '';
  return `| \`${id}\` | ${meaning.replaceAll('|', '\\|')} |${last}`;
}

/** A page with its tables made anew from the rules. */
function current(page: string): string {
  return page.replace(
    /(<!-- rules:(\w+) -->\n)[\s\S]*?(<!-- \/rules -->)/g,
    (_, open, kind: RuleInfo['kind'], close) => {
      const rows = generalRules()
        .filter((rule) => rule.kind === kind)
        .map(row);
      return `${open}${[...HEADS[kind], ...rows].join('\n')}\n${close}`;
    },
  );
}

test.each(['docs/settings.md', 'docs/judgement.md'])(
  '%s shows the rules as they are (npm run docs updates it)',
  (path) => {
    const page = readPaper(path);
    if (UPDATE) writePaper(path, current(page));
    expect(readPaper(path)).toBe(current(page));
    expect(page).toContain('<!-- rules:');
  },
);
