import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Flow } from '../template/flow.ts';
import { packageRoot } from './package-root.ts';

/** The flow of a built-in template. The built program has it beside itself as JSON, which reads ten times as fast. */
export function builtInFlow(id: string): Flow {
  const built = fileURLToPath(new URL(`./flows/${id}.json`, import.meta.url));
  if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8')) as Flow;
  return parse(readFileSync(join(packageRoot(), 'flows', `${id}.yaml`), 'utf8')) as Flow;
}
