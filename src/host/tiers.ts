import { setFlagsFromString } from 'node:v8';

/**
 * Whether V8 compiles what runs often once more, optimised. Over some hundred specs that costs more than it saves (half
 * of all CPU time with Node 20 and 22), over thousands it pays. It only decides what is compiled from here on.
 */
export function optimise(on: boolean): void {
  setFlagsFromString(on ? '--opt' : '--no-opt');
}
