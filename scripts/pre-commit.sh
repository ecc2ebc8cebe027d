#!/bin/sh
# Checks the specs that a commit changes, with the published program in the version of this clone (.pre-commit-hooks.yaml).
set -eu
checkout=$PWD
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$here"
version=$(node -p "require('./package.json').version")
tool=$here/.tool/$version
program=$tool/node_modules/spec-wizard/bin/spec-wizard.js
if [ ! -f "$program" ]; then
  mkdir -p "$tool"
  cd "$tool"
  printf '{}' > package.json
  npm install --ignore-scripts --no-audit --no-fund --no-save --loglevel=error --prefix "$tool" \
    --userconfig "$tool/user.npmrc" --globalconfig "$tool/global.npmrc" "spec-wizard@$version" >&2
fi
cd "$checkout"
exec node "$program" check --changed=HEAD "$@"
