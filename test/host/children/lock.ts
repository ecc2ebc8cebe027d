import { lockSpec } from '../../../src/host/lock.ts';

/** Asks for a spec: `lock PATH FOLDER`; says what it got, and releases it when stdin ends. */
const [path, folder] = process.argv.slice(2);
const lock = lockSpec(path!, { folder: folder! });
console.log(lock.kind);
process.stdin.resume();
process.stdin.on('end', () => {
  if (lock.kind === 'ours') lock.release();
});
