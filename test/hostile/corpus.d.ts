/** A document that means harm, or is merely strange. */
export interface Hostile {
    name: string;
    bytes: () => Uint8Array;
    /** The problem that refuses it; null where it is read like any other. */
    refused: 'not-text' | 'too-large' | 'too-deep' | null;
}
/** Sequences that a terminal acts on, by what they do. */
export declare const SEQUENCES: Readonly<Record<string, string>>;
/** Every hostile document, made when it is asked for. Large ones are never stored. */
export declare const CORPUS: readonly Hostile[];
