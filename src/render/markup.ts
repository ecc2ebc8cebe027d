/**
 * What could be more than plain text, construct by construct; each needs its second half where it has one. Brackets count
 * only with a destination behind them: references are found by their definitions.
 */
const MARKUP = new RegExp(
  [
    /\\[!-/:-@[-`{-~\n]/,
    /`.*`/,
    /\*.*\*/,
    /~.*~/,
    // Inside a word an underscore is a letter.
    /(?<![\p{L}\p{N}])_.*_/u,
    /<[a-zA-Z/!?]/,
    /&[#a-zA-Z][^;\s]*;/,
    /\]\(/,
    / {2}\n/,
    /[^\s]@[^\s]/,
    /:\/\//,
    /[wW]{3}\./,
  ]
    .map(({ source }) => source)
    .join('|'),
  'su',
);

/** Whether inline text may hold anything but plain text, given the definitions that it may refer to. */
export function holdsMarkup(source: string, definitions: string): boolean {
  return definitions !== '' || MARKUP.test(source);
}
