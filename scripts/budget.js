/** What the package may weigh, packed and unpacked, in bytes, and how many files it may have. */
export const BUDGET = { size: 900_000, unpackedSize: 3_300_000, entryCount: 200 };
