// Changes the repository that package.json, documents and workflows name: npm run repository -- OWNER/NAME
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [, , next] = process.argv;
if (!next || !/^[A-Za-z0-9-]+\/[\w.-]+$/.test(next)) throw new Error('usage: npm run repository -- OWNER/NAME');

const { repository } = JSON.parse(readFileSync('package.json', 'utf8'));
const now = /github\.com\/([^/]+\/[^/]+?)\.git$/.exec(repository.url)?.[1];
if (!now) throw new Error(`package.json names no repository on GitHub: ${repository.url}`);

// The owner and name in addresses and in the use of the action in a workflow. Paths such as test/spec-wizard stay.
const mentions = new RegExp(
  `(github\\.com/|raw\\.githubusercontent\\.com/|uses: |repo: )${now.replaceAll('.', '\\.')}(?![\\w-])`,
  'g',
);
const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
for (const path of files) {
  if (/^(?:test\/cases\/|templates\/|package-lock\.json$)/.test(path)) continue;
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(mentions, (_, before) => before + next);
  if (changed === text) continue;
  writeFileSync(path, changed);
  console.log(path);
}
