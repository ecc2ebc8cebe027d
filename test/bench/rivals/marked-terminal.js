// Renders a Markdown file to standard output, 80 columns wide: node marked-terminal.js FILE
// @ts-nocheck: the rivals are not installed where types are checked.
import { readFileSync } from 'node:fs';
import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';

const marked = new Marked();
marked.use(markedTerminal({ width: 80, reflowText: true }));
process.stdout.write(marked.parse(readFileSync(process.argv[2], 'utf8')));
