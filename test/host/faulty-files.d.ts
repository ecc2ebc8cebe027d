import { type Files } from '../../src/host/files.ts';
/** What happens at the Nth call: the system's error, the end of everything, or whatever `stop` does. */
export type Fault = 'ENOSPC' | 'EIO' | 'EACCES' | 'frozen' | (() => never);
/** A file layer whose Nth call goes wrong; `calls` are the names of those made so far. */
export interface FaultyFiles extends Files {
  calls: string[];
}
/**
 * The real file system with a fault at the Nth call (from 1; 0 for none). An error code fails that call alone; a write
 * that fails has written half before. `frozen` stands for a process that stopped there: neither that call nor any later
 * one has an effect. A function is called instead, and does not return.
 */
export declare function faultyFiles(at: number, fault: Fault, real?: Files): FaultyFiles;
