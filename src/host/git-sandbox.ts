/**
 * A repository may have come from anyone, with a configuration that names programs to run: each that a command below
 * could reach is switched off here.
 */
const SETTINGS = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['log.showSignature', 'false'],
  ['protocol.allow', 'never'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** The environment of git: it asks nothing, locks nothing and fetches nothing. */
export const GIT_ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};

/** The options that go before every command of git's. */
export const SAFE_OPTIONS = ['--no-pager', '--literal-pathspecs', ...SETTINGS];

/** How long git may take, in milliseconds. */
export const GIT_TIMEOUT = 10_000;
