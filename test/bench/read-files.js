// Reads every document below docs/ and nothing more: what no checker can do without.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

for (const entry of readdirSync('docs', { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name), 'utf8');
}
