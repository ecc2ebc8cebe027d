/** What a command did with a document. */
export interface Outcome {
    index: number;
    command: string;
    status: number;
    milliseconds: number;
    /** Resident memory of the process so far, at most, in MB. */
    megabytes: number;
    out: string;
    err: string;
    /** The document's bytes are what they were. */
    same: boolean;
    /** The text after it, where it is not. */
    text: string | null;
    /** Something in the document was executed, or reached Object.prototype. */
    harmed: boolean;
}
/** The commands: `doc.md` is the document, `spec.md` a spec without harm. */
export declare const RUNS: readonly (readonly string[])[];
/** The answer that is filled in. */
export declare const ANSWER = "Exports what users own, on demand.";
