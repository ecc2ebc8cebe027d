/** A fresh folder, removed when the test is over. */
export declare function freshFolder(): string;
