import { lockSpec } from '../../../src/host/lock.ts';

/** Asks for a spec: `lock PATH FOLDER`; says what it got, at each `?` to whom it lost it, and releases it when stdin ends. */
const [path, folder] = process.argv.slice(2);
const lock = lockSpec(path!, { folder: folder! });
console.log(lock.kind);
process.stdin.on('data', () => {
  const lost = lock.kind === 'ours' ? lock.lost() : null;
  console.log(lost === null ? 'still ours' : `lost to ${lost === 'gone' ? 'nobody' : lost.pid}`);
});
process.stdin.on('end', () => {
  if (lock.kind === 'ours') lock.release();
});
