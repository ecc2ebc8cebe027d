/**
 * The limits of the package: packed and unpacked size in bytes, and number of files. Node's versions compress
 * differently.
 */
export const BUDGET = { size: 1_050_000, unpackedSize: 4_000_000, entryCount: 200 };
