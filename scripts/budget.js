/** What the package may weigh, packed and unpacked, in bytes, and how many files it may have. Node's versions compress differently. */
export const BUDGET = { size: 1_050_000, unpackedSize: 4_000_000, entryCount: 200 };
