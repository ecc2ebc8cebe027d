import { withEol } from '../../src/text/source.ts';

/** The forms in which a document may lie on a disk. */
export const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  LF: (text) => withEol(text, '\n'),
  CRLF: (text) => withEol(text, '\r\n'),
  CR: (text) => withEol(text, '\r'),
  'mixed line ends': (text) => {
    let count = 0;
    return withEol(text, '\n').replace(/\n/g, () => ['\n', '\r\n', '\r'][count++ % 3]!);
  },
  'with a BOM': (text) => `\ufeff${text}`,
  'without a last line end': (text) => text.replace(/[\r\n]+$/, ''),
};
