import { describe, expect, test } from 'vitest';
import { withEol } from '../../src/text/source.ts';
import { CORPUS, corpusPaths, readText } from '../render/corpus.ts';
import { blocksOfRemark, blocksOfScan } from './oracle.ts';

/** remark takes its time: the usual run reads every 24th document, each with another line end; CORPUS=all reads all with each. */
const ALL = process.env.CORPUS === 'all';
const STEP = ALL ? 1 : 24;

const paths = corpusPaths().filter((_, index) => index % STEP === 0);
if (paths.length === 0) console.warn(`skipped: comparing with remark on real documents, since ${CORPUS} is absent`);

describe.skipIf(paths.length === 0)('blocks of real documents are those that remark finds', () => {
  for (const [at, [name, eol]] of [['LF', '\n'] as const, ['CRLF', '\r\n'] as const, ['CR', '\r'] as const].entries()) {
    test(`with ${name}`, { timeout: 300_000 }, () => {
      const read = paths.filter((_, index) => ALL || index % 3 === at);
      const unequal = read.filter((path) => {
        const text = withEol(readText(path), eol);
        return blocksOfScan(text).join('\n') !== blocksOfRemark(text).join('\n');
      });
      expect(unequal).toEqual([]);
    });
  }
});
