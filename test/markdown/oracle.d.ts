/** The blocks of a text as remark sees them, one line each with kind and range, nested ones indented. */
export declare function blocksOfRemark(text: string): string[];
/** The blocks of a text as the scanner sees them, in the same form. */
export declare function blocksOfScan(text: string): string[];
