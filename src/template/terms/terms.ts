/**
 * The words that one language has for what documents speak about: by the idea ("risk"), the words for it, separated by
 * commas. A word that ends in `*` stands for all words that begin so. Words of one idea mean the same in titles and
 * labels, also across languages; one word may stand for several ideas.
 */
export type Terms = Readonly<Record<string, string>>;
