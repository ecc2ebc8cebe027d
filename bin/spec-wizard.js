#!/usr/bin/env node
// No imports and plain syntax only: an old Node must still be able to read this file to its end.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(`spec-wizard needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}

var nodeModule = process.getBuiltinModule && process.getBuiltinModule('module');
if (nodeModule && nodeModule.enableCompileCache) nodeModule.enableCompileCache();

import('../dist/cli.js').then(
  (cli) => cli.start(),
  (error) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND')
      console.error('spec-wizard is not built: run npm install first.');
    else console.error(`spec-wizard: ${error.message}`);
    process.exit(2);
  },
);
