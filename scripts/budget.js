/** What the package may weigh, packed and unpacked, in bytes, and how many files it may have. Node's versions compress differently. */
export const BUDGET = { size: 1_000_000, unpackedSize: 3_600_000, entryCount: 200 };
