#!/usr/bin/env node
// No imports and plain syntax only: an old Node must still be able to read this file to its end.
var version = process.versions.node.split('.').map(Number);
var major = version[0] || 0;
if (major < 20 || (major === 20 && (version[1] || 0) < 19)) {
  console.error(`spec-wizard needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}

const [, script = '', word] = process.argv;
if (process.argv.length === 3 && (word === '--version' || word === '-V')) printVersion();
else start();

/** Prints the version of the package without loading the program. */
function printVersion() {
  const fs = process.getBuiltinModule('fs');
  const path = process.getBuiltinModule('path');
  const file = path.join(path.dirname(fs.realpathSync(script)), '..', 'package.json');
  process.stdout.write(`${JSON.parse(fs.readFileSync(file, 'utf8')).version}\n`);
}

/** Starts the program. */
function start() {
  optimiseLater();
  /** @type {any} Node 20 has no types for its compile cache. */
  const nodeModule = process.getBuiltinModule('module');
  const compiled = nodeModule.enableCompileCache ? compiledCode() : null;
  if (compiled !== null) nodeModule.enableCompileCache(compiled);
  // In a variable, so that the type check does not follow it into the bundle.
  /** @type {string} */
  const program = '../dist/cli.js';
  import(program).then(
    (cli) => cli.start(),
    (error) => {
      if (error.code === 'ERR_MODULE_NOT_FOUND') console.error('spec-wizard is not built: run npm install first.');
      else console.error(`spec-wizard: ${error.message}`);
      process.exit(2);
    },
  );
}

/**
 * Has V8 optimise only what runs very often: for as long as most commands run, optimising costs more than it saves.
 * Before any code is loaded, since code that is kept compiled is only good for the same flags. V8 complains of flags
 * that it does not know, so other versions of Node keep their defaults.
 */
function optimiseLater() {
  const flags =
    major < 22
      ? ['--interrupt-budget=1000000']
      : [
          '--invocation-count-for-turbofan=30000',
          '--invocation-count-for-osr=8000',
          '--invocation-count-for-maglev=4000',
          '--invocation-count-for-maglev-osr=1000',
        ];
  const { setFlagsFromString } = process.getBuiltinModule('v8');
  if (major <= 26) for (const flag of flags) setFlagsFromString(flag);
}

/**
 * The folder for compiled code, which Node runs without a look at its source: one that only this user can have written
 * to, and that came with no repository. Null where there is none; Node's own choice is the shared temporary folder.
 */
function compiledCode() {
  const fs = process.getBuiltinModule('fs');
  const path = process.getBuiltinModule('path');
  const { env } = process;
  try {
    const home = process.platform === 'win32' ? env.LOCALAPPDATA : env.HOME && path.join(env.HOME, '.cache');
    const named = env.XDG_CACHE_HOME;
    const cache = named && path.isAbsolute(named) ? named : home;
    if (!cache || !path.isAbsolute(cache)) return null;
    const own = path.join(cache, 'spec-wizard');
    const folder = path.join(own, 'code');
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const user = process.getuid ? process.getuid() : null;
    for (const each of [own, folder]) {
      const found = fs.lstatSync(each);
      if (!found.isDirectory()) return null;
      if (user !== null && (found.uid !== user || (found.mode & 0o077) !== 0)) return null;
    }
    for (let at = fs.realpathSync(cache); at !== path.dirname(at); at = path.dirname(at))
      if (at !== env.HOME && fs.existsSync(path.join(at, '.git'))) return null;
    return folder;
  } catch (_error) {
    return null;
  }
}
